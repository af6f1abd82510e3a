// The rules of a framework of any shape. Typed by lawgrade.d.ts.
import { Rules as Program } from "./glue.js";
import { Cohort } from "./cohort.js";
import { has, json, put } from "./bits.js";
import { Held } from "./held.js";
import { Numbers } from "./numbers.js";

// Texts come from the program once; answers go there as bits, and what comes of them comes back as numbers.
export class Rules {
  #held;
  #outline;
  #places;
  #words;

  constructor(framework) {
    this.#held = new Held(new Program(json("framework", framework)), "these rules. Make others by rules(framework)");
    this.#outline = this.#program.outline();
    const { provisions, nodes } = this.#outline;
    this.#places = new Map(provisions.map((id, place) => [id, place]));
    this.#words = Math.ceil(provisions.length / 32);
    // What results have in common is not to be changed in one of them.
    for (const { applies, needs } of nodes) [applies, needs].filter(Boolean).forEach(frozen);
    const { id, edition, groups, tallies } = this.#outline;
    Object.assign(this, { id, edition, provisions: frozen([...provisions]), groups: frozen(groups), tallies: frozen(tallies) });
    Object.freeze(this);
  }

  evaluate(answers, changes) {
    const before = this.#read(answers);
    const after = changes === undefined ? before : this.#changed(before, changes);
    const numbers = new Numbers(this.#program.evaluate(after), this.#outline);
    const { id, edition, nodes, unit, provisions } = this.#outline;
    const whole = numbers.whole(nodes, unit);
    const told = [before, after].map((bits) => this.#told(bits));
    const switched = (answer) => provisions.filter((id) => told[1][id] === answer && told[0][id] !== answer);
    return {
      framework: id, edition, unit, answers: told[1], changes: { on: switched(true), off: switched(false) },
      tallies: this.#outline.tallies.map((tally) => numbers.tally(tally)), whole,
    };
  }

  total(answers, changes, tally) {
    const before = this.#read(answers);
    const total = this.#program.total(changes === undefined ? before : this.#changed(before, changes), this.#tally(tally));
    return Number.isNaN(total) ? null : total;
  }

  ranges(answers, changes) {
    const before = this.#read(answers);
    return this.#program.ranges(changes === undefined ? before : this.#changed(before, changes));
  }

  plan(answers, options) {
    const { tally, goOn, ...rest } = options ?? {};
    return this.#program.plan(this.#read(answers), this.#tally(tally), json("options", rest), goOn);
  }

  table(text) {
    const { cards, diagnostics } = this.#program.table(String(text));
    return { cards: cards.map((card) => ({ ...card, answers: this.#told(card.answers) })), diagnostics };
  }

  cohort(cards) {
    const keys = Object.keys(cards);
    const bits = new Uint32Array(3 * this.#words * keys.length);
    for (const [index, key] of keys.entries()) {
      try {
        bits.set(this.#read(cards[key]), 3 * this.#words * index);
      } catch (error) {
        error.message = `“${key}”: ${error.message}`;
        throw error;
      }
    }
    const tally = (id) => this.#tally(id);
    return new Cohort({ program: this.#program, outline: this.#outline, places: this.#places, words: this.#words, keys, bits, tally });
  }

  free() {
    this.#held.free();
  }

  get #program() {
    return this.#held.object;
  }

  #tally(id) {
    const place = id === undefined ? 0 : this.#outline.tallies.findIndex((tally) => tally.id === id);
    if (place < 0) throw new Error(`“${id}” is no tally of this framework`);
    return place;
  }

  // Answers as bits: what holds, what is unknown, what does not apply. Those that are not plainly right are read by
  // the program, which says what is wrong with them.
  #read(answers = {}) {
    const words = this.#words;
    const bits = new Uint32Array(3 * words);
    if (answers === null || typeof answers !== "object" || Array.isArray(answers)) return this.#program.read(json("answers", answers));
    let told = 0;
    for (const id of Object.keys(answers)) {
      const answer = answers[id];
      const place = this.#places.get(id);
      if (place === undefined) return this.#program.read(json("answers", answers));
      if (answer === null || answer === undefined) continue;
      told += 1;
      if (answer === true) put(bits, place);
      else if (answer === "not-applicable") put(bits, place, 2 * words);
      else if (answer !== false) return this.#program.read(json("answers", answers));
    }
    if (told === this.provisions.length) return bits;
    this.provisions.forEach((id, place) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : null;
      if (answer === null || answer === undefined) put(bits, place, words);
    });
    return bits;
  }

  #changed(before, { on = [], off = [] }) {
    const places = (list, ids) => Uint32Array.from(ids, (id) => {
      const place = this.#places.get(id);
      if (place === undefined) throw new Error(`changes/${list}: “${id}” is not a provision of this framework`);
      return place;
    });
    return this.#program.switched(before, places("on", on), places("off", off));
  }

  #told(bits) {
    const words = this.#words;
    const answer = (place) => {
      if (has(bits, place)) return true;
      if (has(bits, place, words)) return null;
      return has(bits, place, 2 * words) ? "not-applicable" : false;
    };
    return Object.fromEntries(this.provisions.map((id, place) => [id, answer(place)]));
  }
}

function frozen(value) {
  for (const inner of Object.values(value)) if (inner !== null && typeof inner === "object") frozen(inner);
  return Object.freeze(value);
}
