// Hosts that answer otherwise than a plain folder.
import { equal } from "node:assert/strict";
import { allNames, language, opensEverywhere, showsBuyers, strict, visit } from "../offline.mjs";
import { cleanAddresses, redirect, serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { buyersAddress } from "../../engines/visitor.mjs";

const clean = (options) => (asked) => cleanAddresses(asked, options);

// The row itself and the ways in which hosts differ.
const offline = (rule, names) => async ({ visitor, later }) => {
  const server = await serve(rule);
  later(server.stop);
  await opensEverywhere(visitor, server, names);
};

export const rows = {
  "B01 a host with clean addresses: every visit opens, with the server and without it": offline(clean(), allNames),
  "O4 the Spanish page of such a host opens without its server": async ({ visitor, later }) => {
    const server = await serve(clean());
    later(server.stop);
    await visit(visitor, `${server.folder}connecticut.es`);
    await visit(visitor, `${server.folder}connecticut.es`);
    await server.stop();
    await visitor.open(`${server.folder}connecticut.es${buyersAddress}`);
    await showsBuyers(visitor);
    await language(visitor, "es");
  },
  "X4 a host that also drops the query, as serve does": offline(clean({ status: 301, keepsQuery: false })),
  "X5 a host with clean addresses and its headers, as Cloudflare Pages": offline((asked) => {
    const answer = cleanAddresses(asked) ?? {};
    return { ...answer, headers: { ...strict(`/${asked.path}`), ...answer.headers } };
  }),
  "O2 every form of the one file is for downloading": () => {
    for (const name of ["lawgrade", "lawgrade.html", "lawgrade.es", "lawgrade.es.html"]) equal(strict(`/${name}`)["Content-Disposition"], "attachment", name);
    equal(strict("/index.html")["Content-Disposition"], undefined);
  },
  "O2 the one file, where a policy keeps its program away, says what it is": async ({ visitor, session, later }) => {
    const server = await serve(({ path }) => ({ headers: { "content-security-policy": strict(`/${path}`)["Content-Security-Policy"] } }));
    later(server.stop);
    for (const [file, words] of [["lawgrade.html", "the whole calculator in one file"], ["lawgrade.es.html", "la calculadora en un solo archivo"]]) {
      await session.go(`${server.folder}${file}`);
      await until(() => session.run(() => getComputedStyle(document.getElementById("waiting")).visibility), "visible");
      await visitor.says("#waiting", words);
      equal(await session.run(() => new URL(document.querySelector("#waiting a[download]").href).pathname.split("/").at(-1)), file);
    }
  },
  "B44 the release lets isolated pages embed it": () => {
    equal(strict("/embed.html")["Cross-Origin-Resource-Policy"], "cross-origin");
    equal(strict("/embed.html")["Cross-Origin-Embedder-Policy"], "require-corp");
  },
  "K1 what a host adds to its pages does not keep them from being kept": offline(({ path }) => (/html$|^$/.test(path) ? { change: (text) => text.replace("</body>", "<!-- counted --></body>") } : undefined)),
  // Firefox registers no worker whose own script comes with it.
  "K1 Vary: * with all but the worker's script": offline(({ path }) => (path === "sw.js" ? undefined : { headers: { vary: "*" } })),
  "K1 Vary: Origin, Accept, Cookie": offline(() => ({ headers: { vary: "Origin, Accept, Cookie, User-Agent" } })),
  "K1 types as old hosts send them": offline(({ path }) => (/\.(wasm|webmanifest|svg)$/.test(path) ? { headers: { "content-type": "application/octet-stream" } } : undefined)),
  "K1 pages redirected to a folder of their own": offline(({ path, url }) => {
    if (/^(connecticut\.)?es\.html$/.test(path)) return redirect(302, url.pathname.replace(path, `v1-${path}`));
    if (path.startsWith("v1-")) return { file: path.slice("v1-".length) };
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
    // The front page has no calculator.
    await session.go("about:blank");
    await session.go(server.folder);
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
    await session.go(server.folder);
    await until(() => session.run(() => Boolean(document.getElementById("other"))), true);
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
    await until(() => session.run(() => sessionStorage.getItem("lawgrade language")), "en");
  },
  "B09 a link made in a frame of a host with clean addresses leads to the whole page": async ({ visitor, session, later }) => {
    const server = await serve(clean());
    later(server.stop);
    for (const [frame, whole] of [["embed", "connecticut.html"], ["embed.es", "connecticut.es.html"]]) {
      await session.go(server.host(`<iframe src="PAGE${frame}${buyersAddress}" width="900" height="900"></iframe>`));
      await session.within("iframe", async () => {
        await showsBuyers(visitor);
        await session.run(() => [...document.querySelectorAll(".tool")].at(-1).querySelector("summary").click());
        await until(() => session.run(() => /http[^\s#]*/.exec(document.querySelector(".take-away")?.textContent ?? "")?.[0] ?? null), `${server.folder}${whole}`);
      });
    }
  },
};
