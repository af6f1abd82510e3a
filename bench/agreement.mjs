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
    sides.push({ context, page });
  }
  for (const changes of scenarios(data, CHECKED)) {
    const hash = address(data, changes);
    const [shown, twin] = await Promise.all(sides.map(({ page }) => page.evaluate(asShown, hash)));
    assert.deepEqual(twin, shown, `the twin shows something else at ${hash}`);
  }
  await Promise.all(sides.map(({ context }) => context.close()));
  return `${CHECKED} scenarios: total, grade, every component and every text of page and twin are the same, element by element.`;
}

// Opens an address and gives every element with its attributes, its words and whether it is checked.
async function asShown(hash) {
  location.hash = hash;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const walk = (element) => {
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    const inside = [...element.childNodes].map((child) => (child.nodeType === 1 ? walk(child) : child.data));
    return [element.localName, attributes.join(" "), ...(element.checked === undefined ? [] : [element.checked]), ...inside];
  };
  // A copy without comments, in which words that follow each other are one text.
  const copy = document.getElementById("calculator").cloneNode(true);
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let comment; (comment = comments.nextNode()); ) comment.remove();
  copy.normalize();
  return { address: location.hash, calculator: walk(copy) };
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
