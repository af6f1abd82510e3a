// Starts the calculator of a framework's page (framework.html).
import { Calculators } from "./calculators.js";
import { leaveForOtherPage } from "./frameworks.js";
import { carry, carryScenario } from "./languages.js";
import { takeFocusToProvisions } from "./links.js";
import { Planner } from "./planner.js";

async function startPage() {
  if (leaveForOtherPage(document.getElementById("boot").dataset.pages)) return;
  carry(location.hash);
  takeFocusToProvisions();
  const calculators = new Calculators(document, document.baseURI);
  const notice = document.getElementById("notice");
  try {
    const { program, data } = await calculators.programs.ready("framework");
    const planner = new Planner(calculators, true);
    const page = new program.Page(data, document.getElementById("calculator"), planner);
    calculators.follow(notice, page);
    carryScenario(page);
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  document.getElementById("waiting")?.remove();
}

startPage();
