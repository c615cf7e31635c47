/* The passage of a fact at hand, and the way back from it. Without this script every link still leads to its
   words and every passage to its rows. Nothing is fetched, and words are only ever copied as text. */
(() => {
  "use strict";

  const FACTS = '.md-content a[href*="#span-"]';
  const PREVIEW = "bf-preview";
  const SHOW_AFTER = 120;
  const HIDE_AFTER = 220; // milliseconds, so that a pointer can cross over to the preview
  const GAP = 6;
  const BEFORE = 240;
  const LONGEST = 640;

  /* ---- Words of the source ---- */

  const facts = () => [...document.querySelectorAll(FACTS)];

  const factOf = (target) => (target instanceof Element ? target.closest(FACTS) : null);

  /* The anchor that a link leads to; null where it stands on another page. */
  const anchorOf = (link) => {
    const here = link.origin === location.origin && link.pathname === location.pathname;
    return here && link.hash ? document.getElementById(link.hash.slice(1)) : null;
  };

  /* Marks that overlap are cut: all pieces of one, in order. */
  const piecesOf = (anchor) => {
    const others = document.querySelectorAll(`mark[data-span="${CSS.escape(anchor.id)}"]`);
    return anchor.localName === "mark" ? [anchor, ...others] : [...others];
  };

  const sentencesOf = (text, language) => {
    if (!("Segmenter" in Intl)) return [{ index: 0, segment: text }];
    const options = { granularity: "sentence" };
    try {
      return [...new Intl.Segmenter(language || undefined, options).segment(text)];
    } catch {
      return [...new Intl.Segmenter(undefined, options).segment(text)];
    }
  };

  /* The sentences around words as a paragraph, the words marked; null where the words are withheld. */
  const passageOf = (anchor) => {
    const marks = piecesOf(anchor);
    const block = marks[0]?.closest("p");
    if (!block) return null;

    const runs = [];
    let text = "";
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = text.length;
      text += walker.currentNode.data;
      const isMarked = marks.some((mark) => mark.contains(walker.currentNode));
      runs.push({ start, end: text.length, isMarked });
    }
    const marked = runs.filter((run) => run.isMarked);
    if (!marked.length) return null;

    const first = marked[0].start;
    const last = marked[marked.length - 1].end;
    const language = block.closest("[lang]");
    let start = 0;
    let end = text.length;
    for (const { index, segment } of sentencesOf(text, language?.lang)) {
      if (index <= first) start = index;
      if (index + segment.length >= last) {
        end = index + segment.length;
        break;
      }
    }
    const from = Math.max(start, first - BEFORE);
    const to = Math.min(end, from + LONGEST);

    const paragraph = document.createElement("p");
    if (language && language !== document.documentElement) {
      paragraph.lang = language.lang;
      paragraph.dir = "auto";
    }
    if (from > start) paragraph.append("… ");
    for (const run of runs) {
      const words = text.slice(Math.max(run.start, from), Math.min(run.end, to));
      if (run.end <= from || run.start >= to) continue;
      if (run.isMarked) {
        const mark = document.createElement("mark");
        mark.className = marks[0].className;
        mark.append(words);
        paragraph.append(mark);
      } else {
        paragraph.append(words);
      }
    }
    if (to < end) paragraph.append(" …");
    return paragraph;
  };

  /* Which paragraph it is, and whether its words are the source's own. */
  const placeOf = (anchor) => {
    const passage = anchor.closest(".bf-passage");
    const number = passage?.querySelector('a[id^="p-"]')?.title;
    const form = passage?.querySelector(".bf-form")?.textContent;
    return [number, form].filter(Boolean).join(" · ");
  };

  /* ---- Preview ---- */

  let shown = null; // {link, preview, title, isFocused}
  let dismissed = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.preview.remove();
    shown.link.removeAttribute("aria-describedby");
    if (shown.title) shown.link.title = shown.title;
    shown = null;
  };

  const place = (link, preview, page) => {
    const lines = [...link.getClientRects()];
    if (!lines.length) return;
    const base = page.getBoundingClientRect();
    const [above, below] = [lines[0], lines[lines.length - 1]];
    const { offsetWidth: width, offsetHeight: height } = preview;
    const isRightToLeft = getComputedStyle(link).direction === "rtl";
    const wanted = (isRightToLeft ? below.right - width : below.left) - base.left;
    const fitsBelow = below.bottom + GAP + height <= innerHeight;
    const top = fitsBelow || above.top < height + GAP ? below.bottom + GAP : above.top - GAP - height;
    preview.style.left = `${Math.max(0, Math.min(wanted, base.width - width))}px`;
    preview.style.top = `${top - base.top}px`;
  };

  const show = (link, isFocused) => {
    if (shown?.link === link) return;
    hide();
    const anchor = anchorOf(link);
    const page = link.closest(".md-content__inner");
    const passage = anchor && page && passageOf(anchor);
    if (!passage) return;

    const preview = document.createElement("div");
    preview.id = PREVIEW;
    preview.className = PREVIEW;
    preview.setAttribute("role", "tooltip");
    preview.append(passage);
    const where = placeOf(anchor);
    if (where) {
      const note = document.createElement("small");
      note.append(where);
      preview.append(note);
    }
    // The browser would show the title, the number of the paragraph, over the preview.
    shown = { link, preview, title: link.title, isFocused };
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", PREVIEW);
    page.append(preview);
    place(link, preview, page);
  };

  const after = (delay, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  document.addEventListener("pointerover", (event) => {
    // A finger does not hover: it follows the link.
    if (event.pointerType === "touch") return;
    const link = factOf(event.target);
    if (link) {
      if (link === shown?.link) clearTimeout(timer);
      else if (link !== dismissed) after(SHOW_AFTER, () => show(link, false));
      return;
    }
    dismissed = null;
    if (event.target instanceof Element && event.target.closest(`.${PREVIEW}`)) clearTimeout(timer);
    else if (shown?.isFocused) clearTimeout(timer);
    else after(HIDE_AFTER, hide);
  });

  document.documentElement.addEventListener("pointerleave", () => {
    if (!shown?.isFocused) after(HIDE_AFTER, hide);
  });

  document.addEventListener("focusin", (event) => {
    dismissed = null;
    const link = factOf(event.target);
    if (link?.matches(":focus-visible")) show(link, true);
    else hide();
  });

  document.addEventListener("focusout", () => {
    if (shown?.isFocused) hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    dismissed = shown?.link ?? null;
    hide();
  });

  addEventListener("beforeprint", hide);

  /* ---- The way back ---- */

  /* An entry of the history remembers which link was followed from it, and from which link it was reached. */
  const remember = (more) => history.replaceState({ ...history.state, ...more }, "");

  let followed = null; // {index, hash}

  /* Where a link leads that takes the reader back to another one, for whoever copies it. */
  const rowOf = (link) => {
    const row = link.closest("li, tr")?.querySelector('a[id^="fact-"]');
    if (row) return row.id;
    const headings = [...document.querySelectorAll(".md-content h2[id]")];
    const above = headings.filter((heading) => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
    return above.pop()?.id ?? "";
  };

  const settle = (link) => {
    requestAnimationFrame(() => {
      link.focus({ preventScroll: true });
      link.classList.add("bf-origin");
      const { top, bottom } = link.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) link.scrollIntoView({ block: "center" });
    });
  };

  const offerWayBack = (index, back) => {
    const link = facts()[index];
    const anchor = document.getElementById(location.hash.slice(1));
    const passage = anchor?.closest(".bf-passage, .bf-source li");
    if (!link || !passage) return;
    const way = document.createElement("p");
    way.className = "bf-return";
    const words = document.createElement("a");
    words.href = `#${rowOf(link)}`;
    words.append("Back to where you were");
    words.addEventListener("click", (event) => {
      event.preventDefault();
      back(link);
    });
    way.append(words);
    const list = passage.querySelector(":scope > ul");
    if (list) list.before(way);
    else passage.append(way);
  };

  /* Sets apart, in the list below a passage, the facts that rest on these very words. */
  const tellFacts = (pieces) => {
    for (const link of document.querySelectorAll(".bf-on-words")) link.classList.remove("bf-on-words");
    const names = new Set();
    for (const piece of pieces) {
      const around = [piece, ...piece.querySelectorAll("mark")];
      for (let mark = piece.parentElement?.closest("mark"); mark; mark = mark.parentElement?.closest("mark")) {
        around.push(mark);
      }
      for (const mark of around) names.add(`#fact-${(mark.dataset.span ?? mark.id).replace(/^span-/, "")}`);
    }
    const links = pieces[0]?.closest(".bf-passage")?.querySelectorAll(":scope > ul a") ?? [];
    for (const link of links) link.classList.toggle("bf-on-words", names.has(link.hash));
  };

  /* Shows what the place in the history asks for: all pieces of the words, their facts, and the way back. */
  const arrive = () => {
    for (const piece of document.querySelectorAll(".bf-here")) piece.classList.remove("bf-here");
    tellFacts([]);
    for (const way of document.querySelectorAll(".bf-return")) way.remove();
    const anchor = document.getElementById(location.hash.slice(1));
    if (!anchor) return;
    const pieces = piecesOf(anchor);
    for (const piece of pieces) piece.classList.add("bf-here");
    tellFacts(pieces);
    const index = history.state?.bfReachedFrom;
    if (index !== undefined) offerWayBack(index, () => history.back());
  };

  document.addEventListener("click", (event) => {
    hide();
    for (const link of document.querySelectorAll(".bf-origin")) link.classList.remove("bf-origin");
    const link = factOf(event.target);
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || !anchorOf(link)) return;
    const index = facts().indexOf(link);
    if (link.hash !== location.hash) {
      remember({ bfFollowed: index });
      followed = { index, hash: link.hash };
      return;
    }
    // The reader is there already: the history gets no entry to go back to.
    arrive();
    for (const way of document.querySelectorAll(".bf-return")) way.remove();
    offerWayBack(index, settle);
  });

  addEventListener("hashchange", () => {
    if (followed?.hash === location.hash) remember({ bfReachedFrom: followed.index });
    followed = null;
    arrive();
  });

  addEventListener("popstate", (event) => {
    const index = event.state?.bfFollowed;
    const link = index === undefined ? null : facts()[index];
    if (link) settle(link);
  });

  arrive();
})();
