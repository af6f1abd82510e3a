// The twin's state: the scenario with its history, the scores, and the address. A change scores what it touches
// and no more.
import { format, parse } from "./address.js";
import { bandOf, join, plus, points, score, sectionSums } from "./scoring.js";

const sameSet = (a, b) => a.size === b.size && [...a].every((place) => b.has(place));

export class Calculator {
  past = [];
  future = [];
  now = { switched: new Set(), locked: new Set() };
  scores = new Map();
  sectionPoints = new Map();
  announced = "";
  #sums = new Map();
  #base;
  #due;
  #replaces;

  constructor(data) {
    this.card = join(data);
    this.law = this.card.provisions.map((provision) => provision.inLaw);
    for (const { components } of this.card.sections) {
      for (const component of components) this.scores.set(component, score(component, this.law));
    }
    this.#base = new Map(this.scores);
    for (const section of this.card.sections) this.#add(section);
    this.#conclude();
  }

  /** Called with the provisions and components that a step has touched, once all is computed. */
  onChange(follow) {
    this.follow = follow;
  }

  set(provision, inLaw) {
    this.setAll([provision], () => inLaw);
  }

  setAll(provisions, inLaw) {
    const switched = new Set(this.now.switched);
    for (const provision of provisions) {
      if (inLaw(provision) === provision.inLaw) switched.delete(provision.place);
      else switched.add(provision.place);
    }
    this.step({ ...this.now, switched });
  }

  reset(provisions = this.card.provisions) {
    this.setAll(provisions, (provision) => provision.inLaw);
  }

  lock({ place }) {
    const locked = new Set(this.now.locked);
    if (!locked.delete(place)) locked.add(place);
    this.step({ ...this.now, locked });
  }

  step(next) {
    if (!sameSet(next.switched, this.now.switched) || !sameSet(next.locked, this.now.locked)) {
      this.past.push(this.now);
      this.future.length = 0;
      this.#show(next);
    }
    this.#writeAddress();
  }

  go(from, to) {
    const next = from.pop();
    if (!next) return;
    to.push(this.now);
    this.#show(next);
    this.#writeAddress();
  }

  undo() {
    this.go(this.past, this.future);
  }

  redo() {
    this.go(this.future, this.past);
  }

  /** Opens what stands behind the `#`. */
  readAddress() {
    this.step(parse(this.card, location.hash.slice(1)));
  }

  get standing() {
    const difference = this.total - this.card.published.total;
    return this.now.switched.size ? change(difference) : "as published";
  }

  #show(next) {
    const { switched, locked } = this.now;
    this.now = next;
    const provisions = this.card.provisions.filter(({ place }) => switched.has(place) !== next.switched.has(place));
    const relocked = this.card.provisions.filter(({ place }) => locked.has(place) !== next.locked.has(place));
    for (const { place, inLaw } of provisions) this.law[place] = inLaw !== next.switched.has(place);
    const components = new Set(provisions.flatMap((provision) => provision.components));
    for (const component of components) this.scores.set(component, score(component, this.law));
    for (const section of new Set([...components].map((component) => component.section))) this.#add(section);
    if (provisions.length) {
      this.#conclude();
      const line = `${this.total} of ${this.card.max}, grade ${this.band.grade}, ${this.standing}`;
      this.announced = line === this.announced ? `${line}\u{a0}` : line;
    }
    this.follow(new Set([...provisions, ...relocked]), components);
  }

  #add(section) {
    let sum = 0;
    for (const component of section.components) sum += this.scores.get(component).points;
    this.sectionPoints.set(section, sum);
    this.#sums.set(section, sectionSums(section, this.#base, this.scores, this.law, this.card.step));
  }

  #conclude() {
    const { sections, step } = this.card;
    this.total = sections.reduce((sum, section) => sum + this.sectionPoints.get(section), 0);
    this.band = bandOf(this.card, this.total);
    const sums = sections.reduce((sums, section) => plus(sums, this.#sums.get(section)), 1n);
    const totals = points(sums, step);
    this.range = { low: totals[0], high: totals.at(-1), bands: new Set(totals.map((total) => bandOf(this.card, total))) };
  }

  // Once the result is painted, as the page does.
  #writeAddress() {
    this.#replaces = location.hash;
    this.#due ??= requestAnimationFrame(() => setTimeout(() => {
      this.#due = undefined;
      if (location.hash === this.#replaces) history.replaceState(null, "", `#${format(this.card, this.now)}`);
    }));
  }
}

/** A difference in points, in words. */
export function change(difference) {
  if (difference === 0) return "no change";
  return difference > 0 ? `up ${difference}` : `down ${-difference}`;
}
