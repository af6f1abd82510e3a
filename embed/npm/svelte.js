// The element for Svelte, as an action: <law-grade use:lawgrade={{ home, address, onchange }}></law-grade>.
import { attributesOf, listen, loadElement } from "./element.js";

export function lawgrade(element, settings = {}) {
  let now = {};
  let written = {};
  const follow = (settings) => {
    const { address } = settings;
    if (settings.home) loadElement(settings.home);
    const attributes = attributesOf(settings);
    for (const name of Object.keys(written)) if (!(name in attributes)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    if (address !== undefined && address !== now.address) element.address = address;
    [now, written] = [settings, attributes];
  };
  follow(settings);
  const ends = listen(element, { change: (detail) => now.onchange?.(detail), error: (detail) => now.onerror?.(detail) });
  return { update: follow, destroy: ends };
}
