// What users of tools like this one have reported, each as a row that is tried in three engines on the built release,
// across sites. `node --test tests/field/field.test.mjs`; before it ENGINE=Firefox tries one engine alone, and
// ROW=B01 the rows whose names begin so.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { browse, engines } from "../engines/engines.mjs";
import { Visitor } from "../engines/visitor.mjs";

const LONGEST = 90_000;
const pictures = new URL("failures/", import.meta.url);
const folder = new URL("rows/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort();
const modules = await Promise.all(files.map((name) => import(new URL(name, folder))));

// A row is a function, or an object with `run` and with the engines that cannot take it, each with the reason:
// `{ not: { WebKitGTK: "its driver prints nothing" }, run }`.
const rows = modules.flatMap(({ rows }) => Object.entries(rows)).map(([name, row]) => ({ name, not: {}, ...(typeof row === "function" ? { run: row } : row) }));
const asked = rows.filter(({ name }) => name.startsWith(process.env.ROW ?? ""));
const tried = process.env.ENGINE ? [process.env.ENGINE] : Object.keys(engines);
// What a row shares between the engines is ended once all of them are through: open servers keep the tests from ending.
const shared = [];
const results = new Map(asked.map(({ name }) => [name, {}]));

async function keep(visitor, engine, name) {
  const file = `${engine} ${name}`.replace(/[^\w.]+/g, "-").slice(0, 80);
  mkdirSync(pictures, { recursive: true });
  writeFileSync(new URL(`${file}.png`, pictures), await visitor.session.picture());
}

rmSync(pictures, { recursive: true, force: true });

async function tryOnce({ engine, browser, name, run }) {
  const visitor = new Visitor(browser);
  const ends = [];
  try {
    // What a row starts, it hands to `later`, and it is ended here; to `afterAll` what all engines share.
    await run({ engine, visitor, session: visitor.session, browser, later: (end) => ends.push(end), afterAll: (end) => shared.push(end) });
  } catch (error) {
    await keep(visitor, engine, name).catch(() => {});
    throw error;
  } finally {
    await visitor.leaves().catch(() => {});
    for (const end of ends.reverse()) await end();
  }
}

// All engines at a time: most of what a row does is waiting.
describe("the field", { concurrency: 3 }, () => {
  for (const engine of tried) {
    describe(`${engine}, the field`, { concurrency: 1 }, () => {
      let browser;
      before(async () => {
        browser = await browse(engine);
        console.log(browser.session.version);
      }, { timeout: LONGEST });
      for (const { name, not, run } of asked) {
        test(name, { timeout: 2 * LONGEST, skip: not[engine] }, async () => {
          const once = () => tryOnce({ engine, browser, name, run });
          results.get(name)[engine] = "FAIL";
          try {
            await once();
            results.get(name)[engine] = "pass";
          } catch (error) {
            // A busy machine may keep a browser from its work for longer than a row waits, and a driver may lose its way
            // among tabs: once more in a browser of its own. What fails twice is a fault, and the table tells what did not
            // succeed at once.
            console.log(`${engine}: ${name}: once more after ${error.message}`);
            await browser.end();
            browser = await browse(engine);
            await once();
            results.get(name)[engine] = "pass at the second try";
          }
        });
      }
      after(() => browser?.end());
    });
  }
});

after(async () => {
  // One that was never made has failed its row already.
  await Promise.allSettled(shared.map((end) => end()));
  const cell = ({ name, not }, engine) => results.get(name)[engine] ?? (not[engine] ? `– (${not[engine]})` : "not tried");
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const table = [line(["row", ...tried]), line(["---", ...tried.map(() => "---")]), ...asked.map((row) => line([row.name, ...tried.map((engine) => cell(row, engine))]))];
  console.log(`\n${table.join("\n")}\n`);
});
