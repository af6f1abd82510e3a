// The cards that tasks are about, read by the program of the page: the data stand in the calculators' own pages.
import { documentOf, fetchDocument } from "./documents.js";
import { pageNamed } from "./frameworks.js";

/** Why an address is about no card here, in the page's language. */
export class NoCard extends Error {}

export class WorkshopCards {
  #programs;
  #pages;
  #say;
  // By the address of a page.
  #read = {};

  constructor(programs, pages, say) {
    [this.#programs, this.#pages, this.#say] = [programs, pages, say];
  }

  /** The page of the calculator that an address is about; nothing, where it is about no framework of the release. */
  pageOf(address) {
    const page = pageNamed(`#${address}`, this.#pages);
    return page && new URL(page, document.baseURI);
  }

  /** A task in words. */
  async task(address) {
    return this.#told(address, (cards) => cards.task(address));
  }

  /** What was handed in for a task, side by side. */
  async merged(address, handIns) {
    return this.#told(address, (cards) => cards.merged(address, JSON.stringify(handIns)));
  }

  async #told(address, tell) {
    const page = this.pageOf(address);
    if (!page) throw new NoCard(this.#say("no_framework"));
    this.#read[page] ??= this.#load(page).catch((error) => {
      delete this.#read[page];
      throw error;
    });
    const cards = await this.#read[page];
    try {
      return JSON.parse(tell(cards));
    } catch (error) {
      // The program says why in words; all else is a fault.
      throw typeof error === "string" ? new NoCard(error) : error;
    }
  }

  async #load(address) {
    const [{ Cards }, page] = await Promise.all([this.#programs.program("workshop"), fetchDocument(address).then(documentOf)]);
    const { dataset } = page.getElementById("boot");
    const lines = page.getElementById("data").textContent;
    const isOfLadders = dataset.pageWasm !== undefined;
    const texts = await fetch(new URL(isOfLadders ? dataset.toolsTexts : dataset.frameworkTexts, address));
    if (!texts.ok) throw new Error(`the server answered ${texts.status}`);
    return Cards[isOfLadders ? "ofLadders" : "ofFramework"](lines, await texts.text());
  }
}
