// A frame and its host find each other, and links and focus in frames.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanAddresses, redirect, runFirst, serve } from "../server.mjs";
import { buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";
import { until } from "../../engines/until.mjs";
import { key } from "../../engines/webdriver.mjs";

const address = buyersAddress.slice(1);
const script = '<script defer src="EMBED"></script>';
const element = `${script}<law-grade address="pic-2019/ct-2019"></law-grade>`;
// Keeps what a host hears and what its console is told.
const ears = `<script>
window.heard = []; window.told = []; window.failed = [];
addEventListener("lawgrade-change", ({ detail }) => heard.push(detail));
addEventListener("lawgrade-error", ({ detail }) => failed.push(detail));
const warn = console.warn; console.warn = (...words) => (told.push(words.join(" ")), warn(...words));
</script>`;

const frame = (session, work) => session.within("iframe", work);
const height = (session) => session.run(() => document.querySelector("law-grade")?.shadowRoot.querySelector("iframe")?.getBoundingClientRect().height ?? 0);
const isHigh = (session, least = 5000) => until(async () => (await height(session)) > least, true);
const heard = (session) => session.run(() => window.heard.at(-1)?.total ?? null);
const told = (session) => session.run(() => window.told);
// By the keyboard: WebKit's driver clicks beside what lies far down in a high frame.
const switches = (session, visitor) => frame(session, async () => {
  await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
  await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
  await visitor.shows(withBuyers);
});
const hasNoNotice = (session) => frame(session, async () => equal(await session.run(() => document.getElementById("notice").hidden), true));

async function opens({ session, later }, html, rule, headers) {
  const server = await serve(rule);
  later(server.stop);
  await session.go(server.host(`${ears}${html}`, headers));
  return server;
}

// A file on the disk of the visitor.
function file(html, later) {
  const folder = mkdtempSync(join(tmpdir(), "lawgrade-host-"));
  later(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "host.html"), html);
  return `file://${join(folder, "host.html")}`;
}

async function saysThatNothingIsHeard(session, visitor) {
  await isHigh(session);
  await hasNoNotice(session);
  await switches(session, visitor);
  await until(async () => (await told(session)).filter((line) => line.includes("no origin of its own")).length, 1);
  equal(await heard(session), null);
  await session.run((address) => (document.querySelector("law-grade").address = address), "pic-2019/ct-2019");
  await frame(session, () => until(() => visitor.text("#total"), "79"));
}

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

const tall = `<p style="height: 1500px">A page that is high.</p>${element}<p style="height: 1500px">Its end.</p>`;

