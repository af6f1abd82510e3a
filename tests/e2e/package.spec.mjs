// The rules for other programs: the packed npm package in Node, the built module in a browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { address, scenarios } from "../../bench/scenarios.mjs";
import { npm, printedBy } from "./installed.mjs";
import { expect, test } from "./visitor.mjs";

const data = (name) => JSON.parse(readFileSync(join(npm, "data", name)));
const framework = data("frameworks/pic-2019.json");
const card = data("cards/ct-2019.json");
const expected = JSON.parse(readFileSync(new URL("../../data/expected/ct-2019.json", import.meta.url)));

test("the packed package, installed in an empty folder, runs its README's example in Node", () => {
  let example;
  const said = printedBy((readme) => {
    [, example] = /```js\n([^]*?)```/.exec(readme);
    return example;
  }).trim().split("\n");
  const promised = [...example.matchAll(/\/\/ (.*)/g)].map(([, line]) => line);
  expect(promised[0]).toBe("79 C");
  expect(said).toEqual(promised);
});

test("in Node, every expected scenario gives its result, and mistakes are errors that name their place", async () => {
  const { load } = await import(join(npm, "lawgrade.js"));
  const lawgrade = await load();
  expect(expected.scenarios.length).toBeGreaterThan(3);
  const joined = lawgrade.card(framework, card);
  for (const { name, changes, total, grade, sections } of expected.scenarios) {
    const result = lawgrade.evaluate(framework, card, changes);
    expect([result.total, result.grade, result.sections.map(({ points }) => points)], name).toEqual([total, grade, sections]);
    expect(joined.evaluate(changes)).toEqual(result);
    expect(joined.total(changes)).toBe(total);
    expect(lawgrade.parseAddress(framework, card, lawgrade.formatAddress(framework, card, changes)).changes).toEqual(result.changes);
  }
  const plan = (options) => joined.plan({}, options);
  expect(plan({ target: "B" })).toMatchObject({ status: "reachable", fewest: 1, count: 15 });
  expect(plan({ target: 90, certain: true, limit: 1 })).toMatchObject({ fewest: 5, count: 11, plans: [{ range: { grades: ["A"] } }] });
  expect(plan({ target: 79 })).toMatchObject({ status: "already", fewest: 0 });
  expect(plan({ target: 103 })).toEqual({ status: "impossible", fewest: null, count: 0, plans: [], best: { total: 102.5, grade: "A" } });
  const four = plan({ target: "A" }).plans[0].on;
  expect(plan({ target: "A", bundles: [four] })).toMatchObject({ fewest: 1, count: 1 });
  expect(plan({ target: "A", locked: four }).plans.flatMap(({ on }) => on)).not.toContain(four[0]);

  const twice = "trafficking-law-reaches-buyers";
  const wrong = [
    [() => joined.evaluate({ on: ["no-such-law"] }), /changes: “no-such-law” is not a provision of this framework/],
    [() => joined.evaluate({ on: 3 }), /^changes: /],
    [() => joined.evaluate({ off: null }), /^changes: /],
    [() => joined.evaluate(null), /^changes: /],
    [() => joined.total({ on: [twice, twice] }), /^changes: “trafficking-law-reaches-buyers” is named twice$/],
    [() => joined.total({ on: [twice], off: [twice] }), /^changes: “.*” is switched both on and off$/],
    [() => joined.formatAddress({ off: [twice] }), /^changes: “.*” is not in law, so it cannot be switched off$/],
    [() => joined.evaluate("x"), /^changes: /],
    [() => plan({ target: "E" }), /options\/target: “E” is no grade/],
    [() => plan({ target: 80.1 }), /^options: /],
    [() => plan({}), /options: missing field `target`/],
    [() => plan({ target: 80, locked: ["x"] }), /options\/locked\/0: “x” is not a provision/],
    [() => lawgrade.evaluate({}, card), /the framework cannot be read: .*missing field `id`/],
    [() => lawgrade.evaluate(framework, { ...card, published: { ...card.published, total: 80 } }), /card \/published\/total: expected 79/],
    [() => lawgrade.evaluate(undefined, null), /the framework cannot be read/],
  ];
  for (const [call, message] of wrong) {
    expect(call).toThrow(message);
    expect(call).toThrow(Error);
  }
  expect(lawgrade.check(framework, card)).toEqual([]);
  expect(lawgrade.check(framework, { ...card, published: { ...card.published, total: 80 } })).toEqual([
    { path: "card/published/total", message: "expected 79, the sum of the published sections, found 80" },
    { path: "card/published/grade", message: "expected grade B, the band of 80, found C" },
  ]);
  expect(lawgrade.check([], card)[0].path).toBe("framework");
  const read = lawgrade.parseAddress(framework, card, "#pic-2019@2/ct-2019/on=no-age-mistake-defense,nonsense).");
  expect(read).toEqual({ changes: { on: ["no-age-mistake-defense"], off: [] }, problems: ["“nonsense” is not a provision of this framework"] });
});

test("the module gives the very tree that the page hands out as a file, for scenarios by chance", async ({ lawgrade, page }) => {
  const { load } = await import(join(npm, "lawgrade.js"));
  const joined = (await load()).card(framework, card);
  await lawgrade.open();
  await lawgrade.openTool("Share, print and download");
  for (const changes of [{ on: [], off: [] }, ...scenarios({ card }, 15)]) {
    await page.evaluate((hash) => (location.hash = hash), address({ framework, card }, changes));
    await expect(lawgrade.total).toHaveText(String(joined.total(changes)));
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Data (JSON)" }).click();
    const tree = JSON.parse(readFileSync(await (await download).path()));
    expect(tree.changes).toEqual(changes);
    expect(joined.evaluate(changes)).toEqual(tree);
  }
  const [{ citations }] = joined.evaluate().sections[0].components[0].provisions;
  expect(() => citations.push({ text: "no statute" })).toThrow(TypeError);
});

test("in a browser, the module gives what the page shows", async ({ lawgrade, page }) => {
  await lawgrade.open("#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  const result = await page.evaluate(async ([framework, card]) => {
    const { load } = await import(new URL("lawgrade.js", document.baseURI));
    return (await load()).evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
  }, [framework, card]);
  await lawgrade.shows({
    total: String(result.total),
    grade: result.grade,
    change: "up 3.5",
    sections: Object.fromEntries(result.sections.map(({ id, points }) => [id, String(points)])),
    components: Object.fromEntries(result.sections.flatMap(({ components }) => components).map(({ id, points }) => [id, String(points)])),
  });
});
