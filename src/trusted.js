// Addresses of scripts that a document of ours starts: its worker and its service worker. A policy that asks for it
// (embed/headers) has them checked here.

const own = () => document.getElementById("boot").dataset;
const files = () => [own().plannerWorker, own().makeWorker, "sw.js"].filter(Boolean);

let policy;

/** An address of the build, as browsers that check such addresses want it. */
export function trusted(address) {
  policy ??= globalThis.trustedTypes?.createPolicy("lawgrade", {
    createScriptURL(url) {
      if (!files().some((name) => new URL(name, document.baseURI).href === url)) throw new TypeError(`not a script of this page: ${url}`);
      return url;
    },
  });
  return policy?.createScriptURL(address) ?? address;
}
