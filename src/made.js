/** A text with what stands in for its `{placeholders}`. */
export const filled = (text, fillings) => Object.entries(fillings).reduce((text, [place, filling]) => text.replace(`{${place}}`, filling), text);

/** An element that holds a text, with its properties. */
export const made = (name, textContent, properties) => Object.assign(document.createElement(name), { textContent, ...properties });
