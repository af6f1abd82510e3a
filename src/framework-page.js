// A page of a framework: all cards at once, and the calculator of one of them.
import { carryScenario } from "./languages.js";
import { focusOn, keepScenario, namesScenario } from "./links.js";
import { Overview } from "./overview.js";
import { pause } from "./pause.js";
import { Planner } from "./planner.js";
import { followSearch } from "./questions.js";

// Whether a calculator has its place in the page: `soon`, before it is there, or `here`; with nothing, there is none.
function keepPlace(when) {
  const { dataset } = document.documentElement;
  if (when) dataset.opens = when;
  else delete dataset.opens;
}

const namesNothing = () => location.hash.length <= 1 && !namesScenario();

export class FrameworkPage {
  #cards = document.getElementById("overview");
  #calculator = document.getElementById("calculator");
  #skip = document.querySelector(".skip");
  #skipsToCards;
  #ends = new AbortController();
  // Ends once the program hears of addresses by itself, or there is none.
  #waits = new AbortController();
  #overview;
  #shown;
  #planner;
  #page;
  #starting;
  // What stands behind the `#`, as the page was told or the calculator has written it.
  #told = location.hash;
  #load;
  #started;

  /**
   * The cards that stand in the page. `load` gives the calculators of the document, and with `read` the program and the data,
   * once a card is opened; `started` is called with the calculators and the page when that has worked.
   */
  constructor({ load, started = () => {} }) {
    [this.#load, this.#started] = [load, started];
    this.#skipsToCards = this.#skip.dataset.cards ??= this.#skip.textContent;
    const { signal } = this.#ends;
    keepScenario(this.#waits.signal);
    this.#tellOfSteps(signal);
    keepPlace(namesScenario() ? "soon" : undefined);
    const overview = () => (this.#overview = new Overview(this.#cards, signal));
    addEventListener("hashchange", () => this.#follow(), { signal });
    // Whoever chooses a card below the calculator is led up to it, or to what went wrong.
    this.#cards.addEventListener("click", async (event) => {
      if (!event.target.closest("a[href^='#']") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // What the address then says has begun by itself.
      await new Promise((done) => setTimeout(done));
      this.#calculator.scrollIntoView();
      const started = await this.#open();
      const place = started ? this.#calculator : document.getElementById("notice");
      place.scrollIntoView();
      focusOn(place.querySelector("select, button") ?? place);
    });
    // A card that is asked for is on its way before the ranking is made ready.
    this.#shown = namesScenario() ? pause().then(() => signal.aborted || overview()) : overview();
    if (namesScenario()) this.#open();
  }

  /** Opens the calculator, and gives whether it has started. */
  open() {
    return this.#open();
  }

  /** Ends the calculator and what follows it: other cards come. */
  end() {
    this.#ends.abort();
    this.#waits.abort();
    this.#planner?.dispose();
    this.#page?.free();
    this.#page = undefined;
    this.#lead(false);
  }

  // The calculator is what the page is about, or all cards are. Its place is there before it: see src/opens.js.
  #lead(withCalculator) {
    keepPlace(withCalculator ? "here" : undefined);
    this.#calculator.hidden = !withCalculator;
    if (withCalculator) this.#cards.removeAttribute("role");
    else this.#cards.setAttribute("role", "main");
    // Not by its `hash`: that would keep the query of now, and the link lead to another page later.
    this.#skip.setAttribute("href", withCalculator ? "#provisions" : "#overview");
    this.#skip.textContent = withCalculator ? this.#skip.dataset.provisions : this.#skipsToCards;
  }

  // Some browsers tell of another `#` by `hashchange` only where nothing else of the address is another, and here its query
  // may be.
  #tellOfSteps(signal) {
    addEventListener("hashchange", () => (this.#told = location.hash), { signal });
    addEventListener("popstate", () => setTimeout(() => signal.aborted || location.hash === this.#told || dispatchEvent(new HashChangeEvent("hashchange"))), { signal });
  }

  #follow() {
    if (namesScenario()) this.#open();
    // Back where no card was named, all of them are what is shown.
    else if (namesNothing()) this.#lead(false);
  }

  // A reader who opens no card loads no program. What has failed is tried again.
  async #open() {
    if (!this.#page) keepPlace("soon");
    this.#starting ??= this.#start();
    const started = await this.#starting;
    if (!started) {
      this.#starting = undefined;
      keepPlace();
    }
    if (started && !this.#ends.signal.aborted) this.#lead(!namesNothing());
    return started;
  }

  // Gives whether it has started.
  async #start() {
    const { calculators, read } = this.#load();
    const { signal } = this.#ends;
    const notice = document.getElementById("notice");
    const waiting = document.getElementById("waiting");
    waiting.hidden = false;
    try {
      const [{ program, data }] = await Promise.all([read(), this.#shown]);
      if (signal.aborted) return false;
      this.#planner = new Planner(calculators, true);
      this.#waits.abort();
      const page = new program.Page(data, this.#calculator, this.#planner);
      this.#page = page;
      // On a slow phone all of it at once would keep the visitor waiting.
      do {
        await pause();
        if (signal.aborted) return false;
      } while (page.goOn());
      calculators.follow(notice, page);
      carryScenario(page, () => "", signal);
      followSearch(page, signal);
      const mark = () => this.#overview.mark(namesNothing() ? "" : page.address().split("/")[1]);
      page.onChange(mark);
      page.onChange((address) => (this.#told = `#${address}`));
      addEventListener("hashchange", mark, { signal });
      mark();
      this.#started(calculators, page);
      return true;
    } catch (error) {
      console.error(error);
      this.#waits.abort();
      calculators.tellFailure(notice, error);
      return false;
    } finally {
      waiting.hidden = true;
    }
  }
}
