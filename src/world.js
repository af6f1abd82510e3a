// The map of the world in a framework's page: loaded when it is opened, and coloured by what stands in the page.
import { documentOf, fetchDocument } from "./documents.js";
import { made } from "./made.js";

/** Colours the map by the steps of the cards, if it is there already. */
export function colour(place, cards) {
  for (const shape of place.querySelectorAll(".country")) {
    const { step } = cards.get(shape.dataset.subject);
    if (shape.dataset.step === `${step}`) continue;
    shape.classList.remove(`step-${shape.dataset.step}`);
    shape.classList.add(`step-${step}`);
    shape.dataset.step = step;
  }
}

/** Has each country of the map say what is told of it. */
export function tell(place, cards) {
  for (const shape of place.querySelectorAll(".country")) shape.lastChild.textContent = cards.get(shape.dataset.subject).told;
}

// As a link in the page does, which the page's own script follows.
function open(place, address) {
  const link = made("a", "", { href: address, hidden: true });
  place.append(link);
  link.click();
  link.remove();
}

/**
 * Puts the map into its place once its fold is opened. `cardsNow` gives the cards: for each subject its step, its address
 * and what is told of it; `onShown` is called when the map is there.
 */
export function showWorld(place, cardsNow, onShown) {
  const fold = place.closest("details");
  const show = async () => {
    if (!fold.open || place.firstChild) return;
    const shapes = documentOf(await fetchDocument(new URL(place.dataset.shapes, document.baseURI), "image/svg+xml"));
    const cards = cardsNow();
    const map = document.importNode(shapes.documentElement, true);
    map.setAttribute("aria-hidden", "true");
    for (const shape of map.querySelectorAll("[data-subject]")) {
      const card = cards.get(shape.dataset.subject);
      if (!card) continue;
      shape.classList.add("country");
      shape.append(document.createElementNS("http://www.w3.org/2000/svg", "title"));
      shape.addEventListener("click", () => open(place, card.address));
    }
    place.replaceChildren(map);
    colour(place, cards);
    tell(place, cards);
    onShown();
  };
  // What does not come may come when the fold is opened again.
  const status = fold.querySelector("[role=status]");
  const load = () => {
    status.textContent = "";
    show().catch((error) => {
      console.warn(error);
      status.textContent = place.dataset.failed;
    });
  };
  fold.addEventListener("toggle", load);
  if (fold.open) load();
}
