// Spreadsheets that authors bring, read by the packed package in Node.
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { beside } from "./daily.mjs";
import { project } from "./project.mjs";

const sheet = "Section,Provision,Points,In law?\nCourts,Judges may close the room,2.5,yes\nCourts,Minors may testify by video,1,perhaps\n";
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

let installed, lawgrade, loadReader;
before(async () => {
  const folder = await project(beside, "spreadsheet", {});
  installed = (name) => import(pathToFileURL(join(folder, "node_modules/lawgrade", name)));
  ({ loadReader } = await installed("spreadsheet-node.js"));
  lawgrade = await (await installed("lawgrade.js")).load();
});

test("the program that is handed over is looked at, and a failure is told with its remedy and tried again", async () => {
  await rejects(loadReader({ program: new Uint8Array([1, 2, 3]) }), /is no program.*For spreadsheets it is reader\.wasm/);
  await rejects(loadReader({ program: Promise.reject(new Error("gone")) }), /gone/);
  for (const language of ["fr", "toString"]) await rejects(loadReader({ language }), /no language “.*”; there are en, es/);
  ok(await loadReader({ program: new Blob([read("target/npm/reader.wasm")]) }));
  ok(await loadReader());
});

test("what is wrong is told with its cell, and what works is a card", async () => {
  const reader = await loadReader();
  const { diagnostics, card } = reader.read("courts.csv", sheet);
  const [wrong] = diagnostics.filter(({ severity }) => severity === "error");
  equal(wrong.code, "bad-answer");
  equal(wrong.path, "row 3, column D");
  match(wrong.message, /perhaps/);
  match(wrong.hint, /yes|no/);
  match(wrong.link, /diagnostics\.md#bad-answer/);
  const rules = lawgrade.rules(card.framework);
  const { cards, diagnostics: found } = rules.table(card.cards);
  deepEqual(found, []);
  const { whole } = rules.evaluate(cards[0].answers);
  deepEqual([whole.earned, whole.possible], [2.5, 3.5]);
  reader.free();
  reader.free();
  throws(() => reader.read("courts.csv", sheet), /free\(\) was called on this reader/);
});

test("in Spanish the same mistake has the same name", async () => {
  const [english, spanish] = await Promise.all(["en", "es"].map((language) => loadReader({ language })));
  const [one, other] = [english, spanish].map((reader) => reader.read("courts.csv", sheet).diagnostics);
  deepEqual(one.map(({ code }) => code), other.map(({ code }) => code));
  ok(one.every(({ message }, place) => message !== other[place].message));
});

test("a workbook of the guide gives its cards, as bytes, a buffer or a view", async () => {
  const reader = await loadReader();
  const bytes = read("dist/docs/first-card.xlsx");
  const forms = [bytes, new Uint8Array(bytes), new Uint8Array(bytes).buffer, new DataView(new Uint8Array(bytes).buffer)];
  const results = forms.map((form) => reader.read("first-card.xlsx", form));
  for (const result of results) deepEqual(result, results[0]);
  deepEqual(results[0].diagnostics.filter(({ severity }) => severity === "error"), []);
  const rules = lawgrade.rules(results[0].card.framework);
  ok(rules.table(results[0].card.cards).cards.length >= 1);
});

test("a framework of the site comes back equal from its spreadsheet", async () => {
  const reader = await loadReader();
  const framework = JSON.parse(read("data/sunlight-2015/framework.json"));
  const card = { lawgrade: 1, language: "en", framework, cards: `${read("data/sunlight-2015/cards.csv")}` };
  const { diagnostics, card: back } = reader.read("card.json", JSON.stringify(card));
  deepEqual(diagnostics.filter(({ severity }) => severity === "error"), []);
  const figures = (rules, table) => rules.table(table).cards.map(({ subject, answers }) => [subject, rules.evaluate(answers).tallies[0].figure]);
  const [before, after] = [lawgrade.rules(framework), lawgrade.rules(back.framework)];
  deepEqual(figures(after, back.cards), figures(before, card.cards));
});

test("what is no file is told, and never thrown; what is no content is", async () => {
  const reader = await loadReader();
  for (const bytes of [new Uint8Array(), read("dist/docs/first-card.xlsx").subarray(0, 900), new TextEncoder().encode("<html>")]) {
    const { diagnostics, card } = reader.read("card.xlsx", bytes);
    equal(card, null);
    ok(diagnostics.some(({ severity }) => severity === "error"));
  }
  throws(() => reader.read("card.csv", 3), TypeError);
  throws(() => reader.read(undefined, sheet), TypeError);
});
