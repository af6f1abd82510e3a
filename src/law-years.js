// The years of a brought card's law: a visitor chooses one above the cards, and the page's query says which.
import { made, say as tell } from "./made.js";
import { carryQuery, writeQuery } from "./query.js";

// Four digits, or nothing that a card can have.
const asked = () => new URLSearchParams(location.search).get("year") ?? "";

/** The year that the address asks for, which the card may not have; nothing, where it asks for none. */
export const askedYear = () => (/^\d{4}$/.test(asked()) ? Number(asked()) : undefined);

export class LawYears {
  #place;
  #select;
  #say;
  #show;
  #card;

  /** Years in their place of the page. `say` is a text of the page; `show` is called with the year that is wanted. */
  constructor(place, say, show) {
    [this.#place, this.#say, this.#show] = [place, say, show];
    this.#select = place.querySelector("select");
    this.#select.addEventListener("change", () => this.#choose());
    addEventListener("popstate", () => this.#follow());
  }

  /** Offers the years of a card, where its subjects have several, and says which of them is shown. */
  offer(card) {
    this.#card = card;
    const { years, law } = card;
    this.#place.hidden = years.length === 0;
    if (this.#place.hidden) return;
    const options = years.map(String);
    const offered = [...this.#select.options].map(({ value }) => value);
    // Whoever has just chosen here keeps the focus.
    if (offered.join() !== options.join()) this.#select.replaceChildren(...options.map((year) => made("option", year, { value: year })));
    this.#select.value = String(law);
    const unknown = asked() && !options.includes(asked());
    tell(this.#place.querySelector("[role=status]"), this.#say(unknown ? "law_unknown" : "law_shown", { asked: asked().slice(0, 12), year: law }));
    carryQuery({ year: unknown || law === years[0] ? "" : String(law) });
  }

  #choose() {
    const year = Number(this.#select.value);
    // The last year is what an address without one shows.
    writeQuery({ year: year === this.#card.years[0] ? "" : String(year) });
    this.#show(year);
  }

  // A step back may lead to another year.
  #follow() {
    const { years = [], law } = this.#card ?? {};
    if (years.length === 0) return;
    const wanted = years.includes(askedYear()) ? askedYear() : years[0];
    if (wanted !== law) this.#show(wanted);
  }
}
