// Starts a framework's page (framework.html): all cards at once, and the calculator of one of them.
import { Calculators } from "./calculators.js";
import { leaveForOtherPage } from "./frameworks.js";
import { carry, carryScenario } from "./languages.js";
import { focusOn, takeFocusToProvisions } from "./links.js";
import { Overview } from "./overview.js";
import { Planner } from "./planner.js";

const cards = document.getElementById("overview");
const calculator = document.getElementById("calculator");

// Behind the `#` stands a card, and no place on the page. Some programs move the `#` into what the server is asked.
const named = () => (location.hash.length > 1 || location.search.includes("%23")) && !document.getElementById(location.hash.slice(1).split(/[?&]/)[0]);

async function startCalculator(overview) {
  const calculators = new Calculators(document, document.baseURI);
  const notice = document.getElementById("notice");
  const waiting = document.getElementById("waiting");
  waiting.hidden = false;
  try {
    const { program, data } = await calculators.programs.ready("framework");
    const planner = new Planner(calculators, true);
    const page = new program.Page(data, calculator, planner);
    calculators.follow(notice, page);
    carryScenario(page);
    const mark = (address) => overview.mark(address.split("/")[1]);
    page.onChange(mark);
    mark(page.address());
    // The page's main part is the calculator now.
    cards.removeAttribute("role");
    document.querySelector(".skip").hash = "#provisions";
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  waiting.remove();
}

function startPage() {
  if (leaveForOtherPage(document.getElementById("boot").dataset.pages)) return;
  carry(location.hash);
  takeFocusToProvisions();
  const overview = new Overview(cards);
  let started;
  // A reader who opens no card loads no program.
  const start = () => (started ??= startCalculator(overview));
  addEventListener("hashchange", () => named() && start());
  // Whoever chooses a card below the calculator is led up to it.
  cards.addEventListener("click", async (event) => {
    if (!event.target.closest("a[href^='#']") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    await start();
    calculator.scrollIntoView();
    focusOn(calculator.querySelector("select") ?? calculator);
  });
  if (named()) start();
}

startPage();
