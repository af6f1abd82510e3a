// The pages of other frameworks: levels, points below zero, what does not apply, several results, ranks, plans.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const pageOf = { wbl: "frameworks/wbl-2020.html", sunlight: "frameworks/sunlight-2015.html", chicago: "frameworks/chicago-2019.html" };
const board = "chicago-2019/chicago-advisory-council-on-equity";
const hash = (page) => new URL(page.url()).hash;

// A framework's page, on one of its cards.
async function open(page, path, result) {
  await page.goto(path);
  await expect(page.locator("#total")).toHaveText(result);
}

test("an address of another framework leads to its page, from the calculator’s and back", async ({ page }) => {
  await open(page, "#wbl-2020/us", "91.3");
  expect(page.url()).toContain("/frameworks/wbl-2020.html#wbl-2020/us");
  await page.evaluate(() => (location.hash = "#sunlight-2015/ct"));
  await expect(page.locator("#grade")).toHaveText("B");
  expect(page.url()).toContain("/frameworks/sunlight-2015.html#sunlight-2015/ct");
  await page.evaluate(() => (location.hash = "#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers"));
  await expect(page.locator("#total")).toHaveText("82.5");
  expect(page.url()).not.toContain("frameworks");
});

test("an index without letters: results, rank, undo, the address", async ({ page }) => {
  await open(page, `${pageOf.wbl}#wbl-2020/ke`, "80.6");
  await expect(page.locator("#grade")).toHaveCount(0);
  await expect(page.locator("#standing")).toContainText("Published: 80.6. Rank 82 of 190, if all others stay as they are. 2 others share it.");
  const pay = page.locator(".tallies tr", { hasText: "Pay" });
  await expect(pay.locator("td").first()).toHaveText(await pay.locator("td").last().textContent());
  await page.getByRole("checkbox", { name: "Work of equal value must be paid equally" }).click();
  await expect.poll(() => hash(page)).toMatch(/^#wbl-2020\/ke\/o(n|ff)=equal-pay$/);
  const changed = await page.locator("#total").textContent();
  expect(changed).not.toBe("80.6");
  await expect(pay.locator("td").first()).not.toHaveText(await pay.locator("td").last().textContent());
  await page.reload();
  await expect(page.locator("#total")).toHaveText(changed);
  await page.keyboard.press("Control+z");
  await expect(page.locator("#total")).toHaveText("80.6");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.locator("#total")).toHaveText(changed);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.locator("#total")).toHaveText("80.6");
});

test("levels are radio buttons, worth points below zero; one takes the weaker ones along", async ({ page }) => {
  await open(page, `${pageOf.sunlight}#sunlight-2015/wy`, "-2");
  await expect(page.locator("#grade")).toHaveText("D");
  const group = page.getByRole("radiogroup", { name: "What lobbyists act on" });
  await expect(group.getByRole("radio", { name: "None of these (-1 point)" })).toBeChecked();
  await group.getByRole("radio", { name: /and which side the lobbyist took \(2 points\)/ }).check();
  await expect(page.locator("#total")).toHaveText("1");
  await expect(page.locator("#grade")).toHaveText("C");
  await expect.poll(() => hash(page)).toBe("#sunlight-2015/wy/on=activity-with-position");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#total")).toHaveText("0");
  // The lowest figure stands at the ruler's beginning, and a bar below zero goes to its left.
  await expect(page.locator(".ruler .band-from").last()).toHaveText("-6");
  const bar = page.locator(".bar-row", { hasText: "Threshold" });
  const [fill, zero] = [await bar.locator(".bar-fill").boundingBox(), await bar.locator(".bar-zero").boundingBox()];
  expect(fill.width).toBeGreaterThan(10);
  expect(fill.x + fill.width).toBeLessThanOrEqual(zero.x + 2);
});

test("what does not apply is said and cannot be switched; what another answer lets apply can", async ({ page }) => {
  await open(page, `${pageOf.chicago}#${board}`, "20");
  const minutes = page.getByRole("checkbox", { name: "Its minutes hold what the law asks for" });
  await expect(minutes).toBeDisabled();
  await expect(page.locator(".provision", { has: minutes })).toContainText("Does not apply here. There are no minutes to look at.");
  const comment = page.getByRole("checkbox", { name: "People can comment without registering in advance" });
  await expect(comment).toBeDisabled();
  await expect(page.locator(".provision", { has: comment })).toContainText("Not graded on the published card.");
  await expect(page.locator("#part-public-comment .section-points")).toContainText("does not apply");
  await page.getByRole("checkbox", { name: "The body has a public policy on comment at its meetings" }).check();
  // 1 of 8 where it was 1 of 5.
  await expect(page.locator("#total")).toHaveText("13");
  await expect(page.locator("#part-public-comment .section-points")).toContainText("0 of 3");
  await comment.check();
  await expect(page.locator("#total")).toHaveText("25");
});

