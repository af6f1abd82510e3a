// Elements of the page with data-lawgrade, for systems that take out what they do not know: the calculator is put
// into each, whenever it comes, in the page and in open shadow roots.
const settings = ["framework", "card", "data", "view", "theme", "parts", "lang", "frameless", "height", "title"];
const filled = new WeakMap();
const watched = new WeakSet();

function fill(place) {
  if (place.localName === "law-grade") return;
  const element = filled.get(place) ?? place.ownerDocument.createElement("law-grade");
  for (const name of ["address", ...settings]) {
    const value = name === "address" ? place.dataset.lawgrade : place.dataset[name];
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  if (filled.has(place)) return;
  filled.set(place, element);
  try {
    // Beside what the place itself holds, which a framework may take out or compare, and which is there as a fallback.
    element.append(place.ownerDocument.createElement("slot"));
    place.attachShadow({ mode: "open" }).append(element);
  } catch {
    place.replaceChildren(element);
  }
}

function search(root) {
  if (root.matches?.("[data-lawgrade]")) fill(root);
  if (root.shadowRoot && root.localName !== "law-grade") watch(root.shadowRoot);
  for (const place of root.querySelectorAll?.("*") ?? []) {
    if (place.dataset && "lawgrade" in place.dataset) fill(place);
    if (place.shadowRoot && place.localName !== "law-grade") watch(place.shadowRoot);
  }
}

const observer = new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") addedNodes.forEach(search);
    else if (target.dataset && ("lawgrade" in target.dataset)) fill(target);
  }
});

/** Fills all places below a document or shadow root, now and whenever one is added. */
export function watch(root) {
  if (!watched.has(root)) observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["lawgrade", ...settings].map((name) => `data-${name}`) });
  watched.add(root);
  search(root);
}
