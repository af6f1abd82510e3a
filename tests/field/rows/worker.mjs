// The service worker: what it keeps, what it does not, and what it says of that.
import { equal, notEqual, ok } from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { inCache, isKeptLine, language, saysNothingOfKeeping, showsBuyers, visit } from "../offline.mjs";
import { releasedWorker } from "../released-sw.mjs";
import { cleanAddresses, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, buyersAddress } from "../../engines/visitor.mjs";

const dist = new URL("../../../dist/", import.meta.url);
const [, version] = /data-version="(\w+)"/.exec(readFileSync(new URL("index.html", dist), "utf8"));

// A server that refuses some files, and what is kept of the others.
const without = (refused, refusal, then) => async ({ visitor, later }) => {
  let refuses = true;
  const server = await serve(({ path }) => (refuses && refused.test(path) ? refusal : undefined));
  later(server.stop);
  await visitor.open(server.page);
  await visitor.isKept();
  await then({ visitor, server, allow: () => (refuses = false) });
};

const opensOffline = async ({ visitor, server }) => {
  await isKeptLine(visitor, "opens again without a network");
  await server.stop();
  await visitor.open(`${server.page}${buyersAddress}`);
  await showsBuyers(visitor);
};

// Before there was a front page, the calculator had its name.
const then = { "index.html": "connecticut.html", "es.html": "connecticut.es.html" };

// A worker of the version before, and a host that had it keep what it cannot answer with.
const heals = (rule) => async ({ visitor, later }) => {
  const files = readdirSync(dist).filter((name) => /^(index|es)\.html$|^(boot|lawgrade|style|offline|tools)-|^icon\.svg|^manifest/.test(name));
  let released = true;
  const server = await serve((asked) => {
    const answer = rule(asked, released);
    if (!released || answer?.status) return answer;
    const file = answer?.file ?? (asked.path || "index.html");
    return file === "sw.js" ? { file, change: () => releasedWorker(files) } : { ...answer, file: then[file] ?? file };
  });
  later(server.stop);
  await visitor.session.go(server.folder);
  await visitor.isKept();
  notEqual((await inCache(visitor))["index.html"], undefined);
  released = false;
  // The visitor goes there once more, whatever comes of it. The browser then asks for the worker's script, and the new
  // one takes over.
  const known = server.asked.length;
  await visitor.session.go("about:blank");
  await visitor.session.go(server.folder).catch(() => {});
  await until(() => server.asked.slice(known).some((address) => address.endsWith("/es.html") || address.endsWith("/es")), true);
  await until(async () => {
    await visitor.session.go("about:blank");
    await visitor.session.go(`${server.folder}${buyersAddress}`).catch(() => {});
    // The published card stands there until the program runs.
    return visitor.session.run(async () => {
      if ((await caches.keys()).some((key) => key.endsWith("0.1.0"))) return "old";
      const grade = () => document.getElementById("grade").textContent;
      for (let waited = 0; waited < 3000 && grade() === "C"; waited += 100) await new Promise((done) => setTimeout(done, 100));
      return grade();
    }).catch(() => null);
  }, "B");
  await server.stop();
  await visitor.open(`${server.folder}${buyersAddress}`);
  await showsBuyers(visitor);
};

