// The release behind real servers, in Chromium: each answers in its own way, and with all of them the page opens, again
// and without its server, and so do frames, languages and links that were changed on their way.
import { equal, match, ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { browse, freePort } from "../engines/engines.mjs";
import { until } from "../engines/until.mjs";
import { Visitor, buyers, buyersAddress } from "../engines/visitor.mjs";
import { run, servers } from "./servers.mjs";

const LONGEST = 120_000;
const names = readdirSync(new URL("../../dist/", import.meta.url));
const named = (pattern) => names.find((name) => pattern.test(name));
const types = {
  "": /^text\/html/,
  "connecticut.es.html": /^text\/html/,
  [named(/^boot-.*\.js$/)]: /^(text|application)\/javascript/,
  [named(/^style-.*\.css$/)]: /^text\/css/,
  [named(/^lawgrade-.*\.wasm$/)]: /^application\/wasm/,
  "icon.svg": /^image\/svg\+xml/,
};

// A server may take long to begin.
async function begins(ask, expected) {
  for (let tries = 0; tries < 8; tries += 1) {
    try {
      return await until(ask, expected);
    } catch {
      await setTimeout(0);
    }
  }
  throw new Error("the server does not answer");
}

const shows = (visitor) => until(async () => [await visitor.text("#grade"), await visitor.text("#total")], ["B", "82.5"]);

// SERVER=nginx tries that one alone.
for (const server of servers.filter(({ name }) => name.includes(process.env.SERVER ?? ""))) {
  describe(`${server.title}: ${server.name}`, { timeout: LONGEST }, () => {
    let browser, visitor, session, running, address, host;
    before(async () => {
      console.log(`${server.title}: ${server.name}`);
      running = await run(server, await freePort(), begins);
      address = running.address;
      browser = await browse("Chromium");
      session = browser.session;
      visitor = new Visitor(browser);
      host = createServer((_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.end(`<!DOCTYPE html><script defer src="${address}embed.js"></script><law-grade theme="dark" address="pic-2019@2/ct-2019/on=${buyers}"></law-grade>`);
      });
      await new Promise((done) => host.listen(0, done));
    }, { timeout: LONGEST });
    after(async () => {
      running?.end();
      host?.close();
      await browser?.end();
    });

    test("it sends each file as what it is", async () => {
      for (const [name, type] of Object.entries(types)) {
        const response = await fetch(address + name);
        equal(response.status, 200, name);
        match(response.headers.get("content-type"), type, name);
        if (server.tells) ok(response.headers.get("content-security-policy"), `the policy with ${name}`);
      }
    });

    test("what carries a fingerprint is kept for a year, and nothing else", { skip: server.tells ? false : "it sends no headers of ours" }, async () => {
      for (const name of [named(/^boot-.*\.js$/), named(/^lawgrade-.*\.wasm$/), named(/^tools-en-.*\.txt$/), `${named(/^api-/)}/glue.js`, `${named(/^api-/)}/lawgrade.wasm`]) {
        equal((await fetch(address + name)).headers.get("cache-control"), "public, max-age=31536000, immutable", name);
      }
      for (const name of ["", "connecticut.html", "es.html", "lawgrade.js", "embed.js", "sw.js", "examples/right-to-left.html"]) {
        ok(!(await fetch(address + name)).headers.get("cache-control")?.includes("immutable"), name);
      }
    });

    test("it sends the one file for downloading", async () => {
      for (const name of ["lawgrade.html", "lawgrade.es.html"]) {
        const response = await fetch(address + name);
        ok(response.ok);
        if (server.tells) match(response.headers.get("content-disposition") ?? "", /^attachment/, name);
      }
    });

    test("a frame on another site keeps its theme and its scenario", async () => {
      await session.go(`http://localhost:${host.address().port}/`);
      await until(() => session.run(() => Boolean(document.querySelector("law-grade").shadowRoot?.querySelector("iframe"))), true);
      await session.post("frame", { id: await session.run(() => document.querySelector("law-grade").shadowRoot.querySelector("iframe")) });
      await shows(visitor);
      equal(await session.run(() => getComputedStyle(document.body).backgroundColor), "rgb(21, 23, 27)");
      await session.post("frame", { id: null });
    });

    test("a link whose # became %23 leads to its scenario", { skip: server.rescues ? false : "it has no page of ours for what is missing" }, async () => {
      await visitor.open(`${address}%23pic-2019@2/ct-2019/on=${buyers}`);
      await shows(visitor);
      match(await session.run(() => location.pathname), /\/connecticut(\.html)?$/);
    });

    test("the page opens, is kept, and opens again, with the server and without it", async () => {
      await visitor.open(`${address}connecticut.html`);
      await visitor.isKept();
      await until(() => session.run(() => document.getElementById("kept").hidden), false);
      match(await visitor.text("#kept"), /opens again without a network\.$/);
      for (const path of ["", "es.html", "index.html", "connecticut.html", "connecticut.es.html"]) {
        await visitor.open(`${address}${path}${buyersAddress}`);
        await shows(visitor);
      }
      // Some would wait for the browser's connections, and answer on them.
      running.end("SIGKILL");
      await until(() => fetch(address).then(() => "answers", () => "gone"), "gone");
      for (const path of ["", "index.html", "es.html", "es", "?utm_source=x", "connecticut.html", "connecticut.es", `%23pic-2019@2/ct-2019/on=${buyers}`]) {
        await visitor.open(`${address}${path}${path.includes("%23") ? "" : buyersAddress}`);
        await shows(visitor);
      }
    });
  });
}
