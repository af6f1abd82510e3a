// The rules of legislative report cards for other programs: in browsers, Node, Deno, Bun, workers and bundlers.
// Typed by lawgrade.d.ts.
import { loader } from "./load.js";

// Beside this file on its server. Bundlers that know this form put the program among their assets.
function beside() {
  const address = new URL("./lawgrade.wasm", import.meta.url);
  // Programs that run from files read the copy below: Node's fetch reads none, and no bundler for browsers
  // may meet Node's modules here.
  return address.protocol === "file:" ? undefined : fetch(address);
}

// The same program as text in a module. Every bundler takes it along, and only who needs it loads it: where a
// bundler or a server has left the file behind.
const inside = async () => (await import("./embedded.js")).default;

export const load = loader(beside, inside);
