// After one visit the calculator works without its server; a new version is offered and not forced.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const serverFile = fileURLToPath(new URL("server.mjs", import.meta.url));

async function serve(port, folder) {
  const server = spawn("node", [serverFile, String(port), folder]);
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/sw.js`).then(({ ok }) => ok).catch(() => false)).toBe(true);
  return server;
}

const kept = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);

test.describe("with the server gone", () => {
  // The page asks whether the calculator is still there, and the browser says that nobody answered.
  test.use({ expectsErrors: /ERR_CONNECTION_REFUSED/ });
  test("it works, with all tools", async ({ lawgrade, page }) => {
    const server = await serve(8941, dist);
    const address = "http://127.0.0.1:8941/a/sub-path/";
    try {
      await page.goto(`${address}connecticut.html`);
      await expect(lawgrade.grade).toBeVisible();
      await expect.poll(() => kept(page)).toBe("activated");
    } finally {
      server.kill();
    }
    await page.goto("about:blank");
    await page.goto(`${address}connecticut.es.html?lang=es`);
    await expect(page.getByRole("button", { name: "Deshacer" })).toBeVisible();
    await page.goto(`${address}#pic-2019/ct-2019/to=B`);
    await expect(lawgrade.grade).toHaveText("C");
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    await lawgrade.openTool("Ways to a better grade");
    await expect(page.locator(".outcome")).toContainText("This scenario is there already");
    await page.getByRole("link", { name: "Lawgrade" }).click();
    await page.getByRole("searchbox").fill("conn");
    await page.locator(".found a", { hasText: "Connecticut" }).first().click();
    await expect(lawgrade.grade).toHaveText("C");
    // What was never opened is not kept: the front page says so, and marks what is.
    for (const [unkept, said] of [["wbl-2020.html?lang=en#wbl-2020/ke", "is not kept in this browser"], ["wbl-2020/ke.html", "is not kept in this browser"], ["wbl-2020.es.html", "no está guardada en este navegador"]]) {
      await page.goto(`${address}frameworks/${unkept}`);
      await expect(page.locator("#unkept")).toContainText(said);
      await expect(page).toHaveURL(/(index|es)\.html#frameworks$/);
    }
    await expect(page.locator(".frameworks section", { hasText: "Guardada en este navegador" })).toHaveCount(1);
    await expect(page.locator(".frameworks section").first()).toContainText("Guardada en este navegador");
  });
});

test.describe("a framework's page with the server gone", () => {
  test.use({ expectsErrors: /ERR_CONNECTION_REFUSED|ERR_FAILED/ });
  test("all its cards open, with ranks, years, map and plans", async ({ page }) => {
    const server = await serve(8943, dist);
    const address = "http://127.0.0.1:8943/a/sub-path/frameworks/wbl-2020.html?lang=en";
    try {
      await page.goto(`${address}#wbl-2020/ke`);
      await expect(page.locator("#kept")).toHaveText("This page and all its cards are kept in this browser and open again without a network.");
      await expect(page.locator("#kept")).toBeVisible();
    } finally {
      server.kill();
    }
    await page.goto("about:blank");
    await page.goto(`${address}#wbl-2020/in`);
    await expect(page.locator("#total")).toHaveText("74.4");
    await expect(page.locator("#calculator")).toContainText(/Rank \d+ of 190, if all others stay as they are\./);
    await page.getByText("Ways to a better result").click();
    await page.getByLabel("What should be reached?").selectOption({ label: "A figure" });
    await page.getByLabel("Figure to reach").fill("76");
    await page.getByLabel("Figure to reach").press("Tab");
    await expect(page.locator(".outcome")).toContainText("enough");
    await page.locator("#years summary").first().click();
    await expect(page.locator("#years .world .country").first()).toBeAttached();
    // It alone was opened, and so was not the calculator whose worker keeps the front page.
    await page.goto(address.replace("wbl-2020", "sunlight-2015")).catch(() => {});
    await expect(page.locator("#unkept")).toHaveCount(0);
  });
});

test("a new version is offered, and the scenario stays", async ({ lawgrade, page }) => {
  const folder = mkdtempSync(join(tmpdir(), "lawgrade-"));
  cpSync(dist, folder, { recursive: true });
  const server = await serve(8942, folder);
  try {
    await page.goto("http://127.0.0.1:8942/connecticut.html");
    await expect(lawgrade.grade).toBeVisible();
    await expect.poll(() => kept(page)).toBe("activated");
    await page.reload();
    await lawgrade.switchIn("2.1", buyers).check();

    const change = (name, from, to) => {
      const file = join(folder, name);
      writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
    };
    change("connecticut.html", /(<p class="brand"><a href=".*?">Lawgrade)/, "$1, new");
    const [version] = /data-version="\w+"/.exec(readFileSync(join(folder, "index.html"), "utf8"));
    for (const name of ["index.html", "es.html", "connecticut.html", "connecticut.es.html"]) change(name, version, 'data-version="another"');
    change("sw.js", version.slice(14, -1), "another");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const notice = page.locator("#new-version");
    await expect(notice).toBeVisible();
    await expect(page.locator(".brand")).toHaveText("Lawgrade");
    await lawgrade.shows(withBuyers);
    await notice.getByRole("button").click();
    await expect(page.locator(".brand")).toHaveText("Lawgrade, new");
    await lawgrade.shows(withBuyers);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
});

test("nothing is kept for a page in a frame", async ({ page, baseURL, site }) => {
  await page.goto(`${site}sw.js`);
  await page.setContent(`<iframe src="${baseURL}" width="600" height="800"></iframe>`);
  await expect(page.frameLocator("iframe").locator("#grade")).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("the manifest names what is there", async ({ page, site, request }) => {
  await page.goto("");
  const manifest = await (await request.get(`${site}manifest.webmanifest`)).json();
  expect(manifest.name).toBe("Lawgrade");
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    expect((await request.get(site + src)).ok(), src).toBe(true);
  }
  const png = await (await request.get(`${site}page.png`)).body();
  expect(manifest.screenshots[0].sizes).toBe(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`);
});
