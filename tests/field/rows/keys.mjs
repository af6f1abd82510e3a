// Keys, the wheel, and where the focus is.
import { deepEqual, equal } from "node:assert/strict";
import { anywhere, begins, inRoot, opened } from "../calculator.mjs";
import { serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { key } from "../../engines/webdriver.mjs";
import { asPublished, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

// A key as a keyboard of some layout sends it; gives whether the page has taken it for its own.
const strikes = (session, init) =>
  session.run((init) => {
    const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, ctrlKey: true, ...init });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, init);

const undoes = [
  ["a Latin layout", { key: "z", code: "KeyZ" }],
  ["Caps Lock", { key: "Z", code: "KeyZ" }],
  ["a German layout", { key: "z", code: "KeyY" }],
  ["a French layout", { key: "z", code: "KeyW" }],
  ["Dvorak", { key: "z", code: "Slash" }],
  ["a Russian layout", { key: "я", code: "KeyZ" }],
  ["a Greek layout", { key: "ζ", code: "KeyZ" }],
  ["a Hebrew layout", { key: "ז", code: "KeyZ" }],
  ["an Arabic layout", { key: "ئ", code: "KeyZ" }],
  ["a Mac", { key: "z", code: "KeyZ", ctrlKey: false, metaKey: true }],
];
const redoes = [
  ["Shift", { key: "Z", code: "KeyZ", shiftKey: true }],
  ["Shift and Caps Lock", { key: "z", code: "KeyZ", shiftKey: true }],
  ["y", { key: "y", code: "KeyY" }],
  ["Y with Caps Lock", { key: "Y", code: "KeyY" }],
  ["y of a German layout", { key: "y", code: "KeyZ" }],
  ["a Russian layout", { key: "Я", code: "KeyZ", shiftKey: true }],
  ["a Greek layout", { key: "υ", code: "KeyY" }],
];
const neither = [
  ["no Ctrl", { key: "z", code: "KeyZ", ctrlKey: false }],
  ["Ctrl and Alt", { key: "z", code: "KeyZ", altKey: true }],
  ["AltGr", { key: "z", code: "KeyZ", modifierAltGraph: true }],
  ["a text that is being composed", { key: "z", code: "KeyZ", isComposing: true }],
  ["Dvorak’s key at the place of Z", { key: ";", code: "KeyZ" }],
  ["BÉPO’s key at the place of Z", { key: "à", code: "KeyZ" }],
  ["a dead key", { key: "Dead", code: "KeyZ" }],
];

const oneLetter = `<script>
  window.fired = [];
  addEventListener("keydown", (event) => {
    if (/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) return;
    if (/^[sx ]$/.test(event.key) || (event.key === "k" && event.ctrlKey) || event.key === "Escape") window.fired.push(event.key);
  });
</script><script defer src="EMBED"></script><law-grade frameless></law-grade>`;

export const rows = {
  async "B12 undo and redo by keys of any layout"(row) {
    const { visitor, session } = row;
    await opened(row);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    for (const [layout, init] of undoes) {
      equal(await strikes(session, init), true, layout);
      await visitor.shows(asPublished);
      await visitor.press("Redo");
      await visitor.shows(withBuyers);
    }
    for (const [layout, init] of redoes) {
      await visitor.press("Undo");
      await visitor.shows(asPublished);
      equal(await strikes(session, init), true, layout);
      await visitor.shows(withBuyers);
    }
    // The events that a script makes know of no AltGr in WebKit.
    const knowsAltGr = await session.run(() => new KeyboardEvent("keydown", { modifierAltGraph: true }).getModifierState("AltGraph"));
    for (const [what, init] of neither) {
      if (!init.modifierAltGraph || knowsAltGr) equal(await strikes(session, init), false, what);
    }
    await visitor.shows(withBuyers);
  },

  async "K10 keys that somebody else has taken, or that edit a text, undo nothing; those on a list do"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress);
    await visitor.openTool("Ways to a better grade");
    await session.run(() => {
      const other = document.body.appendChild(document.createElement("x-other"));
      other.attachShadow({ mode: "open" }).innerHTML = "";
      other.shadowRoot.append(document.createElement("input"));
    });
    const on = (target) => session.run((target) => {
      const found = target === "other" ? document.querySelector("x-other").shadowRoot.firstChild : document.querySelector(target);
      const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, ctrlKey: true, key: "z", code: "KeyZ" });
      found.dispatchEvent(event);
      return event.defaultPrevented;
    }, target);
    deepEqual([await on("#bill-name"), await on("other")], [false, false]);
    await visitor.shows(withBuyers);
    await visitor.click('//select[@id="target"]/option[@value="A"]');
    await visitor.says(".outcome", "changes are enough");
    equal(await on("#target"), true);
    await visitor.says(".outcome", "Choose a grade");
    await session.run(() => document.body.addEventListener("keydown", (event) => event.preventDefault()));
    await strikes(session, { key: "z", code: "KeyZ" });
    await visitor.shows(withBuyers);
  },

  async "B22 after a click on a text, Tab goes to the next control"(row) {
    const { visitor, session } = row;
    await opened(row);
    await visitor.click('//*[@id="component-5.1"]//li[1]//p[@class="finding"]');
    const clicked = await session.run(() => ({ focus: document.activeElement.tagName, y: scrollY }));
    equal(clicked.focus, "BODY");
    await session.press(key.tab);
    await until(() => session.run((y) => [document.activeElement.closest(".component")?.id, Math.abs(scrollY - y) < 400], clicked.y), ["component-5.1", true]);
  },

  async "K10 nothing on the page takes the focus for good that is no control"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress);
    await visitor.applyPlanToA();
    await until(() => session.run(() => document.activeElement.className), "outcome");
    await session.press(key.tab);
    await until(() => visitor.count("[tabindex='-1']"), 0);
  },

  async "K10 the link to the provisions takes the focus along"(row) {
    const { visitor, session } = row;
    await opened(row);
    await session.run(() => document.querySelector(".skip").focus());
    await session.press(key.enter);
    await until(() => session.run(() => document.activeElement.id), "provisions");
    await session.press(key.tab);
    await until(() => session.run(() => document.activeElement.matches("#provisions *")), true);
    await until(() => visitor.count("[tabindex='-1']"), 0);
  },

  async "B29 letters that are typed into a name are not the host’s"({ visitor, session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    await session.go(server.host(oneLetter));
    await begins(session);
    await inRoot(session, (root) => root.querySelectorAll(".tool > summary")[1].click());
    await until(() => inRoot(session, (root) => Boolean(root.querySelector("#scenario-name"))), true);
    await inRoot(session, (root) => root.querySelector("#scenario-name").focus());
    await session.press("s", "s", "x", " ");
    await until(() => inRoot(session, (root) => root.querySelector("#scenario-name").value), "ssx ");
    deepEqual(await session.run(() => window.fired), []);
    // The host's own shortcuts are its own, and so are letters where nothing is typed.
    await session.press([key.control, "k"]);
    await inRoot(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").focus());
    await session.press(" ", "s");
    await until(() => session.run(() => window.fired), ["k", "s"]);
    await until(() => inRoot(session, (root) => root.querySelector("#total").textContent), "82.5");
  },

  async "K10 the points to reach take a comma and the arrows, and not the wheel"(row) {
    const { visitor, session } = row;
    await opened(row);
    await visitor.openTool("Ways to a better grade");
    await visitor.click('//select[@id="target"]/option[@value="points"]');
    await until(() => session.run(() => document.querySelector(".number").hidden), false);
    const field = () => session.run(() => document.querySelector(".number").value);
    const goal = (expected) => until(() => session.run(() => decodeURIComponent(location.hash).split("/to=")[1] ?? ""), expected);
    await session.run(() => Object.assign(document.querySelector(".number"), { value: "" }).focus());
    await session.press("8", "2", ",", "5", key.enter);
    await goal("82.5");
    await session.press("\ue013");
    await goal("83");
    await session.press(key.down, key.down);
    await goal("82");
    await session.run(() => document.querySelector(".number").dispatchEvent(new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true })));
    equal(await field(), "82");
    equal(await session.run(() => document.querySelector(".number").type), "text");
  },

  async "K10 the focus is never lost with what had it"(row) {
    const { visitor, session } = row;
    await opened(row, `${buyersAddress},no-such-law`);
    const focused = () => until(() => session.run(() => document.activeElement !== document.body), true);
    await visitor.says(".unread", "no-such-law");
    await visitor.press("Close this notice");
    await until(() => visitor.count(".unread"), 0);
    await focused();
    // Not even for a moment in a field that would take the keys for undo to be its own.
    await session.run(() => {
      window.inText = false;
      addEventListener("focusin", ({ target }) => (window.inText ||= target.matches("input:not([type=checkbox])")));
    });
    await visitor.applyPlanToA();
    await until(() => session.run(() => document.activeElement.className), "outcome");
    equal(await session.run(() => window.inText), false);
    // The focus is on a plan's button when undo takes the plan away.
    await session.press([key.control, "z"]);
    await visitor.says(".outcome", "changes are enough");
    await session.run(() => [...document.querySelectorAll(".plan button")].at(-1).focus());
    await visitor.switches("2.1", buyers);
    await visitor.shows(asPublished);
    await focused();
    await visitor.save("Bill 5");
    await visitor.press("Remove Bill 5");
    await until(() => visitor.saved(), []);
    await until(() => session.run(() => document.activeElement.textContent.trim()), "Put back Bill 5");
  },
};
