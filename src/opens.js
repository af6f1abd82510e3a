// Stands in the pages of frameworks themselves, before anything of them is painted. What only scripts make work has its place
// from the start, and so has the calculator where the address names a card. The build tells policies its fingerprint.
const { dataset } = document.documentElement;
dataset.scripts = "";
// A card stands behind its framework and a “/”, which no place of the page has.
if (/^#[^?&]+(\/|%2f)/i.test(location.hash) || /%23[^&]+(\/|%2f)/i.test(location.search)) dataset.opens = "soon";

document.addEventListener("error", ({ target }) => {
  if (target.id !== "boot") return;
  delete dataset.scripts;
  delete dataset.opens;
}, true);
