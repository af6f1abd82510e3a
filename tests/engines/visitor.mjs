// What a visitor sees and does on the page, in words of WebDriver.
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.mjs";
import { key } from "./webdriver.mjs";

export const buyers = "trafficking-law-reaches-buyers";
export const baseline = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
export const buyersAddress = `${changed}/on=${buyers}`;

// What the page shows in its panel, in a component and its section, and in the line that is announced.
export const asPublished = { grade: "C", total: "79", change: "as published", component: "0", sections: ["16.5", "16.5"], on: false };
export const withBuyers = { grade: "B", total: "82.5", change: "up 3.5", component: "2.5", sections: ["19", "19"], on: true };
export const announcedPublished = "79 of 102.5, grade C, as published";
export const announcedBuyers = "82.5 of 102.5, grade B, up 3.5";

function figures(buyers) {
  const text = (selector) => document.querySelector(selector)?.textContent;
  return {
    grade: text("#grade"),
    total: text("#total"),
    change: text("#change"),
    component: text('[id="component-2.1"] .component-points b'),
    sections: [".bar-row:nth-child(2) .bar-points b", ".section:nth-of-type(2) .section-points b"].map(text),
    on: document.getElementById(`2.1-${buyers}`)?.checked,
  };
}

// Fills the memory until the browser has cleared away what no script holds any more.
function clearsMemory() {
  return new Promise((done) => {
    let cleared = false;
    const registry = new FinalizationRegistry(() => (cleared = true));
    registry.register({});
    const fill = () => {
      if (cleared) return done(null);
      Array.from({ length: 1e5 }, (_, number) => ({ number }));
      setTimeout(() => fill(registry));
    };
    fill();
  });
}

// Looks by a timer: a tab that is not in front draws no frames.
function standsStill(target) {
  target.scrollIntoView({ block: "center", behavior: "instant" });
  return new Promise((done) => {
    const look = (before, same) => {
      const { x, y } = target.getBoundingClientRect();
      const here = `${x} ${y} ${document.body.scrollHeight}`;
      if (same === 3) done(null);
      else setTimeout(() => look(here, here === before ? same + 1 : 0), 16);
    };
    look("", 0);
  });
}

export class Visitor {
  #downloads;
  #forgets;
  #isBeside = false;

  constructor({ session, downloads, forgets }) {
    this.session = session;
    this.#downloads = downloads;
    this.#forgets = forgets;
  }

  // Opens the page anew, whatever was open before.
  async open(address) {
    await this.session.go("about:blank");
    await this.session.go(address);
    await until(() => this.session.run(() => document.querySelectorAll(".component input").length > 0), true);
  }

  shows = (expected) => until(() => this.session.run(figures, buyers), expected);
  announced = (expected) => until(() => this.text("p[role=status]"), expected);
  hash = (expected) => until(() => this.session.run(() => decodeURIComponent(location.hash)), expected);

  // The text of what a selector finds first, or null.
  text = (selector) => this.session.run((selector) => document.querySelector(selector)?.textContent ?? null, selector);
  count = (selector) => this.session.run((selector) => document.querySelectorAll(selector).length, selector);
  says = (selector, part) => until(async () => ((await this.text(selector)) ?? "").includes(part) || this.text(selector), true);

  // Clicks what a path finds, as soon as it is there and nothing is in front of it. First it is scrolled to where no
  // other part of the page covers it, and stands still: WebKit's driver clicks where things were a moment before.
  click = (path) =>
    until(async () => {
      const target = await this.session.xpath(path);
      await this.session.run(standsStill, target);
      return target.click();
    }, null);

  // Clicks the switch of a provision in a component.
  switches = (component, provision) => this.click(`//input[@id="${component}-${provision}"]`);

  // Presses a button by its name, as it is spoken.
  press = (name) => this.click(`//button[normalize-space()="${name}"]`);

  // Opens a fold and waits for what is in it.
  async openTool(title) {
    const fold = `//details[contains(@class, "tool")][contains(summary, "${title}")]`;
    await this.click(`${fold}/summary`);
    await until(() => this.session.xpath(`${fold}//button`).then(Boolean), true);
  }

  // Goes on from element to element by the keyboard until this one has the focus.
  async tabTo(id) {
    const here = () => this.session.run(() => document.activeElement.id);
    for (let presses = 0; presses < 100; presses += 1) {
      if ((await here()) === id) return;
      await this.session.press(key.tab);
    }
    throw new Error(`${id} is not reached by the keyboard`);
  }

  // Has plans made for an A, and applies the first.
  async applyPlanToA() {
    await this.openTool("Ways to a better grade");
    await this.click('//select[@id="target"]/option[@value="A"]');
    await this.says(".outcome", "changes are enough");
    await this.press("Apply Plan 1");
    await until(() => this.text("#grade"), "A");
  }

  // Waits until a service worker keeps the page.
  async isKept() {
    await until(() => this.session.run(() => navigator.serviceWorker.getRegistration().then((found) => found?.active?.state ?? null)), "activated");
    if (this.#forgets && !this.#isBeside) await this.#opensBeside();
  }

  // Opens a page that is none of the calculator's, so that a browser which forgets has one of the origin open at all times.
  async #opensBeside() {
    const { session } = this;
    const [here, origin] = [await session.get("window"), await session.run(() => location.origin)];
    const { handle } = await session.post("window/new", { type: "tab" });
    this.#isBeside = true;
    await session.post("window", { handle });
    await session.go(`${origin}/beside`);
    await session.post("window", { handle: here });
  }

  // Leaves what is open, all tabs but one, so that nothing of it is there for who comes next.
  async leaves() {
    const { session } = this;
    const [first, ...others] = await session.get("window/handles");
    for (const handle of others) {
      await session.post("window", { handle });
      await session.close();
    }
    this.#isBeside = false;
    await session.post("window", { handle: first });
    await session.go("about:blank");
  }

  clearsMemory = () => this.session.run(clearsMemory);

  // The hosts that the open page has asked, or tried to.
  asked = () =>
    this.session.run(() => {
      const addresses = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      return [...new Set(addresses.filter(({ host }) => host).map(({ host }) => host))];
    });

  // Saves what is shown under a name.
  async save(name) {
    await this.openTool("Save and compare scenarios");
    await until(async () => (await this.session.css("#scenario-name")).type(name), null);
    await this.press("Save");
    await until(() => this.saved(), [name]);
  }

  saved = () => this.session.run(() => [...document.querySelectorAll(".saved input")].map((field) => field.value));

  // Takes the summary away by the clipboard, or where the browser keeps that to itself, as a text to be copied
  // by hand.
  async copies() {
    await this.press("Copy as text");
    await until(async () => /is in the clipboard\.$|is selected below: /.test(await this.text(".take-away .told")), true);
    return (await this.text(".take-away .told")).includes("clipboard");
  }

  // Takes a table and a picture away, and waits for the whole files.
  async downloads() {
    const file = (name) => readFileSync(join(this.#downloads, name));
    for (const old of readdirSync(this.#downloads)) rmSync(join(this.#downloads, old));
    await this.press("Spreadsheet (CSV)");
    await until(() => file("lawgrade.csv").includes("Connecticut"), true);
    await this.press("Picture (PNG)");
    await until(() => file("lawgrade.png").subarray(-8, -4).toString(), "IEND");
  }
}
