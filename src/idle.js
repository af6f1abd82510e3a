// What is loaded for later waits until nothing is done on the page.

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
