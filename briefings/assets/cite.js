/* "Copy with citation" beside each fact: what it says, who published it, when, in which form, and where the words
   stand. Only text is read that the page shows, so nothing that is withheld can be copied. Without this script the
   page lacks the buttons and nothing else: each fact still links to its words and to its row on the briefing. */
(() => {
  "use strict";

  const WORDS = 'a[href*="#span-"]';
  const FROM = 'a[href*="#fact-"]';
  const OWN = ':is(li, tr):has(> a[id^="fact-"], > td > a[id^="fact-"])';
  const LISTS = ":is(.bf-timeline, .bf-next, .bf-quotes, .bf-evidence) li";
  const ELSEWHERE = `${LISTS}, .bf-figures tbody tr, .bf-cards .bf-card`;
  const LONGEST = 80; // characters of a label
  const SAID_FOR = 4000; // milliseconds

  const published = document.querySelector(".bf-meta .bf-published")?.textContent ?? "";
  const publisher = document.querySelector(".bf-meta .bf-publisher")?.textContent ?? "";
  const form = document.querySelector(".bf-source .bf-form")?.textContent ?? "";

  const textOf = (part) => {
    const copy = part.cloneNode(true);
    for (const small of copy.querySelectorAll("small, button")) small.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  /* The words of a row are its links outside the small print. A row of a briefing's figures says them in its first two
     cells, that of another table in its first one, a card in all that is not small. */
  const wordsOf = (row) => {
    if (row.localName === "tr") {
      return [...row.cells].slice(0, row.matches(OWN) ? 2 : 1).map(textOf).filter(Boolean).join(" ");
    }
    if (row.matches(".bf-card")) return textOf(row);
    const links = [...row.querySelectorAll(WORDS)].filter((link) => !link.closest("small"));
    const words = links.map((link) => link.textContent.trim()).join(" … ");
    return links[0]?.closest("em") || /^[“"„«]/.test(words) ? words : `“${words}”`;
  };

  const addressOf = (row) => {
    const link = row.querySelector(WORDS);
    return link ? link.href : `${location.href.split("#")[0]}#${row.querySelector("a[id]").id}`;
  };

  /* On a briefing all facts are from its one source; elsewhere each row says where it is from. */
  const sourceOf = (row) => {
    if (published) return [publisher, published, form];
    const said = row.querySelector(".bf-from")?.textContent;
    const link = row.querySelector(FROM);
    if (said || !link) return [said];
    const day = row.querySelector(".bf-published")?.textContent;
    return [link.textContent, day, link.closest("[data-form]")?.dataset.form];
  };

  const citationOf = (row) =>
    `${wordsOf(row)} (${sourceOf(row).filter(Boolean).join(", ")}) ${addressOf(row)}`;

  /* Pages from a disk or over plain HTTP have no clipboard of their own. */
  const copyOldWay = (text, button) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "bf-unseen";
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    const isDone = document.execCommand("copy");
    area.remove();
    button.focus({ preventScroll: true });
    return isDone;
  };

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOldWay(text, button);
    }
  };

  const status = document.createElement("div");
  status.className = "bf-unseen";
  status.setAttribute("role", "status");

  let timer = 0;

  const say = (text, button) => {
    clearTimeout(timer);
    for (const other of document.querySelectorAll(".bf-copied")) other.classList.remove("bf-copied");
    status.textContent = text;
    button.classList.add("bf-copied");
    timer = setTimeout(() => {
      status.textContent = "";
      button.classList.remove("bf-copied");
    }, SAID_FOR);
  };

  const rows = [...document.querySelectorAll(`.md-content :is(${OWN}, ${ELSEWHERE})`)].filter(
    (row) => row.querySelector(`${WORDS}, a[id^="fact-"]`) && sourceOf(row).some(Boolean),
  );
  if (!rows.length) return;
  document.querySelector(".md-content__inner")?.append(status);

  for (const row of rows) {
    const words = wordsOf(row);
    if (!words || words === "“”" || row.closest(".bf-parties")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bf-copy";
    button.title = "Copy with citation";
    const label = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
    button.setAttribute("aria-label", `Copy with citation: ${label}`);
    button.append("copy");
    button.addEventListener("click", async () => {
      const isDone = await copy(citationOf(row), button);
      say(isDone ? "Copied with its citation" : "The browser does not allow copying", button);
    });
    const cell = row.localName === "tr" ? row.cells[0] : row;
    const small = cell.querySelector(":scope > small, :scope > p > small");
    if (small) small.before(button, " ");
    else cell.append(" ", button);
  }
})();
