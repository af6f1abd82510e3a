// Whoever only reads pays for no program: it is loaded once somebody is about to use the calculator, or has come with a
// scenario. What is loaded for later waits until nothing is done on the page.
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

/** Whether the visitor has told the browser to load as little as it can. */
export const savesData = () => navigator.connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;

/** Settled once nothing has been done on the page for as many seconds as it says, and the browser has nothing else to do. */
export function idle() {
  const seconds = Number(document.getElementById("kept")?.dataset.idle ?? 10);
  const events = ["pointerdown", "keydown", "wheel", "touchmove", "change"];
  return new Promise((done) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const event of events) removeEventListener(event, wait, true);
        (globalThis.requestIdleCallback ?? setTimeout)(done, { timeout: 4000 });
      }, seconds * 1000);
    };
    for (const event of events) addEventListener(event, wait, { capture: true, passive: true });
    wait();
  });
}
