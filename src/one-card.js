// What an author takes along of a card that was brought: one file, a small site, a link. All of it is made in the browser, of
// the release's page for brought cards (brought.html) and what that page loads.
import { deflateSync, inflateSync, strToU8, zipSync } from "fflate";
import { authored } from "./authored.js";
import { documentOf, fetchDocument } from "./documents.js";
import { filled } from "./made.js";
import { Programs } from "./programs.js";

/** The longest link that every program hands on whole, in characters. */
const LONGEST_LINK = 8192;

/** The name of the card file beside the page of a small site, and what a saved one is called. */
export const CARD = "card.json";

const pageName = (language) => (language === "en" ? "brought.html" : `brought.${language}.html`);

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

// The release's page for brought cards in a language, what it says, and a card file as it shows it: in its last year and, for who
// asks, in all others. Each year is read from the start.
async function released(cardFile, language, { withOthers = false } = {}) {
  const address = new URL(pageName(language), document.baseURI);
  const page = documentOf(await fetchDocument(address));
  const texts = JSON.parse(page.getElementById("texts").textContent);
  const programs = new Programs(page, address);
  const [program, words] = await Promise.all([programs.program("reader"), programs.texts("framework")]);
  const { dataset } = page.getElementById("boot");
  const reader = new program.Reader(language, dataset.locale, words, undefined);
  const shown = (year) => JSON.parse(reader.read(CARD, strToU8(cardFile), year)).card;
  const card = shown();
  const [, ...earlier] = (withOthers && card?.years) || [];
  // The card file stands in it once.
  const others = earlier.map((year) => [year, { ...shown(year), file: undefined }]);
  reader.free();
  if (!card) throw new Error("no rules of this card file work");
  return { address, page, dataset, card, others: Object.fromEntries(others), say: (name, fillings = {}) => filled(texts[name] ?? name, fillings) };
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
// In a script of the page, only this could end it or be read as something else.
const quoted = (value) => JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/**
 * The calculator of a card file with everything inside: it opens from a disk, without a network and without scripts of
 * anybody else.
 *
 * @param {string} cardFile the text of the card file
 * @param {string} language the language of the page around the card: en, es
 * @returns {Promise<Blob>} a file of HTML
 */
export async function oneFile(cardFile, language) {
  const { address, dataset, card, others, say } = await released(cardFile, language, { withOthers: true });
  const template = await (await get(new URL(dataset.own, address))).text();
  const { overview, file, ...rest } = card;
  const texts = Object.entries(authored(card, say)).map(([name, text]) => [name, escaped(text)]);
  const places = { ...Object.fromEntries(texts), overview, shown: quoted({ ...rest, others }), file: quoted(JSON.parse(file ?? cardFile)) };
  // In one go: a text of the card that looks like a place is none.
  const parts = template.split(/\[\[card ([a-z]+)\]\]/);
  return new Blob(parts.map((part, index) => (index % 2 ? places[part] : part)), { type: "text/html" });
}

/**
 * A card file as a small site for any static host, in a ZIP: the page, what it loads, the card file beside it, which may
 * be replaced by another, and a text that says so.
 *
 * @param {string} cardFile the text of the card file
 * @param {string} language the language of the page around the card: en, es
 * @returns {Promise<Blob>} a ZIP file
 */
export async function siteZip(cardFile, language) {
  const { address, page, dataset, say } = await released(cardFile, language);
  const boot = page.getElementById("boot");
  const names = [...page.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.getAttribute("href"));
  names.push(...[...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")));
  names.push(...["readerJs", "readerWasm", "frameworkJs", "frameworkWasm", "frameworkTexts", "plannerJs", "plannerWasm", "plannerWorker", "world"].map((name) => dataset[name]));
  const files = {};
  await Promise.all([...new Set(names)].map(async (name) => (files[name] = new Uint8Array(await (await get(new URL(name, address))).arrayBuffer()))));
  boot.dataset.card = CARD;
  for (const name of ["own", "home"]) delete boot.dataset[name];
  // Neither the front page nor the page in another language lies beside it.
  for (const link of page.querySelectorAll(".brand a")) link.replaceWith(link.textContent);
  for (const place of page.querySelectorAll(".languages, link[rel=alternate], link[rel=canonical], meta[property]")) place.remove();
  files["index.html"] = strToU8(`<!DOCTYPE html>\n${page.documentElement.outerHTML}`);
  files[CARD] = strToU8(cardFile);
  files["README.txt"] = strToU8(`${say("zip_about")}\n`);
  return new Blob([zipSync(files)], { type: "application/zip" });
}

/**
 * A link that carries a card file behind its `#`.
 *
 * @param {string} cardFile the text of the card file
 * @returns {URL | undefined} nothing where the card is too large for a link
 */
export function link(cardFile) {
  const bytes = deflateSync(strToU8(cardFile), { level: 9 });
  if (bytes.length > LONGEST_LINK) return undefined;
  const packed = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const address = new URL(pageName(document.documentElement.lang), document.baseURI);
  address.hash = `card=${packed}`;
  return address.href.length > LONGEST_LINK ? undefined : address;
}

/**
 * The bytes of the card file that a link carries behind its `#`; nothing where there is none.
 *
 * @param {string} hash what stands behind the address, with the `#`
 * @returns {Uint8Array | undefined}
 * @throws {RangeError} where it is longer than a link may be
 * @throws {Error} where it was damaged on its way
 */
export function cardOfLink(hash) {
  const packed = /^#card=([^&?]*)/.exec(hash)?.[1];
  if (packed === undefined) return undefined;
  if (packed.length > LONGEST_LINK) throw new RangeError("the link is too long");
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  return inflateSync(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
}
