// Pages of frameworks without a network, once a card was opened.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inCache, isKeptLine, strict } from "../offline.mjs";
import { cleanAddresses, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";

const wbl = "frameworks/wbl-2020.html";
const kenya = "#wbl-2020/ke";
const changed = "#wbl-2020/ke/on=child-care-counts-for-pension";
const total = (visitor, expected) => until(() => visitor.text("#total"), expected);

// Goes there anew, whatever was open before.
async function goes({ session }, address) {
  await session.go("about:blank");
  await session.go(address);
}

async function visit(visitor, address) {
  await goes(visitor, address);
  await visitor.isKept();
  await isKeptLine(visitor, "open again without a network.");
}

const pagesIn = async (visitor) => Object.keys(await inCache(visitor)).filter((file) => file.endsWith(".html")).sort();

// Opens a card with the server, and all of the framework's cards without it.
const offline = (rule) => async ({ visitor, session, later }) => {
  const server = await serve(rule);
  later(server.stop);
  await visit(visitor, `${server.folder}${wbl}?lang=en${kenya}`);
  await server.stop();
  await goes(visitor, `${server.folder}${wbl}?lang=en${changed}`);
  await total(visitor, "83.8");
  await goes(visitor, `${server.folder}frameworks/wbl-2020.es.html?lang=es#wbl-2020/in`);
  await until(() => session.run(() => [document.documentElement.lang, document.getElementById("total")?.textContent]), ["es", "74.4"]);
  ok(await session.run(() => document.styleSheets.length > 1 && document.styleSheets[1].cssRules.length > 0));
};

export const rows = {
  "K1 a framework’s page opens without a network with all its cards": offline(({ path }) => ({ headers: strict(`/${path}`) })),
  "K1 a framework’s page opens without a network, of a host with clean addresses": offline((asked) => cleanAddresses(asked)),
  "K1 only frameworks that were opened are kept, and a new version keeps them": async ({ visitor, session, later }) => {
    const [, version] = /data-version="(\w+)"/.exec(readFileSync(new URL(`../../../dist/${wbl}`, import.meta.url), "utf8"));
    let isNew = false;
    const change = (text) => (isNew ? text.replaceAll(version, "another") : text);
    const server = await serve(({ path }) => (/^frameworks\/(sw\.js|.*html)$/.test(path) ? { change } : undefined));
    later(server.stop);
    await visit(visitor, `${server.folder}${wbl}?lang=en${kenya}`);
    // Once more, now answered by the worker.
    await visit(visitor, `${server.folder}${wbl}?lang=en${kenya}`);
    deepEqual(await pagesIn(visitor), ["wbl-2020.es.html", "wbl-2020.html"]);
    isNew = true;
    await session.run(async () => (await navigator.serviceWorker.ready).update().then(() => null));
    await until(() => session.run(() => document.getElementById("new-version").hidden), false);
    await session.run(() => document.querySelector("#new-version button").click());
    await until(() => session.run(() => document.getElementById("boot")?.dataset.version ?? null), "another");
    await server.stop();
    await goes(visitor, `${server.folder}${wbl}?lang=en${kenya}`);
    await total(visitor, "80.6");
    deepEqual(await pagesIn(visitor), ["wbl-2020.es.html", "wbl-2020.html"]);
    equal(await session.run(() => document.getElementById("boot").dataset.version), "another");
  },
};
