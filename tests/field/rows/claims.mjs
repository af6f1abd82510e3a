// Claims that are true: what is said to be saved, copied, printed or stopped is so, and there is another way.
import { deepEqual, equal, match } from "node:assert/strict";
import { runFirst, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

const share = "Share, print and download";
const told = ".take-away .told";

async function opened(later, visitor, { first, address = buyersAddress, rule } = {}) {
  const change = first && (({ path }) => (path === "" ? { change: runFirst(first) } : undefined));
  const server = await serve(rule ?? change);
  later(server.stop);
  await visitor.open(`${server.page}${address}`);
  await until(() => visitor.count("#calculator[data-tools]"), 1);
  return server;
}

const anywhere = () => ({ headers: { "access-control-allow-origin": "*" } });
const deep = (session, work, ...args) => session.run(new Function("...args", `const root = document.querySelector("law-grade").shadowRoot; return (${work})(root, ...args)`), ...args);
// What stands there before the program comes is not shown yet.
const begins = (session) => until(() => session.run(() => document.querySelector("law-grade")?.shadowRoot?.querySelector(".ground")?.hidden ?? true), false);
const frameless = '<script defer src="EMBED"></script><law-grade frameless address="pic-2019/ct-2019"></law-grade>';

const ways = (visitor) => visitor.session.run(() => [...document.querySelectorAll(".take-away .ways > *")].map((way) => way.textContent.trim().replace(/\s+/g, " ")));

// A host's page with programs of its own, which fail: in a promise, in a turn of their own, and in a script.
function traps() {
  let faults = 0;
  const count = () => (document.documentElement.dataset.faults = faults += 1);
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, count);
  const trap = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
  document.getElementById("trap").addEventListener("click", () => {
    WebAssembly.instantiate(trap).then(({ instance }) => {
      setTimeout(() => instance.exports.f());
      instance.exports.f();
    });
    setTimeout(() => {
      throw Object.assign(new Error("another’s"), { stack: "at other.wasm:1" });
    });
  });
}

