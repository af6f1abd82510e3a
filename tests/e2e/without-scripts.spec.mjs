// Without scripts no page asks for what nothing would answer, and nothing is seen that cannot be used.
import { expect, test } from "@playwright/test";

const asks = [
  ["index.html?lang=en", "change an answer and see at once"],
  ["es.html?lang=es", "cambie una respuesta y vea al instante"],
  ["connecticut.html?lang=en", "Switch any provision on or off"],
  ["connecticut.es.html?lang=es", "Active o desactive cualquier disposición"],
  ["frameworks/wbl-2020.html?lang=en", "Choose a name"],
  ["frameworks/sunlight-2015.es.html?lang=es", "Elija un nombre"],
  ["frameworks/wbl-2020/ke.html", "Change an answer: open the calculator for Kenya"],
  ["connecticut-law.html", "See HB 5571 in the calculator"],
  ["builder.html", "Choose what it shows and how it looks"],
];
const others = ["embed.html", "embed.es.html", "frameworks/embed-chicago-2019.html", "brought.html", "make.html", "workshop.html", "lawgrade.html", "published.html"];
const controls = ":is(button, select, textarea, input:not([type=checkbox], [type=radio])):enabled";

for (const [address, sentence] of asks) {
  test(`with scripts, the page asks: ${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText(sentence).first()).toBeVisible();
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  for (const [address, sentence] of [...asks, ...others.map((address) => [address])]) {
    test(`nothing is asked for that does nothing: ${address}`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator("h1, #grade, .ranking, .total").filter({ visible: true })).not.toHaveCount(0);
      if (sentence) {
        await expect(page.getByText(sentence)).not.toHaveCount(0);
        await expect(page.getByText(sentence).filter({ visible: true })).toHaveCount(0);
      }
      await expect(page.locator(controls).filter({ visible: true })).toHaveCount(0);
    });
  }
});
