// What the page around an element looks like, and what it asks of the calculator's looks.

// What a host may set, as --lawgrade-….
const looks = ["paper", "paper-raised", "ink", "ink-soft", "rule", "rule-strong", "accent", "accent-soft", "on-accent", "focus", "serif", "sans"];

const dark = matchMedia("(prefers-color-scheme: dark)");

// How light a computed colour is, from 0 to 1; nothing where it does not cover what lies behind it.
function lightness(colour) {
  const [, kind, inside = ""] = /^(\w+)\((.*)\)$/.exec(colour) ?? [];
  const numbers = (inside.match(/-?[\d.]+(e-?\d+)?%?/g) ?? []).map((number) => Number.parseFloat(number) / (number.endsWith("%") ? 100 : 1));
  if (numbers.length < 3 || (numbers[3] ?? 1) < 0.5) return undefined;
  if (/^ok/.test(kind)) return numbers[0];
  if (/^l/.test(kind)) return numbers[0] / 100;
  return (0.299 * numbers[0] + 0.587 * numbers[1] + 0.114 * numbers[2]) / (/^rgb/.test(kind) ? 255 : 1);
}

// Light or dark, as the ground on which the element stands. A page without a ground of its own shows the browser's,
// which is light unless the page says by `color-scheme` that it can be dark.
function ground(element) {
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5 ? "dark" : "light";
  }
  const schemes = getComputedStyle(element).colorScheme ?? "";
  return /\bdark\b/.test(schemes) && (dark.matches || !/\blight\b/.test(schemes)) ? "dark" : "light";
}

/** The theme, the parts, the view and the colours and letters that an element asks for. */
export function asked(element) {
  const theme = element.getAttribute("theme");
  const style = getComputedStyle(element);
  const set = looks.map((name) => [name, style.getPropertyValue(`--lawgrade-${name}`).trim()]).filter(([, value]) => value);
  return {
    theme: ["light", "dark", "system"].includes(theme) ? theme : ground(element),
    parts: element.getAttribute("parts") ?? "",
    view: element.getAttribute("view") ?? "",
    style: set.map((pair) => pair.join(":")).join(";"),
  };
}

/** Calls `follow` whenever the page may have turned light or dark. Gives a function that ends it. */
export function onTurn(follow) {
  // Once styles have followed, and again when colours have moved to where they go.
  const turned = () => [50, 500].forEach((wait) => setTimeout(follow, wait));
  const observer = new MutationObserver(turned);
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true });
  }
  dark.addEventListener("change", turned);
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", turned);
  };
}
