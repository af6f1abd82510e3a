// Hosts that answer otherwise than a plain folder.
import { equal, notEqual, ok } from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { headersOf } from "../../e2e/headers.mjs";
import { releasedWorker } from "../released-sw.mjs";
import { cleanAddresses, redirect, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, buyers, buyersAddress } from "../../engines/visitor.mjs";

const dist = new URL("../../../dist/", import.meta.url);
const names = new Set(readdirSync(dist));
const strict = headersOf(readFileSync(new URL("_headers", dist), "utf8"));
const [, version] = /data-version="(\w+)"/.exec(readFileSync(new URL("index.html", dist), "utf8"));
const clean = (options) => (asked) => cleanAddresses(asked, options);

// The figures, in whatever language.
const showsBuyers = (visitor) => until(async () => [await visitor.text("#grade"), await visitor.text("#total")], ["B", "82.5"]);

// Opens the page, and waits until the worker has kept what it can.
async function visit(visitor, address) {
  await visitor.open(address);
  await visitor.isKept();
  await until(() => visitor.session.run(() => document.getElementById("calculator").dataset.tools ?? null), "ready");
}

const isKeptLine = (visitor, part) =>
  until(() => visitor.session.run((part) => {
    const line = document.getElementById("kept");
    return !line.hidden && line.textContent.includes(part);
  }, part), true);

const saysNothingOfKeeping = (visitor) => visitor.session.run(() => document.getElementById("kept").hidden);
const language = (visitor, expected) => until(() => visitor.session.run(() => document.documentElement.lang), expected);

