// Lighthouse on the built release, as its mobile defaults have it.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { spread } from "./figures.mjs";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** The pages that are looked at, by what stands behind the release's folder. */
export const PAGES = [
  ["front page", "index.html"],
  ["Connecticut", "connecticut.html?lang=en"],
  ["a framework", "frameworks/wbl-2020.html?lang=en"],
  ["Kenya’s calculator", "frameworks/wbl-2020.html?lang=en#wbl-2020/ke"],
  ["Ohio’s calculator", "frameworks/sunlight-2015.html?lang=en#sunlight-2015/oh"],
  ["Kenya’s page", "frameworks/wbl-2020/ke.html"],
];

/** What Lighthouse says of each page. */
export async function audits(host) {
  const found = [];
  for (const [name, path] of PAGES) found.push({ name, ...(await audit(`${host.address}${path}`)) });
  return found;
}

/** The spread of each category's score, what was measured in the run in the middle, and every audit that is not perfect. */
async function audit(address) {
  const chromePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
    await chrome.kill();
    runs.push(lhr);
  }
  const score = (lhr, category) => lhr.categories[category].score * 100;
  const middle = runs.toSorted((a, b) => score(a, "performance") - score(b, "performance"))[Math.floor(RUNS / 2)];
  return {
    version: middle.lighthouseVersion,
    runs: RUNS,
    warnings: middle.runWarnings,
    scores: Object.fromEntries(CATEGORIES.map((category) => [category, spread(runs.map((lhr) => score(lhr, category)))])),
    metrics: middle.categories.performance.auditRefs
      .filter(({ group }) => group === "metrics")
      .map(({ id }) => middle.audits[id])
      .map(({ title, displayValue, score }) => ({ title, displayValue, score })),
    imperfect: CATEGORIES.flatMap((category) => imperfect(middle, category)),
  };
}

const imperfect = (lhr, category) =>
  lhr.categories[category].auditRefs
    .map(({ id, weight }) => ({ category, weight, ...lhr.audits[id] }))
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "notApplicable")
    .map(({ category, weight, id, title, score, displayValue, details }) => ({
      category, weight, id, title, score, displayValue, items: (details?.items ?? []).slice(0, 5),
    }));
