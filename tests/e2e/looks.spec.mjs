// What the page looks like, against the pictures in looks/.
import { readFileSync } from "node:fs";
import { expect, loaded, test } from "./visitor.mjs";

const card = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changes = "#pic-2019@2/ct-2019";
const changed = `${changes}/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates`;

// The machine's own fonts would make other pictures on every machine.
const face = (family, file, weight) => {
  const font = readFileSync(new URL(`node_modules/@fontsource/${file}-normal.woff2`, import.meta.url), "base64");
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/woff2;base64,${font}) }`;
};
const fonts = [
  face("Pinned-Serif", "source-serif-4/files/source-serif-4-latin-400", "100 500"),
  face("Pinned-Serif", "source-serif-4/files/source-serif-4-latin-600", "600 900"),
  face("Pinned-Sans", "source-sans-3/files/source-sans-3-latin-400", "100 500"),
  face("Pinned-Sans", "source-sans-3/files/source-sans-3-latin-600", "600 900"),
  ":root { --lawgrade-serif: Pinned-Serif; --lawgrade-sans: Pinned-Sans }",
].join("\n");

// How high the window is, and how much of it the picture shows.
const windows = { 360: [740, 640], 768: [900, 600], 1280: [800, 540], 1920: [1080, 400] };
const toTop = (place) => place.evaluate((element) => element.scrollIntoView({ block: "start" }));

async function reason(lawgrade) {
  await lawgrade.component("2.1").locator("summary").click();
  await toTop(lawgrade.component("2.1"));
}

async function waysUp(lawgrade) {
  await toTop(await lawgrade.openTool("Ways to a better grade"));
  await expect(lawgrade.page.locator(".plan")).toHaveCount(11);
}

async function sideBySide(lawgrade, page) {
  await lawgrade.openTool("Save and compare scenarios");
  for (const name of ["Buyers, age and gangs", "Buyers and gangs"]) {
    await page.getByLabel("A name for this scenario").fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".component.changed input:checked").last().uncheck();
  }
  await toTop(page.getByRole("heading", { name: "Side by side" }));
}

const top = [360, 768, 1280, 1920].flatMap((width) => ["light", "dark"].map((scheme) => ({ name: "published", width, scheme })));

const pictures = [
  ...top,
  { name: "changed", width: 360, scheme: "dark", address: changed, prepare: reason },
  { name: "changed", width: 1280, scheme: "light", address: changed, prepare: reason },
  { name: "ways-up", width: 360, scheme: "light", address: `${card}/sure=A`, prepare: waysUp },
  { name: "ways-up", width: 1280, scheme: "light", address: `${card}/sure=A`, prepare: waysUp },
  { name: "side-by-side", width: 1280, scheme: "dark", address: changed, prepare: sideBySide },
  { name: "forced-colors", width: 1280, scheme: "dark", address: changed, media: { forcedColors: "active" }, prepare: reason },
  { name: "paper", width: 768, scheme: "light", address: changed, media: { media: "print" } },
  { name: "spanish", width: 360, scheme: "light", address: `connecticut.es.html${changed}` },
  { name: "framed", width: 768, scheme: "light", address: `embed.html${changed}` },
];

for (const { name, width, scheme, address = "", media = {}, prepare = () => {} } of pictures) {
  test(`${name}, ${scheme}, ${width} pixels wide`, async ({ lawgrade, page }) => {
    await page.addInitScript((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, fonts);
    await page.emulateMedia({ colorScheme: scheme, ...media });
    const [height, shown] = windows[width];
    await page.setViewportSize({ width, height });
    await page.goto(address);
    await loaded(page);
    await page.evaluate(() => document.fonts.ready);
    await prepare(lawgrade, page);
    await expect(page).toHaveScreenshot(`${name}-${width}-${scheme}.png`, { clip: { x: 0, y: 0, width, height: shown } });
  });
}
