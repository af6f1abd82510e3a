// What the program holds for a card, rules or a cohort until it is freed.
export class Held {
  #object;
  #what;

  /** `what` names it and how another is made, for who uses it too late. */
  constructor(object, what) {
    this.#object = object;
    this.#what = what;
  }

  get object() {
    if (!this.#object) throw new Error(`lawgrade: free() was called on ${this.#what}.`);
    return this.#object;
  }

  /** Lets go of it. Once more does nothing. */
  free() {
    this.#object?.free();
    this.#object = undefined;
  }
}
