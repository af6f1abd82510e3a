// Faults and files that are gone: what has stopped is said, and loading again keeps the scenario.
import { equal } from "node:assert/strict";
import { anywhere, begins, frameless, inRoot, pressesBuyers, total } from "../calculator.mjs";
import { serve } from "../server.mjs";
import { until, untilFits } from "../../engines/until.mjs";
import { baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

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

// Opens the first tool where none of them can be loaded, and waits until that is told. They are loaded when there is
// nothing else to do, and once more when one is opened; what the first time has left is taken away, so that it is not
// taken for the second. `inside` runs a function with the root that the tools are in.
async function failsToOpenTool(inside) {
  const tells = () => untilFits(() => inside((root) => root.querySelector(".tool > div").textContent), /^This part could not be loaded\..*load the page again, and your scenario stays\.Load again$/);
  await tells();
  await inside((root) => root.querySelector(".tool > div").replaceChildren());
  await inside((root) => root.querySelector(".tool > summary").click());
  await tells();
}

export const rows = {
  async "B16 a fault of another program is not taken for one of ours"({ visitor, session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    await session.go(server.host(`${frameless}<button id="trap">trap</button><script>(${traps})();</script>`));
    await begins(session);
    await session.run(() => document.getElementById("trap").click());
    await until(() => session.run(() => document.documentElement.dataset.faults), "3");
    equal(await inRoot(session, (root) => root.querySelector("#notice").hidden), true);
    await pressesBuyers(session);
    await until(() => total(session), "82.5");
  },

  async "K8 a fault of our own is told in the host’s page, and loading again keeps what was switched"({ session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    // Browsers tell nothing of faults in what a driver runs, so it is the host's own.
    const spoil = '<script>window.spoil = (figure) => void Object.defineProperty(figure, "textContent", { set() { throw new Error("spoilt"); } });</script>';
    await session.go(server.host(`${frameless}${spoil}`));
    await begins(session);
    const hasStopped = () => until(() => inRoot(session, (root) => root.querySelector("#notice:not([hidden])")?.textContent ?? ""), "The calculator has stopped.A fault in the program ended it. What is on the page no longer follows the switches.Load the page again to go on.Load again");
    const loadsAgain = async () => {
      await session.run(() => (window.before = true));
      await inRoot(session, (root) => root.querySelector("#notice button").click());
      await until(() => session.run(() => window.before ?? false), false);
      await begins(session);
      equal(await inRoot(session, (root) => root.querySelector("#notice").hidden), true);
    };
    await until(() => total(session), "79");
    const spoils = () => inRoot(session, (root) => window.spoil(root.querySelector("#total")));
    await spoils();
    await pressesBuyers(session);
    await hasStopped();
    await loadsAgain();
    await until(() => total(session), "82.5");
    // Controls that are pressed after a stop move, and the message stays. What they show is what comes back.
    await spoils();
    for (const isOn of [false, true, false]) {
      await pressesBuyers(session);
      await hasStopped();
      equal(await inRoot(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").checked), isOn);
    }
    await inRoot(session, (root) => root.querySelector(".tool > summary").click());
    await hasStopped();
    await loadsAgain();
    await until(() => total(session), "79");
  },

  async "B45 after a deployment a tool’s message offers to load again, and the scenario stays"({ visitor, session, later }) {
    let gone = true;
    const server = await serve(({ path }) => (gone && path.startsWith("tools-") ? { status: 404 } : anywhere()));
    later(server.stop);
    await session.go(server.host(frameless));
    await begins(session);
    await until(() => total(session), "79");
    await pressesBuyers(session);
    await until(() => total(session), "82.5");
    await failsToOpenTool((work) => inRoot(session, work));
    gone = false;
    await inRoot(session, (root) => root.querySelector(".tool button").click());
    await until(() => session.run(() => Boolean(document.querySelector("law-grade")?.shadowRoot && !document.querySelector("law-grade").shadowRoot.querySelector(".tool button"))), true);
    await begins(session);
    await until(() => total(session), "82.5");
    await inRoot(session, (root) => root.querySelector(".tool > summary").click());
    await until(() => inRoot(session, (root) => Boolean(root.querySelector("#target"))), true);
    // It is handed over once: a later visit begins as the host says.
    await session.reload();
    await begins(session);
    await until(() => total(session), "79");
  },

  async "K8 on the page itself, too, with the scenario in its address"({ visitor, session, later }) {
    let gone = true;
    const server = await serve(({ path }) => (gone && path.startsWith("tools-") ? { status: 404 } : undefined));
    later(server.stop);
    await visitor.open(`${server.page}${baseline}`);
    await visitor.switches("2.1", buyers);
    await visitor.hash(buyersAddress);
    await failsToOpenTool((work) => session.run(new Function(`return (${work})(document)`)));
    gone = false;
    await visitor.click('//details[contains(@class, "tool")]//button');
    await until(() => visitor.count("#calculator[data-tools]"), 1);
    await visitor.shows(withBuyers);
  },
};
