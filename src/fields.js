// Fields keep what is in them when a page comes back from the browser's cache. WebKit sets those without autocomplete
// back to what they began with, whatever the calculator shows.

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
