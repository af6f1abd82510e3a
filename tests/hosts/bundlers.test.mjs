// The packed npm package in bundlers: each builds a small program, and Chromium opens it. Those of every day are in
// tests/field/rows/npm.mjs, in three engines.
import { equal } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import json from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import * as vite5 from "vite5";
import * as vite6 from "vite6";
import * as vite7 from "vite7";
import * as vite8 from "vite8";
import webpack from "webpack";
import { browse, freePort, start } from "../engines/engines.mjs";
import { until } from "../engines/until.mjs";
import { bundlers, expected, program, served } from "../npm/bundlers.mjs";
import { project, runs, tool } from "../npm/project.mjs";

const here = import.meta.url;
const version = (name) => tool(here, name).title;
const node24 = join(tool(here, "node24").folder, "bin/node");
let browser;
before(async () => {
  browser = await browse("Chromium");
  console.log(browser.session.version);
});
after(() => browser?.end());

async function opens({ address, end }) {
  try {
    await browser.session.go(address);
    await until(() => browser.session.run(() => document.title), expected);
  } finally {
    await end();
  }
}
const html = (script) => `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title><body>${script}`;

for (const [name, vite] of Object.entries({ vite5, vite6, vite7, vite8 })) {
  test(`${version(name)}, development server`, async () => opens(await bundlers.viteDev(here, vite, { name: `${name}-dev` })));
  test(`${version(name)}, build and preview`, async () => opens(await bundlers.viteBuild(here, vite, { name: `${name}-build` })));
}

for (const [called, bundle] of Object.entries({ rollup, rolldown })) {
  for (const format of ["es", "iife"]) {
    test(`${version(called)}, ${format}`, async () => {
      const folder = await project(here, `${called}-${format}`, { "index.js": program, "index.html": html(`<script ${format === "es" ? 'type="module" ' : ""}src="out/index.js"></script>`) });
      const plugins = called === "rollup" ? [nodeResolve({ browser: true }), json()] : [];
      const built = await bundle({ input: join(folder, "index.js"), plugins, logLevel: "silent" });
      const single = format === "es" ? {} : called === "rollup" ? { inlineDynamicImports: true } : { codeSplitting: false };
      await built.write({ dir: join(folder, "out"), format, name: "program", ...single });
      await opens(await served(folder));
    });
  }
}

test(`${version("webpack")}, for Node`, async () => {
  const entry = program.replaceAll("document.title = ", "console.log(").replaceAll('.join(" ");', '.join(" "));').replace("error.message;", "error.message);");
  const { end } = await bundlers.webpack(here, webpack, { name: "webpack-node", entry, target: "node20", output: { path: join(new URL("projects/webpack-node/dist", here).pathname), filename: "main.cjs" } });
  await end();
  equal(await runs(new URL("projects/webpack-node", here).pathname, process.execPath, "dist/main.cjs"), expected);
});

for (const format of ["esm", "cjs"]) {
  test(`${version("esbuild")}, for Node, ${format}`, async () => {
    const entry = program.replaceAll("document.title = ", "console.log(").replaceAll('.join(" ");', '.join(" "));').replace("error.message;", "error.message);");
    const ending = format === "esm" ? "mjs" : "cjs";
    const { end } = await bundlers.esbuild(here, esbuild, { name: `esbuild-node-${format}`, format, entry, platform: "node", outfile: `o.${ending}`, logLevel: "silent" });
    await end();
    equal(await runs(new URL(`projects/esbuild-node-${format}`, here).pathname, process.execPath, `o.${ending}`), expected);
  });
}

test(`${version("parcel")}`, async () => {
  const folder = await project(here, "parcel", { "index.js": program, "index.html": html('<script type="module" src="index.js"></script>') });
  await runs(folder, process.execPath, createRequire(here).resolve("parcel/lib/bin.js"), "build", "index.html", "--no-cache", "--dist-dir", "out", "--public-url", "./");
  await opens(await served(join(folder, "out")));
});

const score = `
import { load } from "lawgrade";
import framework from "lawgrade/data/frameworks/pic-2019.json";
import card from "lawgrade/data/cards/ct-2019.json";
export async function score() {
  const { total, grade } = (await load()).evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
  return [total, grade].join(" ");
}`;

// A program that serves until it is ended, once what it answers at each of these paths is right.
async function serves(folder, program, words, port, paths) {
  const running = start(program, words, { cwd: folder, env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", WRANGLER_SEND_METRICS: "false", CI: "1" } });
  try {
    for (const path of paths) {
      await until(() => fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text()).then((text) => text.includes(expected)).catch(() => false), true);
    }
    return { address: `http://127.0.0.1:${port}/`, end: running.end };
  } catch (error) {
    running.end();
    throw error;
  }
}

for (const bundler of ["turbopack", "webpack"]) {
  test(`${version("next")}, ${bundler}: client, server component, route handler`, async () => {
    const folder = await project(here, `next-${bundler}`, {
      "package.json": "{}",
      "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(new URL(".", here).pathname)} } };`,
      "score.js": score,
      "app/layout.js": "export default function Layout({ children }) { return <html><body>{children}</body></html>; }",
      "app/page.js": `"use client"; import { useEffect } from "react"; import { score } from "../score.js";
        export default function Page() { useEffect(() => { score().then((text) => (document.title = text), (error) => (document.title = error.message)); }, []); return <p>client</p>; }`,
      "app/server/page.js": `import { score } from "../../score.js"; export const dynamic = "force-dynamic"; export default async function Page() { return <p>{await score()}</p>; }`,
      "app/route/route.js": `import { score } from "../../score.js"; export const dynamic = "force-dynamic"; export const GET = async () => new Response(await score());`,
    });
    const next = createRequire(here).resolve("next/dist/bin/next");
    await runs(folder, process.execPath, next, "build", `--${bundler}`);
    const port = await freePort();
    await opens(await serves(folder, process.execPath, [next, "start", "-p", `${port}`], port, ["/server", "/route"]));
  });
}

test(`${version("wrangler")}, a worker`, async () => {
  const folder = await project(here, "worker", {
    "score.js": score,
    "worker.js": `import { score } from "./score.js"; export default { async fetch() { return new Response(await score()); } };`,
    "wrangler.json": JSON.stringify({ name: "worker", main: "worker.js", compatibility_date: "2026-01-01" }),
  });
  const [port, inspector] = [await freePort(), await freePort()];
  const words = [join(tool(here, "wrangler").folder, "bin/wrangler.js"), "dev", "--port", `${port}`, "--inspector-port", `${inspector}`];
  const { end } = await serves(folder, node24, words, port, ["/"]);
  end();
});
