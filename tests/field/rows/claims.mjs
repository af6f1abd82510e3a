// Claims that are true: what is said to be saved, copied or printed is so, and there is another way.
import { deepEqual, equal } from "node:assert/strict";
import { opened, share, told, ways } from "../calculator.mjs";
import { runFirst } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

const firstly = (work) => ({ path }) => (path === "connecticut.html" ? { change: runFirst(work) } : undefined);

// What a private window, a policy or a setting does: to ask for what the browser keeps throws.
function keepsNothing() {
  const throws = { get() { throw new DOMException("denied", "SecurityError"); } };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, throws);
  Object.defineProperty(Navigator.prototype, "serviceWorker", throws);
}

export const rows = {
  async "K8 in the browser itself a file is said to be asked for, with the text beside"(row) {
    const { visitor } = row;
    await opened(row, buyersAddress);
    await visitor.openTool(share);
    await visitor.press("Data (JSON)");
    await until(() => visitor.text(told), "The browser was asked to save lawgrade.json. If nothing was saved, take it another way:");
    await until(async () => (await ways(visitor)).filter((way) => !way.startsWith("Share")), ["Copy its text lawgrade.json"]);
    // What was told goes with the scenario that it was about.
    await visitor.switches("2.1", buyers);
    await until(() => visitor.text(told), "");
    await until(() => visitor.count(".ways"), 0);
  },

  async "K8 a print that the browser ignores is not called printed"(row) {
    const { visitor } = row;
    await opened(row, buyersAddress, firstly(() => (window.print = () => {})));
    await visitor.openTool(share);
    await visitor.press("Print or save as PDF");
    await visitor.says(told, "If no window for printing has opened, the app or page around this one does not let it print.");
    equal(await visitor.session.run(() => getComputedStyle(document.querySelector(".page")).display !== "none"), true);
  },

  async "K8 of a print that has begun nothing is said"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress, firstly(() => (window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      dispatchEvent(new Event("afterprint"));
      window.printed = true;
    })));
    await visitor.openTool(share);
    await visitor.press("Print or save as PDF");
    await until(() => session.run(() => window.printed ?? false), true);
    // As long as it would take, and a little longer.
    await session.run(() => new Promise((done) => setTimeout(() => done(null), 1300)));
    equal(await visitor.text(told), "");
  },

  async "B41 that browsers may forget is said where scenarios are saved, with the export beside"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress, firstly(() => {
      window.persisted = 0;
      if (globalThis.StorageManager) StorageManager.prototype.persist = () => Promise.resolve(Boolean(window.persisted += 1));
    }));
    await visitor.openTool("Save and compare scenarios");
    equal((await visitor.text("details:nth-of-type(2)")).includes("may forget"), false);
    await session.run(() => document.querySelector("#scenario-name").focus());
    await visitor.press("Save");
    await visitor.says("details:nth-of-type(2)", "Browsers may forget what is saved here: Safari after seven days without a visit, others when they run out of room. A file keeps it.");
    await until(() => session.run(() => [...document.querySelectorAll("details:nth-of-type(2) button")].some((one) => one.textContent.includes("Export all to a file"))), true);
    if (await session.run(() => Boolean(globalThis.StorageManager))) await until(() => session.run(() => window.persisted), 1);
  },

  async "K8 what the storage swallows is not called saved"(row) {
    const { visitor } = row;
    await opened(row, buyersAddress, firstly(() => (Storage.prototype.setItem = () => {})));
    await visitor.openTool("Save and compare scenarios");
    await visitor.press("Save");
    await visitor.says("details:nth-of-type(2) .told", "is in the list until the page is closed. This browser keeps nothing for the page.");
    await visitor.says(".trouble", "does not keep scenarios");
  },

  async "K8 a private window that keeps nothing: all works, and that nothing is kept is said"(row) {
    const { visitor, session } = row;
    await opened(row, baseline, firstly(keepsNothing));
    await visitor.shows(asPublished);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    await visitor.hash(buyersAddress);
    await visitor.save("Bill 5");
    await visitor.says("details:nth-of-type(2) .told", "is in the list until the page is closed. This browser keeps nothing for the page.");
    await visitor.says(".trouble", "does not keep scenarios");
    await visitor.press("Remove Bill 5");
    await until(() => visitor.saved(), []);
    deepEqual(await session.run(() => ["notice", "kept", "new-version"].map((id) => document.getElementById(id).hidden)), [true, true, true]);
    await session.reload();
    await visitor.shows(withBuyers);
  },

  async "K8 control: what is copied is in the clipboard or laid out"(row) {
    const { visitor } = row;
    await opened(row, baseline);
    await visitor.shows(asPublished);
    await visitor.openTool(share);
    await visitor.copies();
  },
};
