// Measures the built release side by side with others, in one run, and writes docs/BENCHMARKS.md. Timings never fail
// it; contestants that disagree do. `node run.mjs PART...` runs some parts only and prints them; with `--write` they
// take their places in what was written before, each with its day.
import { readFileSync, writeFileSync } from "node:fs";
import { agree } from "./agreement.mjs";
import { open } from "./browser.mjs";
import { clicks } from "./clicks.mjs";
import { cohort } from "./cohort.mjs";
import { embeds } from "./embeds.mjs";
import { evaluation } from "./evaluation.mjs";
import { growth } from "./growth.mjs";
import { data, dist, host } from "./host.mjs";
import { audits } from "./lighthouse.mjs";
import { loads } from "./loads.mjs";
import { machine } from "./machine.mjs";
import { memory } from "./memory.mjs";
import { native } from "./native.mjs";
import { overview } from "./overview.mjs";
import * as report from "./report.mjs";
import { shapes } from "./shapes.mjs";

const at = await host();
const browser = await open();

const parts = {
  agreement: () => agree(browser, at, data),
  clicks: () => clicks(browser, at),
  native: () => native(),
  evaluation: () => evaluation(browser, at, data, dist),
  shapes: () => shapes(browser, at, dist),
  cohort: () => cohort(browser, at),
  loads: () => loads(browser, at),
  memory: () => memory(browser, at),
  lighthouse: () => audits(at),
  growth: () => growth(browser, at, data, dist),
  embeds: () => embeds(browser, at),
  overview: () => overview(browser, at),
};

const file = new URL("../docs/BENCHMARKS.md", import.meta.url);
const write = process.argv.includes("--write");
const asked = process.argv.slice(2).filter((word) => word !== "--write");
const unknown = asked.filter((part) => !(part in parts));
if (unknown.length) throw new Error(`no part is called ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);

const written = [report.head(machine(browser))];
for (const [part, measure] of Object.entries(parts)) {
  if (asked.length && !asked.includes(part)) continue;
  const start = performance.now();
  console.log(`\n${part} …`);
  const section = report[part](await measure());
  console.log(`${section}\n(${((performance.now() - start) / 1000).toFixed(0)} s)`);
  written.push(section);
  // After each part, so that a run that is cut short is not for nothing.
  if (!asked.length) writeFileSync(file, `${[...written, report.load(machine(browser))].join("\n\n")}\n`);
}
if (asked.length && write) {
  const sections = readFileSync(file, "utf8").trimEnd().split(/\n\n(?=## )/);
  for (const section of written.slice(1)) {
    const [title] = section.split("\n");
    const known = sections.findIndex((other) => other.startsWith(`${title}\n`));
    const place = known < 0 ? sections.length - 1 : known;
    sections.splice(place, known < 0 ? 0 : 1, `${section}\n\nThis part was measured on ${machine(browser).date}.`);
  }
  writeFileSync(file, `${sections.join("\n\n")}\n`);
}
await browser.close();
at.close();
