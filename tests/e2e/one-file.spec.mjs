// The calculator in one file, opened from the disk with the network off.
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

const file = fileURLToPath(new URL("../../dist/lawgrade.html", import.meta.url));

test("it opens by itself, with all tools", async ({ lawgrade, page, context }) => {
  await context.setOffline(true);
  // The oldest browsers that we promise have neither.
  await page.addInitScript(() => {
    delete globalThis.DecompressionStream;
    delete Uint8Array.fromBase64;
  });
  const requests = [];
  page.on("request", (request) => /^(http|ws)/.test(request.url()) && requests.push(request.url()));
  await page.goto(`file://${file}#pic-2019/ct-2019/to=B`);
  await expect(lawgrade.grade).toHaveText("C");
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  expect(new URL(page.url()).hash).toBe("#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers/to=B");
  await lawgrade.openTool("Ways to a better grade");
  await page.getByLabel("What should be reached?").selectOption("A");
  await expect(page.locator(".outcome")).toContainText("3 changes are enough");
  await lawgrade.openTool("Save and compare scenarios");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name of the scenario", { exact: true })).toHaveCount(1);
  const tool = await lawgrade.openTool("Share, print and download");
  for (const label of ["Picture (PNG)", "Spreadsheet (CSV)"]) {
    const download = page.waitForEvent("download");
    await tool.getByRole("button", { name: label }).click();
    await download;
  }
  await page.pdf();
  expect(requests).toEqual([]);
  await expect(page.getByText("The whole calculator as one file")).toHaveCount(0);
});

test("it hands out the scenario’s address, and never that of a file on a disk", async ({ lawgrade, page, context }) => {
  await context.setOffline(true);
  await page.addInitScript(() => {
    const texts = (window.copied = []);
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void texts.push(text) } });
    navigator.share = async (data) => void texts.push(JSON.stringify(data));
  });
  const address = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
  await page.goto(`file://${file}#${address}`);
  const tool = await lawgrade.openTool("Share, print and download");
  const press = (name) => tool.getByRole("button", { name, exact: true }).click();
  const copied = () => page.evaluate(() => window.copied);
  await press("Share… this scenario");
  await expect(tool.locator(".told")).toContainText("No link leads to this copy of the calculator");
  await press("Copy link");
  await expect.poll(copied).toEqual([address, address]);
  await press("Copy as text");
  await expect.poll(async () => (await copied()).length).toBe(3);
  expect((await copied())[2]).toContain(`behind the # of the calculator’s page: ${address}`);
  for (const label of ["Spreadsheet (CSV)", "Spreadsheet with semicolons (CSV)", "Data (JSON)", "Picture (SVG)"]) {
    const download = page.waitForEvent("download");
    await press(label);
    const text = readFileSync(await (await download).path(), "utf8");
    expect(text).not.toContain("file:");
    if (!label.includes("SVG")) expect(text).toContain(address);
  }
  await page.emulateMedia({ media: "print" });
  expect([...(await copied()), await page.locator("body").innerText()].join("\n")).not.toContain("file:");
});

test("the page offers it", async ({ lawgrade, page }) => {
  await lawgrade.open();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "The whole calculator as one file" }).click();
  expect((await download).suggestedFilename()).toBe("lawgrade.html");
});
