// Pages that come back from the browser's back/forward cache, or that it makes anew: what is shown is the state.
import { deepEqual, equal } from "node:assert/strict";
import { anywhere, begins, inRoot, opened, pressesBuyers, total } from "../calculator.mjs";
import { element, frame, isHigh, opens, script, switches } from "../host.mjs";
import { until } from "../../engines/until.mjs";
import { buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

// Goes to another page and back. Says whether the page is the very same; in WebKit it must be.
async function leavesAndReturns({ session, engine }) {
  await session.run(() => (window.isSame = true));
  const there = await session.run(() => location.href);
  await session.go(`${new URL(there).origin}/a/sub-path/accessibility.html`);
  await session.back();
  // Asked of the page: the browser may name an address at which it has not arrived.
  await until(() => session.run(() => [location.href, document.readyState]), [there, "complete"]);
  const isSame = await session.run(() => window.isSame ?? false);
  if (engine === "WebKitGTK") equal(isSame, true);
  // WebKit empties fields in a turn of its own after the page is there again.
  await session.run(() => new Promise((done) => setTimeout(() => done(null), 300)));
  return isSame;
}

const agrees = (root) => {
  const box = root.querySelector("[id='2.1-trafficking-law-reaches-buyers']");
  return `${root.querySelector("#total").textContent} ${box.checked}`;
};

export const rows = {
  async "K4 the page comes back with its switches, its fields and the names of what is saved"(row) {
    const { visitor, session } = row;
    await opened(row);
    await visitor.switches("2.1", buyers);
    await visitor.hash(buyersAddress);
    await visitor.save("Bill 5");
    await (await session.css("#scenario-name")).type("Another");
    await visitor.openTool("Ways to a better grade");
    await visitor.click('//select[@id="target"]/option[@value="A"]');
    await visitor.says(".outcome", "changes are enough");
    await visitor.click('//label[@class="check"]/input');
    await visitor.hash(`${buyersAddress}/sure=A`);
    const fields = () => session.run(() => [...document.querySelectorAll("#calculator input:not([id*='.']):not([type=file])")].map(({ type, value, checked }) => (type === "checkbox" ? checked : value)));
    const before = await fields();
    equal(before.includes("Another") && before.includes("Bill 5") && before.includes(true), true, `${before}`);
    const isSame = await leavesAndReturns(row);
    await visitor.shows(withBuyers);
    if (isSame) return deepEqual(await fields(), before);
    await visitor.openTool("Save and compare scenarios");
    await until(() => visitor.saved(), ["Bill 5"]);
  },

  async "K4 a frame in a host's page comes back with switches that agree with its figures"(row) {
    const { session, visitor } = row;
    await opens(row, element);
    await isHigh(session);
    await switches(session, visitor);
    const isSame = await leavesAndReturns(row);
    await isHigh(session);
    await frame(session, async () => {
      await until(() => visitor.count("#calculator[data-tools]"), 1);
      if (isSame) await visitor.shows(withBuyers);
      const seen = await session.run(new Function(`return (${agrees})(document)`));
      equal(["79 false", "82.5 true"].includes(seen), true, seen);
    });
  },

  async "K4 a calculator without a frame comes back with switches that agree with its figures"(row) {
    const { session } = row;
    await opens(row, `${script}<law-grade frameless></law-grade>`, anywhere);
    await begins(session);
    await pressesBuyers(session);
    await until(() => total(session), "82.5");
    const isSame = await leavesAndReturns(row);
    await begins(session);
    const seen = await inRoot(session, agrees);
    equal(seen, isSame ? "82.5 true" : "79 false");
  },
};
