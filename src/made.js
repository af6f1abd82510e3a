/** A text with what stands in for its `{placeholders}`. */
export const filled = (text, fillings) => Object.entries(fillings).reduce((text, [place, filling]) => text.replaceAll(`{${place}}`, filling), text);

/** Says a text in a live region, unless that says it already: what is put there once more is read out once more. */
export function say(region, text) {
  if (region.textContent !== text) region.textContent = text;
}

/** An element that holds a text, with its properties. */
export const made = (name, textContent, properties) => Object.assign(document.createElement(name), { textContent, ...properties });