// A worker of the host's that answers everything of the origin with what it has seen first.
const hostsWorker = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  const first = async (request) => {
    const cache = await caches.open("of the host");
    const kept = await cache.match(request);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  };
  addEventListener("fetch", (event) => event.respondWith(first(event.request)));`;

const changedProgram = (change) => async ({ visitor, later }) => {
  const server = await serve(({ path }) => (/^boot-/.test(path) ? { change } : undefined));
  later(server.stop);
  await visitor.open(server.page);
  await visitor.isKept();
  await visitor.shows(asPublished);
  ok(!Object.keys(await inCache(visitor)).some((file) => /^boot-|html$/.test(file)));
  ok(await saysNothingOfKeeping(visitor));
  // Without all of it, the worker is no obstacle.
  await visitor.open(`${server.page}${buyersAddress}`);
  await showsBuyers(visitor);
};

export const rows = {
  "B21 a manifest that is refused costs nothing else": without(/manifest/, { status: 404 }, opensOffline),
  "B45 (b) one of two tabs takes over a new version, the other goes on": async ({ visitor, session, later }) => {
    let isNew = false;
    const change = (text) => (isNew ? text.replaceAll(version, "another") : text);
    const server = await serve(({ path }) => (/^(sw\.js|((index|es|connecticut(\.es)?)\.html)?)$/.test(path) ? { change } : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    await visit(visitor, `${server.page}${buyersAddress}`);
    const first = await session.get("window");
    const { handle } = await session.post("window/new", { type: "tab" });
    await session.post("window", { handle });
    await visit(visitor, server.page);
    isNew = true;
    await session.run(async () => (await navigator.serviceWorker.ready).update().then(() => null));
    await until(() => session.run(() => document.getElementById("new-version").hidden), false);
    await session.run(() => document.querySelector("#new-version button").click());
    await until(() => session.run(() => document.getElementById("boot")?.dataset.version ?? null), "another");
    await session.post("window", { handle: first });
    await showsBuyers(visitor);
    await visitor.openTool("Ways to a better grade");
    await session.go(`${server.folder}connecticut.es.html?lang=es${buyersAddress}`);
    await showsBuyers(visitor);
    await session.post("window", { handle });
    await session.close();
    await session.post("window", { handle: first });
  },
  "K1 a worker of 0.1.0 that keeps redirected pages gives way": heals((asked) => cleanAddresses(asked)),
  "K1 a worker of 0.1.0 that keeps the page in place of a script gives way": heals(({ path }, released) => (released && /^tools-.*js$/.test(path) ? { file: "index.html" } : undefined)),
  "K1 a host that answers a tool with the page: the rest is kept, and that is said": without(/^tools-.*\.wasm/, { file: "index.html" }, async ({ visitor, server, allow }) => {
    await isKeptLine(visitor, "but without its tools");
    ok(!Object.keys(await inCache(visitor)).some((file) => /^tools-.*wasm/.test(file)));
    allow();
    // The next visit is the next chance.
    await visitor.open(server.page);
    await isKeptLine(visitor, "opens again without a network.");
    await opensOffline({ visitor, server });
  }),
  "K1 the page in another language is refused: this one is kept": without(/^(es|connecticut\.es)(\.html)?$/, { status: 403 }, opensOffline),
  "K1 the icon, the style of the tools and what offers new versions are refused": without(/^(icon|tools-.*css)/, { status: 500 }, opensOffline),
  "K1 a program of another length is not kept, and nothing is claimed": changedProgram((text) => `${text}\n`),
  "K1 a program of the same length and another content is not kept, and nothing is claimed": changedProgram((text) => text.replace(/\n$/, ";")),
  "K1 pages of another build are not kept": async ({ visitor, later }) => {
    const server = await serve(({ path }) => (path === "connecticut.html" ? { change: (text) => text.replace(/data-version="\w+"/, 'data-version="older"') } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.isKept();
    await until(async () => Object.keys(await inCache(visitor)).includes("connecticut.es.html"), true);
    ok(!Object.keys(await inCache(visitor)).includes("connecticut.html"));
    ok(await saysNothingOfKeeping(visitor));
  },
  "K1 only the worker's own script is refused for a while: what is kept stays": async ({ visitor, session, later }) => {
    let refused = false;
    const server = await serve(({ path }) => (refused && path === "sw.js" ? { status: 404 } : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    refused = true;
    await visitor.open(server.page);
    await isKeptLine(visitor, "opens again");
    await until(() => server.asked.includes(server.folder), true);
    await server.stop();
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
    equal(await session.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 1);
  },
  "K1 a frame's address without a network leads to the whole page": async ({ visitor, session, later }) => {
    const server = await serve(cleanAddresses);
    later(server.stop);
    await visit(visitor, server.page);
    await visit(visitor, server.page);
    await server.stop();
    for (const [path, lang] of [["embed", "en"], ["embed.html?theme=dark", "en"], ["embed.es", "es"], ["embed.es.html", "es"]]) {
      await visitor.open(`${server.folder}${path}${buyersAddress}`);
      await showsBuyers(visitor);
      await language(visitor, lang);
    }
    ok(!(await session.address()).includes("embed"));
  },
  "K1 two copies on one host keep their own": async ({ visitor, session, later }) => {
    const server = await serve();
    later(server.stop);
    await visit(visitor, server.page);
    const names = await session.run(() => caches.keys());
    equal(names.length, 1);
    ok(names[0].includes(`${server.folder} `));
    equal(await session.run(async () => (await (await fetch("manifest.webmanifest")).json()).id ?? null), null);
  },
  "K1 a worker of the host's, above ours, that keeps all it sees, stands in no way": async ({ visitor, session, later }) => {
    const headers = { "content-type": "text/javascript", "service-worker-allowed": "/" };
    const server = await serve(({ path }) => (path === "host-worker.js" ? { body: hostsWorker, headers } : undefined));
    later(server.stop);
    await session.go(server.sameOrigin(server.host("<title>host</title>")));
    await session.run(async (address) => {
      await navigator.serviceWorker.register(address, { scope: "/" });
    }, `${server.folder}host-worker.js`);
    await visit(visitor, server.page);
    await visit(visitor, server.page);
    equal(await session.run(() => new URL(navigator.serviceWorker.controller.scriptURL).pathname.split("/").pop()), "sw.js");
    await server.stop();
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
  },
  "K1 a host that has browsers clear all that they store: it is kept anew": async ({ visitor, session, later }) => {
    let clears = false;
    const server = await serve(({ path }) => (path === "clear" ? { body: "cleared", headers: clears ? { "clear-site-data": '"cache", "storage"' } : {} } : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    clears = true;
    await session.go(`${server.folder}clear`);
    await visit(visitor, server.page);
    ok(Object.keys(await inCache(visitor)).includes("connecticut.html"));
    await server.stop();
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
  },
  "K1 a caches API that refuses does not close the page": async ({ visitor, later }) => {
    const server = await serve(({ path }) => (path === "sw.js" ? { change: (text) => `caches.open = () => Promise.reject(new DOMException("denied", "SecurityError"));${text}` } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.isKept();
    ok(await saysNothingOfKeeping(visitor));
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
  },
  "K1 a full disk: nothing is claimed, and the page opens": async ({ visitor, later }) => {
    const server = await serve(({ path }) => (path === "sw.js" ? { change: (text) => `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));${text}` } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.isKept();
    ok(await saysNothingOfKeeping(visitor));
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
  },
  "K1 a worker whose script is refused from the start: the page works, and nothing is claimed": async ({ visitor, session, later }) => {
    const server = await serve(({ path }) => (path === "sw.js" ? { status: 403 } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.shows(asPublished);
    await until(() => server.asked.some((address) => address.endsWith("/sw.js")), true);
    equal(await session.run(() => ["kept", "notice"].every((id) => document.getElementById(id).hidden)), true);
  },
};
