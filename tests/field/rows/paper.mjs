// Paper: the page, frames and parts of other pages when they are printed.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { paperOnScreen, letter, printed } from "../paper.mjs";
import { serve } from "../server.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

const printsNothing = { WebKitGTK: "its driver does not print" };
const allows = () => ({ headers: { "access-control-allow-origin": "*" } });
const nine = `${buyersAddress},no-age-mistake-defense,older-minors-one-class-lower,buying-sex-with-minor-felony,victim-restitution,parental-rights-ended-for-trafficking,sex-tourism-license-loss,no-decoy-defense-buying,expungement-no-wait`;
const tools = (session) => until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
const white = ({ light }) => deepEqual(light.filter((mean) => mean < 200), []);

async function opened({ visitor, later }, path = "", rule = allows) {
  const server = await serve(rule);
  later(server.stop);
  await visitor.open(new URL(path, server.page).href);
  await tools(visitor.session);
  return server;
}

// A page of another site with the element between two paragraphs, as soon as its calculator has its tools.
async function hosted({ session, later }, attributes = "", style = "") {
  const server = await serve(allows);
  later(server.stop);
  await session.go(server.host(`<style>${style}</style><p>Before the calculator.</p><law-grade address="${buyersAddress.slice(1)}" ${attributes}></law-grade><p>Behind the calculator.</p><script src="EMBED"></script>`));
  return server;
}
const framelessTools = (session) => until(() => session.run(() => Boolean(document.querySelector("law-grade").shadowRoot?.querySelector(".ground:not([hidden]) #calculator[data-tools]"))), true);

function hasAll(paper) {
  white(paper);
  deepEqual(paper.pages.filter((lines) => lines.length === 0), []);
  ok(paper.pages.length <= 4, `${paper.pages.length} pages`);
  match(paper.words, /Before the calculator.*from grade C to grade B.*1-888-373-7888.*Behind the calculator/);
}

