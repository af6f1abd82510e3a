// Translators, extensions and scripts of a host may put other elements in place of ours: a copy looks the same, but
// nothing follows it and nobody listens to it. After whatever a visitor does it is seen whether all of ours are still
// there; if not, `renew` makes them anew in the root, or in what has taken its place. Something that takes ours away
// whenever they are there is left alone in the end.
import { field, press } from "./fields.js";

export function onForeignHands(root, page, renew) {
  const scope = root.getRootNode();
  const ours = () => [...root.querySelectorAll(".panel *, .component input, .component-points *, .section-points *, :scope > [role=status]")];
  let parts = ours();
  let tries = 3;
  // What was switched on copies, and has not been heard yet.
  const unheard = new Map();
  const check = () => {
    if (tries === 0 || (root.isConnected && parts.every((part) => part.isConnected))) return;
    const place = root.isConnected ? root : scope.querySelector(`[id="${root.id}"]`);
    if (!place) return;
    tries -= 1;
    const focused = scope.activeElement?.id;
    const open = [...place.querySelectorAll("details")].map((fold) => fold.open);
    root = place;
    renew(root);
    parts = ours();
    [...root.querySelectorAll("details")].forEach((fold, number) => (fold.open = open[number] ?? false));
    press(root, unheard);
    unheard.clear();
    if (focused) field(root, focused)?.focus();
  };
  const soon = ({ type, target }) => {
    if (type === "change" && !parts.includes(target) && target.matches(".component input")) unheard.set(target.id, target.checked);
    setTimeout(check);
  };
  for (const event of ["change", "click"]) scope.addEventListener(event, soon, true);
  page.onChange(soon);
  return () => {
    tries = 0;
    for (const event of ["change", "click"]) scope.removeEventListener(event, soon, true);
  };
}

// How many elements, texts and comments there are in a root.
export function nodes(root) {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}
