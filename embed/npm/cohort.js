// All cards of a framework: where each stands, and where each single change would put it. Typed by lawgrade.d.ts.
import { Cohort as Program } from "./glue.js";
import { has, json } from "./bits.js";
import { Held } from "./held.js";
import { Numbers } from "./numbers.js";

export class Cohort {
  #cohort;
  #held;

  constructor(cohort) {
    this.#cohort = cohort;
    this.#held = new Held(new Program(cohort.program, cohort.bits), "these cards. Put them together anew by cohort(cards)");
    this.subjects = Object.freeze([...cohort.keys]);
    Object.freeze(this);
  }

  ranks(tally) {
    const [place, shown] = this.#tally(tally);
    const numbers = new Numbers(this.#program.ranks(place), this.#cohort.outline);
    return Object.fromEntries(this.subjects.map((subject) => [subject, { ...numbers.tally(shown), rank: numbers.rank() }]));
  }

  moves(subject, tally) {
    const [place, shown] = this.#tally(tally);
    const numbers = new Numbers(this.#program.moves(this.#subject(subject), place), this.#cohort.outline);
    const moves = [];
    while (!numbers.done) {
      const provision = numbers.provision();
      const changes = { on: numbers.some(), off: numbers.some() };
      moves.push({ provision, changes, ...numbers.tally(shown), rank: numbers.rank() });
    }
    return moves;
  }

  plan(subject, options) {
    const { tally, goOn, ...rest } = options ?? {};
    return this.#program.plan(this.#subject(subject), this.#tally(tally)[0], json("options", rest), goOn);
  }

  who(provision) {
    const { bits, places, words } = this.#cohort;
    const place = places.get(provision);
    if (place === undefined) throw new Error(`“${provision}” is not a provision of this framework`);
    return this.subjects.filter((_, index) => has(bits, place, 3 * words * index));
  }

  free() {
    this.#held.free();
  }

  get #program() {
    return this.#held.object;
  }

  #subject(subject) {
    const index = this.subjects.indexOf(String(subject));
    if (index < 0) throw new Error(`“${subject}” is not among these cards`);
    return index;
  }

  #tally(id) {
    const place = this.#cohort.tally(id);
    return [place, this.#cohort.outline.tallies[place]];
  }
}