export const rows = {
  async "B20 in a sandbox that forbids downloads, that is said and other ways are offered"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    // As strangers to the calculator's origin, and as its neighbours.
    for (const [sandbox, host] of [["allow-scripts allow-same-origin", server.sameOrigin], ["allow-scripts allow-same-origin", (address) => address]]) {
      // No higher than the window: WebKit's driver scrolls no host on another site.
      await session.go(host(server.host(`<iframe src="FRAME${buyersAddress}" sandbox="${sandbox}" width="900" height="800"></iframe>`)));
      await session.within("iframe", async () => {
        await visitor.shows(withBuyers);
        await visitor.openTool(share);
        await visitor.press("Spreadsheet (CSV)");
        await visitor.says(told, "lawgrade.csv");
        match(await visitor.text(told), /^The page around this one does not let files be saved\. Take lawgrade\.csv another way:$|^The browser was asked to save lawgrade\.csv\. If nothing was saved, take it another way:$/);
        const offered = await ways(visitor);
        deepEqual(offered.filter((way) => !way.startsWith("Share the file")), ["Copy its text lawgrade.csv", "Open this scenario in a browser window"]);
        const link = await session.run(() => document.querySelector(".ways a").href);
        equal(decodeURIComponent(link), `${server.page}${buyersAddress}`);
        await visitor.press("Copy its text lawgrade.csv");
        await until(async () => /^The text of lawgrade\.csv is in the clipboard\.$|The text of lawgrade\.csv is selected below/.test(await visitor.text(told)), true);
      });
    }
  },

  async "B20 in the same site’s sandbox it is known that nothing is saved, and nothing is tried"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    await session.go(server.sameOrigin(server.host(`<iframe src="FRAME${buyersAddress}" sandbox="allow-scripts allow-same-origin" width="900" height="3000"></iframe>`)));
    await session.within("iframe", async () => {
      await visitor.shows(withBuyers);
      await visitor.openTool(share);
      for (const [name, file] of [["Spreadsheet (CSV)", "lawgrade.csv"], ["Data (JSON)", "lawgrade.json"], ["Picture (SVG)", "lawgrade.svg"], ["Picture (PNG)", "lawgrade.png"]]) {
        await visitor.press(name);
        await until(() => visitor.text(told), `The page around this one does not let files be saved. Take ${file} another way:`);
      }
      await visitor.press("Show the picture lawgrade.png");
      await until(() => session.run(() => document.querySelector("img#by-hand")?.naturalWidth), 1200);
    });
  },

  async "B34 in the window of an app, nothing is claimed and other ways are offered"({ visitor, session, later }) {
    await opened(later, visitor, { first: () => {
      HTMLAnchorElement.prototype.click = () => {};
      Object.defineProperty(Navigator.prototype, "userAgent", { get: () => "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A Instagram 300.0" });
      Navigator.prototype.canShare = ({ files }) => files?.length === 1;
      Navigator.prototype.share = ({ files }) => {
        window.shared = `${files[0].name} ${files[0].type} ${files[0].size > 1000}`;
        return Promise.resolve();
      };
    } });
    await visitor.openTool(share);
    for (const [name, file, type] of [["Spreadsheet (CSV)", "lawgrade.csv", "text/csv"], ["Data (JSON)", "lawgrade.json", "application/json"], ["Picture (SVG)", "lawgrade.svg", "image/svg+xml"], ["Picture (PNG)", "lawgrade.png", "image/png"]]) {
      await visitor.press(name);
      await until(() => visitor.text(told), `${file} may not have been saved: in apps and frames like this one, saving often does nothing. Take it another way:`);
      await visitor.press(`Share the file ${file}`);
      await until(() => session.run(() => window.shared), `${file} ${type} true`);
      await until(() => visitor.text(told), `${file} was shared.`);
    }
  },

  async "K8 in the browser itself a file is said to be asked for, with the text beside"({ visitor, later }) {
    await opened(later, visitor);
    await visitor.openTool(share);
    await visitor.press("Data (JSON)");
    await until(() => visitor.text(told), "The browser was asked to save lawgrade.json. If nothing was saved, take it another way:");
    deepEqual((await ways(visitor)).filter((way) => !way.startsWith("Share")), ["Copy its text lawgrade.json"]);
    // What was told goes with the scenario that it was about.
    await visitor.switches("2.1", buyers);
    await until(() => visitor.text(told), "");
    await until(() => visitor.count(".ways"), 0);
  },

  async "K8 a print that the browser ignores is not called printed"({ visitor, later }) {
    await opened(later, visitor, { first: () => (window.print = () => {}) });
    await visitor.openTool(share);
    await visitor.press("Print or save as PDF");
    await visitor.says(told, "If no window for printing has opened, the app or page around this one does not let it print.");
    equal(await visitor.session.run(() => getComputedStyle(document.querySelector(".page")).display !== "none"), true);
  },

  async "K8 of a print that has begun nothing is said"({ visitor, session, later }) {
    await opened(later, visitor, { first: () => (window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      dispatchEvent(new Event("afterprint"));
      window.printed = true;
    }) });
    await visitor.openTool(share);
    await visitor.press("Print or save as PDF");
    await until(() => session.run(() => window.printed ?? false), true);
    // As long as it would take, and a little longer.
    await session.run(() => new Promise((done) => setTimeout(() => done(null), 1300)));
    equal(await visitor.text(told), "");
  },

  async "B41 that browsers may forget is said where scenarios are saved, with the export beside"({ visitor, session, later }) {
    await opened(later, visitor, { first: () => {
      window.persisted = 0;
      if (globalThis.StorageManager) StorageManager.prototype.persist = () => Promise.resolve(Boolean(window.persisted += 1));
    } });
    await visitor.openTool("Save and compare scenarios");
    equal((await visitor.text("details:nth-of-type(2)")).includes("may forget"), false);
    await session.run(() => document.querySelector("#scenario-name").focus());
    await visitor.press("Save");
    await visitor.says("details:nth-of-type(2)", "Browsers may forget what is saved here: Safari after seven days without a visit, others when they run out of room. A file keeps it.");
    await until(() => session.run(() => [...document.querySelectorAll("details:nth-of-type(2) button")].some((one) => one.textContent.includes("Export all to a file"))), true);
    if (await session.run(() => Boolean(globalThis.StorageManager))) await until(() => session.run(() => window.persisted), 1);
  },

  async "K8 what the storage swallows is not called saved"({ visitor, later }) {
    await opened(later, visitor, { first: () => (Storage.prototype.setItem = () => {}) });
    await visitor.openTool("Save and compare scenarios");
    await visitor.press("Save");
    await visitor.says("details:nth-of-type(2) .told", "is in the list until the page is closed. This browser keeps nothing for the page.");
    await visitor.says(".trouble", "does not keep scenarios");
  },

  async "B16 a fault of another program is not taken for one of ours"({ visitor, session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    await session.go(server.host(`${frameless}<button id="trap">trap</button><script>(${traps})();</script>`));
    await begins(session);
    await session.run(() => document.getElementById("trap").click());
    await until(() => session.run(() => document.documentElement.dataset.faults), "3");
    equal(await deep(session, (root) => root.querySelector("#notice").hidden), true);
    await deep(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").click());
    await until(() => deep(session, (root) => root.querySelector("#total").textContent), "82.5");
  },

  async "K8 a fault of our own is told in the host’s page, and loading again keeps what was switched"({ session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    // Browsers tell nothing of faults in what a driver runs, so it is the host's own.
    const spoil = '<script>window.spoil = (figure) => void Object.defineProperty(figure, "textContent", { set() { throw new Error("spoilt"); } });</script>';
    await session.go(server.host(`${frameless}${spoil}`));
    await begins(session);
    const total = () => session.run(() => document.querySelector("law-grade")?.shadowRoot?.querySelector("#total")?.textContent ?? "");
    const presses = () => deep(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").click());
    const hasStopped = () => until(() => deep(session, (root) => root.querySelector("#notice:not([hidden])")?.textContent ?? ""), "The calculator has stopped.A fault in the program ended it. What is on the page no longer follows the switches.Load the page again to go on.Load again");
    const loadsAgain = async () => {
      await session.run(() => (window.before = true));
      await deep(session, (root) => root.querySelector("#notice button").click());
      await until(() => session.run(() => window.before ?? false), false);
      await begins(session);
      equal(await deep(session, (root) => root.querySelector("#notice").hidden), true);
    };
    await until(total, "79");
    const spoils = () => deep(session, (root) => window.spoil(root.querySelector("#total")));
    await spoils();
    await presses();
    await hasStopped();
    await loadsAgain();
    await until(total, "82.5");
    // Controls that are pressed after a stop move, and the message stays. What they show is what comes back.
    await spoils();
    for (const isOn of [false, true, false]) {
      await presses();
      await hasStopped();
      equal(await deep(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").checked), isOn);
    }
    await deep(session, (root) => root.querySelector(".tool > summary").click());
    await hasStopped();
    await loadsAgain();
    await until(total, "79");
  },

  async "B45 after a deployment a tool’s message offers to load again, and the scenario stays"({ visitor, session, later }) {
    let gone = true;
    const server = await serve(({ path }) => (gone && path.startsWith("tools-") ? { status: 404 } : anywhere()));
    later(server.stop);
    await session.go(server.host(frameless));
    await begins(session);
    const total = () => session.run(() => document.querySelector("law-grade")?.shadowRoot?.querySelector("#total")?.textContent ?? "");
    await until(total, "79");
    await deep(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").click());
    await until(total, "82.5");
    await deep(session, (root) => root.querySelector(".tool > summary").click());
    await until(() => deep(session, (root) => root.querySelector(".tool button")?.textContent ?? ""), "Load again");
    match(await deep(session, (root) => root.querySelector(".tool > div").textContent), /load the page again, and your scenario stays/);
    gone = false;
    await deep(session, (root) => root.querySelector(".tool button").click());
    await until(() => session.run(() => Boolean(document.querySelector("law-grade")?.shadowRoot && !document.querySelector("law-grade").shadowRoot.querySelector(".tool button"))), true);
    await begins(session);
    await until(total, "82.5");
    await deep(session, (root) => root.querySelector(".tool > summary").click());
    await until(() => deep(session, (root) => Boolean(root.querySelector("#target"))), true);
    // It is handed over once: a later visit begins as the host says.
    await session.reload();
    await until(total, "79");
  },

  async "K8 on the page itself, too, with the scenario in its address"({ visitor, session, later }) {
    let gone = true;
    const server = await serve(({ path }) => (gone && path.startsWith("tools-") ? { status: 404 } : undefined));
    later(server.stop);
    await visitor.open(`${server.page}${baseline}`);
    await visitor.switches("2.1", buyers);
    await visitor.hash(buyersAddress);
    await visitor.click('//details[contains(@class, "tool")]/summary');
    await visitor.says(".tool > div", "This part could not be loaded.");
    gone = false;
    await visitor.click('//details[contains(@class, "tool")]//button');
    await until(() => visitor.count("#calculator[data-tools]"), 1);
    await visitor.shows(withBuyers);
  },

  async "K8 control: what is copied is in the clipboard or laid out"({ visitor, later }) {
    await opened(later, visitor, { address: baseline });
    await visitor.shows(asPublished);
    await visitor.openTool(share);
    await visitor.copies();
  },
};
