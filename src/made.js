/** An element that holds a text, with its properties. */
export const made = (name, textContent, properties) => Object.assign(document.createElement(name), { textContent, ...properties });
