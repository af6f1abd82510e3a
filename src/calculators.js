// Calculators that run in a document: the page's own, and those in elements of other pages (element.js). Whatever goes
// wrong, the visitor reads what happened and what to do; the published card stays there.
import { Early } from "./early.js";
import { keepFields } from "./fields.js";
import { nodes, onForeignHands } from "./hands.js";
import { filled, made } from "./made.js";
import { LoadError, Programs, isTrap } from "./programs.js";
import { Tools } from "./tools.js";

// What came with the oldest browsers that we promise, or just before them.
const isTooOld = !("findLast" in Array.prototype);

// All calculators of one document: they share the programs and the data.
export class Calculators {
  #texts;
  // By their notices: the root, the address that is shown, and what ends it.
  #running = new Map();
  #stopped = false;

  // `page` is the page as the build has written it, with the names of the files as seen from `base`, and the texts.
  constructor(page, base) {
    this.programs = new Programs(page, base);
    this.#texts = JSON.parse(page.getElementById("texts")?.textContent ?? "{}");
    addEventListener("error", (event) => this.#blame(event.error));
    addEventListener("unhandledrejection", (event) => this.#blame(event.reason));
  }

  // Starts one in a root that has the places for it and its tools. What goes wrong later is told in `notice`.
  // `home` is the address of the calculator's own page, where the root is in another; `early` has what was done in the
  // root until now. Gives the running calculator, what opens an address in it, once it is shown, and what ends it.
  async start(root, notice, { home, early = new Early(root) } = {}) {
    const page = await this.#begin(root, home, early);
    const tools = new Tools(this, { root, home, page });
    // Once the tools know of an address that only they can read: what was done comes after it.
    early.replay();
    const forgetFields = keepFields(() => root);
    const forgetHands = onForeignHands(root, page, (place) => {
      root = place;
      page.renew(place);
      // A page has one main part, and in a host's page that is the host's.
      if (home) place.querySelector("[role=main]").setAttribute("role", "group");
      tools.renew(place);
    });
    const dispose = () => {
      forgetHands();
      forgetFields();
      this.#running.delete(notice);
      tools.dispose();
      page.dispose();
    };
    // Held until it is disposed of, with its tools: the browser frees in the program what no script holds any more.
    const running = { dispose, home };
    this.#running.set(notice, running);
    page.onChange((address) => (running.address = address));
    const open = async (address) => {
      page.open(address, false);
      await tools.reading;
    };
    await tools.reading;
    return { page, open, dispose };
  }

  // What the build has written into the root is taken over, if it is still just that. Where something has changed it,
  // or taking over fails all the same, the calculator is made anew.
  async #begin(root, home, early) {
    const { program, data } = await this.programs.ready("page");
    // What a visitor does meanwhile comes before the rest.
    await new Promise((done) => setTimeout(done));
    early.ends();
    try {
      return new program.Page(data, root, home, nodes(root) === Number(root.dataset.nodes));
    } catch (error) {
      if (!isTrap(error)) throw error;
      const anew = await this.programs.anew("page", program);
      return new anew.program.Page(anew.data, root, home, false);
    }
  }

  // Tells in `notice` when the program of something that runs has stopped.
  follow(notice, running) {
    this.#running.set(notice, running);
  }

  /** A text in the language of the page; its name, where the page was loaded by half. */
  say(name, fillings = {}) {
    return filled(this.#texts[name] ?? name, fillings);
  }

  explain(error) {
    return error instanceof LoadError ? this.say(error.what, error.fillings) : error.message;
  }

  /** Ends all of them when a program has stopped, and says whether that is so. */
  onFault(error) {
    if (!isTrap(error)) return false;
    this.#blame(error);
    return true;
  }

  // A panic ends as a trap of the program, and an exception that crosses the program leaves it half-way
  // through its work: either way it can no longer be trusted, wherever it was called from.
  #blame(error) {
    if (this.#stopped || !this.programs.areToBlame(error)) return;
    this.#stopped = true;
    for (const notice of this.#running.keys()) this.#tell(notice, "stopped", this.say("stopped_detail"), "stopped_advice");
  }

  // Tells that the calculator could not start, and why.
  tellFailure(notice, error) {
    this.#tell(notice, "not_started", `${this.explain(error)}.`, isTooOld ? "too_old" : (error.advice ?? "incomplete"));
  }

  #tell(notice, title, detail, advice) {
    notice.replaceChildren(made("strong", this.say(title)), made("p", detail), made("p", this.say(advice)), this.reloadButton());
    notice.hidden = false;
  }

  // The page's own scenario stays in its address; what elements of a host's page show is handed on by `handOver`.
  reloadButton() {
    const button = made("button", this.say("load_again"), { type: "button" });
    button.addEventListener("click", () => {
      for (const { home, address, handOver } of this.#running.values()) if (home) handOver?.(address);
      location.reload();
    });
    return button;
  }

  // Has `handOver` called with the address that a calculator shows, before the page is loaded again.
  onReload(notice, handOver) {
    const running = this.#running.get(notice);
    if (running) running.handOver = handOver;
  }
}
