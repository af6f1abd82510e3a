// The core of what a visitor does, on the release as a static host serves it.
import { deepEqual, equal } from "node:assert/strict";
import { serve } from "./release.mjs";
import { until, untilFits } from "./until.mjs";
import { announcedBuyers, announcedPublished, asPublished, baseline, buyers, buyersAddress, withBuyers } from "./visitor.mjs";
import { key } from "./webdriver.mjs";

// `visitor` and `server` are there when a step runs. Every step opens the page anew.
export const steps = {
  async "opens on 79 points, grade C"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.shows(asPublished);
    await until(() => visitor.count(".component"), 41);
  },

  async "a click moves component, section, total, grade and what is announced"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    await visitor.announced(announcedBuyers);
    await visitor.switches("5.1", buyers);
    await visitor.shows(asPublished);
  },

  async "so does the keyboard"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.session.press(key.tab);
    await until(() => visitor.session.run(() => document.activeElement.textContent), "Skip to the provisions");
    await visitor.session.press(key.enter);
    await visitor.tabTo(`2.1-${buyers}`);
    await visitor.session.press(key.space);
    await visitor.shows(withBuyers);
    await visitor.announced(announcedBuyers);
  },

  async "steps are undone and redone, by button and by keys"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    await visitor.press("Undo");
    await visitor.shows(asPublished);
    await visitor.announced(announcedPublished);
    await visitor.press("Redo");
    await visitor.shows(withBuyers);
    await visitor.session.press([key.control, "z"]);
    await visitor.shows(asPublished);
    await visitor.session.press([key.control, key.shift, "z"]);
    await visitor.shows(withBuyers);
  },

  async "the address follows, is followed, and leads back and forward"({ visitor, server }) {
    const { session } = visitor;
    await visitor.open(server.page);
    await visitor.switches("2.1", buyers);
    await visitor.hash(buyersAddress);
    await session.go(`${server.page}#pic-2019@2/ct-2019/off=csam-possession-crime`);
    await until(() => visitor.text("#total"), "78");
    await session.back();
    await visitor.shows(withBuyers);
    await session.forward();
    await until(() => visitor.text("#total"), "78");
    await session.back();
    await session.reload();
    await visitor.shows(withBuyers);
  },

  async "an address from when the front page was the calculator opens it, and the front page finds it"({ visitor, server }) {
    const { session } = visitor;
    await visitor.open(`${server.front}${buyersAddress}`);
    await visitor.shows(withBuyers);
    equal(await session.address().then((address) => address.split("#")[0]), server.page);
    await visitor.click("//p[@class='brand']/a");
    await until(() => visitor.count("#find"), 1);
    await (await session.css("#find")).type("conn");
    await until(() => visitor.count(".found a").then((count) => count > 0), true);
    await visitor.click("//ol[@class='found']//a[contains(@href, 'ct-2019')]");
    await visitor.shows(asPublished);
  },

  async "what cannot be read of an address is told, and the rest applies"({ visitor, server }) {
    await visitor.open(`${server.page}${buyersAddress},no-such-law`);
    await visitor.shows(withBuyers);
    await visitor.says(".unread", "“no-such-law” is not a provision");
    await visitor.press("Close this notice");
    await until(() => visitor.count(".unread"), 0);
  },

  async "a plan that reaches an A is found and applied"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.applyPlanToA();
    await visitor.says(".ways-up .told", "Plan 1 is applied");
    // A worker has found it: the page has not fetched the program itself.
    const programs = () => performance.getEntriesByType("resource").filter(({ name }) => /planner-[0-9a-f]{16}\.wasm/.test(name)).length;
    equal(await visitor.session.run(programs), 0);
    await untilFits(() => visitor.session.run(() => decodeURIComponent(location.hash)), /\/on=[\w,-]+\/to=A$/);
  },

  async "everything stays when the browser clears its memory"({ visitor, server }) {
    await visitor.open(server.page);
    await visitor.openTool("Ways to a better grade");
    for (let times = 0; times < 3; times += 1) await visitor.clearsMemory();
    await until(() => visitor.count("#target"), 1);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
  },

  async "a scenario is saved and is there after a reload"({ visitor, server }) {
    await visitor.open(`${server.page}${buyersAddress}`);
    await visitor.save("Bill 5");
    await until(() => visitor.count(".trouble"), 0);
    await visitor.session.reload();
    await visitor.shows(withBuyers);
    await visitor.openTool("Save and compare scenarios");
    await until(() => visitor.saved(), ["Bill 5"]);
  },

  async "the summary can be read, copied and taken away as files"({ visitor, server }) {
    await visitor.open(`${server.page}${buyersAddress}`);
    await visitor.openTool("Share, print and download");
    await visitor.says(".document", `Open this scenario: ${server.page}${buyersAddress}`);
    await visitor.copies();
    await visitor.downloads();
  },

  async "every part works under the strict policy"({ visitor, server }) {
    await visitor.open(server.strict);
    await visitor.session.run(() => {
      window.refused = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push([violatedDirective, blockedURI]));
    });
    await visitor.applyPlanToA();
    await visitor.openTool("Save and compare scenarios");
    await visitor.openTool("Share, print and download");
    await visitor.downloads();
    deepEqual(await visitor.session.run(() => window.refused), []);
  },

  async "a page of another origin embeds it and hears the grade change"({ visitor, server }) {
    const { session } = visitor;
    await session.go(server.host);
    await session.run((script) => {
      window.heard = [];
      addEventListener("lawgrade-change", ({ detail }) => window.heard.push(detail));
      document.body.innerHTML = '<law-grade address="pic-2019/ct-2019"></law-grade>';
      document.head.append(Object.assign(document.createElement("script"), { src: script }));
    }, server.embed);
    const last = () => session.run(() => window.heard.at(-1) ?? null);
    await until(() => last().then((change) => change?.grade), "C");
    await session.within("iframe", async () => {
      await visitor.shows(asPublished);
      // By the keyboard: WebKit's driver clicks beside what lies far down in a high frame.
      await visitor.tabTo(`2.1-${buyers}`);
      await session.press(key.space);
      await visitor.shows(withBuyers);
    });
    await until(last, { address: buyersAddress.slice(1), total: 82.5, max: 102.5, grade: "B" });
    await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
    await session.within("iframe", () => visitor.shows(asPublished));
  },

  async "it is kept by a service worker, and opens with its server gone"({ visitor }) {
    // A server of its own: what WebKit keeps in a private window goes when the window turns to another origin, and a
    // worker whose page is left while it is being installed stays half installed.
    const server = await serve();
    try {
      await visitor.open(server.page);
      await visitor.isKept();
    } finally {
      server.end();
    }
    await until(() => fetch(server.page).then(() => "answers").catch(() => "gone"), "gone");
    await visitor.open(`${server.page}${buyersAddress}`);
    await visitor.shows(withBuyers);
    await visitor.openTool("Ways to a better grade");
  },
};
