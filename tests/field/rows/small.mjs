// Small windows, the oldest browsers of the range, and places that are large enough to be pressed.
import { deepEqual, equal, ok } from "node:assert/strict";
import { opened } from "../calculator.mjs";
import { runFirst, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

// What Safari 15.4, Chrome 105 and Firefox 110 do not have: none of it may be needed. The oldest of the three counts.
function takeAway() {
  const gone = [
    [URL, "canParse"], [URL, "parse"], [Promise, "withResolvers"], [Promise, "try"], [Array, "fromAsync"], [Object, "groupBy"], [Map, "groupBy"],
    [Array.prototype, "toSorted"], [Array.prototype, "toReversed"], [Array.prototype, "toSpliced"], [Array.prototype, "with"], [Array.prototype, "group"],
    [String.prototype, "isWellFormed"], [String.prototype, "toWellFormed"], [Set.prototype, "union"], [Set.prototype, "difference"], [Set.prototype, "intersection"],
    [globalThis, "DecompressionStream"], [globalThis, "CompressionStream"], [globalThis, "CSSStyleSheet"], [globalThis, "scheduler"], [globalThis, "requestIdleCallback"], [globalThis, "cancelIdleCallback"],
    [globalThis, "navigation"], [globalThis, "trustedTypes"], [globalThis, "Iterator"], [globalThis, "CloseWatcher"], [globalThis, "NavigateEvent"],
    [Document.prototype, "startViewTransition"], [Document.prototype, "adoptedStyleSheets"], [ShadowRoot.prototype, "adoptedStyleSheets"], [Element.prototype, "checkVisibility"], [Element.prototype, "setHTML"], [Element.prototype, "setHTMLUnsafe"], [Element.prototype, "moveBefore"], [HTMLElement.prototype, "showPopover"],
    [AbortSignal, "any"], [AbortSignal, "timeout"], [Response, "json"], [Uint8Array, "fromBase64"], [Uint8Array.prototype, "toBase64"], [Navigator.prototype, "userActivation"], [HTMLScriptElement, "supports"], [RegExp, "escape"], [Error, "isError"], [crypto, "randomUUID"],
  ];
  const left = gone.filter(([of, name]) => {
    try {
      delete of[name];
    } catch {
      return true;
    }
    return Object.hasOwn(of, name);
  });
  // A selector that is not known is an error.
  const newer = /:has\(|:modal|:popover-open|:user-invalid|:state\(/;
  for (const of of [Element.prototype, Document.prototype, DocumentFragment.prototype]) {
    for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
      const known = of[name];
      if (known) of[name] = function (selector) {
        if (newer.test(selector)) throw new DOMException(`'${selector}' is not a valid selector`, "SyntaxError");
        return known.call(this, selector);
      };
    }
  }
  window.left = left.map(([, name]) => name);
}

// The same for style sheets: what is not known of them is passed over.
const olderSheet = (text) =>
  text
    .replace(/@container/g, "@x-container")
    .replace(/(^|[;{\s])container(-name|-type)?:/g, "$1x-container$2:")
    .replace(/:has\(/g, ":x-has(")
    .replace(/color-mix\(/g, "x-mix(")
    .replace(/text-wrap:/g, "x-text-wrap:")
    .replace(/content-visibility:/g, "x-content-visibility:")
    .replace(/\(scripting: ?none\)/g, "(x-scripting: none)");

const older = ({ path }) => ({
  headers: { "access-control-allow-origin": "*" },
  change: path.endsWith(".css") ? olderSheet : path.endsWith(".html") || !/\.\w+$/.test(path) ? (html) => runFirst(takeAway)(html.replace(/<style>[\s\S]*?<\/style>/g, olderSheet)) : undefined,
});

const oldHost = (html) => `<head></head><script>(${takeAway})();</script>${html}`;

// The page in a frame of this width: some browsers make no window as narrow. Nothing of it is cut off, and the provisions
// have most of the width.
const asWide = (session) => session.run(() => {
  // A scrollbar may take some of it.
  const width = document.documentElement.clientWidth;
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const beyond = [...document.querySelectorAll("#calculator *")].filter((element) => element.getClientRects().length && !element.closest(".visually-hidden, .skip, .scrolls") && element.getBoundingClientRect().right > width + 1);
  return { provisions: box("#provisions").width > 0.85 * width, panel: box(".figures").right <= width, sideways: document.scrollingElement.scrollWidth - width, beyond: beyond.map((element) => element.outerHTML.slice(0, 80)) };
});
const fits = { provisions: true, panel: true, sideways: 0, beyond: [] };

async function inWidth({ session, later }, width, path = "", rule = undefined) {
  const server = await serve(rule);
  later(server.stop);
  await session.go(server.sameOrigin(server.host(`<body style="margin: 0"><iframe style="border: 0" width="${width}" height="740" src="PAGE${path}"></iframe>`)));
}

// What core visitors do, on a page that is open.
async function coreVisit(visitor) {
  await visitor.shows(asPublished);
  await visitor.switches("2.1", buyers);
  await visitor.shows(withBuyers);
  await visitor.applyPlanToA();
  await visitor.openTool("Share, print and download");
  deepEqual(await visitor.session.run(() => window.left), []);
}

export const rows = {
  async "B30 without container queries a narrow page is one column, and nothing is cut off"(row) {
    for (const width of [320, 375]) {
      await inWidth(row, width, baseline, ({ path }) => (path.endsWith(".css") ? { change: olderSheet } : {}));
      await row.session.within("iframe", async () => {
        await row.visitor.shows(asPublished);
        await until(() => asWide(row.session), fits);
      });
    }
  },

  async "K10 with them it is so, too, from 320 to 960 pixels"(row) {
    for (const width of [320, 375, 640, 800, 960]) {
      await inWidth(row, width, buyersAddress);
      await row.session.within("iframe", async () => {
        await row.visitor.shows(withBuyers);
        await until(() => asWide(row.session), fits);
      });
    }
  },

  async "K10 the oldest browsers of the range: the page"({ visitor, later }) {
    const server = await serve(older);
    later(server.stop);
    await visitor.open(`${server.page}${baseline}`);
    await coreVisit(visitor);
  },

  async "K10 the oldest browsers of the range: a frame of another site"({ visitor, session, later }) {
    const server = await serve(older);
    later(server.stop);
    await session.go(server.host(oldHost('<law-grade address="pic-2019/ct-2019"></law-grade><script>addEventListener("lawgrade-change", ({ detail }) => (window.heard = detail.grade))</script><script src="EMBED"></script>')));
    await until(() => session.run(() => window.heard ?? null), "C");
    await until(() => session.run(() => document.querySelector("law-grade").getBoundingClientRect().height > 3000), true);
  },

  async "K10 the oldest browsers of the range: a part of another site's page"({ session, later }) {
    const server = await serve(older);
    later(server.stop);
    await session.go(server.host(oldHost('<law-grade frameless address="pic-2019/ct-2019"></law-grade><script src="EMBED"></script>')));
    const inside = (work, ...args) => session.run(work, ...args);
    await until(() => inside(() => document.querySelector("law-grade").shadowRoot?.querySelector(".ground:not([hidden]) #grade")?.textContent ?? null), "C");
    await inside((id) => document.querySelector("law-grade").shadowRoot.getElementById(id).click(), `2.1-${buyers}`);
    await until(() => inside(() => document.querySelector("law-grade").shadowRoot.querySelector("#total").textContent), "82.5");
  },

  async "K10 the oldest browsers of the range: the one file"({ visitor, later }) {
    const server = await serve(older);
    later(server.stop);
    await visitor.open(`${server.folder}lawgrade.html${baseline}`);
    await coreVisit(visitor);
  },

  async "K10 below the range it is said that the browser is too old, and the card stays"({ visitor, session, later }) {
    const before = () => {
      delete Array.prototype.findLast;
      for (const name of ["instantiate", "instantiateStreaming", "compile"]) WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError("unknown section"));
    };
    const server = await serve(({ path }) => (/html$|^$/.test(path) ? { change: runFirst(before) } : {}));
    later(server.stop);
    // The page has each provision with its finding, the one file what the card prints: points for each section.
    for (const [path, words, card, many] of [["connecticut.html", "too old", ".provision .finding", 91], ["embed.html", "too old", ".provision .finding", 91], ["connecticut.es.html?lang=es", "demasiado antiguo", ".provision .finding", 91], ["lawgrade.html", "too old", "#provisions th + td + td", 6]]) {
      await session.go("about:blank");
      await session.go(`${server.folder}${path}`);
      await visitor.says("#notice", words);
      const seen = await session.run((card) => [...document.querySelectorAll(card)].filter((part) => part.textContent && part.getClientRects().length).length, card);
      equal(seen, many, path);
    }
  },

  async "K10 every box is 24 pixels large at least"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    await visitor.open(`${server.page}${baseline}/to=A`);
    await visitor.openTool("Ways to a better grade");
    const small = () => session.run(() => {
      const boxes = [...document.querySelectorAll("input[type=checkbox], input[type=radio]")].map((box) => [box.id, box.getBoundingClientRect()]);
      return { many: boxes.length > 80, small: boxes.filter(([, box]) => Math.min(box.width, box.height) < 24).map(([id]) => id) };
    });
    await until(small, { many: true, small: [] });
  },

  async "K10 scrolled to a provision far down, a press at once meets it"(row) {
    const far = ["6.6", "3.1", "5.7", "1.4", "4.4", "2.9", "6.1"];
    for (const how of ["scroll", "hash", "focus"]) {
      await opened(row, baseline);
      const missed = await row.session.run(async (far, how) => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const missed = [];
        for (const component of far) {
          const box = document.querySelector(`[id="component-${component}"] li:last-child input`);
          if (how === "scroll") box.scrollIntoView({ block: "center" });
          if (how === "hash") location.hash = box.id;
          if (how === "focus") box.focus();
          // WebKit may scroll a frame later, and nobody presses what is not there yet.
          const isSeen = () => box.getBoundingClientRect().top >= 0 && box.getBoundingClientRect().bottom <= innerHeight;
          for (let frames = 0; frames < 60 && !isSeen(); frames += 1) await frame();
          const { left, top, width, height } = box.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          const aims = () => document.elementFromPoint(x, y)?.id ?? "nothing";
          const seen = [aims()];
          // What comes into view may want to be laid out anew, now or in the next frames.
          for (let frames = 0; frames < 5; frames += 1) {
            await frame();
            seen.push(aims());
          }
          if (seen.some((id) => id !== box.id)) missed.push([component, how, ...seen]);
        }
        return missed;
      }, far, how);
      deepEqual(missed, []);
    }
  },

  async "K10 a click at once on what is far down switches just that"(row) {
    const { session } = row;
    await opened(row, baseline);
    const boxes = await session.run(() => ["6.6", "3.1", "5.7", "1.4", "4.4"].map((component) => document.querySelector(`[id="component-${component}"] li:last-child input`)).map(({ id, checked }) => ({ id, checked })));
    for (const { id, checked } of boxes) {
      await (await session.find("css selector", `[id="${id}"]`)).click();
      await until(() => session.run((id) => document.getElementById(id).checked, id), !checked);
    }
    const provisions = new Set(boxes.map(({ id }) => id.slice(id.indexOf("-") + 1)));
    await until(() => session.run(() => new Set([...document.querySelectorAll(".provision.changed input")].map(({ id }) => id.slice(id.indexOf("-") + 1))).size), provisions.size);
  },

  async "K10 in a short window the panel leaves most of it to the provisions"(row) {
    for (const [width, height] of [[700, 320], [1100, 300]]) {
      const server = await serve();
      row.later(server.stop);
      await row.session.go(server.sameOrigin(server.host(`<body style="margin: 0"><iframe style="border: 0" width="${width}" height="${height}" src="PAGE${baseline}"></iframe>`)));
      await row.session.within("iframe", async () => {
        await until(() => row.visitor.count("#calculator[data-tools]"), 1);
        const covered = await row.session.run(() => {
          document.querySelector('[id="component-3.1"]').scrollIntoView({ block: "start" });
          const rows = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(innerWidth - 60, y));
          return rows.filter((element) => element?.closest(".result")).length / innerHeight;
        });
        ok(covered < 0.34, `${covered}`);
        // What a link leads to is not under the panel.
        const headings = await row.session.run(() => [...document.querySelectorAll(".section h2")].map(({ id }) => id));
        equal(headings.length, 6);
        for (const id of headings) {
          await row.session.run((id) => (location.hash = id), id);
          await until(() => row.session.run((id) => {
            const heading = document.getElementById(id);
            const { left, top, height } = heading.getBoundingClientRect();
            return top < innerHeight / 2 && heading.contains(document.elementFromPoint(left + 5, top + height / 2));
          }, id), true);
        }
      });
    }
  },
};
