// What is around the calculator and forbids it things: sandboxes and apps. What cannot be is said, and there is another way.
import { equal } from "node:assert/strict";
import { anywhere, opened, share, told, ways } from "../calculator.mjs";
import { runFirst, serve } from "../server.mjs";
import { until, untilFits } from "../../engines/until.mjs";
import { buyersAddress, withBuyers } from "../../engines/visitor.mjs";

const firstly = (work) => ({ path }) => (path === "connecticut.html" ? { change: runFirst(work) } : undefined);

export const rows = {
  async "B20 in a sandbox that forbids downloads, that is said and other ways are offered"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    // As strangers to the calculator's origin, and as its neighbours.
    for (const [sandbox, host] of [["allow-scripts allow-same-origin", server.sameOrigin], ["allow-scripts allow-same-origin", (address) => address]]) {
      // No higher than the window: WebKit's driver scrolls no host on another site.
      await session.go(host(server.host(`<iframe src="FRAME${buyersAddress}" sandbox="${sandbox}" width="900" height="800"></iframe>`)));
      await session.within("iframe", async () => {
        await visitor.shows(withBuyers);
        await visitor.openTool(share);
        await visitor.press("Spreadsheet (CSV)");
        await untilFits(() => visitor.text(told), /^The page around this one does not let files be saved\. Take lawgrade\.csv another way:$|^The browser was asked to save lawgrade\.csv\. If nothing was saved, take it another way:$/);
        await until(async () => (await ways(visitor)).filter((way) => !way.startsWith("Share the file")), ["Copy its text lawgrade.csv", "Open this scenario in a browser window"]);
        const link = await session.run(() => document.querySelector(".ways a").href);
        equal(decodeURIComponent(link), `${server.page}${buyersAddress}`);
        await visitor.press("Copy its text lawgrade.csv");
        await untilFits(() => visitor.text(told), /^The text of lawgrade\.csv is in the clipboard\.$|The text of lawgrade\.csv is selected below/);
      });
    }
  },

  async "B20 in the same site’s sandbox it is known that nothing is saved, and nothing is tried"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    await session.go(server.sameOrigin(server.host(`<iframe src="FRAME${buyersAddress}" sandbox="allow-scripts allow-same-origin" width="900" height="3000"></iframe>`)));
    await session.within("iframe", async () => {
      await visitor.shows(withBuyers);
      await visitor.openTool(share);
      for (const [name, file] of [["Spreadsheet (CSV)", "lawgrade.csv"], ["Data (JSON)", "lawgrade.json"], ["Picture (SVG)", "lawgrade.svg"], ["Picture (PNG)", "lawgrade.png"]]) {
        await visitor.press(name);
        await until(() => visitor.text(told), `The page around this one does not let files be saved. Take ${file} another way:`);
      }
      await visitor.press("Show the picture lawgrade.png");
      await until(() => session.run(() => document.querySelector("img#by-hand")?.naturalWidth), 1200);
    });
  },

  async "B34 in the window of an app, nothing is claimed and other ways are offered"(row) {
    const { visitor, session } = row;
    await opened(row, buyersAddress, firstly(() => {
      HTMLAnchorElement.prototype.click = () => {};
      Object.defineProperty(Navigator.prototype, "userAgent", { get: () => "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/22A Instagram 300.0" });
      Navigator.prototype.canShare = ({ files }) => files?.length === 1;
      Navigator.prototype.share = ({ files }) => {
        window.shared = `${files[0].name} ${files[0].type} ${files[0].size > 1000}`;
        return Promise.resolve();
      };
    }));
    await visitor.openTool(share);
    for (const [name, file, type] of [["Spreadsheet (CSV)", "lawgrade.csv", "text/csv"], ["Data (JSON)", "lawgrade.json", "application/json"], ["Picture (SVG)", "lawgrade.svg", "image/svg+xml"], ["Picture (PNG)", "lawgrade.png", "image/png"]]) {
      await visitor.press(name);
      await until(() => visitor.text(told), `${file} may not have been saved: in apps and frames like this one, saving often does nothing. Take it another way:`);
      await visitor.press(`Share the file ${file}`);
      await until(() => session.run(() => window.shared), `${file} ${type} true`);
      await until(() => visitor.text(told), `${file} was shared.`);
    }
  },

  async "K8 in a sandbox that makes a frame a stranger to everything, nothing is claimed"({ visitor, session, later }) {
    const server = await serve(anywhere);
    later(server.stop);
    await session.go(server.host(`<iframe src="FRAME${buyersAddress}" sandbox="allow-scripts" width="900" height="800"></iframe>`));
    await session.within("iframe", async () => {
      await visitor.shows(withBuyers);
      await until(() => visitor.count("#calculator[data-tools]"), 1);
      await visitor.openTool(share);
      await visitor.press("Spreadsheet (CSV)");
      await until(() => visitor.text(told), "lawgrade.csv may not have been saved: in apps and frames like this one, saving often does nothing. Take it another way:");
      await until(() => ways(visitor), ["Copy its text lawgrade.csv", "Open this scenario in a browser window"]);
      equal(decodeURIComponent(await session.run(() => document.querySelector(".ways a").href)), `${server.page}${buyersAddress}`);
      await visitor.press("Print or save as PDF");
      await visitor.says(told, "If no window for printing has opened, the app or page around this one does not let it print.");
      await visitor.copies();
      await visitor.openTool("Save and compare scenarios");
      await visitor.press("Save");
      await visitor.says("details:nth-of-type(2) .told", "is in the list until the page is closed. This browser keeps nothing for the page.");
      await visitor.press("Export all to a file");
      await visitor.says("details:nth-of-type(2) .told", "lawgrade-scenarios.json may not have been saved");
      equal(await session.run(() => document.getElementById("notice").hidden), true);
      await visitor.shows(withBuyers);
    });
  },
};
