// Starts a framework's page (framework.html): all cards at once, and the calculator of one of them.
import { Calculators } from "./calculators.js";
import { FrameworkPage } from "./framework-page.js";
import { leaveForOtherPage } from "./frameworks.js";
import { keepPage } from "./keep.js";
import { carry, keepAsked } from "./languages.js";
import { namesScenario, takeFocusToProvisions } from "./links.js";
import { readInSteps } from "./reading.js";
import { openTask } from "./task-opens.js";

function startPage() {
  const { pages, frame } = document.getElementById("boot").dataset;
  if (leaveForOtherPage(pages)) return;
  openTask("../");
  keepAsked();
  carry(location.hash);
  takeFocusToProvisions();
  new FrameworkPage({
    load() {
      const calculators = new Calculators(document, document.baseURI);
      return { calculators, read: () => readInSteps(calculators.programs) };
    },
    async started({ programs }, page) {
      if (frame) (await import(programs.address("frame"))).inFrame({ page, open: (address) => page.open(address) });
      // Whoever has opened a card has all that the page needs, and finds it again without a network.
      keepPage(programs.address("offline"));
    },
  });
  // In a frame, a host may name a card later, and may have asked for one part of the page alone.
  if (!namesScenario()) globalThis.lawgradeHost?.runs({ report() {}, set: (address) => location.replace(`#${address}`) });
  const fold = document.getElementById(document.documentElement.dataset.view ?? "");
  if (fold) fold.open = true;
}

startPage();
