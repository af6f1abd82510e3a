// What every test uses: the page and its parts, named as a visitor would name them.
import { expect, test as base } from "@playwright/test";

export { expect };

class Page {
  constructor(page) {
    this.page = page;
    this.grade = page.locator("#grade");
    this.total = page.locator("#total");
    this.change = page.locator("#change");
    this.announced = page.getByRole("status");
    this.notice = page.locator("#notice");
    this.unread = page.locator(".unread");
    this.reset = page.getByRole("button", { name: "Reset", exact: true });
  }

  async open(path = "") {
    await this.page.goto(path);
    await expect(this.grade).toBeVisible();
  }

  // Opens one of the folds above the provisions and waits for what is in it.
  async openTool(title, loads = true) {
    const tool = this.page.locator(".tool", { hasText: title });
    await tool.locator("summary").first().click();
    if (loads) await expect(tool.getByRole("button").first()).toBeVisible();
    return tool;
  }

  async tabTo(target, key = "Tab") {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error("the target is not reached by the keyboard");
  }

  // The points of a section, in the panel and at the section's own head.
  sectionPoints(id) {
    return [
      this.page.locator(`.bar-row:nth-child(${id}) .bar-points b`),
      this.page.locator(`.section:nth-of-type(${id}) .section-points b`),
    ];
  }

  component(id) {
    return this.page.locator(`[id="component-${id}"]`);
  }

  points(id) {
    return this.component(id).locator(".component-points b");
  }

  switchIn(component, label) {
    return this.component(component).getByRole("checkbox", { name: label });
  }

  async shows({ total, grade, change, sections = {}, components = {} }) {
    await expect(this.total).toHaveText(total);
    await expect(this.grade).toHaveText(grade);
    await expect(this.change).toHaveText(change);
    for (const [id, points] of Object.entries(sections)) {
      for (const place of this.sectionPoints(id)) await expect(place).toHaveText(points);
    }
    for (const [id, points] of Object.entries(components)) await expect(this.points(id)).toHaveText(points);
  }
}

// Before, the elements are those that the build has written; behind it, the tools are there, too.
export const loaded = (page) => expect(page.locator("#calculator[data-tools]")).toHaveCount(1);

export const buyers = "The trafficking law reaches buyers of sex with minors";

export const asPublished = {
  total: "79",
  grade: "C",
  change: "as published",
  sections: { 1: "10", 2: "16.5", 3: "14.5", 4: "5", 5: "20.5", 6: "12.5" },
  components: { "2.1": "0", "5.1": "1.5" },
};

export const withBuyers = {
  total: "82.5",
  grade: "B",
  change: "up 3.5",
  sections: { 1: "10", 2: "19", 3: "14.5", 4: "5", 5: "21.5", 6: "12.5" },
  components: { "2.1": "2.5", "5.1": "2.5" },
};

// Every test fails on an error in the console or on a request to another host, unless it says why not: on any, or on
// those that a pattern finds.
export const test = base.extend({
  expectsErrors: [false, { option: true }],
  // The folder of the release.
  site: async ({ baseURL }, use) => use(new URL("./", baseURL).href),
  // For every test, also for one that does not name it.
  lawgrade: [async ({ page, baseURL, expectsErrors }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => {
      const address = new URL(request.url());
      if (!["data:", "blob:", "file:"].includes(address.protocol) && !["127.0.0.1", "localhost"].includes(address.hostname)) faults.push(request.url());
    });
    await use(new Page(page));
    const isExpected = (fault) => expectsErrors === true || (expectsErrors && expectsErrors.test(fault));
    expect(faults.filter((fault) => !isExpected(fault))).toEqual([]);
  }, { auto: true }],
});
