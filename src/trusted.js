// Addresses of scripts that a document of ours starts (its worker and its service worker), and the one HTML that a program
// of ours writes. A policy that asks for it (embed/headers) has them checked here.

const own = () => document.getElementById("boot").dataset;
const files = () => [own().plannerWorker, own().makeWorker, "sw.js"].filter(Boolean);

let policy;

function made() {
  policy ??= globalThis.trustedTypes?.createPolicy("lawgrade", {
    createScriptURL(url) {
      if (!files().some((name) => new URL(name, document.baseURI).href === url)) throw new TypeError(`not a script of this page: ${url}`);
      return url;
    },
    createHTML: (html) => html,
  });
  return policy;
}

/** An address of the build, as browsers that check such addresses want it. */
export function trusted(address) {
  return made()?.createScriptURL(address) ?? address;
}

/** What the reader has written (`overview/`), as elements: no text of a brought card is markup in it. */
export function trustedElements(html) {
  const template = document.createElement("template");
  template.innerHTML = made()?.createHTML(html) ?? html;
  return template.content;
}
