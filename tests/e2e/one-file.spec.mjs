// The calculator in one file, opened from the disk with the network off.
import { fileURLToPath } from "node:url";
import { statSync } from "node:fs";
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

const file = fileURLToPath(new URL("../../dist/lawgrade.html", import.meta.url));

test("it opens by itself, with all tools", async ({ lawgrade, page, context }) => {
  expect(statSync(file).size).toBeLessThanOrEqual(450_000);
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
  expect(new URL(page.url()).hash).toBe("#pic-2019/ct-2019/on=trafficking-law-reaches-buyers/to=B");
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

test("the page offers it", async ({ lawgrade, page }) => {
  await lawgrade.open();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "The whole calculator as one file" }).click();
  expect((await download).suggestedFilename()).toBe("lawgrade.html");
});
