// What a host asks of the calculator's looks in a frame: in the address, and in the frame's name where a server that
// redirects has dropped the query.
const named = /^lawgrade\?(.*)$/s.exec(window.name)?.[1] ?? "";

export const asked = new URLSearchParams(named);
for (const [name, value] of new URLSearchParams(location.search)) asked.set(name, value);

/**
 * Does what is asked. A frame that nobody has told of the page around it is light, as most pages are; `system` and
 * `auto` follow the visitor's system.
 */
export function apply(page, { theme, parts, view, style = "" }) {
  const inFrame = window !== window.top;
  const look = { light: "light", dark: "dark", system: "", auto: "" }[theme] ?? (inFrame ? "light" : "");
  for (const [name, value] of [["theme", look], ["parts", parts], ["view", view]]) {
    if (value) page.dataset[name] = value;
    else delete page.dataset[name];
  }
  // Colours and fonts: "accent:#7a1f1f;serif:Georgia".
  const set = style.split(";").map((pair) => /^([a-z-]+):(.+)$/.exec(pair)).filter(Boolean);
  for (const name of [...page.style].filter((name) => name.startsWith("--lawgrade-"))) page.style.removeProperty(name);
  for (const [, name, value] of set) page.style.setProperty(`--lawgrade-${name}`, value);
}
