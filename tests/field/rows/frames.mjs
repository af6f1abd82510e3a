// A frame and its host find each other.
import { equal, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ears, element, frame, heard, isHigh, opens, script, switches, told } from "../host.mjs";
import { cleanAddresses, redirect, runFirst, serve } from "../server.mjs";
import { buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";
import { until } from "../../engines/until.mjs";

const address = buyersAddress.slice(1);
const hasNoNotice = (session) => frame(session, async () => equal(await session.run(() => document.getElementById("notice").hidden), true));

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

  "K2 so it is in a host whose address is all of it, data:text/html": {
    not: { Chromium: "for such an address it asks nothing of a server on this machine" },
    async run({ session, visitor, later }) {
      const server = await serve();
      later(server.stop);
      const html = `<!DOCTYPE html><meta charset="utf-8">${ears}${element}`.replaceAll("EMBED", server.embed);
      await session.go(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
      await saysThatNothingIsHeard(session, visitor);
    },
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
        frame.contentDocument.querySelector("law-grade").address = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
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
      await until(() => session.run(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim()), "rgb(1, 2, 3)");
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
      await session.run(() => {
        window.before = true;
        location.reload();
      });
    });
    await until(() => frame(session, () => session.run(() => window.before ?? false)), false);
    await frame(session, () => visitor.shows(withBuyers));
    await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
    await until(() => heard(session), 79);
    // A host without our script asks by itself, long after the frame has been loaded.
    await opens({ session, later }, '<iframe src="FRAME" referrerpolicy="no-referrer" width="1000" height="900"></iframe>');
    await frame(session, () => until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true));
    await session.run(() => addEventListener("message", ({ data }) => data.type === "change" && heard.push(data)));
    // Who asks before the calculator can report is told that it is ready, and asks again.
    await until(() => session.run(() => {
      document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "hello" }, "*");
      return window.heard.at(-1)?.total ?? null;
    }), 79);
    await session.run((address) => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "set", address }, "*"), address);
    await until(() => heard(session), 82.5);
  },

  async "K2 a host that the frame's address does not name hears and sets nothing"({ session, later }) {
    await opens({ session, later }, '<iframe src="FRAME?host=https://example.org" width="600" height="600"></iframe>');
    await session.run(() => addEventListener("message", ({ data }) => heard.push(data.type)));
    await frame(session, async () => {
      await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
      await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
      await until(() => session.run(() => document.getElementById("total").textContent), "82.5");
    });
    await session.run(() => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "set", address: "pic-2019/ct-2019" }, "*"));
    await session.run(() => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, version: 2, type: "hello" }, "*"));
    await session.run(() => new Promise((done) => setTimeout(done, 300)));
    await frame(session, async () => equal(await session.run(() => document.getElementById("total").textContent), "82.5"));
    ok(!(await session.run(() => window.heard)).includes("change"));
  },

  async "K2 a host that is in a frame itself, of another site, of its own and sandboxed"({ session, visitor, later }) {
    const server = await serve();
    later(server.stop);
    const host = server.host(`${ears}${element}`);
    for (const [page, attributes, hears] of [[server.sameOrigin, "", true], [(address) => address, "", true], [server.sameOrigin, 'sandbox="allow-scripts"', false]]) {
      await session.go(page(server.host(`<iframe id="outer" ${attributes} src="${host}" width="1100" height="800"></iframe>`)));
      await session.within("#outer", async () => {
        await isHigh(session);
        await switches(session, visitor);
        if (hears) await until(() => heard(session), 82.5);
        else await until(async () => (await told(session)).filter((line) => line.includes("no origin of its own")).length, 1);
        await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
        await frame(session, () => until(() => visitor.text("#total"), "79"));
      });
    }
  },
};
