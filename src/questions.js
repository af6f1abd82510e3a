// What is looked for among the questions of a calculator, and the page's query, follow each other.
import { carryQuery, writeQuery } from "./query.js";

/** Has the page look for what the query says, now and after a step back, and the query say what a visitor looks for, until the signal ends it. */
export function followSearch(page, signal) {
  let due;
  // What the query said last. A step between places of one query must not take back what is still to be written into it.
  let said;
  page.onSearch(() => {
    const asked = { show: page.filters, search: page.words };
    carryQuery(asked);
    // Browsers refuse to write the address too often.
    clearTimeout(due);
    due = setTimeout(() => {
      writeQuery(asked);
      said = saying().join();
    }, 300);
  });
  const read = () => {
    const asked = saying();
    if (said === asked.join()) return;
    said = asked.join();
    clearTimeout(due);
    page.lookFor(...asked);
  };
  addEventListener("popstate", read, { signal });
  signal.addEventListener("abort", () => clearTimeout(due));
  read();
}

function saying() {
  const { searchParams } = new URL(location.href);
  return ["show", "search"].map((name) => searchParams.get(name) ?? "");
}
