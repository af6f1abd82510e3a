// The page with its service worker: what it has kept, and what opens without a server.
import { ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { headersOf } from "../e2e/headers.mjs";
import { until } from "../engines/until.mjs";
import { buyersAddress } from "../engines/visitor.mjs";

const dist = new URL("../../dist/", import.meta.url);

/** What the release tells hosts to send with a path. */
export const strict = headersOf(readFileSync(new URL("_headers", dist), "utf8"));

// The figures, in whatever language.
export const showsBuyers = (visitor) => until(async () => [await visitor.text("#grade"), await visitor.text("#total")], ["B", "82.5"]);

// Opens the page, and waits until the worker has kept what it can: it tries once more when the page asks it.
export async function visit(visitor, address) {
  await visitor.open(address);
  await visitor.isKept();
  await until(() => visitor.session.run(() => document.getElementById("kept").hidden), false);
  await until(() => visitor.session.run(() => document.getElementById("calculator").dataset.tools ?? null), "ready");
}

export const isKeptLine = (visitor, part) =>
  until(() => visitor.session.run((part) => {
    const line = document.getElementById("kept");
    return !line.hidden && line.textContent.includes(part);
  }, part), true);

// Asks the worker what the page has asked it before: with this answer, the page's own is there.
export async function saysNothingOfKeeping({ session }) {
  await until(() => session.run(() => document.getElementById("kept").dataset.wholly !== undefined), true);
  return session.run(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      active.postMessage("keep", [port2]);
    });
    return document.getElementById("kept").hidden;
  });
}
export const language = (visitor, expected) => until(() => visitor.session.run(() => document.documentElement.lang), expected);

// What the worker has in its cache, by file.
export const inCache = ({ session }) =>
  session.run(async () => {
    const found = {};
    for (const key of await caches.keys()) {
      for (const request of await (await caches.open(key)).keys()) found[request.url.replace(/.*\//, "")] = key.split(" ").at(-1);
    }
    return found;
  });

// The names that hosts give the page, and those that it had before the front page was there.
const names = ["connecticut.html", "connecticut", "connecticut.es.html", "connecticut.es", "connecticut.es/", "connecticut.html?utm_source=x"];
const before = ["", "index.html", "index", "es.html", "es", "es/", "?utm_source=x"];

/** All names of the page. */
export const allNames = [...names, ...before];

// Opens the page with the server and without it, by these names; without any, by one for each page that is kept: what a host
// does to a page is the same under every name.
export async function opensEverywhere(visitor, server, paths = ["connecticut.html", "connecticut.es", "", "es.html"]) {
  // Once more, now answered by the worker, and at rest before the server goes.
  await visit(visitor, server.page);
  await visit(visitor, server.page);
  await server.stop();
  for (const path of paths) {
    await visitor.open(`${server.folder}${path}${buyersAddress}`);
    await showsBuyers(visitor);
    await language(visitor, /(^|\.)es\b/.test(path) ? "es" : "en");
    ok(await visitor.session.run(() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 0), `styles at ${path}`);
  }
}
