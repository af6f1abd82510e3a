// What the wrappers for React, Vue and Svelte share. The element itself comes from the calculator's own folder, as its
// frame does, so that both are of one version.

/**
 * Has the page load the calculator's script, once. Does nothing where there is no page, as on a server.
 *
 * @param {string} home The address of the calculator's folder.
 */
export function loadElement(home) {
  if (typeof document === "undefined" || customElements.get("law-grade")) return;
  const src = new URL("embed.js", new URL(home.replace(/\/?$/, "/"), document.baseURI)).href;
  if ([...document.scripts].some((script) => script.src === src)) return;
  document.head.append(Object.assign(document.createElement("script"), { async: true, src }));
}

const names = ["framework", "card", "data", "view", "theme", "parts", "lang", "height", "title", "frameless"];

/** Settings as attributes of the element; what is not set has none. */
export function attributesOf({ home, ...settings }) {
  const set = names.map((name) => [name, settings[name]]).filter(([, value]) => value !== undefined && value !== null && value !== false);
  const attributes = Object.fromEntries(set.map(([name, value]) => [name, value === true ? "" : `${value}`]));
  return home ? { src: home.replace(/\/?$/, "/"), ...attributes } : attributes;
}

/** Calls `change` and `error` with the details of the element's events. Gives a function that ends it. */
export function listen(element, { change, error }) {
  const ears = [["lawgrade-change", ({ detail }) => change?.(detail)], ["lawgrade-error", ({ detail }) => error?.(detail)]];
  for (const [type, ear] of ears) element.addEventListener(type, ear);
  return () => ears.forEach(([type, ear]) => element.removeEventListener(type, ear));
}
