// Starts a framework's page (framework.html): all cards at once, and the calculator of one of them.
import { Calculators } from "./calculators.js";
import { leaveForOtherPage } from "./frameworks.js";
import { keepPage } from "./keep.js";
import { carry, carryScenario, keepAsked } from "./languages.js";
import { focusOn, namesScenario, takeFocusToProvisions } from "./links.js";
import { Overview } from "./overview.js";
import { Planner } from "./planner.js";
import { followSearch } from "./questions.js";

const cards = document.getElementById("overview");
const calculator = document.getElementById("calculator");
const skip = document.querySelector(".skip");
const skipsToCards = skip.textContent;

const namesNothing = () => location.hash.length <= 1 && !namesScenario();

// The calculator is what the page is about, or all cards are.
function lead(withCalculator) {
  calculator.hidden = !withCalculator;
  if (withCalculator) cards.removeAttribute("role");
  else cards.setAttribute("role", "main");
  // Not by its `hash`: that would keep the query of now, and the link lead to another page later.
  skip.setAttribute("href", withCalculator ? "#provisions" : "#overview");
  skip.textContent = withCalculator ? skip.dataset.provisions : skipsToCards;
}

// What stands behind the `#`, as the page was told or the calculator has written it.
let told = location.hash;

// Some browsers tell of another `#` by `hashchange` only where nothing else of the address is another, and here its query
// may be.
function tellOfSteps() {
  addEventListener("hashchange", () => (told = location.hash));
  addEventListener("popstate", () => setTimeout(() => location.hash === told || dispatchEvent(new HashChangeEvent("hashchange"))));
}

// Opens an address as a link does, and settles once it is shown: the program has heard of it first.
function openAddress(address) {
  if (location.hash === `#${address}`) return Promise.resolve();
  return new Promise((done) => {
    addEventListener("hashchange", done, { once: true });
    location.hash = address;
  });
}

// Gives whether it has started.
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
    carryScenario(page, () => "");
    followSearch(page);
    const mark = () => overview.mark(namesNothing() ? "" : page.address().split("/")[1]);
    page.onChange(mark);
    page.onChange((address) => (told = `#${address}`));
    addEventListener("hashchange", mark);
    mark();
    const { frame } = document.getElementById("boot").dataset;
    if (frame) (await import(calculators.programs.address("frame"))).inFrame({ page, open: openAddress });
    // Whoever has opened a card has all that the page needs, and finds it again without a network.
    keepPage(calculators.programs.address("offline"));
    return true;
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
    return false;
  } finally {
    waiting.hidden = true;
  }
}

function startPage() {
  if (leaveForOtherPage(document.getElementById("boot").dataset.pages)) return;
  keepAsked();
  carry(location.hash);
  takeFocusToProvisions();
  tellOfSteps();
  const overview = new Overview(cards);
  let starting;
  // A reader who opens no card loads no program. What has failed is tried again.
  async function open() {
    starting ??= startCalculator(overview);
    const started = await starting;
    if (!started) starting = undefined;
    if (started) lead(!namesNothing());
    return started;
  }
  addEventListener("hashchange", () => {
    if (namesScenario()) open();
    // Back where no card was named, all of them are what is shown.
    else if (namesNothing()) lead(false);
  });
  // Whoever chooses a card below the calculator is led up to it, or to what went wrong.
  cards.addEventListener("click", async (event) => {
    if (!event.target.closest("a[href^='#']") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // What the address then says has begun by itself.
    await new Promise((done) => setTimeout(done));
    const started = await open();
    const place = started ? calculator : document.getElementById("notice");
    place.scrollIntoView();
    focusOn(place.querySelector("select, button") ?? place);
  });
  if (namesScenario()) open();
  // In a frame a host may name a card later.
  else globalThis.lawgradeHost?.runs({ report() {}, set: openAddress });
  const { view } = document.documentElement.dataset;
  const fold = view && document.getElementById(view);
  if (fold) fold.open = true;
}

startPage();