test("what is to be reached and what plans leave out is in the address, and can be undone", async ({ page }) => {
  await page.goto(`${pageOf.chicago}?lang=en#${board}`);
  const [ways, address] = [page.locator(".ways-up"), () => decodeURIComponent(hash(page))];
  await page.getByText("Ways to a better result").click();
  await ways.locator("#aim").selectOption({ index: 1 });
  await expect.poll(address).toBe(`#${board}/to=A`);
  const first = ways.locator(".plan").first().getByRole("listitem").first();
  const label = (await first.textContent()).replace(/Leave out.*/, "");
  await first.getByRole("button").click();
  await expect(ways.locator(".outcome")).toBeFocused();
  await expect.poll(address).toMatch(/\/to=A\/without=[\w-]+$/);
  await expect(ways.getByRole("heading", { name: "Left out of plans" })).toBeVisible();
  await expect(ways.locator(".plan").filter({ hasText: label })).toHaveCount(0);
  const kept = address();

  await page.goto("about:blank");
  await page.goto(`${pageOf.chicago}?lang=en${kept}`);
  await expect(ways.locator("#aim")).toHaveValue("band 0");
  await expect(ways.getByRole("button", { name: /^Allow / })).toBeVisible();
  await ways.getByRole("button", { name: /^Allow / }).click();
  await expect.poll(address).toBe(`#${board}/to=A`);
  await ways.locator("#aim").selectOption("rank");
  await ways.locator("#aim-number").fill("1");
  await ways.locator("#aim-number").press("Enter");
  await expect.poll(address).toMatch(/\/to=rank:1$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(ways.locator("#aim")).toHaveValue("band 0");
});

test("going through the list of cards by the keyboard is one entry of the browser's history", async ({ page }) => {
  await page.goto(`${pageOf.sunlight}?lang=en#sunlight-2015/ct`);
  const before = await page.evaluate(() => history.length);
  const select = page.locator("#subject");
  await select.focus();
  for (let presses = 0; presses < 3; presses += 1) await select.press("ArrowDown");
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe("#sunlight-2015/ct");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(select.locator("option:checked")).toHaveText("Connecticut");
});

test("ways up: a letter, a figure and a rank, applied in one step", async ({ page }) => {
  await open(page, `${pageOf.sunlight}#sunlight-2015/wy`, "-2");
  await page.getByText("Ways to a better result").click();
  await page.getByLabel("What should be reached?").selectOption({ label: "Grade A, from 4" });
  const ways = page.locator(".ways-up");
  await expect(ways).toContainText("3 changes are enough, and no fewer. There are 3 such plans.");
  // What a level takes along is no change of its own.
  await expect(ways.locator(".plan").first().getByRole("listitem")).toHaveCount(3);
  await ways.getByRole("button", { name: "Apply Plan 1" }).click();
  await expect(page.locator("#grade")).toHaveText("A");
  await expect(ways).toContainText("That is reached as things are.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#grade")).toHaveText("D");
  await page.getByLabel("What should be reached?").selectOption({ label: "A rank" });
  await page.getByLabel("Rank to reach").fill("none");
  await page.getByLabel("Rank to reach").press("Tab");
  await expect(ways).toContainText("A number is wanted here");
  await page.getByLabel("Rank to reach").fill("1");
  await page.getByLabel("Rank to reach").press("Tab");
  await expect(ways).toContainText("such plan");
  await page.getByLabel("What should be reached?").selectOption({ label: "A figure" });
  await page.getByLabel("Figure to reach").fill("7");
  await page.getByLabel("Figure to reach").press("Tab");
  await expect(ways).toContainText("Out of reach: the most that can be reached is 6.");
});

test("what comes along with a switch is told, on and off", async ({ page }) => {
  await open(page, `${pageOf.chicago}#${board}`, "20");
  await page.getByRole("checkbox", { name: "Its agendas are online" }).check();
  await expect(page.locator(".note")).toHaveText("Also on: Its schedule of meetings is online.");
  await expect(page.locator("p.visually-hidden[role=status]")).toContainText("Also on: Its schedule of meetings is online.");
  await page.getByRole("checkbox", { name: "Its schedule of meetings is online" }).first().uncheck();
  await expect(page.locator(".note")).toHaveText("Also off: Its agendas are online.");
  await page.getByRole("checkbox", { name: "The body has a website" }).uncheck();
  await expect(page.locator(".note")).toHaveText("");
});

