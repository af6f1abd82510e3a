// The calculator in pages of another origin, by the element and by a plain frame; hosts that misbehave.
import { buyers, expect, loaded, test } from "./visitor.mjs";

// The tests' server answers under both names, and to a browser they are two origins.
const other = (address, site) => new URL(address, site.replace("127.0.0.1", "localhost"));
const inside = (page, number = 0) => page.frameLocator("iframe").nth(number);
const calculator = "law-grade";

async function host(page, site, content) {
  // A page of another origin, with nothing on it but what a test writes.
  await page.goto(other("examples/iframe.html", site).href);
  await page.setContent(content.replaceAll("EMBED", `${site}embed.js`).replaceAll("FRAME", `${site}embed.html`));
}

const element = '<script defer src="EMBED"></script>';

test("a page of another origin embeds it, sets a scenario and hears the grade change", async ({ page, site }) => {
  await host(page, site, `${element}<law-grade address="pic-2019/ct-2019"></law-grade>`);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("lawgrade-change", ({ detail }) => window.heard.push(detail));
  });
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await page.evaluate(() => (document.querySelector("law-grade").address = "#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers"));
  await expect(inside(page).locator("#grade")).toHaveText("B");
  const heard = (last) => page.evaluate((last) => window.heard.at(last ?? -1), last);
  await expect.poll(() => heard()).toEqual({ address: "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers", total: 82.5, max: 102.5, grade: "B" });
  await inside(page).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).uncheck();
  await expect.poll(() => heard().then(({ total }) => total)).toBe(79);
  expect(await page.evaluate(() => document.querySelector("law-grade").address)).toBe("pic-2019/ct-2019");
  // What a visitor of the frame takes away leads to the page itself.
  await inside(page).getByText("Share, print and download").click();
  await expect(inside(page).locator(".take-away .document").first()).toContainText(`Open this scenario: ${site}connecticut.html#pic-2019/ct-2019`);
});

test("the frame is as high as its content, and stays so", async ({ page, site }) => {
  await host(page, site, `${element}<law-grade parts="panel" height="300"></law-grade>`);
  const height = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
  const content = () => inside(page).locator("body").evaluate((body) => body.getBoundingClientRect().height);
  await expect(inside(page).locator("#grade")).toBeVisible();
  await expect.poll(async () => (await height()) - Math.ceil(await content())).toBe(0);
  const before = await height();
  await page.waitForTimeout(500);
  expect(await height()).toBe(before);
  expect(await inside(page).locator("html").evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
});

test("the theme and the parts are as asked", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await host(page, site, `${element}<law-grade theme="light" parts="panel"></law-grade><div data-lawgrade="pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers" data-theme="dark" data-parts="panel tools"></div>`);
  const paper = (number) => inside(page, number).locator(".panel").evaluate((panel) => getComputedStyle(panel).backgroundColor);
  await expect(inside(page, 1).locator("#grade")).toHaveText("B");
  await expect(inside(page, 0).locator(".section").first()).toBeHidden();
  await expect(inside(page, 0).locator(".tool").first()).toBeHidden();
  await expect(inside(page, 1).locator(".tool").first()).toBeVisible();
  expect([await paper(0), await paper(1)]).toEqual(["rgb(255, 255, 255)", "rgb(21, 23, 27)"]);
});

test("what a host sets before the calculator runs is shown once it does", async ({ page, site }) => {
  let run;
  const held = new Promise((done) => (run = done));
  await page.route(/\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await host(page, site, '<iframe src="FRAME" width="600" height="600"></iframe>');
  await expect(inside(page).locator("#total")).toHaveText("79");
  await page.evaluate(() => {
    for (const law of ["sex-tourism-crime", "trafficking-law-reaches-buyers"]) frames[0].postMessage({ lawgrade: 1, type: "set", address: `pic-2019@2/ct-2019/on=${law}` }, "*");
  });
  run();
  await expect(inside(page).locator("#total")).toHaveText("82.5");
});

test("malformed, foreign and flooding messages change nothing and break nothing", async ({ page, site }) => {
  await host(page, site, `${element}<law-grade></law-grade>`);
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await page.evaluate(() => {
    const frame = document.querySelector("law-grade").shadowRoot.querySelector("iframe").contentWindow;
    const set = (address) => ({ lawgrade: 1, type: "set", address });
    const odd = [null, 1, "set", {}, [], { lawgrade: 2, type: "set", address: "x" }, { lawgrade: 1, type: "boom" }, set(3), set(null), set("x".repeat(1e6)), { lawgrade: 1, type: "resize", height: 1e9 }];
    for (const message of odd) frame.postMessage(message, "*");
    for (let times = 0; times < 5000; times += 1) frame.postMessage(set(`pic-2019@2/ct-2019/on=${times % 2 ? "sex-tourism-crime" : "no-such-law"}`), "*");
    frame.postMessage(set("pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers"), "*");
    // Not from the frame: a host's own messages do not move it.
    postMessage({ lawgrade: 1, type: "resize", height: 5 }, "*");
    postMessage({ lawgrade: 1, type: "change", address: "nonsense", grade: "Z" }, "*");
  });
  await expect(inside(page).locator("#total")).toHaveText("82.5");
  expect(await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBeGreaterThan(100);
});

test("a host that the frame was not told of hears nothing that a visitor did", async ({ page, site }) => {
  await host(page, site, '<iframe src="FRAME?host=https://example.org" width="600" height="600"></iframe>');
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data.type));
  });
  await inside(page).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: 1, type: "set", address: "pic-2019/ct-2019" }, "*"));
  await page.waitForTimeout(300);
  await expect(inside(page).locator("#grade")).toHaveText("B");
  expect(await page.evaluate(() => window.heard)).not.toContain("change");
});

