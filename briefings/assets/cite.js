/* "Copy with citation" beside each fact of a briefing: what it says, who published it, when, and where the words
   stand. Only text is read that the page shows, so nothing that is withheld can be copied. Without this script the
   page lacks the buttons and nothing else. */
(() => {
  "use strict";

  const ROWS = '.md-content :is(li, tr):has(> a[id^="fact-"], > td > a[id^="fact-"])';
  const WORDS = 'a[href*="#span-"]';
  const SAID_FOR = 4000; // milliseconds

  const publisher = document.querySelector(".bf-meta .bf-publisher")?.textContent ?? "";
  const published = document.querySelector(".bf-meta .bf-published")?.textContent ?? "";
  const form = document.querySelector(".bf-source .bf-form")?.textContent ?? "";

  /* The words of a row are its links outside the small print; a row of figures says them in its first two cells. */
  const wordsOf = (row) => {
    if (row.localName === "tr") {
      const cells = [...row.cells].slice(0, 2).map((cell) => {
        const copy = cell.cloneNode(true);
        for (const small of copy.querySelectorAll("small, button")) small.remove();
        return copy.textContent.trim();
      });
      return cells.filter(Boolean).join(" ");
    }
    const links = [...row.querySelectorAll(WORDS)].filter((link) => !link.closest("small"));
    const words = links.map((link) => link.textContent.trim()).join(" … ");
    return links[0]?.closest("em") ? words : `“${words}”`;
  };

  const addressOf = (row) => {
    const link = row.querySelector(WORDS);
    return link ? link.href : `${location.href.split("#")[0]}#${row.querySelector("a[id]").id}`;
  };

  const citationOf = (row) => {
    const source = [publisher, published, form].filter(Boolean).join(", ");
    return `${wordsOf(row)} (${source}) ${addressOf(row)}`;
  };

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

  const rows = document.querySelectorAll(ROWS);
  if (!rows.length || !published) return;
  document.querySelector(".md-content__inner")?.append(status);

  for (const row of rows) {
    const words = wordsOf(row);
    if (!words || words === "“”" || row.closest(".bf-parties")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bf-copy";
    button.title = "Copy with citation";
    button.setAttribute("aria-label", `Copy with citation: ${words.length > 80 ? `${words.slice(0, 79)}…` : words}`);
    button.append("copy");
    button.addEventListener("click", async () => {
      const isDone = await copy(citationOf(row), button);
      say(isDone ? "Copied with its citation" : "The browser does not allow copying", button);
    });
    const cell = row.localName === "tr" ? row.cells[0] : row;
    const small = cell.querySelector(":scope > small");
    if (small) small.before(button, " ");
    else cell.append(" ", button);
  }
})();