test("links to parts and to the questions keep card and scenario", async ({ page }) => {
  await open(page, `${pageOf.wbl}#wbl-2020/us/on=equal-pay`, "94.4");
  await page.getByRole("link", { name: "Pension" }).click();
  await expect.poll(() => hash(page)).toBe("#wbl-2020/us/on=equal-pay");
  await page.reload();
  await expect(page.locator("#total")).toHaveText("94.4");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => hash(page)).toBe("#wbl-2020/us/on=equal-pay");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("link", { name: "Español" })).toHaveAttribute("href", /#wbl-2020\/us$/);
});

test("without an address all cards are shown and no program is loaded; choosing one loads it", async ({ page }) => {
  const programs = [];
  page.on("request", (request) => request.url().includes(".wasm") && programs.push(request.url()));
  for (const [path, name] of [["frameworks/wbl-2020.html?lang=en", "Kenya"], ["frameworks/wbl-2020.es.html?lang=es", "Kenia"]]) {
    await page.goto(path);
    await expect(page.locator(".ranking tbody tr")).toHaveCount(190);
    await page.waitForLoadState("networkidle");
    expect(programs).toEqual([]);
    await page.locator(".ranking").getByRole("link", { name, exact: true }).click();
    await expect(page.locator("#total")).toHaveText("80.6");
    await expect(page.locator("#subject")).toBeFocused();
    await expect(page.locator("#subject option:checked")).toHaveText(name);
    expect(hash(page)).toBe("#wbl-2020/ke");
    programs.length = 0;
  }
});

