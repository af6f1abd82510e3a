// Addresses that went wrong on their way: with %23 for the “#”, and of pages that are not there.
import { ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { showsBuyers, strict, visit } from "../offline.mjs";
import { serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { buyers, buyersAddress } from "../../engines/visitor.mjs";

const names = new Set(readdirSync(new URL("../../../dist/", import.meta.url)));
const wrapped = "%23pic-2019@2/ct-2019/on=" + buyers;

// Each wrapped link leads to the scenario.
const rescues = (links, rule, options, prepare = async () => {}) => async ({ visitor, later }) => {
  const server = await serve(rule, options);
  later(server.stop);
  await prepare(visitor, server);
  for (const [link, expected = "connecticut.html"] of links) {
    await visitor.open(`${server.folder}${link}`);
    await showsBuyers(visitor);
    await until(async () => (await visitor.session.address()).split("#")[0], `${server.folder}${expected}`);
  }
};

const wrappedLinks = [
  [wrapped],
  [`%23pic-2019@2%2Fct-2019%2Fon%3D${buyers}`],
  [`%2523pic-2019@2/ct-2019/on=${buyers}`],
  [`connecticut.html${wrapped}`],
  [`connecticut.es.html${wrapped}`, "connecticut.es.html"],
  [`index.html${wrapped}`],
  [`es.html${wrapped}`, "connecticut.es.html"],
];

// A host of a single page application. “index.html%23” is no name of a file.
const spa = ({ path }) => (names.has(decodeURIComponent(path)) ? undefined : { file: "index.html" });

export const rows = {
  "B33 a link whose # became %23 leads to the scenario, by the error page": rescues(wrappedLinks, undefined, { hasErrorPage: true }),
  "B33 the same with the worker, with the server and without it": async (row) => {
    await rescues(wrappedLinks, undefined, {}, (visitor, server) => visit(visitor, server.page))(row);
    const server = await serve();
    row.later(server.stop);
    await visit(row.visitor, server.page);
    await server.stop();
    await row.visitor.open(`${server.folder}${wrapped}`);
    await showsBuyers(row.visitor);
  },
  "B33 the same under the release's own headers": rescues(wrappedLinks, ({ path }) => ({ headers: strict(`/${path}`) }), { hasErrorPage: true }),
  "X2 a host that answers everything with the page: wrapped and wrong addresses lead to it": async (row) => {
    await rescues([...wrappedLinks, ["wrong/and/deep" + buyersAddress], ["wrong/" + buyersAddress]], spa)(row);
  },
  "K1 an address that is none: a page with a link to the front page, in both languages": async ({ visitor, session, later }) => {
    const server = await serve(({ path }) => ({ headers: strict(`/${path}`) }), { hasErrorPage: true });
    later(server.stop);
    for (const path of ["wrong", "wrong/and/deep/", "wrong/deep"]) {
      await session.go(`${server.folder}${path}`);
      await visitor.says("section[lang=en]", "There is no page at this address");
      await visitor.says("section[lang=es]", "No hay ninguna página en esta dirección");
      await until(() => session.run(() => [...document.querySelectorAll(".home")].map((link) => link.href)), [server.folder, server.folder]);
    }
    await visitor.click("//a[@class='home']");
    await visitor.says("h1", "What would a change in the law do to its grade?");
  },
  "K1 a # that became %23 behind the query": rescues([[`?lang=en%23pic-2019@2/ct-2019/on=${buyers}`, "connecticut.html?lang=en"], [`?lang=en%23pic-2019@2%2Fct-2019%2Fon%3D${buyers}`, "connecticut.html?lang=en"], [`connecticut.html?lang=en%23pic-2019@2/ct-2019/on=${buyers}`, "connecticut.html?lang=en"]]),
  "K1 colours in a query are no address": async ({ visitor, session, later }) => {
    const server = await serve();
    later(server.stop);
    await session.go(`${server.frame}?style=accent:%23aa0000${buyersAddress}`);
    await showsBuyers(visitor);
    ok((await session.address()).includes("%23aa0000"));
  },
};
