// A link to hand over: as a text to copy, as a QR code, and by whatever the device shares with.
import { button, made } from "./made.js";
import { qrCode } from "./qr.js";

/**
 * A link with a field to copy it from, buttons and its QR code; `say` gives the page's texts, `more` are buttons beside those.
 *
 * @returns {HTMLElement}
 */
export function handingOver(link, { label, qr, say, more = [] }) {
  const place = made("div", "", { className: "handing-over" });
  const told = made("span", "", { className: "told" });
  told.setAttribute("role", "status");
  const field = made("textarea", link, { readOnly: true, rows: 3, spellcheck: false });
  field.addEventListener("focus", () => field.select());
  const named = made("label", label);
  named.append(field);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      told.textContent = say("copied");
    } catch {
      field.focus();
      told.textContent = say("not_copied");
    }
  };
  const buttons = made("p", "", { className: "buttons" });
  buttons.append(button(say("copy"), copy));
  if (navigator.share) buttons.append(button(say("share"), () => navigator.share({ url: link }).catch(() => {})));
  buttons.append(...more, told);
  const code = qrCode(link, qr);
  const links = made("div", "");
  links.append(named, buttons);
  place.append(code ?? made("p", say("too_long_for_qr"), { className: "note" }), links);
  return place;
}