export const rows = {
  "B08 a frame whose theme is dark prints black on white": {
    not: printsNothing,
    async run(row) {
      await opened(row, `embed.html?theme=dark${buyersAddress}`);
      const paper = await printed(row.session);
      white(paper);
      match(paper.words, /from grade C to grade B/);
    },
  },

  "B08 so does a dark calculator in a page of others": {
    not: printsNothing,
    async run(row) {
      await hosted(row, 'frameless theme="dark"', "law-grade { --lawgrade-paper: #000; --lawgrade-ink: #ffc }");
      await framelessTools(row.session);
      const paper = await printed(row.session);
      white(paper);
      match(paper.words, /from grade C to grade B/);
    },
  },

  async "K9 the rules for paper beat a dark theme and a host's colours"({ visitor, session, later }) {
    const server = await serve(({ path }) => (path.endsWith(".css") ? { change: paperOnScreen } : {}));
    later(server.stop);
    for (const asked of ["theme=dark", "theme=dark&style=paper:%23000;ink:%23ffc;accent:%23ff0", "theme=light", ""]) {
      await visitor.open(`${server.frame}?${asked}${baseline}`);
      const colours = () => session.run(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      await until(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    }
  },

  "B15 a long address is one link with all of it, and so is the source": {
    not: printsNothing,
    async run(row) {
      const server = await opened(row, nine);
      const { links } = await printed(row.session);
      const whole = await row.session.run(() => document.querySelector(".sheet a[href*='#pic-2019']").textContent);
      ok(whole.startsWith(`${server.page}#pic-2019@2/ct-2019/`));
      // The same page under another address, or it would be a place on the paper.
      ok(links.includes(whole.replace("#", "?#")), links.join("\n"));
      ok(links.includes("https://www.sharedhope.org/reportcards"), links.join("\n"));
      deepEqual(links.filter((link) => link.startsWith(server.folder) && link !== whole.replace("#", "?#")), []);
    },
  },

  async "B15 on the page the summary's address is a link, too"(row) {
    const server = await opened(row, nine);
    await row.visitor.openTool("Share, print and download");
    const link = () => row.session.run(() => document.querySelector(".take-away .document a[href*='#']")?.href ?? null);
    await until(async () => (await link())?.startsWith(`${server.page}#pic-2019@2/`), true);
    equal(await link(), await row.session.run(() => document.querySelector(".take-away .document a[href*='#']").textContent));
  },

  async "B24 the sheet outlasts an “afterprint” that comes too early, unseen on the screen, and goes with the next step"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress);
    await session.run(() => {
      window.print = () => {
        dispatchEvent(new Event("beforeprint"));
        window.during = document.querySelectorAll(".sheet").length;
        dispatchEvent(new Event("afterprint"));
      };
    });
    await visitor.openTool("Share, print and download");
    await visitor.press("Print or save as PDF");
    await until(() => session.run(() => window.during ?? null), 1);
    await session.run(() => new Promise((done) => setTimeout(done, 500)));
    equal(await visitor.count(".sheet"), 1);
    equal(await session.run(() => document.querySelector(".sheet").getClientRects().length), 0);
    match(await visitor.text(".sheet"), /from grade C to grade B/);
    await visitor.switches("2.1", buyers);
    await until(() => visitor.count(".sheet, [data-paper]"), 0);
  },

  "B36 a page with a frame prints the sheet in its place, with no blank page, and what stands behind it": {
    not: printsNothing,
    async run(row) {
      await hosted(row);
      await until(() => row.session.run(() => document.querySelector("law-grade").shadowRoot?.querySelector(".paper h3")?.textContent ?? null), "Connecticut: from grade C to grade B");
      const paper = await printed(row.session);
      hasAll(paper);
      // As links are where they stand in the page itself.
      ok(paper.links.some((link) => /#pic-2019@2\/ct-2019\/on=/.test(link)), paper.links.join("\n"));
    },
  },

  "B36 so does a page with a calculator without a frame": {
    not: printsNothing,
    async run(row) {
      await hosted(row, "frameless");
      await framelessTools(row.session);
      hasAll(await printed(row.session));
    },
  },

  async "K9 the sheet that a host prints is that of the last step, and unseen on the screen"(row) {
    const { visitor, session } = row;
    await hosted(row);
    const sheet = () => session.run(() => {
      const papers = [...document.querySelector("law-grade").shadowRoot?.querySelectorAll(".paper")];
      return papers.map((paper) => [paper.querySelector("h3").textContent, paper.getClientRects().length]);
    });
    await until(sheet, [["Connecticut: from grade C to grade B", 0]]);
    await session.run(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
    await until(sheet, [["Connecticut: 79 of 102.5, grade C", 0]]);
    await session.run(() => document.querySelector("law-grade").remove());
    await visitor.session.run(() => document.body.append(document.createElement("law-grade")));
    await until(sheet, [["Connecticut: 79 of 102.5, grade C", 0]]);
  },

  "K9 a frame that hands nothing over takes one page at most": {
    not: printsNothing,
    async run(row) {
      const server = await serve(({ path }) => (/^tools-/.test(path) ? { status: 404 } : {}));
      row.later(server.stop);
      await row.session.go(server.host('<p>Before the calculator.</p><law-grade></law-grade><p>Behind the calculator.</p><script src="EMBED"></script>'));
      await until(() => row.session.run(() => document.querySelector("law-grade").getBoundingClientRect().height > 3000), true);
      const paper = await printed(row.session);
      ok(paper.pages.length <= 3, `${paper.pages.length} pages`);
      match(paper.words, /Before the calculator.*Behind the calculator/);
    },
  },

  async "K9 each print has a sheet of what is shown then, and never two"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress);
    const prints = () => session.run(() => {
      dispatchEvent(new Event("beforeprint"));
      return [...document.querySelectorAll(".sheet")].map((sheet) => sheet.querySelector("h3").textContent);
    });
    deepEqual(await prints(), ["Connecticut: from grade C to grade B"]);
    deepEqual(await prints(), ["Connecticut: from grade C to grade B"]);
    await visitor.switches("2.1", buyers);
    await visitor.shows(asPublished);
    deepEqual(await prints(), ["Connecticut: 79 of 102.5, grade C"]);
  },

  "K9 without the tools' program the page itself is printed, white, with every finding and no controls": {
    not: printsNothing,
    async run({ visitor, session, later }) {
      const server = await serve(({ path }) => (/^tools-/.test(path) ? { status: 404 } : {}));
      later(server.stop);
      await visitor.open(`${server.page}${buyersAddress}`);
      await visitor.shows(withBuyers);
      const paper = await printed(session);
      white(paper);
      match(paper.words, /82\.5/);
      match(paper.words, /1-888-373-7888/);
      ok(!/Undo|Save and compare|Leave out of plans/.test(paper.words));
      deepEqual(paper.pages.filter((lines) => lines.length === 0), []);
    },
  },

  "K9 no page is blank, and none ends with a heading, on A4 and on Letter": {
    not: printsNothing,
    async run(row) {
      for (const address of [baseline, buyersAddress, nine]) {
        await opened(row, address);
        for (const page of [undefined, letter]) {
          const paper = await printed(row.session, { page });
          const headings = await row.session.run(() => [...document.querySelectorAll(".sheet h4")].map((heading) => heading.textContent));
          ok(headings.length > 1);
          ok(paper.pages.length <= 3, `${paper.pages.length} pages`);
          for (const lines of paper.pages) {
            ok(lines.length > 2, `a page with ${lines}`);
            ok(!headings.includes(lines.at(-1)), `“${lines.at(-1)}” ends a page`);
          }
        }
      }
    },
  },

  "K9 bars are on paper where backgrounds are not": {
    not: printsNothing,
    async run({ visitor, session, later }) {
      const server = await serve(({ path }) => (/^tools-/.test(path) ? { status: 404 } : {}));
      later(server.stop);
      await visitor.open(`${server.page}${buyersAddress}`);
      await visitor.shows(withBuyers);
      const light = async () => (await printed(session, { background: false })).light[0];
      const withThem = await light();
      await session.run(() => {
        for (const fill of document.querySelectorAll(".bar-fill, .notches-filled")) fill.style.visibility = "hidden";
      });
      const withoutThem = await light();
      ok(withoutThem - withThem > 0.2, `${withThem} becomes ${withoutThem}`);
    },
  },
};