test("back to where no card was named shows all cards again, and forward the card", async ({ page }) => {
  await page.goto(`${pageOf.sunlight}?lang=en`);
  await page.locator(".ranking").getByRole("link", { name: "Wyoming" }).click();
  await expect(page.locator("#grade")).toHaveText("D");
  await page.goBack();
  await expect(page.locator("#calculator")).toBeHidden();
  await expect(page.locator(".ranking [aria-current]")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Español" })).toHaveAttribute("href", /sunlight-2015\.es\.html$/);
  await expect(page.locator(".skip")).toHaveAttribute("href", "#overview");
  await page.goForward();
  await expect(page.locator("#subject option:checked")).toHaveText("Wyoming");
  await expect(page.locator(".ranking [aria-current]")).toHaveText("Wyoming");
});

test("a plan that is applied keeps the focus beside what is told", async ({ page }) => {
  await open(page, `${pageOf.sunlight}#sunlight-2015/wy`, "-2");
  await page.getByText("Ways to a better result").click();
  await page.getByLabel("What should be reached?").selectOption({ label: "Grade C, from 0" });
  await page.getByRole("button", { name: "Apply Plan 1" }).press("Enter");
  await expect(page.locator(".ways-up .outcome")).toBeFocused();
});

for (const address of ["#wbl-2020@1/us", "#WBL-2020%2Fus", "#!/wbl-2020/us?utm_source=x", "#wbl-2020/us&fbclid=y"]) {
  test(`${address} leads to its card`, async ({ page }) => {
    await open(page, address, "91.3");
    await expect(page.locator(".unread li")).toHaveCount(0);
  });
}

// A card of each.
const cards = { wbl: "#wbl-2020/us", sunlight: "#sunlight-2015/ct", chicago: `#${board}` };

for (const [name, path] of Object.entries(pageOf)) {
  test(`${path} works under the strict policy`, async ({ page }) => {
    await page.goto(`../strict/${path}${cards[name]}`);
    await expect(page.locator("#total")).not.toBeEmpty();
    await expect(page.locator(".ruler .band").first()).toBeVisible();
    expect((await page.locator(".ruler .band").last().boundingBox()).width).toBeGreaterThan(30);
  });
}

test("the calculator’s page links to all of them, and they lead back in its language", async ({ page }) => {
  await page.goto("connecticut.es.html?lang=es");
  await page.getByRole("link", { name: /Mujer, Empresa/ }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator(".ranking").getByRole("link", { name: "Kenia" })).toBeVisible();
  await page.getByRole("link", { name: "Lawgrade" }).click();
  await page.getByRole("link", { name: /^Protected Innocence/ }).click();
  await expect(page.locator("#grade")).toHaveText("C");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("another subject is a new entry of the history; the other language keeps the scenario", async ({ page }) => {
  await open(page, `${pageOf.sunlight}#sunlight-2015/wy/on=pay-disclosed`, "-1");
  await page.getByRole("combobox", { name: "Whose card" }).selectOption({ label: "Connecticut" });
  await expect(page.locator("#total")).toHaveText("3");
  await expect.poll(() => hash(page)).toBe("#sunlight-2015/ct");
  await page.goBack();
  await expect(page.locator("#total")).toHaveText("-1");
  await expect(page.getByRole("combobox", { name: "Whose card" }).locator("option:checked")).toHaveText("Wyoming");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator("#total")).toHaveText("-1");
  await expect(page.locator("#standing")).toContainText("Publicado: -2 (D).");
});

test("countries, states and regions have their Spanish names on the Spanish pages, and lists their order", async ({ page }) => {
  const chosen = page.locator("#subject option:checked");
  const groups = () => page.locator("#subject optgroup").evaluateAll((all) => all.map(({ label, lang }) => `${lang} ${label}`));
  await open(page, "frameworks/wbl-2020.es.html#wbl-2020/us", "91.3");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(chosen).toHaveText("Estados Unidos");
  expect(await groups()).toEqual([
    "es África subsahariana", "es América Latina y el Caribe", "es Asia meridional", "es Asia oriental y el Pacífico",
    "es Europa y Asia central", "es Ingreso alto: OCDE", "es Oriente Medio y Norte de África",
  ]);
  const rich = page.locator("#subject optgroup[label='Ingreso alto: OCDE'] option");
  await expect(rich.first()).toHaveText("Alemania");
  await expect(rich.first()).toHaveAttribute("lang", "es");
  await page.locator("#subject").selectOption({ label: "Alemania" });
  await expect.poll(() => hash(page)).toBe("#wbl-2020/de");
  await open(page, `${pageOf.wbl}#wbl-2020/us`, "91.3");
  await expect(chosen).toHaveText("United States");
  await expect(chosen).toHaveAttribute("lang", "en");
  expect(await groups()).toEqual([
    "en East Asia & Pacific", "en Europe & Central Asia", "en High income: OECD", "en Latin America & Caribbean",
    "en Middle East & North Africa", "en South Asia", "en Sub-Saharan Africa",
  ]);
  // Alabama’s id is Albania’s code.
  await open(page, "frameworks/sunlight-2015.es.html#sunlight-2015/al", "-1");
  await expect(chosen).toHaveText("Alabama");
  await expect(page.locator("#subject option", { hasText: "Nueva York" })).toHaveCount(1);
  await open(page, "frameworks/chicago-2019.es.html#" + board, "20");
  await expect(chosen).toHaveAttribute("lang", "en");
  await expect(page.locator("#subject optgroup[label='Condado de Cook']")).toHaveAttribute("lang", "es");
});

test("where the browser knows no names of countries, those of the publisher stay", async ({ page }) => {
  await page.addInitScript(() => delete Intl.DisplayNames);
  await open(page, "frameworks/wbl-2020.es.html#wbl-2020/us", "91.3");
  await expect(page.locator("#subject option:checked")).toHaveText("United States");
  await expect(page.locator("#subject option:checked")).toHaveAttribute("lang", "en");
});

test("what of an address cannot be read is told, and the rest is shown", async ({ page }) => {
  await open(page, `${pageOf.wbl}#wbl-2020/us/on=maternity-leave-14-weeks,no-such-law/wild=1?utm_source=x`, "93.8");
  const unread = page.locator(".unread li");
  await expect(unread).toHaveCount(2);
  await expect(unread.first()).toContainText("no-such-law");
  await page.goto(`${pageOf.wbl}#wbl-2020/atlantis`);
  await expect(page.locator(".unread li")).toHaveText("“atlantis” has no card here");
});

test.describe("a program that does not come", () => {
  test.use({ expectsErrors: true });
  test("is told, with what to do", async ({ page }) => {
    await page.route(/framework-.*wasm$/, (route) => route.abort());
    await page.goto(`${pageOf.wbl}${cards.wbl}`);
    await expect(page.locator("#notice")).toContainText("The calculator could not start");
    await expect(page.locator("#notice").getByRole("button")).toBeVisible();
    await page.locator(".ranking").getByRole("link", { name: "Kenya" }).click();
    await expect(page.locator("#notice").getByRole("button")).toBeFocused();
  });
});

for (const [name, path] of Object.entries(pageOf)) {
  for (const width of [320, 1280]) {
    test(`${name}: nothing is wider than ${width} px, and axe finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${path}${cards[name]}`);
      await expect(page.locator("#total")).not.toBeEmpty();
      for (const tool of await page.locator(".tool > summary").all()) await tool.click();
      await expect(page.locator("#tool-take-away .document").first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axe(page)).toEqual([]);
    });
  }
}
