// Starts a framework's page (framework.html): all cards at once, and the calculator of one of them.
import { Calculators } from "./calculators.js";
import { FrameworkPage } from "./framework-page.js";
import { leaveForOtherPage } from "./frameworks.js";
import { keepPage } from "./keep.js";
import { carry, keepAsked } from "./languages.js";
import { takeFocusToProvisions } from "./links.js";

function startPage() {
  if (leaveForOtherPage(document.getElementById("boot").dataset.pages)) return;
  keepAsked();
  carry(location.hash);
  takeFocusToProvisions();
  new FrameworkPage({
    load() {
      const calculators = new Calculators(document, document.baseURI);
      return { calculators, read: () => calculators.programs.ready("framework") };
    },
    // Whoever has opened a card has all that the page needs, and finds it again without a network.
    started: ({ programs }) => keepPage(programs.address("offline")),
  });
}

startPage();