export const rows = {
  async "B02 in a file on a disk the calculator is as high as its content, and the console says that events need a server"({ session, visitor, later }) {
    const server = await serve();
    later(server.stop);
    await session.go(file(`<!DOCTYPE html><meta charset="utf-8">${ears}${element}`.replaceAll("EMBED", server.embed), later));
    await saysThatNothingIsHeard(session, visitor);
  },

  async "K2 so it is in a host that is sandboxed"({ session, visitor, later }) {
    await opens({ session, later }, element, undefined, { "content-security-policy": "sandbox allow-scripts" });
    await saysThatNothingIsHeard(session, visitor);
  },

  async "B02 a host of an app, capacitor://localhost, gets a calculator without a notice"({ session, later }) {
    await opens({ session, later }, '<iframe src="FRAME?host=capacitor://localhost" width="1000" height="900"></iframe>');
    await frame(session, async () => {
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
      await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
      await until(() => session.run(() => document.getElementById("total").textContent), "82.5");
      equal(await session.run(() => document.getElementById("notice").hidden), true);
    });
  },

  async "K2 names that hosts may have do no harm: ionic:, app:, tauri:, extensions, null, nonsense"({ session, later }) {
    const names = ["ionic://localhost", "app://obsidian.md", "tauri://localhost", "chrome-extension://abcdefghijklmnop", "null", "file://", "nonsense", "%00", "https://"];
    const html = names.map((name) => `<iframe src="FRAME?host=${encodeURIComponent(name)}" width="1000" height="200"></iframe>`).join("");
    await opens({ session, later }, `<script>window.high = new Set(); addEventListener("message", ({ source, data }) => data.type === "resize" && data.height > 5000 && high.add(source));</script>${html}`);
    await until(() => session.run(() => window.high.size), names.length);
  },

  async "B03 functions that came after Safari 15.4, Chrome 105 and Firefox 110 are not needed"({ session, visitor, later }) {
    const newer = () => {
      for (const [owner, name] of [[URL, "canParse"], [URL, "parse"], [Promise, "withResolvers"], [Promise, "try"], [Array, "fromAsync"], [Object, "groupBy"], [AbortSignal, "timeout"], [AbortSignal, "any"], [globalThis, "CSSStyleSheet"], [globalThis, "Iterator"], [globalThis, "navigation"], [Element.prototype, "checkVisibility"], [Element.prototype, "moveBefore"], [String.prototype, "isWellFormed"], [Array.prototype, "toSorted"], [Array.prototype, "toSpliced"], [Set.prototype, "union"], [location, "ancestorOrigins"]]) {
        try {
          delete owner[name];
        } catch {
          // A browser may keep it.
        }
      }
    };
    const change = runFirst(newer);
    await opens({ session, later }, `<script>(${newer})()</script>${element}`, ({ path }) => (path.startsWith("embed.html") ? { change } : {}));
    await isHigh(session);
    await hasNoNotice(session);
    await switches(session, visitor);
    await until(() => heard(session), 82.5);
    equal(await session.run(() => getComputedStyle(document.querySelector("law-grade")).display), "block");
  },

  async "K2 srcdoc: the host is written into a frame"({ session, visitor, later }) {
    await opens({ session, later }, `<iframe id="outer" width="1100" height="900" srcdoc="${`${ears}${element}`.replaceAll('"', "&quot;")}"></iframe>`);
    await session.within("#outer", async () => {
      await isHigh(session);
      const frame = await session.run(() => document.querySelector("law-grade").shadowRoot.querySelector("iframe"));
      await session.post("frame", { id: frame });
      await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
      await visitor.shows(withBuyers);
      await session.post("frame/parent");
      await until(() => heard(session), 82.5);
    });
  },

  async "K2 blob: and about:blank that a script writes are hosts, too"({ session, later }) {
    await opens({ session, later }, "");
    const hosts = (html) => {
      const blank = document.createElement("iframe");
      const blob = document.createElement("iframe");
      document.body.append(blank, blob);
      blank.contentDocument.open();
      blank.contentDocument.write(html);
      blank.contentDocument.close();
      blob.src = URL.createObjectURL(new Blob([html], { type: "text/html" }));
      for (const frame of [blank, blob]) Object.assign(frame.style, { width: "1000px", height: "600px" });
    };
    const server = await serve();
    later(server.stop);
    await session.run(hosts, `<!DOCTYPE html><script src="${server.embed}"></script><law-grade></law-grade>`);
    const heights = () => session.run(() => [...document.querySelectorAll("iframe")].map((frame) => (frame.contentDocument?.querySelector("law-grade")?.shadowRoot?.querySelector("iframe")?.getBoundingClientRect().height ?? 0) > 5000));
    await until(heights, [true, true]);
    await session.run(() => {
      window.heard = [];
      for (const frame of document.querySelectorAll("iframe")) {
        frame.contentDocument.addEventListener("lawgrade-change", ({ detail }) => heard.push(detail.total));
        frame.contentDocument.querySelector("law-grade").address = "pic-2019/ct-2019/on=trafficking-law-reaches-buyers";
      }
    });
    await until(() => session.run(() => window.heard.filter((total) => total === 82.5)), [82.5, 82.5]);
  },

  async "K2 the calculator's address leads to another name"({ session, visitor, later }) {
    const other = await serve();
    later(other.stop);
    await opens({ session, later }, '<script defer src="EMBED"></script><law-grade theme="dark" parts="panel provisions"></law-grade>', ({ path, url }) => (path.startsWith("embed.html") ? redirect(301, `${other.frame.replace("127.0.0.1", "localhost")}${url.search}`) : {}));
    await isHigh(session);
    await switches(session, visitor);
    await until(() => heard(session), 82.5);
    await session.run((address) => (document.querySelector("law-grade").address = address), "pic-2019/ct-2019");
    await until(() => heard(session), 79);
  },

  async "K2 settings survive a host that drops the query when it redirects, as npx serve does"({ session, visitor, later }) {
    const html = '<script defer src="EMBED"></script><law-grade theme="dark" parts="panel" style="--lawgrade-accent: rgb(1, 2, 3)"></law-grade>';
    await opens({ session, later }, html, (asked) => cleanAddresses(asked, { status: 301, keepsQuery: false }));
    await isHigh(session, 700);
    await frame(session, async () => {
      await until(() => session.run(() => [document.documentElement.dataset.theme, document.documentElement.dataset.parts]), ["dark", "panel"]);
      equal(await session.run(() => location.search), "");
      equal(await session.run(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim()), "rgb(1, 2, 3)");
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools], .component input"))), true);
    });
    await until(() => heard(session), 79);
  },

  async "K2 it does not matter who is there first: a frame that loads anew, a host that asks late"({ session, visitor, later }) {
    await opens({ session, later }, element);
    await isHigh(session);
    await switches(session, visitor);
    await until(() => heard(session), 82.5);
    await frame(session, async () => {
      await until(() => session.run((id) => location.hash.includes(id), buyers), true);
      await session.run(() => location.reload());
    });
    await until(() => session.run(() => window.heard.length > 0), true);
    await frame(session, () => visitor.shows(withBuyers));
    await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
    await until(() => heard(session), 79);
    // A host without our script asks by itself, long after the frame has been loaded.
    await opens({ session, later }, '<iframe src="FRAME" referrerpolicy="no-referrer" width="1000" height="900"></iframe>');
    await frame(session, () => until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true));
    await session.run(() => {
      addEventListener("message", ({ data }) => data.type === "change" && heard.push(data));
      document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "hello" }, "*");
    });
    await until(() => heard(session), 79);
    await session.run((address) => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "set", address }, "*"), address);
    await until(() => heard(session), 82.5);
  },

  async "K2 a host that the frame's address does not name hears and sets nothing"({ session, later }) {
    await opens({ session, later }, '<iframe src="FRAME?host=https://example.org" width="600" height="600"></iframe>');
    await session.run(() => addEventListener("message", ({ data }) => heard.push(data.type)));
    await frame(session, async () => {
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
      await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
    });
    await session.run(() => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "set", address: "pic-2019/ct-2019" }, "*"));
    await session.run(() => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "hello" }, "*"));
    await session.run(() => new Promise((done) => setTimeout(done, 300)));
    await frame(session, async () => equal(await session.run(() => document.getElementById("total").textContent), "82.5"));
    ok(!(await session.run(() => window.heard)).includes("change"));
  },

  async "B37 links to places in a frame scroll the host's window"({ session, visitor, later }) {
    await opens({ session, later }, tall);
    // Frames out of view are loaded late.
    await until(() => session.run(() => document.querySelector("law-grade").shadowRoot?.childElementCount > 0), true);
    await session.run(() => document.querySelector("law-grade").scrollIntoView());
    await isHigh(session);
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
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
      await tabsTo(session, 'a[href="#section-5"]');
      await session.press(key.enter);
      await until(() => session.run(() => document.activeElement.id), "section-5");
      await session.press(key.tab);
      await until(() => session.run(() => Boolean(document.activeElement.closest("#section-5, [aria-labelledby=section-5], .section"))), true);
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
};
