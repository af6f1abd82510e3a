// Links and focus in the page of a host.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { anywhere, begins, inRoot } from "../calculator.mjs";
import { element, frame, isHigh, opens, script, switches } from "../host.mjs";
import { withBuyers } from "../../engines/visitor.mjs";
import { until } from "../../engines/until.mjs";
import { key } from "../../engines/webdriver.mjs";

// By the keyboard, which WebKit's driver gives to a frame only as it goes on through the page.
async function tabsTo(session, selector) {
  for (let presses = 0; presses < 100; presses += 1) {
    if (await session.run((selector) => document.activeElement?.matches(selector) ?? false, selector)) return;
    await session.press(key.tab);
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}

// Where a place of the frame lies in the host's window.
async function placed(session, selector) {
  const top = await session.run(() => document.querySelector("law-grade").shadowRoot.querySelector("iframe").getBoundingClientRect().top);
  return frame(session, async () => top + (await session.run((selector) => document.querySelector(selector).getBoundingClientRect().top, selector)));
}
const inView = (session, selector) => until(async () => {
  const top = await placed(session, selector);
  return (top >= -1 && top < (await session.run(() => innerHeight))) || top;
}, true);

// Nothing on the page is moved by its programs any more.
const hasTools = (session) => until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);

const tall = `<p style="height: 1500px">A page that is high.</p>${element}<p style="height: 1500px">Its end.</p>`;

// Clicks a link in each of these ways, and gives those that were not left to the browser. Nothing is opened.
function takenClicks(root) {
  const clicks = [["plain", "click", {}], ["Ctrl", "click", { ctrlKey: true }], ["Cmd", "click", { metaKey: true }], ["Shift", "click", { shiftKey: true }], ["Alt", "click", { altKey: true }], ["middle", "auxclick", { button: 1 }]];
  const taken = [];
  for (const selector of ['a[href^="#section"]', 'a[href^="http"]']) {
    const link = root.querySelector(selector);
    for (const [how, type, init] of clicks) {
      // A plain one would open a window.
      if (how === "plain" && selector.includes("http")) continue;
      addEventListener(type, (event) => {
        if (event.defaultPrevented) taken.push(`${how} ${selector}`);
        event.preventDefault();
      }, { once: true });
      link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init }));
    }
  }
  return taken;
}

export const rows = {
  async "B37 links to places in a frame scroll the host's window"({ session, visitor, later }) {
    await opens({ session, later }, tall);
    // Frames out of view are loaded late.
    await until(() => session.run(() => document.querySelector("law-grade").shadowRoot?.childElementCount > 0), true);
    await session.run(() => document.querySelector("law-grade").scrollIntoView());
    await isHigh(session);
    await frame(session, () => hasTools(session));
    for (const [link, place] of [['a[href="#section-5"]', "#section-5"], ['a[href="#readings"]', "#readings"]]) {
      await session.run(() => scrollTo(0, 0));
      await frame(session, () => session.run((link) => document.querySelector(link).click(), link));
      await inView(session, place);
    }
    // The scenario's address stays what it was.
    await frame(session, async () => ok(!(await session.run(() => location.hash)).includes("section")));
  },

  async "B37 the focus goes on from there, and Tab takes the host's window along"({ session, visitor, later }) {
    await opens({ session, later }, tall);
    // Frames out of view are loaded late.
    await until(() => session.run(() => document.querySelector("law-grade").shadowRoot?.childElementCount > 0), true);
    await session.run(() => document.querySelector("law-grade").scrollIntoView());
    await isHigh(session);
    await frame(session, async () => {
      await hasTools(session);
      await tabsTo(session, 'a[href="#section-5"]');
      await session.press(key.enter);
      await until(() => session.run(() => document.activeElement.id), "section-5");
      await session.press(key.tab);
      await until(() => session.run(() => document.activeElement.id !== "section-5" && Boolean(document.activeElement.closest("#section-5, [aria-labelledby=section-5], .section"))), true);
      await session.run(() => document.activeElement.setAttribute("data-here", ""));
    });
    await inView(session, "[data-here]");
    await session.run(() => scrollTo(0, 0));
    await frame(session, () => session.run(() => document.querySelector(".section:last-of-type input").focus()));
    await inView(session, ".section:last-of-type input");
  },

  async "B10 a link that leads out opens outside, and the calculator stays"({ session, visitor, later }) {
    await opens({ session, later }, element);
    await isHigh(session);
    await switches(session, visitor);
    const before = await session.get("window/handles");
    await frame(session, async () => {
      await session.run(() => {
        const link = document.querySelector('a[href="#section-1"]');
        link.id = "outside";
        link.href = `${location.origin}/a/sub-path/builder.html`;
      });
      await tabsTo(session, "#outside");
      await session.press(key.enter);
    });
    await until(async () => (await session.get("window/handles")).length, before.length + 1);
    await frame(session, () => visitor.shows(withBuyers));
    const [here] = before;
    for (const handle of await session.get("window/handles")) {
      if (handle === here) continue;
      await session.post("window", { handle });
      await until(() => session.address().then((open) => /builder/.test(open)), true);
      equal(await session.run(() => window.opener), null);
      await session.post("window", { handle });
      await session.close();
    }
    await session.post("window", { handle: here });
  },

  async "K3 where a sandbox lets nothing open, the address is told and the calculator stays"({ session, visitor, later }) {
    const html = '<iframe src="FRAME" sandbox="allow-scripts" width="1000" height="900"></iframe>';
    await opens({ session, later }, html, () => ({ headers: { "access-control-allow-origin": "*" } }));
    await frame(session, async () => {
      await until(() => session.run(() => document.querySelectorAll(".component input").length > 0), true);
      await session.run(() => document.querySelector("footer cite a").click());
      await until(() => session.run(() => document.querySelector(".refused code")?.textContent.startsWith("https://") ?? false), true);
      match(await visitor.text(".refused"), /does not let it open links/);
      // The one file is no file of this frame's own origin, and must not take its place either.
      await session.run(() => document.querySelector(".one-file a").click());
      equal(await session.run(() => document.querySelectorAll("#grade").length), 1);
    });
  },

  async "K3 a middle click, and clicks with a key held, are left to the browser, in both forms"({ session, later }) {
    const taken = ['plain a[href^="#section"]'];
    await opens({ session, later }, element);
    await isHigh(session);
    await frame(session, async () => {
      await hasTools(session);
      deepEqual(await session.run(new Function(`return (${takenClicks})(document)`)), taken);
    });
    await opens({ session, later }, `${script}<law-grade frameless></law-grade>`, anywhere);
    await begins(session);
    deepEqual(await inRoot(session, takenClicks), taken);
  },
};