// What the worker has in its cache, by file.
const inCache = ({ session }) =>
  session.run(async () => {
    const found = {};
    for (const key of await caches.keys()) {
      for (const request of await (await caches.open(key)).keys()) found[request.url.replace(/.*\//, "")] = key.split(" ").at(-1);
    }
    return found;
  });

// Opens the page with the server and without it, by all the names that hosts give it.
async function opensEverywhere(visitor, server, paths = ["", "index.html", "index", "es.html", "es", "es/", "?utm_source=x"]) {
  await visit(visitor, server.page);
  await visitor.open(server.page);
  await server.stop();
  for (const path of paths) {
    await visitor.open(`${server.page}${path}${buyersAddress}`);
    await showsBuyers(visitor);
    await language(visitor, path.startsWith("es") ? "es" : "en");
    ok(await visitor.session.run(() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 0), `styles at ${path}`);
  }
}

// The row itself and the ways in which hosts differ.
const offline = (rule, options) => async ({ visitor, later }) => {
  const server = await serve(rule, options);
  later(server.stop);
  await opensEverywhere(visitor, server);
};

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

const wrapped = "%23pic-2019/ct-2019/on=" + buyers;

// Each wrapped link leads to the scenario.
const rescues = (links, rule, options, prepare = async () => {}) => async ({ visitor, later }) => {
  const server = await serve(rule, options);
  later(server.stop);
  await prepare(visitor, server);
  for (const [link, expected = ""] of links) {
    await visitor.open(`${server.page}${link}`);
    await showsBuyers(visitor);
    equal((await visitor.session.address()).split("#")[0], `${server.page}${expected}`);
  }
};

const wrappedLinks = [
  [wrapped],
  [`%23pic-2019%2Fct-2019%2Fon%3D${buyers}`],
  [`%2523pic-2019/ct-2019/on=${buyers}`],
  [`index.html${wrapped}`, "index.html"],
  [`es.html${wrapped}`, "es.html"],
];

// A host of a single page application. “index.html%23” is no name of a file.
const spa = ({ path }) => (names.has(decodeURIComponent(path)) ? undefined : { file: "index.html" });

// A worker of the version before, and a host that had it keep what it cannot answer with.
const heals = (rule) => async ({ visitor, later }) => {
  const files = readdirSync(dist).filter((name) => /^(index|es)\.html$|^(boot|lawgrade|style|offline|tools)-|^icon\.svg|^manifest/.test(name));
  let released = true;
  const server = await serve((asked) => (released && asked.path === "sw.js" ? { file: "sw.js", change: () => releasedWorker(files) } : rule(asked, released)));
  later(server.stop);
  await visitor.session.go(server.page);
  await visitor.isKept();
  notEqual((await inCache(visitor))["index.html"], undefined);
  released = false;
  // The visitor goes there once more, whatever comes of it. The browser then asks for the worker's script, and the new
  // one takes over.
  const known = server.asked.length;
  await visitor.session.go("about:blank");
  await visitor.session.go(server.page).catch(() => {});
  await until(() => server.asked.slice(known).some((address) => address.endsWith("/es.html") || address.endsWith("/es")), true);
  await until(async () => {
    await visitor.session.go("about:blank");
    await visitor.session.go(`${server.page}${buyersAddress}`).catch(() => {});
    return visitor.session.run(async () => ((await caches.keys()).some((key) => key.endsWith("0.1.0")) ? "old" : document.getElementById("grade").textContent)).catch(() => null);
  }, "B");
  await server.stop();
  await visitor.open(`${server.page}${buyersAddress}`);
  await showsBuyers(visitor);
};

export const rows = {
  "B01 a host with clean addresses: every visit opens, with the server and without it": offline(clean()),
  "O4 the Spanish page of such a host opens without its server": async ({ visitor, later }) => {
    const server = await serve(clean());
    later(server.stop);
    await visit(visitor, `${server.page}es`);
    await visitor.open(`${server.page}es`);
    await server.stop();
    await visitor.open(`${server.page}es${buyersAddress}`);
    await showsBuyers(visitor);
    await language(visitor, "es");
  },
  "X4 a host that also drops the query, as serve does": offline(clean({ status: 301, keepsQuery: false })),
  "X5 a host with clean addresses and its headers, as Cloudflare Pages": offline((asked) => {
    const answer = cleanAddresses(asked) ?? {};
    return { ...answer, headers: { ...strict(`/${asked.path}`), ...answer.headers } };
  }),
  "B21 a manifest that is refused costs nothing else": without(/manifest/, { status: 404 }, opensOffline),
  "B33 a link whose # became %23 leads to the scenario, by the error page": rescues(wrappedLinks, undefined, { hasErrorPage: true }),
  "B33 the same with the worker, with the server and without it": async (row) => {
    await rescues(wrappedLinks, undefined, {}, (visitor, server) => visit(visitor, server.page))(row);
    const server = await serve();
    row.later(server.stop);
    await visit(row.visitor, server.page);
    await server.stop();
    await row.visitor.open(`${server.page}${wrapped}`);
    await showsBuyers(row.visitor);
  },
  "B33 the same under the release's own headers": rescues(wrappedLinks, ({ path }) => ({ headers: strict(`/${path}`) }), { hasErrorPage: true }),
  "X2 a host that answers everything with the page: wrapped and wrong addresses lead to it": async (row) => {
    await rescues([...wrappedLinks, ["wrong/and/deep" + buyersAddress], ["wrong/" + buyersAddress]], spa)(row);
  },
  "B45 (b) one of two tabs takes over a new version, the other goes on": async ({ visitor, session, later }) => {
    let isNew = false;
    const change = (text) => (isNew ? text.replaceAll(version, "another") : text);
    const server = await serve(({ path }) => (/^(sw\.js|index\.html|es\.html|)$/.test(path) ? { change } : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    await visit(visitor, `${server.page}${buyersAddress}`);
    const first = (await session.get("window/handles"))[0];
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
    await session.go(`${server.page}es.html?lang=es${buyersAddress}`);
    await showsBuyers(visitor);
    await session.post("window", { handle });
    await session.close();
    await session.post("window", { handle: first });
  },
  "O2 every form of the one file is for downloading": () => {
    for (const name of ["lawgrade", "lawgrade.html", "lawgrade.es", "lawgrade.es.html"]) equal(strict(`/${name}`)["Content-Disposition"], "attachment", name);
    equal(strict("/index.html")["Content-Disposition"], undefined);
  },
  "O2 the one file, where a policy keeps its program away, says what it is": async ({ visitor, session, later }) => {
    const server = await serve(({ path }) => ({ headers: { "content-security-policy": strict(`/${path}`)["Content-Security-Policy"] } }));
    later(server.stop);
    for (const [file, words] of [["lawgrade.html", "the whole calculator in one file"], ["lawgrade.es.html", "la calculadora en un solo archivo"]]) {
      await session.go(`${server.page}${file}`);
      await until(() => session.run(() => getComputedStyle(document.getElementById("waiting")).visibility), "visible");
      await visitor.says("#waiting", words);
      equal(await session.run(() => new URL(document.querySelector("#waiting a[download]").href).pathname.split("/").at(-1)), file);
    }
  },
  "B44 the release lets isolated pages embed it": () => {
    equal(strict("/embed.html")["Cross-Origin-Resource-Policy"], "cross-origin");
    equal(strict("/embed.html")["Cross-Origin-Embedder-Policy"], "require-corp");
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
  "K1 the page in another language is refused: this one is kept": without(/^es(\.html)?$/, { status: 403 }, opensOffline),
  "K1 the icon, the style of the tools and what offers new versions are refused": without(/^(icon|tools-.*css)/, { status: 500 }, opensOffline),
  "K1 a program of another length is not kept, and nothing is claimed": async ({ visitor, later }) => {
    const server = await serve(({ path }) => (/^boot-/.test(path) ? { change: (text) => `${text}\n` } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.isKept();
    await visitor.shows(asPublished);
    ok(!Object.keys(await inCache(visitor)).some((file) => /^boot-|html$/.test(file)));
    ok(await saysNothingOfKeeping(visitor));
    // Without all of it, the worker is no obstacle.
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
  },
  "K1 pages of another build are not kept": async ({ visitor, later }) => {
    const server = await serve(({ path }) => (path === "index.html" ? { change: (text) => text.replace(/data-version="\w+"/, 'data-version="older"') } : undefined));
    later(server.stop);
    await visitor.open(server.page);
    await visitor.isKept();
    await until(async () => Object.keys(await inCache(visitor)).includes("es.html"), true);
    ok(!Object.keys(await inCache(visitor)).includes("index.html"));
    ok(await saysNothingOfKeeping(visitor));
  },
  "K1 what a host adds to its pages does not keep them from being kept": offline(({ path }) => (/html$|^$/.test(path) ? { change: (text) => text.replace("</body>", "<!-- counted --></body>") } : undefined)),
  // Firefox registers no worker whose own script comes with it.
  "K1 Vary: * with all but the worker's script": offline(({ path }) => (path === "sw.js" ? undefined : { headers: { vary: "*" } })),
  "K1 Vary: Origin, Accept, Cookie": offline(() => ({ headers: { vary: "Origin, Accept, Cookie, User-Agent" } })),
  "K1 types as old hosts send them": offline(({ path }) => (/\.(wasm|webmanifest|svg)$/.test(path) ? { headers: { "content-type": "application/octet-stream" } } : undefined)),
  "K1 pages redirected to a folder of their own": offline(({ path, url }) => {
    if (path === "es.html") return redirect(302, `${url.pathname.slice(0, -"es.html".length)}v1-es.html`);
    if (path === "v1-es.html") return { file: "es.html" };
  }),
  "K1 files redirected to another name of the host": async ({ visitor, later }) => {
    const server = await serve(({ path, url }) => {
      if (url.hostname === "127.0.0.1" && /^tools-/.test(path)) return { ...redirect(302, url.href.replace("127.0.0.1", "localhost")), headers: { location: url.href.replace("127.0.0.1", "localhost"), "access-control-allow-origin": "*" } };
      return { headers: { "access-control-allow-origin": "*" } };
    });
    later(server.stop);
    await opensEverywhere(visitor, server, [""]);
  },
  "K1 the host moves to another name: what is kept does not hide it": async ({ visitor, session, later }) => {
    let moved = false;
    const server = await serve(({ url }) => (moved && url.hostname === "127.0.0.1" ? redirect(301, url.href.replace("127.0.0.1", "localhost")) : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    moved = true;
    await visitor.open(server.page);
    await until(() => session.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
    equal(new URL(await session.address()).hostname, "localhost");
  },
  "K1 something else is in the calculator's place: what is kept does not hide it": async ({ visitor, session, later }) => {
    let gone = false;
    const server = await serve(({ path }) => (!gone ? undefined : path === "" ? { status: 200, body: "<p id=other>another site", headers: { "content-type": "text/html" } } : { status: 404 }));
    later(server.stop);
    await visit(visitor, server.page);
    gone = true;
    await visitor.open(server.page);
    await until(() => session.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await session.go("about:blank");
    await session.go(server.page);
    await until(() => session.run(() => Boolean(document.getElementById("other"))), true);
  },
  "K1 only the worker's own script is refused for a while: what is kept stays": async ({ visitor, session, later }) => {
    let refused = false;
    const server = await serve(({ path }) => (refused && path === "sw.js" ? { status: 404 } : undefined));
    later(server.stop);
    await visit(visitor, server.page);
    refused = true;
    await visitor.open(server.page);
    await isKeptLine(visitor, "opens again");
    await until(() => server.asked.filter((address) => address === server.page).length >= 2, true);
    await server.stop();
    await visitor.open(`${server.page}${buyersAddress}`);
    await showsBuyers(visitor);
    equal(await session.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 1);
  },
  "K1 a frame's address without a network leads to the whole page": async ({ visitor, session, later }) => {
    const server = await serve(clean());
    later(server.stop);
    await visit(visitor, server.page);
    await visitor.open(server.page);
    await server.stop();
    for (const [path, lang] of [["embed", "en"], ["embed.html?theme=dark", "en"], ["embed.es", "es"], ["embed.es.html", "es"]]) {
      await visitor.open(`${server.page}${path}${buyersAddress}`);
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
    ok(names[0].includes(`${server.page} `));
    equal(await session.run(async () => (await (await fetch("manifest.webmanifest")).json()).id ?? null), null);
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
    ok(await saysNothingOfKeeping(visitor));
    equal(await session.run(() => document.getElementById("notice").hidden), true);
  },
  "K1 an address that is none: a page with a link to the calculator, in both languages": async ({ visitor, session, later }) => {
    const server = await serve(({ path }) => ({ headers: strict(`/${path}`) }), { hasErrorPage: true });
    later(server.stop);
    for (const path of ["wrong", "wrong/and/deep/", "wrong/deep"]) {
      await session.go(`${server.page}${path}`);
      await visitor.says("section[lang=en]", "There is no page at this address");
      await visitor.says("section[lang=es]", "No hay ninguna página en esta dirección");
      await until(() => session.run(() => [...document.querySelectorAll(".home")].map((link) => link.href)), [server.page, server.page]);
    }
    await visitor.click("//a[@class='home']");
    await visitor.shows(asPublished);
  },
  "K1 a # that became %23 behind the query": rescues([[`?lang=en%23pic-2019/ct-2019/on=${buyers}`, "?lang=en"], [`?lang=en%23pic-2019%2Fct-2019%2Fon%3D${buyers}`, "?lang=en"]]),
  "K1 colours in a query are no address": async ({ visitor, session, later }) => {
    const server = await serve();
    later(server.stop);
    await session.go(`${server.frame}?style=accent:%23aa0000${buyersAddress}`);
    await showsBuyers(visitor);
    ok((await session.address()).includes("%23aa0000"));
  },
  "K1 language links lead there and back on a host that drops the query": async ({ visitor, session, later }) => {
    const server = await serve(clean({ status: 301, keepsQuery: false }));
    later(server.stop);
    await visitor.open(`${server.page}?lang=en`);
    await visitor.click('//nav[@class="languages"]/a');
    await language(visitor, "es");
    await until(() => session.run(() => document.getElementById("waiting") === null), true);
    await visitor.click('//nav[@class="languages"]/a');
    await language(visitor, "en");
    equal(new URL(await session.address()).search, "?lang=en");
  },
  "B09 a link made in a frame of a host with clean addresses leads to the whole page": async ({ visitor, session, later }) => {
    const server = await serve(clean());
    later(server.stop);
    for (const [frame, whole] of [["embed", ""], ["embed.es", "es.html"]]) {
      await session.go(server.host(`<iframe src="PAGE${frame}${buyersAddress}" width="900" height="900"></iframe>`));
      await session.within("iframe", async () => {
        await showsBuyers(visitor);
        await session.run(() => [...document.querySelectorAll(".tool")].at(-1).querySelector("summary").click());
        await until(() => session.run(() => /http[^\s#]*/.exec(document.querySelector(".take-away")?.textContent ?? "")?.[0] ?? null), `${server.page}${whole}`);
      });
    }
  },
};
