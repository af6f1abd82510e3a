// React pages that a server has written, and that React takes over once the element has begun.
import { deepEqual, equal } from "node:assert/strict";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";

const anywhere = () => ({ headers: { "access-control-allow-origin": "*" } });

// A page of somebody else's, in React of some version: what its server sends, and the script that hydrates it.
const app = (attributes) => `
  import { createElement, useState } from "react";
  const initial = ${JSON.stringify(attributes)};
  function App() {
    const [more, setMore] = useState({});
    globalThis.change = setMore;
    return createElement("main", null, createElement("h1", null, "A bill"), createElement("law-grade", { ...initial, ...more }, createElement("a", { href: "https://example.org/" }, "Open the calculator")), createElement("p", { id: "more" }, String(Object.keys(more))));
  }`;
const onServer = `
  import { renderToString } from "react-dom/server";
  export const html = renderToString(createElement(App));`;
const onClient = `
  import { hydrateRoot } from "react-dom/client";
  import { version } from "react";
  window.faults = [];
  const { error } = console;
  console.error = (...words) => { faults.push(words.join(" ")); error(...words); };
  window.hydrate = () => {
    hydrateRoot(document.getElementById("root"), createElement(App), { onRecoverableError: (error) => faults.push(String(error.message ?? error)) });
    return version;
  };`;

async function written(version, attributes) {
  const { esbuild, beside } = await import("../../npm/daily.mjs");
  const absWorkingDir = fileURLToPath(new URL(".", beside));
  const build = async (program, options) => {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: `${app(attributes)}\n${program}`, resolveDir: absWorkingDir },
      absWorkingDir, bundle: true, write: false, define: { "process.env.NODE_ENV": '"development"' },
      alias: { react: `react${version}`, "react-dom": `react-dom${version}` }, ...options,
    });
    return outputFiles[0].text;
  };
  const page = { exports: {} };
  new Function("module", "require", await build(onServer, { platform: "node", format: "cjs" }))(page, createRequire(beside));
  const script = await build(onClient, { format: "iife" });
  return { html: page.exports.html, script: script.replaceAll("</script", "<\\/script") };
}

// React is there once the element has begun, or at the same time with it, in both forms of the element.
const hydrates = (version) => async ({ session, later }) => {
  for (const [attributes, isLate] of [[{}, true], [{}, false], [{ frameless: "" }, true], [{ frameless: "" }, false]]) {
    const { html, script } = await written(version, { address: "pic-2019/ct-2019", parts: "panel provisions", ...attributes });
    const server = await serve(anywhere);
    later(server.stop);
    const ears = '<script>window.heard = []; addEventListener("lawgrade-change", ({ detail }) => heard.push(detail.total))</script>';
    await session.go(server.host(`<head>${ears}<script src="EMBED"></script></head><body><div id="root">${html}</div><script>${script}</script>${isLate ? "" : "<script>window.first = document.querySelector('law-grade'); window.version = hydrate()</script>"}`));
    const heard = (total) => until(() => session.run(() => window.heard.at(-1) ?? null), total);
    if (isLate) {
      await heard(79);
      await session.run(() => {
        window.first = document.querySelector("law-grade");
        window.version = window.hydrate();
      });
    }
    await heard(79);
    await until(() => session.run(() => typeof window.change), "function");
    equal((await session.run(() => window.version)).split(".")[0], `${version}`);
    const inside = attributes.frameless === undefined ? "iframe" : ".ground:not([hidden]) #total";
    const intact = () => session.run((inside) => {
      const places = [...document.querySelectorAll("law-grade")];
      return { places: places.length, same: places[0] === window.first, inside: places[0].shadowRoot.querySelectorAll(inside).length, link: places[0].querySelectorAll("a").length, faults: window.faults };
    }, inside);
    await until(intact, { places: 1, same: true, inside: 1, link: 1, faults: [] });
    // What React sets later the calculator follows.
    await session.run(() => window.change({ address: "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers" }));
    await heard(82.5);
    deepEqual(await intact(), { places: 1, same: true, inside: 1, link: 1, faults: [] });
  }
};

export const rows = {
  "B28 React 18 takes a page with the element over without an error": hydrates(18),
  "B28 React 19 takes a page with the element over without an error": hydrates(19),
};
