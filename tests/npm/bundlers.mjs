// Small programs with the packed npm package, built as its users would build them, and a server for what comes of it.
// A tool is handed in, so that other versions of it can be tried the same way.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { freePort } from "../engines/engines.mjs";
import { typeOf } from "../types.mjs";
import { project } from "./project.mjs";

/** What the programs show in their title when all is well. */
export const expected = "82.5 B";

export const program = `
import { load } from "lawgrade";
import framework from "lawgrade/data/frameworks/pic-2019.json";
import card from "lawgrade/data/cards/ct-2019.json";
load().then((lawgrade) => {
  const { total, grade } = lawgrade.evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
  document.title = [total, grade].join(" ");
}, (error) => { document.title = error.message; });
`;

const page = (script) => `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title><body>${script}`;
const asModule = (src) => page(`<script type="module" src="${src}"></script>`);
const asScript = (src) => page(`<script src="${src}"></script>`);

/** Serves a folder. `answers(path)` may give status, headers or body of its own for what is asked. */
export async function served(folder, answers = () => ({})) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://here").pathname).replace(/\/$/, "/index.html");
    asked.push(path);
    const { status = 200, headers = {}, body } = answers(path);
    try {
      const content = body ?? (await readFile(join(folder, normalize(path))));
      response.writeHead(status, { "content-type": typeOf(path), "access-control-allow-origin": "*", ...headers }).end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/html" }).end("<!DOCTYPE html><title>not here</title>");
    }
  });
  await new Promise((done) => server.listen(0, done));
  // What is served to the end of the tests does not keep them from ending.
  server.unref();
  const end = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, end };
}

/** Each builds a program in a folder of its own beside the tests that ask, and serves it: `{ address, asked, end }`. */
export const bundlers = {
  async webpack(beside, webpack, { name = "webpack", entry = program, ...options } = {}) {
    const folder = await project(beside, name, { "index.js": entry, "index.html": asScript("dist/main.js") });
    const stats = await new Promise((done, fail) => {
      const config = { context: folder, entry: "./index.js", mode: "production", output: { path: join(folder, "dist") }, performance: false, ...options };
      webpack(config, (error, stats) => (error ? fail(error) : done(stats)));
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    return served(folder);
  },

  async esbuild(beside, esbuild, { name = "esbuild", format = "esm", entry = program, ...options } = {}) {
    const folder = await project(beside, name, { "index.js": entry, "index.html": (format === "esm" ? asModule : asScript)("o.js") });
    await esbuild.build({ absWorkingDir: folder, entryPoints: ["index.js"], bundle: true, format, outfile: "o.js", logLevel: "error", ...options });
    return served(folder);
  },

  async viteBuild(beside, vite, { name = "vite-build", ...options } = {}) {
    const folder = await project(beside, name, { "index.js": program, "index.html": asModule("./index.js") });
    const warnings = [];
    const logger = { ...vite.createLogger("warn"), warn: (text) => warnings.push(text), warnOnce: (text) => warnings.push(text) };
    await vite.build({ root: folder, customLogger: logger, configFile: false, ...options });
    if (warnings.length) throw new Error(warnings.join("\n"));
    const preview = await vite.preview({ root: folder, configFile: false, logLevel: "error", preview: { port: await freePort(), host: "127.0.0.1" } });
    return { address: preview.resolvedUrls.local[0], end: () => preview.close() };
  },

  async viteDev(beside, vite, { name = "vite-dev", ...options } = {}) {
    const folder = await project(beside, name, { "index.js": program, "index.html": asModule("./index.js") });
    const server = await vite.createServer({ root: folder, configFile: false, logLevel: "error", server: { port: await freePort(), host: "127.0.0.1" }, ...options });
    await server.listen();
    return { address: server.resolvedUrls.local[0], end: () => server.close() };
  },
};
