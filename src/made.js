/** A text with what stands in for its `{placeholders}`. */
export const filled = (text, fillings) => Object.entries(fillings).reduce((text, [place, filling]) => text.replaceAll(`{${place}}`, filling), text);

/** Says a text in a live region, unless that says it already: what is put there once more is read out once more. */
export function say(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

/** An element that holds a text, with its properties. */
export const made = (name, textContent, properties) => Object.assign(document.createElement(name), { textContent, ...properties });

/** A button that does something when it is pressed. */
export function button(text, act) {
  const element = made("button", text, { type: "button" });
  element.addEventListener("click", act);
  return element;
}
