// A visitor opens the page, switches provisions, and takes it back.
import { asPublished, buyers, expect, test, withBuyers } from "./visitor.mjs";

test("the page opens on the published card", async ({ lawgrade }) => {
  await lawgrade.open();
  await lawgrade.shows(asPublished);
  await expect(lawgrade.page.locator(".component")).toHaveCount(41);
  await expect(lawgrade.reset).toBeDisabled();
  await expect(lawgrade.announced).toHaveText("");
  await expect(lawgrade.notice).toBeHidden();
});

test("a provision switched by mouse moves component, section, total and grade", async ({ lawgrade }) => {
  await lawgrade.open();
  await lawgrade.component("2.1").getByText(buyers).first().click();
  await lawgrade.shows(withBuyers);
  await expect(lawgrade.announced).toHaveText("82.5 of 102.5, grade B, up 3.5");
  await expect(lawgrade.component("2.1").getByText("added")).toBeVisible();
  await expect(lawgrade.page.locator(".band.here")).toContainText("B");
});

test("a provision that counts in two components moves in both", async ({ lawgrade }) => {
  await lawgrade.open();
  await lawgrade.switchIn("5.1", buyers).check();
  await expect(lawgrade.switchIn("2.1", buyers)).toBeChecked();
  await lawgrade.shows(withBuyers);
  await lawgrade.switchIn("2.1", buyers).uncheck();
  await expect(lawgrade.switchIn("5.1", buyers)).not.toBeChecked();
  await lawgrade.shows(asPublished);
});

test("everything works by keyboard alone", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the provisions" })).toBeFocused();
  await page.keyboard.press("Enter");
  const target = lawgrade.switchIn("2.1", buyers);
  await lawgrade.tabTo(target);
  await page.keyboard.press("Space");
  await lawgrade.shows(withBuyers);

  await lawgrade.tabTo(lawgrade.component("2.1").locator("summary"));
  await page.keyboard.press("Enter");
  await expect(lawgrade.component("2.1").getByText("2.5 of 2.5 points. In this scenario the law has:")).toBeVisible();

  await lawgrade.tabTo(lawgrade.reset, "Shift+Tab");
  await page.keyboard.press("Enter");
  await lawgrade.shows(asPublished);
  await expect(lawgrade.reset).toBeFocused();
});

test("the reasons say what earns the points and what is missing for more", async ({ lawgrade }) => {
  await lawgrade.open();
  const why = lawgrade.component("2.10").locator("details");
  await why.locator("summary").click();
  await expect(why).toContainText("1.5 of 2.5 points. In this scenario the law has:");
  await expect(why).toContainText("The nearest way to 2.5 points is to add:");
  await expect(why.getByText("Buyers convicted of buying sex with a minor must register")).toBeVisible();
  await expect(why).toContainText("our reconstruction");
  await lawgrade.switchIn("2.10", "Buyers convicted of buying sex with a minor must register as sex offenders").check();
  await expect(why).toContainText("Adding law earns no more here.");
  await expect(why).toHaveAttribute("open", "");
});

test("reset takes everything back", async ({ lawgrade }) => {
  await lawgrade.open();
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.switchIn("1.1", "The human trafficking law covers sex trafficking").uncheck();
  await expect(lawgrade.total).toHaveText("72.5");
  await lawgrade.reset.click();
  await lawgrade.shows(asPublished);
  await expect(lawgrade.announced).toHaveText("79 of 102.5, grade C, as published");
  await expect(lawgrade.page.locator(".changed")).toHaveCount(0);
});

test("steps are undone and redone by button", async ({ lawgrade, page }) => {
  await lawgrade.open();
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name }));
  await expect(undo).toBeDisabled();
  await expect(redo).toBeDisabled();
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.reset.click();
  await undo.click();
  await lawgrade.shows(withBuyers);
  await expect(lawgrade.switchIn("5.1", buyers)).toBeChecked();
  await undo.click();
  await lawgrade.shows(asPublished);
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
  const before = await lawgrade.announced.textContent();
  await undo.press("Enter");
  expect(await lawgrade.announced.textContent()).toBe(before);
  await redo.click();
  await lawgrade.shows(withBuyers);
  await lawgrade.switchIn("2.1", buyers).uncheck();
  await expect(redo).toBeDisabled();
});

for (const redoKeys of ["Control+Shift+z", "Control+y", "Meta+Shift+z"]) {
  test(`steps are undone and redone by keyboard, ${redoKeys}`, async ({ lawgrade, page }) => {
    await lawgrade.open();
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    await page.keyboard.press(redoKeys.startsWith("Meta") ? "Meta+z" : "Control+z");
    await lawgrade.shows(asPublished);
    await expect(lawgrade.announced).toHaveText("79 of 102.5, grade C, as published");
    await page.keyboard.press(redoKeys);
    await lawgrade.shows(withBuyers);
  });
}

for (const field of ["<input>", "<textarea></textarea>", "<p contenteditable>words</p>"]) {
  test(`the keys for undo belong to a text field while it is edited, ${field}`, async ({ lawgrade, page }) => {
    await lawgrade.open();
    await lawgrade.switchIn("2.1", buyers).check();
    await page.evaluate((field) => document.body.insertAdjacentHTML("afterbegin", `<div id="host">${field}</div>`), field);
    await page.locator("#host > *").pressSequentially("more");
    await page.keyboard.press("Control+z");
    await lawgrade.shows(withBuyers);
  });
}

test("a change that moves no points is announced, and is not called as published", async ({ lawgrade }) => {
  await lawgrade.open();
  await lawgrade.switchIn("6.6", "Missing children who are found must be reported as found").check();
  await lawgrade.switchIn("6.4", "It is no defense to buying sex").uncheck();
  await lawgrade.shows({ total: "79", grade: "C", change: "no change" });
  await expect(lawgrade.announced).toHaveText("79 of 102.5, grade C, no change");
  await expect(lawgrade.page.locator(".change .basis")).toBeVisible();
});

test("all switched on is the maximum, all switched off is nothing", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await switchAll(page, true);
  await lawgrade.shows({ total: "102.5", grade: "A", change: "up 23.5" });
  await switchAll(page, false);
  await lawgrade.shows({ total: "0", grade: "F", change: "down 79" });
});

async function switchAll(page, on) {
  await page.evaluate((on) => {
    for (const box of document.querySelectorAll("input[type=checkbox]")) if (box.checked !== on) box.click();
  }, on);
}
