// The map of the world in a framework's page: loaded when it is opened, and coloured by what stands in the page.
import { documentOf, fetchDocument } from "./documents.js";

/**
 * Puts the map into its place once its fold is opened. `cards` gives for each subject its step, its row in the ranking
 * and what is told of it; `onShown` is called when the map is there.
 */
export function showWorld(place, cards, onShown) {
  const fold = place.closest("details");
  const show = async () => {
    if (!fold.open || place.firstChild) return;
    const shapes = documentOf(await fetchDocument(new URL(place.dataset.shapes, document.baseURI), "image/svg+xml"));
    const map = document.importNode(shapes.documentElement, true);
    map.setAttribute("aria-hidden", "true");
    for (const shape of map.querySelectorAll("[data-subject]")) {
      const card = cards.get(shape.dataset.subject);
      if (!card) continue;
      shape.classList.add("country", `step-${card.step}`);
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = card.told;
      shape.append(title);
      shape.addEventListener("click", () => card.link.click());
    }
    place.replaceChildren(map);
    onShown();
  };
  // What does not come may come when the fold is opened again.
  const status = fold.querySelector("[role=status]");
  fold.addEventListener("toggle", () => {
    status.textContent = "";
    show().catch((error) => {
      console.warn(error);
      status.textContent = place.dataset.failed;
    });
  });
}
