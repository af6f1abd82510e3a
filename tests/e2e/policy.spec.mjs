// The strict policy of embed/headers: nothing is refused, nothing is asked of another host.
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

test("every function works under the strict policy", async ({ lawgrade, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      window.refused.push([violatedDirective, blockedURI, sample]);
    });
  });
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url())));
  await page.goto("../strict/#pic-2019/ct-2019/to=B/nonsense");
  await expect(lawgrade.grade).toHaveText("C");
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  await expect(lawgrade.unread).toContainText("nonsense");
  await lawgrade.component("2.1").locator("summary").click();
  await lawgrade.openTool("Ways to a better grade");
  await page.getByLabel("What should be reached?").selectOption("A");
  await page.getByRole("button", { name: "Apply Plan 1", exact: true }).click();
  await expect(lawgrade.grade).toHaveText("A");
  await lawgrade.openTool("Save and compare scenarios");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name of the scenario", { exact: true })).toHaveCount(1);
  const tool = await lawgrade.openTool("Share, print and download");
  for (const label of ["Picture (PNG)", "Picture (SVG)", "Spreadsheet (CSV)", "Data (JSON)"]) {
    const download = page.waitForEvent("download");
    await tool.getByRole("button", { name: label }).click();
    await download;
  }
  await tool.getByRole("button", { name: "Copy as text" }).click();
  await expect(tool.locator(".told")).toHaveText("The summary is in the clipboard.");
  await page.pdf();
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(requests.length).toBeGreaterThan(5);
  const foreign = requests.filter(({ protocol, host }) => protocol !== "data:" && protocol !== "blob:" && host !== requests[0].host);
  expect(foreign.map(String)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
