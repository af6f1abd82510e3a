// Reads what authors bring, a spreadsheet or a card file. What reads them is a program of its own, so that whoever only
// evaluates never loads it.
import init, { Reader } from "./reader-glue.js";
import texts from "./reader-texts.js";

const locales = { en: "en-US", es: "es" };

/** Makes the function `loadReader` for an environment where `place` gives the program. */
export function readerLoader(place) {
  let started;

  return async function loadReader({ language = "en", program } = {}) {
    if (!(language in texts)) throw new Error(`lawgrade: there is no language “${language}”; there are ${Object.keys(texts).join(", ")}.`);
    started ??= start(program ?? place());
    await started;
    const reader = new Reader(language, locales[language], texts[language]);
    return {
      read: (name, bytes) => read(reader, name, bytes),
      free: () => reader.free(),
    };
  };

  // What has failed is tried again by the next who asks.
  async function start(program) {
    try {
      await init({ module_or_path: await program });
    } catch (cause) {
      started = undefined;
      throw new Error("lawgrade: what reads spreadsheets could not be loaded; hand over the file reader.wasm of the package: loadReader({ program }).", { cause });
    }
  }
}

function read(reader, name, bytes) {
  if (typeof name !== "string") throw new TypeError("lawgrade: read(name, bytes) needs the file's name, whose ending tells what it is.");
  const { diagnostics, card } = JSON.parse(reader.diagnose(name, bytesOf(bytes)));
  return { diagnostics, card: card && JSON.parse(card) };
}

function bytesOf(content) {
  if (typeof content === "string") return new TextEncoder().encode(content);
  if (ArrayBuffer.isView(content)) return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  throw new TypeError("lawgrade: read(name, bytes) takes a text, an ArrayBuffer or a view of one.");
}
