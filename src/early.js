// What a visitor switches and presses before the program is there counts: it is done again once it is.
import { press } from "./fields.js";

const buttons = (root) => [...root.querySelectorAll("button")];

/** What is switched and pressed in a root, in order, from now on; what was switched before comes first. */
export class Early {
  #root;
  #done;
  #ends = new AbortController();

  constructor(root) {
    this.#root = root;
    const { signal } = this;
    const boxes = [...root.querySelectorAll("input")].filter(({ checked, defaultChecked }) => checked !== defaultChecked);
    this.#done = boxes.map(({ id, checked }) => ({ id, checked }));
    for (const type of ["change", "click"]) root.addEventListener(type, this, { capture: true, signal });
  }

  /** Aborted once the program hears by itself. */
  get signal() {
    return this.#ends.signal;
  }

  handleEvent({ type, target }) {
    const button = type === "click" && target.closest("button");
    if (button) this.#done.push({ button, index: buttons(this.#root).indexOf(button) });
    else if (type === "change" && target.id) this.#done.push({ id: target.id, checked: target.checked });
  }

  /** Whether there is anything. */
  get hasBegun() {
    return this.#done.length > 0;
  }

  /** From now on the program hears by itself. */
  ends() {
    this.#ends.abort();
  }

  /** Does all of it again, in elements that may have been made anew. */
  replay() {
    for (const { id, checked, button, index } of this.#done) {
      if (id) press(this.#root, [[id, checked]]);
      else (button.isConnected ? button : buttons(this.#root)[index])?.click();
    }
    // What is in a fold is made when it is unfolded.
    for (const fold of this.#root.querySelectorAll(".why[open]")) fold.dispatchEvent(new Event("toggle"));
  }
}
