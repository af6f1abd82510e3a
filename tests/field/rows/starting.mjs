// Starting: however and whenever the script comes, and wherever its places are.
import { deepEqual, equal, match } from "node:assert/strict";
import { anywhere } from "../calculator.mjs";
import { serve } from "../server.mjs";
import { settles, until } from "../../engines/until.mjs";

const law = '<law-grade address="pic-2019/ct-2019" parts="panel"></law-grade>';
const ears = `<script>
window.heard = []; window.failed = []; window.told = [];
addEventListener("lawgrade-change", ({ detail }) => heard.push(detail.total));
addEventListener("lawgrade-error", ({ detail }) => failed.push(detail));
const warn = console.warn; console.warn = (...words) => (told.push(words.join(" ")), warn(...words));
</script>`;

async function opens({ session, later }, html, { rule = anywhere, headers } = {}) {
  const server = await serve(rule);
  later(server.stop);
  await session.go(server.host(`${ears}${html}`, headers));
  return server;
}

const heard = (session, total) => until(() => session.run(() => window.heard.at(-1) ?? null), total);
const times = (session, times) => until(() => session.run(() => window.heard.length), times);

const ways = {
  "B18 as a module": '<script type="module" src="EMBED"></script>',
  "B18 by import()": '<script>import("EMBED")</script>',
  "B18 as a text that an optimizer runs": '<script>fetch("EMBED").then((r) => r.text()).then((text) => new Function(text)())</script>',
  "K5 by async": '<script async src="EMBED"></script>',
  "K5 in the head without defer": '<script src="EMBED"></script>',
  "K5 put there by a script": '<script>document.head.append(Object.assign(document.createElement("script"), { src: "EMBED" }))</script>',
  "K5 kept back by an optimizer that has its address in an attribute of its own": '<script type="later/javascript" data-delayed-src="EMBED"></script><script>fetch(document.querySelector("[data-delayed-src]").dataset.delayedSrc).then((r) => r.blob()).then((blob) => document.head.append(Object.assign(document.createElement("script"), { src: URL.createObjectURL(blob) })))</script>',
  "K5 joined with others, where an author says where it lies": '<script data-lawgrade-home="PAGE"></script><script>fetch("EMBED").then((r) => r.text()).then((text) => { performance.clearResourceTimings(); new Function(text)(); })</script>',
  "K5 twice, the second with a query": '<script defer src="EMBED"></script><script defer src="EMBED?again"></script>',
};

export const rows = Object.fromEntries(Object.entries(ways).map(([name, script]) => [
  name,
  async ({ session, later }) => {
    await opens({ session, later }, `${script}${law}`);
    await heard(session, 79);
    equal(await session.run(() => document.querySelectorAll("law-grade").length), 1);
  },
]));

