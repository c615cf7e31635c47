"""Places that news speaks of and that are no states. Own compilation of facts of common knowledge."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.drafting.states import capitals

_PLACES: Final = """
Africa, North Africa, West Africa, East Africa, Sub-Saharan Africa, Asia, Central Asia, Southeast Asia,
East Asia, South Asia, Europe, Western Europe, Eastern Europe, Central Europe, North America, South
America, Latin America, Central America, Oceania, Antarctica, Arctic, Middle East, Balkans, Caribbean,
Scandinavia, Caucasus, Sahel, Horn of Africa, Korean Peninsula, Arabian Peninsula, Siberia, Crimea,
Donbas, Chechnya, Dagestan, Kashmir, Tibet, Xinjiang, Kurdistan, Catalonia, Gaza, Gaza Strip, Gaza City,
West Bank, Golan Heights, East Jerusalem, Rafah, Khan Younis, Tel Aviv, Haifa, Jenin, Nablus, Hebron,
Ramallah, Bethlehem, Aleppo, Homs, Idlib, Mosul, Basra, Kirkuk, Erbil, Fallujah, Kandahar, Herat,
Helmand, Karachi, Lahore, Peshawar, Rawalpindi, Quetta, Mumbai, Delhi, Kolkata, Chennai, Bangalore,
Bengaluru, Hyderabad, Ahmedabad, Punjab, Gujarat, Kerala, Shanghai, Hong Kong, Macau, Guangdong,
Guangzhou, Shenzhen, Wuhan, Hubei, Sichuan, Chongqing, Tianjin, Nanjing, Osaka, Kyoto, Hiroshima,
Nagasaki, Fukushima, Okinawa, Hokkaido, Busan, Ho Chi Minh City, Yangon, Rangoon, Rakhine, Bali, Sumatra,
Java, Aceh, Sulawesi, Mindanao, Sydney, Melbourne, Brisbane, Perth, Adelaide, Hobart, Darwin, Queensland,
Victoria, New South Wales, Tasmania, Western Australia, South Australia, Northern Territory, Auckland,
Christchurch, Istanbul, Izmir, Gaziantep, Dubai, Jeddah, Mecca, Medina, Aden, Hodeidah, Benghazi,
Casablanca, Alexandria, Sharm el-Sheikh, Sinai, Darfur, Lagos, Kano, Johannesburg, Cape Town, Durban,
Mombasa, Goma, Tigray, Timbuktu, Saint Petersburg, St. Petersburg, St Petersburg, Novosibirsk,
Vladivostok, Rostov, Sochi, Kharkiv, Odesa, Odessa, Mariupol, Donetsk, Luhansk, Kherson, Lviv,
Zaporizhzhia, Sevastopol, Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Dresden, Leipzig, Düsseldorf,
Bavaria, Saxony, Zurich, Zürich, Geneva, Basel, Davos, Milan, Naples, Turin, Venice, Florence, Genoa,
Palermo, Sicily, Sardinia, Lampedusa, Barcelona, Valencia, Seville, Bilbao, Madrid, Porto, Marseille,
Lyon, Nice, Toulouse, Strasbourg, Bordeaux, Calais, Corsica, Rotterdam, The Hague, Hague, Utrecht,
Eindhoven, Antwerp, Bruges, Ghent, Gothenburg, Malmö, Bergen, Aarhus, Kraków, Krakow, Gdansk, Lodz,
England, Scotland, Wales, Northern Ireland, Birmingham, Manchester, Liverpool, Leeds, Sheffield, Bristol,
Newcastle, Nottingham, Oxford, Cambridge, Brighton, Southampton, Plymouth, Edinburgh, Glasgow, Aberdeen,
Dundee, Cardiff, Swansea, Belfast, Cornwall, Kent, Essex, Sussex, Yorkshire, Lancashire, Merseyside,
Salisbury, Heathrow, Cork, Galway, Limerick, Gibraltar, Greenland, Faroe Islands, Falkland Islands,
Bermuda, Puerto Rico, Guam, San Juan, Alabama, Alaska, Arizona, Arkansas, California, Colorado,
Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana,
Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
New Hampshire, New Jersey, New Mexico, New York, New York City, North Carolina, North Dakota, Ohio,
Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah,
Vermont, Virginia, Washington State, West Virginia, Wisconsin, Wyoming, New England, Midwest, Manhattan,
Brooklyn, Queens, Bronx, Staten Island, Long Island, Los Angeles, San Francisco, San Diego, San Jose,
Sacramento, Oakland, Silicon Valley, Hollywood, Las Vegas, Phoenix, Tucson, Denver, Boulder, Salt Lake
City, Seattle, Portland, Chicago, Detroit, Flint, Cleveland, Columbus, Cincinnati, Indianapolis,
Milwaukee, Madison, Minneapolis, St. Paul, St. Louis, Kansas City, Omaha, Dallas, Houston, Austin, San
Antonio, Fort Worth, El Paso, New Orleans, Baton Rouge, Memphis, Nashville, Atlanta, Savannah, Charlotte,
Raleigh, Charleston, Richmond, Norfolk, Baltimore, Philadelphia, Pittsburgh, Newark, Boston, Cambridge,
Providence, Hartford, Buffalo, Albany, Miami, Orlando, Tampa, Jacksonville, Tallahassee, Honolulu,
Anchorage, Cape Canaveral, Kennedy Space Center, Pearl Harbor, Ground Zero, Wall Street, Capitol Hill,
District of Columbia, Ontario, Quebec, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia,
New Brunswick, Newfoundland, Prince Edward Island, Yukon, Nunavut, Toronto, Montreal, Vancouver, Calgary,
Edmonton, Winnipeg, Halifax, Quebec City, Tijuana, Guadalajara, Monterrey, Ciudad Juárez, Ciudad Juarez,
Cancún, Cancun, São Paulo, Sao Paulo, Rio de Janeiro, Salvador, Recife, Manaus, Amazon, Medellín,
Medellin, Cali, Guayaquil, Cusco, Córdoba, Rosario, Patagonia, Valparaíso, Andes, Himalayas, Mount
Everest, Alps, Pyrenees, Sahara, Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic Ocean,
Mediterranean, Mediterranean Sea, Black Sea, Red Sea, South China Sea, East China Sea, Baltic Sea, North
Sea, Caspian Sea, Persian Gulf, Gulf of Mexico, Gulf of Aden, Strait of Hormuz, Suez Canal, Panama Canal,
English Channel, Pacific, Atlantic, Nile, Danube, Rhine, Mississippi River, Moon, Mars
"""

PLACE_NOUNS: Final = frozenset(
    """
    capital city county district island islands municipality parish port province region suburb town village
    """.split()
)
"""Nouns whose ``of`` makes the name behind it a place's: ``the village of Tarn``."""

PLACE_WORDS: Final = frozenset(
    """
    airport avenue basin bay beach boulevard bridge canyon cape castle cathedral cemetery channel city
    coast county creek desert district falls forest gulf harbor harbour heights highway hill hills island
    islands isles lake lane mount mountain mountains ocean oblast palace park peninsula plaza port
    province raceway reef region ridge river road sea shire speedway springs square stadium station
    strait street territory tower town valley village volcano arena circuit prefecture
    """.split()
)
"""Nouns that make a name a place's."""


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return the names of places, capitals among them."""
    return frozenset(" ".join(_PLACES.split()).split(", ")) | capitals()
