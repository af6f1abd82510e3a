// The packed npm package for who reads it: Node, by import and by require, TypeScript, and what checks packages.
import { equal, match } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { beside, versions } from "./daily.mjs";
import { packed, project, runs } from "./project.mjs";

const scored = `(lawgrade) => {
  const { createRequire } = require("node:module");
  const { total, grade } = lawgrade.evaluate(require("lawgrade/data/frameworks/pic-2019.json"), require("lawgrade/data/cards/ct-2019.json"), {});
  console.log([total, grade].join(" "));
}`;
const tsc = new URL("node_modules/typescript/bin/tsc", beside).pathname;
const npx = (name) => new URL(`node_modules/.bin/${name}`, beside).pathname;

test(`Node ${process.versions.node} takes the package by require and by import`, async () => {
  const folder = await project(beside, "node", {
    "required.cjs": `const { load } = require("lawgrade"); load().then(${scored});`,
    "imported.mjs": `import { load } from "lawgrade"; import { createRequire } from "node:module"; const require = createRequire(import.meta.url); load().then(${scored});`,
    "one.cjs": `import("lawgrade").then(async ({ load }) => console.log((await load()) === (await require("lawgrade").load())));`,
    "file.mjs": `
      import { load } from "lawgrade";
      import { readFile } from "node:fs/promises";
      const file = new URL(import.meta.resolve("lawgrade/lawgrade.wasm"));
      await load(file).catch(({ message }) => console.log(message));
      console.log(typeof (await load(await readFile(file))).evaluate);`,
  });
  equal(await runs(folder, process.execPath, "required.cjs"), "79 C");
  equal(await runs(folder, process.execPath, "imported.mjs"), "79 C");
  equal(await runs(folder, process.execPath, "one.cjs"), "true");
  match(await runs(folder, process.execPath, "file.mjs"), /^lawgrade: file:.*could not be fetched: .*hand over the bytes\.\nfunction$/);
});

test("where Node may not compile from bytes, a module that is handed over is taken", async () => {
  const folder = await project(beside, "no-bytes", {
    "handed.mjs": `
      import { readFile } from "node:fs/promises";
      import { load } from "lawgrade";
      const module = new WebAssembly.Module(await readFile(new URL(import.meta.resolve("lawgrade/lawgrade.wasm"))));
      // Node's own fetch compiles a small program of its own.
      const { compile } = WebAssembly;
      WebAssembly.compile = async (bytes) => {
        if (bytes.length < 200_000) return compile(bytes);
        throw new WebAssembly.CompileError("Wasm code generation disallowed by embedder");
      };
      await load().catch(({ message }) => console.log(message));
      console.log(typeof (await load({ module })).evaluate);`,
  });
  match(await runs(folder, process.execPath, "handed.mjs"), /^lawgrade: programs may not be compiled here.*load\(module\).*\nfunction$/);
});

const typed = `
import { load, type Evaluation, type Lawgrade } from "lawgrade";
export async function total(framework: object, card: object): Promise<number> {
  const lawgrade: Lawgrade = await load();
  const evaluation: Evaluation = lawgrade.evaluate(framework, card, { on: ["x"] });
  return evaluation.total;
}
export const handed = [load("/lawgrade.wasm"), load(new Uint8Array()), load(Promise.resolve(new ArrayBuffer(8)))];
// @ts-expect-error A number is no program.
export const wrong = load(7);
`;
const inBrowser = `export const browser = [load(new URL("https://example.org/")), load(fetch("/x")), load({ module: new WebAssembly.Module(new Uint8Array()) })];\n`;

const ofAnyShape = readFileSync(new URL("typed.ts", beside), "utf8");

for (const [kind, options, source] of [
  ["node16, ES modules", { module: "node16", moduleResolution: "node16", types: ["node"] }, { "main.mts": typed }],
  ["node16, CommonJS", { module: "node16", moduleResolution: "node16", types: ["node"] }, { "main.cts": typed }],
  ["nodenext", { module: "nodenext", moduleResolution: "nodenext", types: ["node"] }, { "main.mts": typed, "other.cts": typed }],
  ["bundler, in a browser", { module: "esnext", moduleResolution: "bundler", lib: ["ES2022", "DOM"], types: [] }, { "main.ts": typed + inBrowser, "typed.ts": ofAnyShape }],
  ["bundler, without any environment", { module: "esnext", moduleResolution: "bundler", lib: ["ES2022"], types: [] }, { "main.ts": typed }],
]) {
  test(`TypeScript ${versions.typescript}, ${kind}, strict, finds no fault`, async () => {
    const compilerOptions = { target: "es2022", strict: true, noEmit: true, skipLibCheck: false, resolveJsonModule: true, exactOptionalPropertyTypes: true, ...options };
    const folder = await project(beside, "typescript", { ...source, "tsconfig.json": JSON.stringify({ compilerOptions, files: Object.keys(source) }) });
    equal(await runs(folder, process.execPath, tsc, "-p", "."), "");
  });
}

test(`publint ${versions.publint} and are-the-types-wrong ${versions["@arethetypeswrong/cli"]} find nothing`, async () => {
  const folder = await project(beside, "checks", {});
  match(await runs(folder, npx("publint"), "--strict", "node_modules/lawgrade"), /All good!/);
  match(await runs(folder, npx("attw"), packed, "--exclude-entrypoints", "lawgrade.wasm", "reader.wasm", "spreadsheet", "element", "react", "vue", "svelte"), /No problems found/);
});