Object.assign(rows, {
  async "B17 places are filled when the script is in the head, when they come later, and once each"({ session, later }) {
    const server = await opens({ session, later }, '<script src="EMBED"></script><div data-lawgrade="pic-2019/ct-2019" data-parts="panel"></div>');
    await times(session, 1);
    await session.run(() => {
      const place = document.createElement("div");
      place.dataset.lawgrade = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
      place.innerHTML = '<a href="https://example.org">A link</a>';
      document.body.prepend(place);
    });
    await times(session, 2);
    await heard(session, 82.5);
    await session.run((embed) => new Promise((done) => document.head.append(Object.assign(document.createElement("script"), { src: embed, onload: done }))), server.embed);
    await session.run(() => {
      const host = document.createElement("section");
      document.body.prepend(host);
      host.attachShadow({ mode: "open" }).innerHTML = '<p>In a shadow root</p><div data-lawgrade="pic-2019/ct-2019" data-parts="panel"></div>';
      document.body.prepend(host.cloneNode());
      const clone = document.querySelector("[data-lawgrade]").cloneNode(true);
      document.body.prepend(clone);
    });
    await times(session, 4);
    await session.run(() => new Promise((done) => setTimeout(done, 300)));
    await times(session, 4);
  },

  async "B32 changes are heard outside a shadow root in which a host has put the element"({ session, later }) {
    await opens({ session, later }, '<script src="EMBED"></script><section id="host"></section><script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<law-grade></law-grade>"; document.addEventListener("lawgrade-change", () => (window.outside = true))</script>');
    await until(() => session.run(() => window.outside ?? false), true);
  },

  async "K5 properties that were set before the script came are kept, and later ones are followed"({ session, later }) {
    const server = await opens({ session, later }, '<law-grade></law-grade><script>Object.assign(document.querySelector("law-grade"), { address: "#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers", parts: "panel", theme: "dark" })</script>');
    await session.run((embed) => document.head.append(Object.assign(document.createElement("script"), { src: embed })), server.embed);
    await heard(session, 82.5);
    deepEqual(await session.run(() => [document.querySelector("law-grade").getAttribute("parts"), document.querySelector("law-grade").theme]), ["panel", "dark"]);
    await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
    await heard(session, 79);
  },

  async "K5 <law-grade /> leaves the rest of the article on the page, and a link inside is for where nothing starts"({ session, later }) {
    await opens({ session, later }, `<script defer src="EMBED"></script><article><law-grade parts="panel" /><p id="rest">The rest of the article.</p><h2>More</h2></article><law-grade id="linked" parts="panel"><a href="PAGE">Open it</a></law-grade>`);
    await heard(session, 79);
    const seen = (selector) => session.run((selector) => document.querySelector(selector).getClientRects().length > 0, selector);
    await until(() => seen("#rest"), true);
    await until(() => session.run(() => window.told.some((line) => line.includes("does not end the element"))), true);
    await until(() => session.run(() => document.querySelector("#rest law-grade, #linked")?.shadowRoot.querySelector("iframe") !== null), true);
  },

  async "K5 it is moved, cloned, taken out and put back, and adopted by another document"({ session, later }) {
    await opens({ session, later }, `<script defer src="EMBED"></script><section></section>${law}`);
    await times(session, 1);
    await session.run(() => document.querySelector("section").append(document.querySelector("law-grade")));
    await times(session, 2);
    await session.run(() => document.body.prepend(document.querySelector("law-grade").cloneNode(true)));
    await times(session, 3);
    await session.run(() => {
      const element = document.querySelector("law-grade");
      for (let turn = 0; turn < 20; turn += 1) {
        element.remove();
        document.body.prepend(element);
      }
    });
    await times(session, 4);
    await session.run(() => {
      const frame = document.createElement("iframe");
      Object.assign(frame.style, { width: "900px", height: "600px" });
      document.body.prepend(frame);
      const element = document.querySelectorAll("law-grade")[0];
      window.inner = frame.contentDocument;
      inner.addEventListener("lawgrade-change", ({ detail }) => (window.adopted = detail.total));
      inner.body.append(inner.adoptNode(element));
    });
    await until(() => session.run(() => window.adopted ?? null), 79);
    equal(await session.run(() => inner.defaultView.getComputedStyle(inner.querySelector("law-grade")).display), "block");
  },

  async "K5 what does not matter to the frame does not load it anew"({ session, later }) {
    const server = await opens({ session, later }, `<script defer src="EMBED"></script><law-grade></law-grade>`);
    await times(session, 1);
    const loads = () => server.asked.filter((address) => /embed\.html/.test(address)).length;
    const before = loads();
    const inside = (work) => session.within("iframe", () => session.run(work));
    await session.run(() => {
      const element = document.querySelector("law-grade");
      element.setAttribute("theme", "dark");
      element.setAttribute("parts", "panel");
      element.setAttribute("title", "Another title");
      element.style.setProperty("--lawgrade-accent", "rgb(1, 2, 3)");
      element.address = "pic-2019/ct-2019";
    });
    await until(() => inside(() => [document.documentElement.dataset.theme, document.documentElement.dataset.parts, document.documentElement.style.getPropertyValue("--lawgrade-accent")]), ["dark", "panel", "rgb(1, 2, 3)"]);
    equal(loads(), before);
    await session.run(() => document.querySelector("law-grade").setAttribute("lang", "es"));
    await until(() => inside(() => document.documentElement.lang), "es");
  },

  async "K5 a host that sets what it hears, late, settles with the last step"({ session, later }) {
    await opens({ session, later }, `<script defer src="EMBED"></script><law-grade></law-grade><script>
      document.querySelector("law-grade").addEventListener("lawgrade-change", ({ target, detail }) => setTimeout(() => (target.address = detail.address), 40));
    </script>`);
    await times(session, 1);
    await session.within("iframe", async () => {
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
      await session.run(async () => {
        for (const box of [...document.querySelectorAll(".provision input")].slice(0, 6)) {
          box.click();
          await new Promise((done) => setTimeout(done, 15));
        }
      });
    });
    await until(() => session.run(() => window.heard.length > 1), true);
    await settles(() => session.run(() => window.heard.length), 700);
    const shown = await session.within("iframe", () => session.run(() => document.querySelectorAll("input").length && [...document.querySelectorAll(".provision input")].slice(0, 6).filter(({ checked, defaultChecked }) => checked !== defaultChecked).length));
    equal(shown > 0, true);
  },

  async "K5 an element that cannot start says so, with a link, and fires lawgrade-error"({ session, later }) {
    const text = (session) => session.run(() => document.querySelector("law-grade").shadowRoot.querySelector("[role=alert]")?.textContent ?? "");
    // The page for frames is not there.
    await opens({ session, later }, `<script defer src="EMBED"></script>${law}`, { rule: ({ path }) => (path.startsWith("embed.html") ? { status: 404, body: "not here" } : {}) });
    await until(() => session.run(() => window.failed[0]?.code ?? null), "not-loaded");
    match(await text(session), /could not be shown here.*Open it on a page of its own/);
    const { sentence, remedy } = await session.run(() => window.failed[0]);
    equal(Boolean(sentence && remedy), true);
    equal(await session.run(() => document.querySelector("law-grade").shadowRoot.querySelector("[role=alert] a").hash), "#pic-2019/ct-2019");
    // It refuses frames.
    await opens({ session, later }, `<script defer src="EMBED"></script>${law}`, { rule: ({ path }) => (path.startsWith("embed.html") ? { headers: { "x-frame-options": "DENY" } } : {}) });
    await until(() => session.run(() => window.failed[0]?.code ?? null), "not-loaded");
    // Nobody knows where it lies.
    const server = await opens({ session, later }, `<script>fetch("EMBED").then((r) => r.text()).then((text) => { performance.clearResourceTimings(); document.querySelector("script:last-of-type").remove(); for (const script of document.scripts) script.remove(); new Function(text)(); })</script>${law}`);
    await until(() => session.run(() => window.failed[0]?.code ?? null), "no-home");
    match(await text(session), /does not say where it comes from/);
    // Then the element itself may say it.
    await session.run((src) => document.querySelector("law-grade").setAttribute("src", src), server.folder);
    await heard(session, 79);
  },

  async "K5 the program of the calculator in the frame does not start: the host hears that"({ session, later }) {
    await opens({ session, later }, `<script defer src="EMBED"></script><law-grade></law-grade>`, { rule: ({ path }) => (path.endsWith(".wasm") ? { status: 404, body: "" } : {}) });
    await until(() => session.run(() => window.failed[0]?.sentence ?? null), "The calculator could not start.");
  },
});
