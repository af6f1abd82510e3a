// What the program gives as a list of numbers, in the order that src/host_api/numbers.rs tells.
export class Numbers {
  #list;
  #at = 0;
  #outline;

  constructor(list, outline) {
    this.#list = list;
    this.#outline = outline;
  }

  get done() {
    return this.#at >= this.#list.length;
  }

  one() {
    return this.#list[this.#at++];
  }

  provision() {
    return this.#outline.provisions[this.one()];
  }

  some() {
    return Array.from({ length: this.one() }, () => this.provision());
  }

  /** The tree of scores. Parts come before what they are part of. */
  whole(nodes, unit) {
    const made = [];
    for (const { kind, id, title, path, basis, extra, applies, needs, parts } of nodes) {
      const [earned, possible, place, more] = [this.one(), this.one(), this.one(), this.one()];
      const why = this.#outline.whys[place];
      made.push({
        kind, id, title, path, basis, extra, applies, needs, earned: earned / unit, possible: possible / unit, why,
        counts: why === "best" ? more : null,
        averaged: why === "averaged" ? more : null,
        without: why === "bounded" || why === "gated" ? more / unit : null,
        parts: parts.map((part) => made[part]),
      });
    }
    return made.at(-1);
  }

  tally({ id, title, grades }) {
    const state = this.#outline.states[this.one()];
    if (state === "withheld") return { id, title, state, figure: null, exact: null, grade: null, unknown: this.some() };
    if (state === "not-applicable") return { id, title, state, figure: null, exact: null, grade: null, unknown: [] };
    const [figure, exact, band] = [this.one(), this.one(), this.one()];
    return { id, title, state, figure, exact, grade: grades[band] ?? null, unknown: [] };
  }

  rank() {
    const rank = this.one();
    return rank === 0 ? null : { rank, tied: this.one(), of: this.one() };
  }
}
