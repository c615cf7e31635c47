/* Tables are sorted by their headings, and the rows of an index are filtered by words. Everything is readable without
   this; nothing is fetched, nothing is remembered, and rows are moved or hidden, never made. */

(() => {
  "use strict";

  const MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ];
  const ROWS = ".bf-figures tbody tr, .bf-list > ul > li, .bf-timeline > ul > li, .bf-quotes > ul > li";
  const FEWEST = 8;
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  /* The last day named in a cell, as a number that grows; null where it names none. */
  function dayOf(text) {
    const found = text.toLowerCase().match(/(?:(\d{1,2}) )?(?:([a-z]+) )?(\d{4})(?!.*\d{4})/);
    if (!found) return null;
    const month = found[2] ? MONTHS.indexOf(found[2]) + 1 : 0;
    if (found[2] && !month) return null;
    return Number(found[3]) * 10000 + month * 100 + Number(found[1] || 0);
  }

  /* The number that a cell begins with, after a sign of money or a bound; null where there is none. */
  function numberOf(text) {
    const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
    const found = text.match(/^\D{0,20}?(-?[\d,]+(?:\.\d+)?)(?: (thousand|[mbtr]+illion))?/);
    return found ? Number(found[1].replaceAll(",", "")) * (scales[found[2]] || 1) : null;
  }

  /* What the page itself says that a cell sorts by, as numbers: a value, or a first and a last day. A date without a
     first day stands just before its last one, as on a timeline. */
  function givenOf(cell) {
    const value = cell.querySelector("data[value]")?.getAttribute("value");
    if (!value) return null;
    if (!value.includes("/")) return [Number(value)];
    const [first, last] = value.split("/").map((day) => (day ? Number(day.replaceAll("-", "")) : null));
    return first === null ? [last, 0, last] : [first, 1, last ?? Infinity];
  }

  function compareGiven(first, second) {
    for (const [at, value] of first.entries()) {
      if (value !== second[at]) return value - (second[at] ?? 0);
    }
    return 0;
  }

  function compare(first, second) {
    if (first.given && second.given && first.given.length === second.given.length) {
      return compareGiven(first.given, second.given) || collator.compare(first.text, second.text);
    }
    for (const read of [dayOf, numberOf]) {
      const [a, b] = [read(first.text), read(second.text)];
      if (a !== null && b !== null) return a - b || collator.compare(first.text, second.text);
    }
    return collator.compare(first.text, second.text);
  }

  function sort(table, heading, column) {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => {
      const cell = row.cells[column];
      return { row, text: cell.textContent.trim(), given: givenOf(cell) };
    });
    /* What says nothing stays last, whichever way the others go. */
    rows.sort((a, b) => (!a.text || !b.text ? Number(!a.text) - Number(!b.text) : compare(a, b) * (down ? -1 : 1)));
    body.append(...rows.map(({ row }) => row));
  }

  function makeSortable(table) {
    if (!table.tHead || !table.tBodies.length || table.tBodies[0].rows.length < 2) return;
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      if (heading.querySelector("button") || !heading.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "bf-sort";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading, column));
      heading.append(button);
    });
  }

  function show(rows, words, status) {
    let shown = 0;
    for (const [text, row] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    status.textContent = words.length ? `${shown} of ${rows.length} rows on this page` : "";
  }

  function makeFilter(place) {
    const content = place.closest("article") || document;
    const rows = [...content.querySelectorAll(ROWS)].map((row) => [row.textContent.toLowerCase(), row]);
    if (place.childElementCount || rows.length < FEWEST) return;
    const label = document.createElement("label");
    const input = document.createElement("input");
    const status = document.createElement("span");
    input.type = "search";
    input.autocomplete = "off";
    status.setAttribute("role", "status");
    label.append("Filter this page ", input);
    place.append(label, status);
    input.addEventListener("input", () => {
      show(rows, input.value.toLowerCase().split(/\s+/).filter(Boolean), status);
    });
  }

  function start() {
    document.querySelectorAll(".bf-figures table").forEach(makeSortable);
    document.querySelectorAll(".bf-filter").forEach(makeFilter);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
