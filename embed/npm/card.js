// What can be done with the program once it is loaded. Typed by lawgrade.d.ts.
import { Joined, check, diagnose } from "./glue.js";
import { has, json, put } from "./bits.js";
import { Held } from "./held.js";
import { Rules } from "./rules.js";

// A framework with one of its cards. Texts come from the program once; a scenario goes there as bits and its
// evaluation comes back as whole numbers, in the order that src/host_api/figures.rs tells.
class Card {
  #held;
  #outline;
  #places;
  #inLaw;
  #switched;

  constructor(framework, card) {
    try {
      this.#held = new Held(new Joined(framework, card), "this card. Make another by card(framework, card)");
    } catch (error) {
      // The page's own mistakes are said as ever; a framework of another shape is no mistake.
      if (isOfAnotherShape(framework, error)) error.message += ". It is right for rules(framework), which takes frameworks of any shape";
      throw error;
    }
  }

  evaluate(changes) {
    const switched = this.#read(changes);
    return this.#tree(switched, this.#rules.figures(switched), this.#rules.formatAddress(switched));
  }

  total(changes) {
    return this.#rules.total(this.#read(changes));
  }

  plan(changes, options) {
    return this.#rules.plan(this.#read(changes), options);
  }

  formatAddress(changes) {
    return this.#rules.formatAddress(this.#read(changes));
  }

  parseAddress(address) {
    return this.#rules.parseAddress(address);
  }

  free() {
    this.#held.free();
  }

  get #rules() {
    return this.#held.object;
  }

  // Once, and only for who asks for it. What trees have in common is not to be changed in one of them.
  #prepare() {
    this.#outline = this.#rules.outline();
    const { tree, provisions } = this.#outline;
    this.#places = new Map(provisions.map((id, place) => [id, place]));
    this.#switched = new Uint32Array(Math.ceil(provisions.length / 32));
    this.#inLaw = [];
    for (const component of tree.sections.flatMap(({ components }) => components)) {
      for (const provision of component.provisions) {
        provision.place = this.#places.get(provision.id);
        this.#inLaw[provision.place] = provision.inLaw;
        provision.citations.forEach(Object.freeze);
        Object.freeze(provision.citations);
      }
    }
  }

  // The provisions that changes switch. Changes that are not plainly right are read by the program,
  // which says what is wrong with them.
  #read(changes = {}) {
    if (!this.#outline) this.#prepare();
    const switched = this.#switched.fill(0);
    if (this.#isPlain(changes)) return switched;
    switched.fill(0);
    for (const place of this.#rules.read(changes)) put(switched, place);
    return switched;
  }

  #isPlain(changes) {
    if (changes === null || Object.getPrototypeOf(changes) !== Object.prototype) return false;
    const { on = [], off = [] } = changes;
    return this.#take(on, false) && this.#take(off, true);
  }

  #take(ids, inLaw) {
    if (!Array.isArray(ids)) return false;
    for (const id of ids) {
      const place = this.#places.get(id);
      // One that is unknown, has nothing to be switched, or is there twice.
      if (this.#inLaw[place] !== inLaw || has(this.#switched, place)) return false;
      put(this.#switched, place);
    }
    return true;
  }

  #tree(switched, figures, address) {
    const { tree, aboutChanges, provisions, grades, bases, statuses } = this.#outline;
    let at = 0;
    const points = () => figures[at++] / 4;
    const one = (list) => list[figures[at++]];
    const some = (list) => {
      const found = [];
      for (let left = figures[at++]; left > 0; left -= 1) found.push(one(list));
      return found;
    };
    const switchedIds = (inLaw) => provisions.filter((_, place) => has(switched, place) && this.#inLaw[place] === inLaw);
    const provision = ({ place, id, label, inLaw, basis, citations }) => ({ id, label, on: inLaw !== has(switched, place), inLaw, basis, citations });
    const component = ({ id, title, max, provisions }) => ({
      id, title, points: points(), max, status: one(statuses), basis: one(bases), missing: some(this.#outline.provisions), provisions: provisions.map(provision),
    });
    const section = ({ id, title, max, published, components }) => ({
      id, title, points: points(), max, published, basis: one(bases), components: components.map(component),
    });
    const { framework, card, max, published, about } = tree;
    const changes = { on: switchedIds(false), off: switchedIds(true) };
    const total = points();
    const basis = one(bases);
    const grade = one(grades);
    const reached = some(grades);
    const range = reached.length ? { low: points(), high: points(), grades: reached } : null;
    return {
      framework, card, address, changes, total, max, basis, grade, range, published: { ...published },
      sections: tree.sections.map(section), about: switched.some(Boolean) ? aboutChanges : about,
    };
  }
}

function isOfAnotherShape(framework, { message }) {
  const isObject = framework !== null && typeof framework === "object" && !Array.isArray(framework);
  return isObject && message.startsWith("the framework cannot be read") && diagnose(json("framework", framework)).every(({ severity }) => severity !== "error");
}

function once(framework, card, use) {
  const joined = new Card(framework, card);
  try {
    return use(joined);
  } finally {
    joined.free();
  }
}

export const api = Object.freeze({
  card: (framework, card) => new Card(framework, card),
  rules: (framework) => new Rules(framework),
  diagnose: (framework) => diagnose(json("framework", framework)),
  check,
  evaluate: (framework, card, changes) => once(framework, card, (joined) => joined.evaluate(changes)),
  plan: (framework, card, changes, options) => once(framework, card, (joined) => joined.plan(changes, options)),
  formatAddress: (framework, card, changes) => once(framework, card, (joined) => joined.formatAddress(changes)),
  parseAddress: (framework, card, address) => once(framework, card, (joined) => joined.parseAddress(address)),
});
