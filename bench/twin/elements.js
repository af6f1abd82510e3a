// Elements, made by hand.

/** An element with attributes and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

export function button(name, act) {
  const element = h("button", { type: "button" }, name);
  element.addEventListener("click", act);
  return element;
}

/** What an element has that holds a figure: translators are to leave it alone. */
export const asFigure = { class: "notranslate", translate: "no" };

export const basisMark = (basis) => h("span", { class: `basis basis-${basis}` }, basis);

/** The same for a figure that does not always rest on the same, and the function that writes it. */
export function liveBasisMark() {
  const [word, write] = text();
  const mark = h("span", {}, word);
  let now;
  return [mark, (basis) => {
    if (basis === now) return;
    now = basis;
    write(basis);
    mark.className = `basis basis-${basis}`;
  }];
}

/** A length on a scale from none to `max`. */
export const percent = (points, max) => `${(Math.floor((Math.max(points, 0) * 100_000) / max) / 1000).toFixed(3)}%`;

/** An empty text node to be written into, and the function that writes. */
export function text() {
  const node = document.createTextNode("");
  const write = (words) => {
    if (node.data !== words) node.data = words;
  };
  return [node, write];
}
