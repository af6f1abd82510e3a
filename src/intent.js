// Whoever only reads pays for no program: it is loaded once somebody is about to use the calculator, or has come with a
// scenario.
import { idle, savesData } from "./idle.js";
import { namesScenario } from "./links.js";

// What is done before something is pressed, or with it. Not "pointerover": a page that scrolls under a mouse is only read.
const signs = ["pointermove", "pointerdown", "touchstart", "focusin", "keydown", "change"];

/** Settled once a visitor is about to use the calculator in a root, comes with a scenario, or has long been idle. */
export function intent(root) {
  if (namesScenario()) return Promise.resolve();
  return new Promise((done) => {
    for (const sign of signs) root.addEventListener(sign, done, { once: true, passive: true });
    // The first key may lead into the calculator, or be a shortcut of it.
    addEventListener("keydown", done, { once: true });
    addEventListener("hashchange", () => namesScenario() && done());
    // Paper has more than the page, and this may still come in time.
    addEventListener("beforeprint", done, { once: true });
    if (!savesData()) idle().then(done);
  });
}
