// Fields keep what is in them when a page comes back from the browser's cache. WebKit sets those without autocomplete
// back to what they began with, whatever the calculator shows. They are known by their ids, also once they are made anew.

/** Keeps those of the root that `current` gives. Gives a function that ends it. */
export function keepFields(current) {
  const keep = () => {
    for (const field of current().querySelectorAll("input")) {
      field.defaultChecked = field.checked;
      field.defaultValue = field.value;
    }
  };
  addEventListener("pagehide", keep);
  return () => removeEventListener("pagehide", keep);
}

/** The field with an id, if it is there. */
export const field = (root, id) => root.querySelector(`[id="${CSS.escape(id)}"]`);

/** Switches boxes as a visitor does, by their ids, where they are there. */
export function press(root, boxes) {
  for (const [id, checked] of boxes) {
    const box = field(root, id);
    if (box) Object.assign(box, { checked }).dispatchEvent(new Event("change", { bubbles: true }));
  }
}
