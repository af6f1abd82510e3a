// Shows cards that an author has brought (brought.html): whatever program or person hands them over, they are read here as if
// they came from a stranger, under a banner that names the author.
import { authored } from "./authored.js";
import { Calculators } from "./calculators.js";
import { inFrame } from "./frame.js";
import { FrameworkPage } from "./framework-page.js";
import { carry, keepAsked } from "./languages.js";
import { LawYears, askedYear } from "./law-years.js";
import { takeFocusToProvisions } from "./links.js";
import { made } from "./made.js";
import { CARD, cardOfLink } from "./one-card.js";
import { inside } from "./programs.js";
import { readInSteps } from "./reading.js";
import { apply } from "./settings.js";
import { offerTaking } from "./taking.js";
import { trustedElements } from "./trusted.js";

const byId = (id) => document.getElementById(id);
const { dataset } = byId("boot") ?? document.createElement("script");
const { lang } = document.documentElement;
const calculators = new Calculators(document, document.baseURI);
const say = (name, fillings) => calculators.say(name, fillings);
const isWhole = window === window.top;

let reader;
let page;
// Gives the card that is shown, of another year.
let ofYear;
let lawYears;
// How many files were handed over: the last one counts.
let turn = 0;

function load() {
  const { programs } = calculators;
  const world = dataset.world && new URL(dataset.world, document.baseURI).href;
  reader ??= Promise.all([programs.program("reader"), programs.texts("framework")]).then(([program, texts]) => new program.Reader(lang, dataset.locale, texts, world));
  reader.catch(() => (reader = undefined));
  return reader;
}

// What a tab shows is there again when it is loaded again or in the other language. Browsers may refuse it.
const name = "lawgrade brought";
function keep(file) {
  try {
    if (isWhole && file) sessionStorage.setItem(name, file);
  } catch {
    // Then the card is brought once more.
  }
}

function kept() {
  try {
    return isWhole ? sessionStorage.getItem(name) : undefined;
  } catch {
    return undefined;
  }
}

function tell(title, sentences) {
  const notice = byId("found");
  const list = made("ul", "");
  list.append(...sentences.map((sentence) => made("li", sentence)));
  notice.replaceChildren(made("strong", title), list);
  notice.hidden = false;
}

// What was found in the file: mistakes are open, all else is in a fold.
function tellFound(told, works) {
  const notice = byId("found");
  notice.hidden = !told.length;
  notice.replaceChildren(...told.map(({ severity, lines, rest }) => {
    const fold = Object.assign(document.createElement("details"), { open: severity === "error" });
    const list = made("ul", "");
    list.append(...lines.map((line) => made("li", line)));
    fold.append(made("summary", say(`found_${severity}`)), list, ...(rest ? [made("p", rest)] : []));
    return fold;
  }));
  if (!works) notice.prepend(made("strong", say("nothing_works")));
}

function put(card) {
  page?.end();
  const texts = authored(card, say);
  document.title = texts.title;
  for (const [place, text] of Object.entries(texts)) {
    const element = byId(`card-${place}`);
    if (!element) continue;
    element.textContent = text;
    element.hidden = !text;
    if (["heading", "about", "source", "ours"].includes(place)) element.lang = card.language;
  }
  lawYears.offer(card);
  // Another file can be opened all the same.
  byId("taking").append(byId("opening") ?? "");
  if (card.overview) byId("overview").replaceWith(trustedElements(card.overview));
  run(card);
}

function run(card) {
  const host = globalThis.lawgradeHost;
  // Until a calculator is open, what the host sets opens one.
  host?.runs({ report() {}, set: (address) => location.replace(`#${address}`) });
  page = new FrameworkPage({
    load: () => ({ calculators, read: () => readInSteps(calculators.programs, card.data) }),
    started: (_, running) => inFrame({ page: running, open: (address) => running.open(address) }),
  });
}

/** Shows a file of any kind that authors bring. Whoever is no author is told of mistakes alone, not of how it was read. */
async function show(called, bytes, toAuthor = false) {
  const mine = (turn += 1);
  byId("waiting").hidden = false;
  try {
    const reader = await load();
    const { told, card } = JSON.parse(reader.read(called, bytes, askedYear()));
    if (mine !== turn) return;
    tellFound(told.filter(({ severity }) => toAuthor || severity === "error"), Boolean(card));
    if (!card) return;
    ofYear = (year) => JSON.parse(reader.read(called, bytes, year)).card;
    put(card);
    keep(card.file);
    if ((isWhole || hasParentOfOurs()) && dataset.own) offerTaking(card.file, lang, say);
  } catch (error) {
    console.error(error);
    calculators.tellFailure(byId("notice"), error);
  } finally {
    byId("waiting").hidden = true;
  }
}

const showText = (text) => show(CARD, new TextEncoder().encode(text));

// Gives whether there is a card in the page's address, which it is taken out of: a scenario comes there.
function takeFromAddress() {
  if (!location.hash.startsWith("#card=")) return false;
  try {
    const bytes = cardOfLink(location.hash);
    show(CARD, bytes);
  } catch (error) {
    tell(say("nothing_works"), [say(error instanceof RangeError ? "link_too_long" : "link_damaged")]);
  }
  history.replaceState(history.state, "", location.href.split("#")[0]);
  return true;
}

async function fetchBeside(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    await show(address, new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    tell(say("nothing_works"), [say("not_beside", { file: address, reason: error.message })]);
  }
}

function hasParentOfOurs() {
  try {
    return !isWhole && window.parent.location.origin === location.origin;
  } catch {
    return false;
  }
}

// A page of ours around this one hands cards over as often as they change. It looks as this one does by itself.
function listenToParent() {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== location.origin || data?.lawgrade !== "brought") return;
    if (typeof data.card !== "string") return;
    apply(document.documentElement, { theme: "system" });
    showText(data.card);
  });
  window.parent.postMessage({ lawgrade: "brought", ready: true }, location.origin);
}

function offerOpening() {
  const form = byId("opening");
  form.hidden = false;
  form.querySelector("input").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    history.replaceState(history.state, "", location.href.split("#")[0]);
    await show(file.name, new Uint8Array(await file.arrayBuffer()), true);
  });
}

// The one file has every year inside. What stands in the page is the last one's.
function runInside() {
  const { others = {}, ...last } = JSON.parse(byId("shown").textContent);
  last.overview = byId("overview").outerHTML;
  ofYear = (year) => others[year] ?? last;
  const asked = others[askedYear()];
  if (asked) return put(asked);
  lawYears.offer(last);
  run(last);
}

function startPage() {
  keepAsked();
  carry(location.hash);
  takeFocusToProvisions();
  lawYears = new LawYears(byId("law"), say, (year) => put(ofYear(year)));
  if (inside) return runInside();
  // Before the calculator hears of another address.
  addEventListener("hashchange", takeFromAddress);
  if (dataset.card) return fetchBeside(dataset.card);
  if (hasParentOfOurs()) listenToParent();
  globalThis.lawgradeHost?.onCard(({ name: called, bytes }) => show(called, new Uint8Array(bytes)));
  if (isWhole) offerOpening();
  if (takeFromAddress()) return undefined;
  const before = kept();
  return before ? showText(before) : undefined;
}

startPage();
