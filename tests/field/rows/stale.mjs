// Foreign hands on the page: what it shows is what the state is.
import { deepEqual } from "node:assert/strict";
import { opened } from "../calculator.mjs";
import { until } from "../../engines/until.mjs";
import { key } from "../../engines/webdriver.mjs";
import { announcedBuyers, asPublished, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

// Imitates a browser's translator: every text that is not marked as one not to be translated becomes an element of the
// translator's own with a copy of it. It goes on with what comes later, and can put the texts back that it took.
function translates({ obeys, whole }) {
  const taken = new Map();
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("script, style, textarea, font") || (obeys && parent.closest("[translate=no], .notranslate"))) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
      taken.set(outer, text);
    }
  };
  translate();
  if (!whole) return null;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    translate();
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  window.showOriginal = () => {
    observer.disconnect();
    for (const [outer, text] of taken) outer.replaceWith(text);
  };
  return null;
}

// Everything that a visitor does, and what is to be seen of it.
async function doesEverything(visitor) {
  const { session } = visitor;
  const shows = (selector, part) => visitor.says(selector, part);
  await visitor.switches("2.1", buyers);
  await visitor.shows(withBuyers);
  await visitor.announced(announcedBuyers);
  await shows(".standing", "7.5 points to grade A");
  await shows(".changes", "Provisions changed: 1");
  await shows('[id="component-2.1"] .component-points', "2.5 of 2.5");
  await shows(".section:nth-of-type(2) .section-points", "19 of 25 points, reconstructed; published: 16.5");
  await shows(".bar-row:nth-child(2) .bar-points", "19 of 25 up 2.5");
  await visitor.press("Undo");
  await visitor.shows(asPublished);
  await shows(".section:nth-of-type(2) .section-points", "16.5 of 25 points, as published");
  await visitor.press("Redo");
  await visitor.shows(withBuyers);
  await visitor.openTool("Ways to a better grade");
  await visitor.click('//select[@id="target"]/option[@value="A"]');
  await shows(".outcome", "changes are enough");
  await visitor.press("Apply Plan 1");
  await until(() => visitor.text("#grade"), "A");
  await shows(".ways-up .told", "Plan 1 is applied");
  await shows(".outcome", "This scenario is there already");
  await visitor.press("Undo");
  await visitor.shows(withBuyers);
  await shows(".outcome", "changes are enough");
  await visitor.save("Bill 5");
  await shows("details:nth-of-type(2) .told", "Saved: “Bill 5”");
  await shows(".comparison", "Bill 5");
  await visitor.switches("2.1", buyers);
  await visitor.shows(asPublished);
  await until(() => session.run(() => [...document.querySelectorAll(".comparison tbody tr")].find((row) => row.textContent.startsWith("Grade"))?.textContent), "GradeCCB");
}

const translated = (how) => async (row) => {
  const { visitor } = row;
  await opened(row);
  await visitor.session.run(translates, how);
  await doesEverything(visitor);
  deepEqual(await visitor.session.run(() => document.getElementById("notice").hidden), true);
};

export const rows = {
  "B07 figures follow on a page whose texts a translator has replaced": translated({ obeys: false, whole: false }),
  "K4 they follow while a translator that obeys goes on after each change": translated({ obeys: true, whole: true }),
  "K4 they follow while a translator that obeys nothing goes on after each change": translated({ obeys: false, whole: true }),

  async "K4 figures are marked as nothing to translate"(row) {
    const { visitor } = row;
    await opened(row);
    const marked = await visitor.session.run(() => ["#grade", "#total", ".component-points b", ".section-points b", ".bar-points b"].map((figure) => [...document.querySelectorAll(figure)].every((one) => one.translate === false && one.className.includes("notranslate"))));
    deepEqual(marked, [true, true, true, true, true]);
  },

  async "K4 the original texts come back, and none of them is old"(row) {
    const { visitor } = row;
    await opened(row);
    await visitor.session.run(translates, { obeys: true, whole: true });
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    await visitor.session.run(() => window.showOriginal());
    await visitor.shows(withBuyers);
    await visitor.says(".standing", "7.5 points to grade A");
    await visitor.press("Undo");
    await visitor.shows(asPublished);
    await visitor.says(".standing", "1 point to grade B");
    await until(() => visitor.count("font"), 0);
  },

  async "K4 a translator that comes before the program does no harm"(row) {
    const { visitor } = row;
    const early = (work) => `<script>(${work})({ obeys: false, whole: false })</script></body>`;
    await opened(row, buyersAddress, ({ path }) => (path === "connecticut.html" ? { change: (html) => html.replace("</body>", early(translates)) } : undefined));
    await visitor.shows(withBuyers);
    await visitor.press("Undo");
    await visitor.shows(asPublished);
  },

  async "K4 texts that are joined or rewritten in place do no harm"(row) {
    const { visitor } = row;
    await opened(row);
    await visitor.session.run(() => {
      document.body.normalize();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replaceAll("’", "'").replaceAll("79", "79");
    });
    await doesEverything(visitor);
  },

  async "K4 a page that is written anew by innerHTML, in part or whole, works on"(row) {
    const { visitor } = row;
    for (const part of ["#calculator", ".panel", ".total", '[id="component-2.1"]', "body"]) {
      await opened(row);
      await visitor.session.run((part) => {
        const place = document.querySelector(part);
        place.innerHTML = String(place.innerHTML);
      }, part);
      await visitor.switches("2.1", buyers);
      await visitor.shows(withBuyers);
      await visitor.session.press([key.control, "z"]);
      await visitor.shows(asPublished);
      await visitor.openTool("Ways to a better grade");
      await visitor.switches("2.1", buyers);
      await visitor.shows(withBuyers);
    }
  },

  async "K4 something that takes a part away is not fought for ever"(row) {
    const { visitor } = row;
    await opened(row);
    await visitor.session.run(() => {
      const take = () => document.querySelector(".changes")?.remove();
      take();
      window.times = 0;
      new MutationObserver((records) => {
        window.times += records.some(({ addedNodes }) => [...addedNodes].some((node) => node.className === "page")) ? 1 : 0;
        take();
      }).observe(document.body, { childList: true, subtree: true });
    });
    for (const state of [withBuyers, asPublished, withBuyers, asPublished, withBuyers, asPublished]) {
      await visitor.switches("2.1", buyers);
      await visitor.shows(state);
    }
    deepEqual((await visitor.session.run(() => window.times)) <= 3, true);
  },

  async "K4 control: the state is the address’s after back, forward and a reload"(row) {
    const { visitor } = row;
    const server = await opened(row);
    const { session } = visitor;
    await visitor.switches("2.1", buyers);
    await visitor.hash(buyersAddress);
    await session.go(`${server.folder}accessibility.html`);
    await session.back();
    await visitor.shows(withBuyers);
    await session.reload();
    await visitor.shows(withBuyers);
    // By the link, as a visitor: what a driver opens may take the place of a page that nobody has touched since it was loaded again.
    await (await session.css(".languages a")).click();
    await until(() => session.run(() => document.documentElement.lang), "es");
    await until(() => visitor.text("#grade"), "B");
    await session.back();
    await visitor.shows(withBuyers);
  },
};
