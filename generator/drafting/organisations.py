"""Words by which the name of an organisation is known, and bodies that news names without explaining them."""

from __future__ import annotations

from typing import Final

BODY_WORDS: Final = frozenset(
    """
    aircraft airplanes airline computer computers motors electronics energy films pictures records
    entertainment software pharmaceuticals insurance stores foods hotels enterprise capital airliners
    courts academy administration agency air airlines airways alliance army assembly associates association
    authority bank board brigade brigades broadcasting brotherhood bureau cabinet centre center centers
    centres chamber church club coalition college command commission committee communications community
    company confederation conference congress consortium cooperative corporation corps council court
    department directorate division enterprises executive exchange faculty federation fleet force forces
    foundation front fund gazette group groups guard guards herald holdings hospital house industries
    initiative inspectorate institute institution institutes intelligence international investigation
    jihad journal laboratories laboratory league legislature library lords mail media militia ministry
    mission movement museum navy network news newspaper observatory office orchestra organisation
    organization parliament partnership party police post press project prosecutor's regiment registry
    reserve resistance review school schools secretariat senate service services society squad studios
    study survey systems taskforce team technologies telegraph television times today trade treasury
    tribune tribunal trust union unions united university watch watchdog workers rovers rangers athletic
    wanderers
    """.split()
)
"""Nouns that make a name an organisation's, as its last word or the one before ``of`` or ``for``."""

ENDINGS: Final = frozenset(
    "Inc Inc. Corp Corp. Ltd Ltd. LLC PLC plc AG SA GmbH NV SE Co Co. & Bros LLP".split()
)

HEADS: Final = frozenset(
    """
    academy agency alliance army assembly association bank board bureau centre center centers chamber
    church college commission committee confederation congress council court department faculty
    federation foundation government house institute league ministry museum office organisation
    organization parliament party school secretariat society state university union united bishop trust
    guards front movement society
    """.split()
)
"""Nouns whose ``of`` or ``for`` belongs to the name: ``Ministry of Health``."""

KNOWN: Final = frozenset(
    """
    UN| U.N.| United Nations| EU| European Union| NATO| WHO| IMF| OPEC| ASEAN| G7| G8| G20| BRICS|
    African Union| Arab League| World Bank| World Trade Organization| WTO| UNESCO| UNICEF| UNHCR| UNRWA|
    IAEA| ICC| Interpol| Europol| Frontex| OSCE| Red Cross| Red Crescent| Amnesty International|
    Human Rights Watch| Greenpeace| Oxfam| Hamas| Hezbollah| Islamic Jihad| Islamic State| ISIS| ISIL|
    Daesh| Al-Qaeda| al-Qaeda| Al Qaeda| al Qaeda| Taliban| Fatah| PLO| Boko Haram| al-Shabaab|
    Al-Shabaab| Houthis| Houthi| PKK| ETA| IRA| FARC| Muslim Brotherhood| Mossad| Shin Bet| CIA| FBI|
    NSA| MI5| MI6| KGB| FSB| GRU| ISI| IDF| NASA| ESA| NOAA| USGS| FEMA| EPA| FDA| CDC| FAA| NTSB| SEC|
    IRS| DHS| TSA| ICE| Pentagon| White House| Kremlin| Downing Street| Capitol| Knesset| Bundestag|
    Duma| State Duma| Congress| Senate| Parliament| House of Representatives| House of Commons|
    House of Lords| Supreme Court| Federal Reserve| Wall Street Journal| Republican Party|
    Democratic Party| Labour| Tories| GOP| Labour Party| Conservative Party| Liberal Democrats|
    Sinn Féin| Bloomberg| Reuters| Agence France-Presse| AFP| Associated Press| AP| TASS| Xinhua|
    Al Jazeera| CNN| BBC| BBC News| NBC| CBS| ABC| NPR| PBS| MSNBC| Fox News| Sky News| Channel 4|
    The Guardian| Guardian| The Times| New York Times| The New York Times| Washington Post|
    The Washington Post| Der Spiegel| Le Monde| El País| Haaretz| Wikinews| Wikipedia|
    Wikimedia Foundation| Google| Apple| Microsoft| Amazon| Facebook| Meta| Twitter| YouTube| Instagram|
    TikTok| Netflix| Intel| IBM| Samsung| Sony| Nintendo| Tesla| SpaceX| Boeing| Airbus| Ford|
    General Motors| GM| Chrysler| Fiat| Toyota| Honda| Nissan| Volkswagen| BMW| Daimler| Renault|
    Peugeot| Mercedes| Shell| BP| ExxonMobil| Gazprom| Rosneft| Walmart| McDonald's| Starbucks| Nike|
    Adidas| Disney| Comcast| AT&T| Verizon| Vodafone| Nokia| Huawei| Alibaba| Tencent| Uber|
    Goldman Sachs| JPMorgan| Citigroup| Lehman Brothers| HSBC| Barclays| Deutsche Bank| UBS|
    Credit Suisse| FIFA| UEFA| IOC| NFL| NBA| NHL| MLB| Manchester United| Manchester City| Real Madrid|
    Chelsea| Arsenal| Juventus| Bayern Munich| Ferrari| McLaren
    """.replace("\n", "")
    .replace("    ", "")
    .replace("| ", "|")
    .split("|")
)
"""Names of bodies that nothing in their form tells."""

COMPANY_NOUNS: Final = frozenset(
    """
    airline agency bank blog brand broadcaster builder carmaker carrier chain charity club company
    consortium contractor developer firm giant group insurer label magazine maker manufacturer network
    newspaper operator organisation organization party producer provider publisher rebels retailer startup
    studio subsidiary supplier think-tank website
    """.split()
)
"""Nouns right before a name that make it an organisation's: ``Russian flag carrier Aeroflot``."""

WORKS: Final = frozenset(
    "act agreement accord award bill cup day deal games law month prize show treaty war week".split()
)
"""Nouns that make a name something else: a law, a war, a prize."""