test("the element is moved, removed and put back, and the script is there twice", async ({ page, site }) => {
  await host(page, site, `${element}${element.replace("EMBED", "EMBED?again")}<section></section><law-grade></law-grade>`);
  // A frame that goes while it is still loading says so in the console, which is none of our faults.
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await loaded(inside(page));
  await page.evaluate(() => document.querySelector("section").append(document.querySelector("law-grade")));
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await expect(page.locator("iframe")).toHaveCount(1);
  await loaded(inside(page));
  await page.evaluate(() => (window.element = document.querySelector("law-grade"), window.element.remove()));
  await expect(page.locator("iframe")).toHaveCount(0);
  await page.evaluate(() => {
    window.element.address = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
    document.body.append(window.element);
  });
  await expect(inside(page).locator("#grade")).toHaveText("B");
});

test("fifty on a page are fetched as they come into view", async ({ page, site }) => {
  let programs = 0;
  page.on("request", (request) => (programs += /lawgrade-.*wasm/.test(request.url())));
  await host(page, site, `${element}${'<law-grade parts="panel" height="700"></law-grade>'.repeat(50)}`);
  await expect(inside(page).locator("#grade")).toHaveText("C");
  expect(programs).toBeLessThan(15);
  await page.locator(calculator).last().scrollIntoViewIfNeeded();
  await expect(inside(page, 49).locator("#grade")).toHaveText("C");
});

test("its host's colours and letters reach into the frame", async ({ page, site }) => {
  const style = "--lawgrade-accent: rgb(122, 31, 31); --lawgrade-serif: monospace; --lawgrade-paper: nonsense";
  await host(page, site, `${element}<law-grade parts="panel" style="${style}"></law-grade>`);
  const letter = await inside(page).locator(".letter").evaluate((letter) => [getComputedStyle(letter).color, getComputedStyle(letter).fontFamily]);
  expect(letter).toEqual(["rgb(122, 31, 31)", "monospace"]);
});

test.describe("in a sandboxed frame", () => {
  // The start script itself is refused on a host that does not allow strangers.
  test.use({ expectsErrors: true });
  for (const [kind, folder] of [["allows strangers", "strict"], ["is plain", "sub-path"]]) {
    test(`it works on a host that ${kind}, and says that nothing is kept`, async ({ page, site }) => {
      await page.goto("examples/sandbox.html");
      await expect(inside(page).locator("#grade")).toHaveText("C");
      await page.setContent(`<iframe sandbox="allow-scripts" src="${site.replace("sub-path", folder)}embed.html#pic-2019/ct-2019" width="1000" height="800"></iframe>`);
      await expect(inside(page).locator("#grade")).toHaveText("C");
      await inside(page).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
      await expect(inside(page).locator("#grade")).toHaveText("B");
      await inside(page).getByText("Save and compare scenarios").click();
      await inside(page).getByRole("button", { name: "Save", exact: true }).click();
      await expect(inside(page).locator(".trouble").first()).toContainText("This browser does not keep scenarios for this page");
      await expect(inside(page).getByLabel("Name of the scenario", { exact: true })).toHaveCount(1);
    });
  }
});

test("the example pages work", async ({ page, site }) => {
  await page.goto(other("examples/element.html", site).href);
  await page.getByRole("button", { name: "Show the law with buyers" }).click();
  await expect(page.locator("#grade")).toHaveText("B, 82.5 of 102.5");
  await page.goto(other("examples/iframe.html", site).href);
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await page.goto(other("examples/hostile.html", site).href);
  await expect(page.locator("#sent")).toHaveText("20000", { timeout: 30000 });
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await page.goto(other("examples/five.html", site).href);
  await expect(page.locator("iframe")).toHaveCount(5);
  await expect(inside(page, 1).locator("#grade")).toHaveText("B");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("the example pages work under the policy of the build's own headers", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push([violatedDirective, blockedURI]));
  });
  const open = (name) => page.goto(`${site.replace("sub-path", "strict")}examples/${name}.html`);
  const nothingIsRefused = async () => expect(await page.evaluate(() => window.refused)).toEqual([]);
  await open("element");
  await page.getByRole("button", { name: "Show the law with buyers" }).click();
  await expect(page.locator("#grade")).toHaveText("B, 82.5 of 102.5");
  await nothingIsRefused();
  await open("frameless");
  await expect(page.locator("#grade-heard")).toHaveText("C, 79 of 102.5");
  await page.getByRole("button", { name: "Take the second out" }).click();
  await expect(page.locator("#second")).toHaveCount(0);
  await nothingIsRefused();
  await open("hostile");
  await expect(page.locator("#sent")).toHaveText("20000", { timeout: 30000 });
  await nothingIsRefused();
  await open("five");
  expect(await page.locator("main").evaluate((main) => main.getBoundingClientRect().width)).toBeLessThanOrEqual(353);
  await expect(inside(page, 1).locator("#grade")).toHaveText("B");
  await nothingIsRefused();
  for (const name of ["iframe", "sandbox"]) {
    await open(name);
    await expect(inside(page).locator("#grade")).toHaveText("C");
    expect(await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBe(770);
    await nothingIsRefused();
  }
});
