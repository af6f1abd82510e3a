// Where the front page is, Connecticut's calculator was before, so whatever stands behind the `#` and is no place of the
// front page leads there, or to the page of the framework that it names. It stands in the front page itself, so that
// nothing is seen before that. The build tells policies its fingerprint.
import { pageNamed } from "./frameworks.js";

const { name, calculator, pages, places } = document.currentScript.dataset;

function lead() {
  const { search, hash } = location;
  const place = hash.slice(1).split(/[?&]/)[0];
  if (hash && !places.split(" ").includes(place)) location.replace((pageNamed(hash, pages) ?? calculator) + search + hash);
}

addEventListener("hashchange", lead);
// By another name the page may be in a folder that is not its own, as long as its script has not been found there.
if (["", name].includes(location.pathname.split("/").pop().replace(/\.html$/, ""))) lead();
else document.addEventListener("load", ({ target }) => target.id === "boot" && lead(), true);

// The search has its place from the start, so that nothing moves when its script comes; without that, there is none.
const { dataset } = document.documentElement;
dataset.search = "";
document.addEventListener("error", ({ target }) => target.id === "boot" && delete dataset.search, true);
