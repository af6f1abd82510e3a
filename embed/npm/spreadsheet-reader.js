// Reads what authors bring, a spreadsheet or a card file. What reads them is a program of its own, so that whoever only
// evaluates never loads it.
import init, { Reader, stopped } from "./reader-glue.js";
import languages from "./reader-texts.js";
import { Held } from "./held.js";
import { failed, loaderOf } from "./loading.js";

/** Makes the function `loadReader` for an environment where the program is at this place. */
export function readerLoader(place) {
  const load = loaderOf((module) => init({ module_or_path: module }), [place]);

  return async function loadReader({ language = "en", program } = {}) {
    if (!Object.hasOwn(languages, language)) throw failed(`there is no language “${language}”; there are ${Object.keys(languages).join(", ")}.`);
    await load(program);
    const { locale, texts } = languages[language];
    const held = new Held(running(() => new Reader(language, locale, texts)), "this reader. Make another by loadReader()");
    return { read: (name, content) => read(held.object, name, content), free: () => held.free() };
  };
}

function read(reader, name, content) {
  if (typeof name !== "string") throw new TypeError("lawgrade: read(name, content) needs the file's name, whose ending tells what it is.");
  const bytes = bytesOf(content);
  const { diagnostics, card } = JSON.parse(running(() => reader.diagnose(name, bytes)));
  return { diagnostics, card: card && JSON.parse(card) };
}

// A program that has stopped cannot be started again beside itself: its module is the only one of its name.
function running(call) {
  try {
    return call();
  } catch (error) {
    if (!stopped() && !(error instanceof WebAssembly.RuntimeError)) throw error;
    throw failed("what reads spreadsheets has stopped, most likely for want of memory; start your program or worker again, and tell us with the file.", error);
  }
}

function bytesOf(content) {
  if (typeof content === "string") return new TextEncoder().encode(content);
  if (ArrayBuffer.isView(content)) return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  throw new TypeError("lawgrade: read(name, content) takes a text, an ArrayBuffer or a view of one.");
}
