// The packed npm package in the runtimes that are no browser.
import { equal } from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { project, runs, tool } from "../npm/project.mjs";

const here = import.meta.url;
const node = (name) => ({ program: join(tool(here, name).folder, "bin/node"), words: [] });
const runtimes = {
  [`Node ${process.versions.node}`]: { program: process.execPath, words: [] },
  [tool(here, "node22").title]: node("node22"),
  [tool(here, "node24").title]: node("node24"),
  [tool(here, "deno").title]: { program: join(tool(here, "@deno/linux-x64-glibc").folder, "deno"), words: ["run", "--quiet", "--allow-read"] },
  [tool(here, "bun").title]: { program: join(tool(here, "@oven/bun-linux-x64").folder, "bin/bun"), words: ["run"] },
};

const files = {
  "imports.mjs": `
    import { load } from "lawgrade";
    import framework from "lawgrade/data/frameworks/pic-2019.json" with { type: "json" };
    import card from "lawgrade/data/cards/ct-2019.json" with { type: "json" };
    const { total, grade } = (await load()).evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
    console.log([total, grade].join(" "));`,
  "requires.cjs": `
    const { load } = require("lawgrade");
    const card = [require("lawgrade/data/frameworks/pic-2019.json"), require("lawgrade/data/cards/ct-2019.json")];
    load().then((lawgrade) => lawgrade.evaluate(...card)).then(({ total, grade }) => console.log([total, grade].join(" ")));`,
};

for (const [name, { program, words }] of Object.entries(runtimes)) {
  test(`${name} imports the package`, async () => {
    equal(await runs(await project(here, "runtimes", files), program, ...words, "imports.mjs"), "82.5 B");
  });

  test(`${name} requires it`, async () => {
    equal(await runs(await project(here, "runtimes", files), program, ...words, "requires.cjs"), "79 C");
  });
}
