// The npm package: bundled by what most programs are built with, and as files of a server.
// What takes longer, other bundlers and runtimes, is in tests/hosts.
import { deepEqual, equal, match } from "node:assert/strict";
import { until } from "../../engines/until.mjs";

// These tools are packages of their own, which only these rows need.
const tools = async () => ({ ...(await import("../../npm/bundlers.mjs")), ...(await import("../../npm/project.mjs")), ...(await import("../../npm/daily.mjs")) });

async function titleOf(session, address) {
  await session.go(address);
  let title;
  await until(async () => ["…", ""].includes((title = await session.run(() => document.title))), false);
  return title;
}

// A row that builds a program, once for all engines, and opens what came of it.
function built(build) {
  let served;
  return async ({ session, afterAll }) => {
    const { bundlers, expected, ...rest } = await tools();
    if (!served) {
      served = build(bundlers, rest);
      afterAll(async () => (await served).end());
    }
    equal(await titleOf(session, (await served).address), expected);
  };
}

// A script that does something with `load` of the package's own files, and shows what came of it.
const script = ({ work, from = "/node_modules/lawgrade/lawgrade.js", show = (text) => (document.title = text) }) => `
  import { load } from "${from}";
  const show = ${show};
  const read = async (name) => (await fetch("/node_modules/lawgrade/data/" + name + ".json")).json();
  const scored = async (lawgrade) => {
    const { total, grade } = lawgrade.evaluate(await read("frameworks/pic-2019"), await read("cards/ct-2019"), { on: ["trafficking-law-reaches-buyers"] });
    return [total, grade].join(" ");
  };
  (${work})(load, scored).then(show, (error) => show(error.message));`;

// Opens a page with such a script. `answers` is what its server does otherwise than a plain one, `files` what else it has.
async function page({ engine, session, later }, work, { answers, from, files } = {}) {
  const { served, project, beside } = await tools();
  const folder = await project(beside, `files-${engine}`, {
    "index.html": `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title><body><script type="module" src="page.js"></script>`,
    "page.js": script({ work, from }),
    ...files,
  });
  const server = await served(folder, answers);
  later(server.end);
  return { title: await titleOf(session, server.address), asked: server.asked };
}

const program = "/node_modules/lawgrade/lawgrade.wasm";
const embedded = "/node_modules/lawgrade/embedded.js";
const plain = (load, scored) => load().then(scored);
const htmlForProgram = (path) => (path === program ? { body: "<!DOCTYPE html><title>My app</title>", headers: { "content-type": "text/html" } } : {});
const forbids = (policy) => (path) => (path === "/index.html" ? { headers: { "content-security-policy": policy } } : {});

