// What is measured in the page itself: texts that are lost, places that a finger hits, what the keyboard reaches.
const places = "a[href], button, input:not([hidden]), select, textarea, summary, [tabindex='0']";

// Texts that are cut off, leave the window or lie over each other, each with its first letters.
export const lostTexts = (page) => page.evaluate(() => {
  // What stays in view lies over nothing there.
  scrollTo(0, 0);
  const lost = new Set();
  const short = (node) => node.textContent.trim().slice(0, 30);
  const beyond = (box, edge) => box.right > edge.right + 1 || box.left < edge.left - 1 || box.bottom > edge.bottom + 1 || box.top < edge.top - 1;
  const holds = (element) => element.matches("button, summary, .basis, .changed-mark, .plan, .tool, .outcome, .told") || /hidden|clip/.test(getComputedStyle(element).overflow);
  const rows = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.textContent.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest(".visually-hidden, .skip, select, textarea")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // What is swiped may be wider than its place; its columns may lie over each other.
    const scroller = parent.closest(".scrolls");
    for (const box of range.getClientRects()) {
      if (box.width <= 1) continue;
      if (!scroller && (box.left < -1 || box.right > innerWidth + 1)) lost.add(`out of the window: ${short(node)}`);
      for (let around = parent; around && around !== scroller; around = around.parentElement) {
        if (holds(around) && beyond(box, around.getBoundingClientRect())) lost.add(`cut off: ${short(node)}`);
      }
      // Letters are lower than their line.
      if (!scroller) rows.push({ node, left: box.left + 1, right: box.right - 1, top: box.top + box.height / 6, bottom: box.bottom - box.height / 6 });
    }
  }
  rows.forEach((one, place) => {
    for (const other of rows.slice(place + 1)) {
      const over = one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      if (over && one.node !== other.node) lost.add(`over each other: ${short(one.node)} | ${short(other.node)}`);
    }
  });
  for (const box of document.querySelectorAll("button, summary, .panel, .tool, .component, .plan, label, legend")) {
    if (box.clientWidth && box.scrollWidth > box.clientWidth + 1) lost.add(`wider than its place: ${short(box)}`);
  }
  if (document.scrollingElement.scrollWidth > innerWidth) lost.add("the page is scrolled sideways");
  return [...lost];
});

// The size of each place that answers to a pointer, felt out from its middle, with the label that belongs to it.
export const targets = (page) => page.evaluate((places) => {
  const shown = [...document.querySelectorAll(places)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return shown.filter((element) => !element.matches(".skip, .scrolls, .file input")).map((element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const label = element.labels?.[0];
    const own = (x, y) => {
      const hit = document.elementFromPoint(x, y);
      return Boolean(hit) && (element.contains(hit) || Boolean(label?.contains(hit)));
    };
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const reach = (right, down) => {
      let steps = 0;
      while (steps < 50 && own(x + right * (steps + 1), y + down * (steps + 1))) steps += 0.5;
      return steps;
    };
    const switches = element.type === "checkbox" ? label.getBoundingClientRect() : { width: 0, height: 0 };
    return {
      name: (element.getAttribute("aria-label") || element.textContent || label?.textContent || element.id).trim().slice(0, 40),
      inSentence: element.localName === "a" && [...element.parentElement.childNodes].some((node) => (node.nodeType === 3 || node.localName === "span") && node.textContent.trim()),
      inFooter: Boolean(element.closest(".footer")),
      high: Math.max(reach(0, -1) + reach(0, 1) + 1, switches.height),
      wide: Math.max(reach(-1, 0) + reach(1, 0) + 1, switches.width),
      x: x + scrollX,
      y: y + scrollY,
    };
  });
}, places);

// Numbers all that takes the focus and is there, in the document's order, and says where each is.
export const focusable = (page) => page.evaluate((places) => {
  scrollTo(0, 0);
  const columns = [".scrolls", ".introduction", ".panel", "[role=main]", ".footer"];
  const all = [...document.querySelectorAll(places)].filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  return all.map((element, number) => {
    element.dataset.number = number;
    const { left, top, bottom } = element.getBoundingClientRect();
    return { name: element.textContent.trim().slice(0, 30), column: columns.findIndex((column) => element.closest(column)), left, top, bottom };
  });
}, places);

// How many of nine points of what has the focus can be seen.
export const seenOfFocus = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const { left, right, top, bottom } = element.getClientRects()[0];
  const across = [left + 2, (left + right) / 2, right - 2];
  // Of what is higher than the window, a part of it must do.
  const [from, to] = bottom - top > innerHeight ? [Math.max(top, 0), Math.min(bottom, innerHeight)] : [top, bottom];
  const down = [from + 2, (from + to) / 2, to - 2];
  return across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y))).filter((hit) => hit && (element.contains(hit) || hit.contains(element))).length;
});
