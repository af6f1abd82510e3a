// Starts the page on which authors make cards (make.html).
import { Calculators } from "./calculators.js";
import { Drafts } from "./drafts.js";
import { keepAsked, leaveForOtherLanguage } from "./languages.js";
import { SheetReader } from "./sheet-reader.js";

const root = document.getElementById("make");

// What the program asks of the browser.
class Hands {
  #reader;
  #drafts = new Drafts(document.documentElement.lang);

  constructor(calculators, program) {
    this.#reader = new SheetReader(calculators.programs, program);
  }

  read(name, bytes) {
    return this.#reader.read(name, bytes);
  }

  stop() {
    this.#reader.stop();
  }

  async fetch(address) {
    const answer = await fetch(new URL(address, document.baseURI));
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  async drafts() {
    return JSON.stringify(await this.#drafts.all());
  }

  async open(id) {
    const draft = await this.#drafts.open(id);
    return draft && JSON.stringify(draft);
  }

  keep(draft, book) {
    return this.#drafts.keep({ ...JSON.parse(draft), book });
  }

  remove(id) {
    return this.#drafts.remove(id);
  }

  async states(draft) {
    return JSON.stringify(await this.#drafts.states(draft));
  }

  keepState(draft, name, book) {
    return this.#drafts.keepState({ draft, name, book });
  }

  async openState(id) {
    const state = await this.#drafts.openState(id);
    return state && JSON.stringify(state);
  }

  removeState(id) {
    return this.#drafts.removeState(id);
  }

  last() {
    return this.#drafts.last() ?? undefined;
  }

  remember(id) {
    this.#drafts.remember(id);
  }

  onOthers(follow) {
    this.#drafts.onOthers(follow);
  }
}

async function startPage() {
  if (leaveForOtherLanguage(document.getElementById("boot").dataset.languages)) return;
  keepAsked();
  // A file that misses its place would be opened in place of the page.
  for (const event of ["dragover", "drop"]) addEventListener(event, (event) => event.preventDefault());
  const calculators = new Calculators(document, document.baseURI);
  const notice = document.getElementById("notice");
  const waiting = document.getElementById("waiting");
  try {
    const { program, data } = await calculators.programs.ready("make");
    const page = new program.Page(data, root, new Hands(calculators, program));
    calculators.follow(notice, { page });
    root.dataset.ready = "";
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  } finally {
    waiting.hidden = true;
  }
}

startPage();