export const rows = {
  "B04 webpack 5 bundles the package for a browser, and it loads": built((bundlers, { beside, webpack }) => bundlers.webpack(beside, webpack)),
  "B04 esbuild bundles it as a module": built((bundlers, { beside, esbuild }) => bundlers.esbuild(beside, esbuild)),
  "B26 Vite's development server gives it, without any setting": built((bundlers, { beside, vite }) => bundlers.viteDev(beside, vite)),
  "B26 what Vite builds loads it": built((bundlers, { beside, vite }) => bundlers.viteBuild(beside, vite)),

  async "B27 load takes a WebAssembly.Module, also within an object"(row) {
    const { title, asked } = await page(row, async (load, scored) => {
      const module = await WebAssembly.compile(await (await fetch("/node_modules/lawgrade/lawgrade.wasm")).arrayBuffer());
      return scored(await load({ module }));
    });
    equal(title, "82.5 B");
    deepEqual(asked.filter((path) => path === program).length, 1);
    equal((await page(row, async (load, scored) => scored(await load(WebAssembly.compile(await (await fetch("/node_modules/lawgrade/lawgrade.wasm")).arrayBuffer()))))).title, "82.5 B");
  },

  "K6 esbuild bundles it as a script, which has no address of its own": built((bundlers, { beside, esbuild }) => bundlers.esbuild(beside, esbuild, { name: "esbuild-iife", format: "iife", logLevel: "silent" })),
  "K6 webpack takes it by require": built((bundlers, { beside, webpack, program }) => bundlers.webpack(beside, webpack, { name: "webpack-require", entry: program.replace(/import (.*) from (.*);/g, "const $1 = require($2);"), module: { rules: [{ test: /index\.js$/, type: "javascript/auto" }] } })),

  async "K6 the program comes as a file of its own, also with another type"(row) {
    const typed = (type) => ({ answers: (path) => (path === program ? { headers: { "content-type": type } } : {}) });
    for (const type of ["application/wasm", "application/octet-stream", "text/plain"]) {
      const { title, asked } = await page(row, plain, typed(type));
      deepEqual([title, asked.includes(program), asked.includes(embedded)], ["82.5 B", true, false], type);
    }
  },

  async "K6 where a server has lost the file or sends a page for it, the copy in a module is taken"(row) {
    for (const answers of [htmlForProgram, (path) => (path === program ? { body: "" } : {})]) {
      const { title, asked } = await page(row, plain, { answers });
      deepEqual([title, asked.includes(embedded)], ["82.5 B", true]);
    }
    const { title } = await page(row, plain, { answers: (path) => (path === program ? { status: 404, body: "not here" } : {}) });
    equal(title, "82.5 B");
  },

  async "K6 a page or a damaged file that is handed over is told from the program, and the next load succeeds"(row) {
    const tries = async (load, scored) => {
      const failed = (program) => load(program).then(() => "it loaded", (error) => error.message);
      const bytes = new Uint8Array(await (await fetch("/node_modules/lawgrade/lawgrade.wasm")).arrayBuffer());
      const other = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      const messages = [];
      for (const program of ["/index.html", "/nowhere.wasm", bytes.subarray(0, 5000), other, new Uint8Array(), 7, null, "http://127.0.0.1:1/x.wasm", fetch("/nowhere.wasm")]) messages.push(await failed(program));
      return [...messages, await scored(await load(bytes.buffer))].join("\n");
    };
    const lines = (await page(row, `async (load, scored) => (await (${tries})(load, scored)).replaceAll("\\n", " | ")`)).title.split(" | ");
    const right = [
      /^lawgrade: http.*\/index.html is no program: it begins with “<!DOCTYPE html>.*”, so a page was sent in its place\. .*optimizeDeps\.exclude/,
      /^lawgrade: http.*\/nowhere.wasm was answered with status 404\. Hand over/,
      /^lawgrade: what load\(\) was handed is damaged or cut off/,
      /^lawgrade: this WebAssembly is not the program of this version of lawgrade/,
      /^lawgrade: what load\(\) was handed is no program: it is empty\./,
      /^lawgrade: load\(\) was handed a Number\. It takes an address/,
      /^lawgrade: load\(\) was handed null\./,
      /^lawgrade: http:\/\/127.0.0.1:1\/x.wasm could not be fetched: /,
      /^lawgrade: http.*\/nowhere.wasm was answered with status 404/,
      /^82.5 B$/,
    ];
    equal(lines.length, right.length, lines.join("\n"));
    right.forEach((message, place) => match(lines[place], message));
  },

  async "K6 a policy that forbids compiling is named with the words that allow it"(row) {
    const { title } = await page(row, plain, { answers: forbids("script-src 'self'") });
    match(title, /^lawgrade: programs may not be compiled here\. A page must allow it by 'wasm-unsafe-eval'/);
    equal((await page(row, plain, { answers: forbids("script-src 'self' 'wasm-unsafe-eval'") })).title, "82.5 B");
    // A policy that lets nothing be fetched lets modules be.
    equal((await page(row, (load) => load().then((lawgrade) => typeof lawgrade.evaluate), { answers: forbids("script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'") })).title, "function");
  },

  async "K6 loads at once share one program, and who loads later gets the same"(row) {
    const { title, asked } = await page(row, async (load) => {
      const all = await Promise.all([load(), load(), load("/node_modules/lawgrade/lawgrade.wasm")]);
      return String([...all, await load(), await load("/nowhere.wasm")].every((one) => one === all[0]));
    });
    deepEqual([title, asked.filter((path) => path === program).length], ["true", 1]);
  },

  async "K6 it loads from another site, as from a network that delivers packages"({ engine, session, later }) {
    const { served, project, beside } = await tools();
    const library = await served(await project(beside, `library-${engine}`, {}));
    later(library.end);
    const from = `${library.address.replace("127.0.0.1", "localhost")}node_modules/lawgrade/lawgrade.js`;
    equal((await page({ engine, session, later }, plain, { from })).title, "82.5 B");
    // Where only scripts may come from there, the module is enough.
    const answers = (path) => (path === "/index.html" ? { headers: { "content-security-policy": `script-src 'self' 'wasm-unsafe-eval' ${new URL(from).origin}; connect-src 'self'` } } : {});
    equal((await page({ engine, session, later }, plain, { from, answers })).title, "82.5 B");
  },

  async "K6 it loads in a worker"(row) {
    const worker = script({ work: plain, show: (text) => postMessage(text) });
    const asks = () => new Promise((done, fail) => {
      const worker = new Worker("/worker.js", { type: "module" });
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = fail;
    });
    equal((await page(row, asks, { files: { "worker.js": worker } })).title, "82.5 B");
  },
};
