// Records what the built release writes, before it is out, into tests/earlier: `node tests/e2e/record.mjs VERSION`. The folder has
// `asked.json` (which addresses, names of scenarios, pages and elements), `host.html` and `program.mjs` beforehand, as
// authors of that release would write them; everything else in it is written here.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { printedBy } from "./installed.mjs";

const PORT = 8965;
const site = `http://127.0.0.1:${PORT}/a/sub-path/`;
const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = root(`tests/earlier/${process.argv[2]}`);
const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, value) => writeFileSync(join(folder, name), typeof value === "string" ? value : `${JSON.stringify(value, null, 1)}\n`);

const asked = JSON.parse(read("asked.json"));
const server = spawn("node", [root("tests/e2e/server.mjs"), `${PORT}`], { stdio: "ignore" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ locale: "en-US" });
const page = await context.newPage();

async function open(address) {
  await page.goto("about:blank");
  await page.goto(address);
}

async function textOf(place) {
  await place.first().filter({ hasText: /\S/ }).waitFor();
  return (await place.first().textContent()).trim();
}

try {
  const addresses = [];
  for (const address of asked.addresses) {
    await open(`${site}#${address}`);
    const total = await textOf(page.locator("#total"));
    const grade = (await page.locator("#grade").count()) ? await textOf(page.locator("#grade")) : null;
    addresses.push({ address, total, grade });
  }
  write("addresses.json", addresses);

  const saved = {};
  for (const [name, address] of Object.entries(asked.saved)) {
    await open(`${site}#${address}`);
    saved[name] = await textOf(page.locator("#total"));
    await page.locator(".tool", { hasText: "Save and compare scenarios" }).locator("summary").first().click();
    await page.getByLabel("A name for this scenario").fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
  }
  write("scenarios.json", await page.evaluate(() => localStorage.getItem("lawgrade.scenarios")));

  const pages = [];
  for (const { name, path, at } of asked.pages) {
    await open(`${site}${path}`);
    pages.push({ name, path, at, says: await textOf(page.locator(at)) });
  }

  await open(`${site.replace("127.0.0.1", "localhost")}examples/iframe.html`);
  await page.setContent(read("host.html").replaceAll("BUILD", site.replace("sub-path", "strict")));
  const host = {};
  for (const [id, at] of Object.entries(asked.host)) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    const places = { frame: page.frameLocator("#frame"), frameless: page.locator("#frameless") };
    host[id] = { at, says: await textOf((places[id] ?? page.locator(`#${id}`).frameLocator("iframe")).locator(at)) };
  }
  write("shown.json", { saved, pages, host });
  // What came to something else since then is known to nobody but the file itself.
  if (!existsSync(join(folder, "corrected.json"))) write("corrected.json", { links: {}, saved: {}, host: {}, program: [] });
  copyFileSync(root("dist/embed.js"), join(folder, "embed.js"));
} finally {
  await browser.close();
  server.kill();
}

write("program.txt", printedBy(read("program.mjs")));
