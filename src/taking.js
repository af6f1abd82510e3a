// Offers what an author may take along of a card that is shown: see one-card.js.
import { made } from "./made.js";
import { CARD, link, oneFile, siteZip } from "./one-card.js";
import { save } from "./save.js";

/** Offers it in the page's place for it; `say` is a text of the page. */
export function offerTaking(cardFile, language, say) {
  const place = document.getElementById("taking");
  place.hidden = !cardFile;
  if (!cardFile) return;
  const status = place.querySelector("[role=status]");
  const button = (name, act) => {
    const button = made("button", say(name), { type: "button" });
    button.addEventListener("click", async () => {
      status.textContent = say("making");
      try {
        status.textContent = say(await act());
      } catch (error) {
        console.error(error);
        status.textContent = say("not_made", { reason: error.message });
      }
    });
    return button;
  };
  const saved = async (making, name) => {
    save(await making, name);
    return "made";
  };
  const actions = [
    button("take_file", () => saved(oneFile(cardFile, language), "card.html")),
    button("take_zip", () => saved(siteZip(cardFile, language), "card.zip")),
    button("take_card", () => saved(new Blob([cardFile], { type: "application/json" }), CARD)),
    button("take_link", async () => {
      const address = link(cardFile);
      if (!address) return "too_large_for_link";
      await navigator.clipboard.writeText(address.href);
      return "link_copied";
    }),
  ];
  place.querySelector(".actions").replaceChildren(...actions);
}
