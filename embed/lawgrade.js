// The rules of legislative report cards for other programs, in browsers and in Node. Typed by lawgrade.d.ts.
import init, { Card, check } from "./api.js";

let loading;

/** Loads the program once and gives what can be done with it. */
export function load() {
  loading ??= program().then(
    (bytes) => init({ module_or_path: bytes }).then(() => api),
  );
  loading.catch(() => (loading = undefined));
  return loading;
}

async function program() {
  const address = new URL("./api_bg.wasm", import.meta.url);
  if (address.protocol !== "file:") return fetch(address);
  // Node reads its own files; browsers have no module of this name and no page there either.
  const { readFile } = await import("node:fs/promises");
  return readFile(address);
}

function once(framework, card, use) {
  const joined = new Card(framework, card);
  try {
    return use(joined);
  } finally {
    joined.free();
  }
}

const api = Object.freeze({
  card: (framework, card) => new Card(framework, card),
  check,
  evaluate: (framework, card, changes) => once(framework, card, (joined) => joined.evaluate(changes)),
  plan: (framework, card, changes, options) => once(framework, card, (joined) => joined.plan(changes, options)),
  formatAddress: (framework, card, changes) => once(framework, card, (joined) => joined.formatAddress(changes)),
  parseAddress: (framework, card, address) => once(framework, card, (joined) => joined.parseAddress(address)),
});
