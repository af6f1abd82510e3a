// Whoever is compared must show the same: checked before anything is measured.
import assert from "node:assert/strict";
import { desktop, ready, visit } from "./browser.mjs";
import { publicodes } from "./publicodes/contestant.mjs";
import { address, scenarios } from "./scenarios.mjs";

const CHECKED = 50;

/** Compares page and twin, element by element, on scenarios by chance. Throws when they differ. */
export async function agree(browser, host, data) {
  const sides = [];
  for (const path of ["", "twin.html"]) {
    const { context, page } = await visit(browser, desktop);
    await page.goto(`${host.address}${path}`);
    await ready(page);
    // The tools come when there is nothing else to do, and put an element into each of their places; the twin has it.
    await page.waitForSelector("#unread > div", { state: "attached" });
    sides.push({ context, page });
  }
  for (const [place, changes] of scenarios(data, CHECKED).entries()) {
    const hash = address(data, changes);
    const [shown, twin] = await Promise.all(sides.map(({ page }) => page.evaluate(asShown, [hash, place])));
    assert.deepEqual(twin, shown, `the twin shows something else at ${hash}`);
  }
  await Promise.all(sides.map(({ context }) => context.close()));
  return `${CHECKED} scenarios: total, grade, every component and every text of page and twin are the same, element by element, with more and more reasons open.`;
}

// Opens an address, and a component's reasons or closes them again, each in turn; gives every element with its
// attributes, its words, its lengths and whether it is checked.
async function asShown([hash, place]) {
  const folds = document.querySelectorAll(".why");
  folds[place % folds.length].open = place < folds.length;
  // Each writes the address anew, once it has followed it and the result is painted.
  const followed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
  const isAnother = location.hash !== `#${hash}`;
  location.hash = hash;
  if (isAnother) await followed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  // The lengths that the build writes stand in the style sheet, by the number in `data-s`, until another is set.
  const ignored = ["checked", "data-s", "style"];
  const rules = new Map([...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map((rule) => [rule.selectorText, rule.style])));
  const lengths = ({ style, dataset }) => ["left", "width", "--notches"].map((name) => {
    const written = rules.get(`[data-s="${dataset.s}"]`)?.getPropertyValue(name);
    return parseFloat(style.getPropertyValue(name) || written) || 0;
  });
  // The build writes a space where a text is empty: at the ends of an element it shows nothing.
  const seen = (child, place, { length }) => child.nodeType === 1 || child.data.trim() || (place > 0 && place < length - 1);
  const walk = (element) => {
    const attributes = [...element.attributes].filter(({ name, value }) => !ignored.includes(name) && value + name !== "class");
    const written = attributes.map(({ name, value }) => `${name}=${value}`).sort();
    const inside = [...element.childNodes].filter(seen).map((child) => (child.nodeType === 1 ? walk(child) : child.data));
    return [element.localName, written.join(" "), lengths(element).join(" "), ...(element.checked === undefined ? [] : [element.checked]), ...inside];
  };
  // A copy without comments, in which words that follow each other are one text.
  const copy = document.getElementById("calculator").cloneNode(true);
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let comment; (comment = comments.nextNode()); ) comment.remove();
  copy.normalize();
  return { address: location.hash, calculator: [...copy.children].map(walk) };
}

/** Compares publicodes with the page's rules, as other programs call them, on scenarios by chance. */
export function agreeInNode(card, data) {
  const engine = publicodes(data);
  for (const changes of scenarios(data, CHECKED)) {
    const { total, sections } = card.evaluate(changes);
    const points = (list) => list.map((part) => part.points);
    const components = points(sections.flatMap((section) => section.components));
    assert.deepEqual(engine.parts(changes), { total, sections: points(sections), components });
  }
  return `${CHECKED} scenarios: publicodes gives the same total, sections and 41 components.`;
}
