// What is looked for among the questions of a calculator stands in the page's query, so that a link shows the same.

/** Has the page look for what the query says, now and after a step back, and the query say what a visitor looks for. */
export function followSearch(page) {
  let due;
  let chosen;
  // What the query said last. A step between places of one query must not take back what is still to be written into it.
  let said;
  page.onChange(() => {
    const asked = { show: page.filters, search: page.words };
    const all = JSON.stringify(asked);
    if (chosen === all) return;
    chosen = all;
    for (const link of document.querySelectorAll(".languages a")) link.search = asking(link.href, asked).search;
    // Browsers refuse to write the address too often.
    clearTimeout(due);
    due = setTimeout(() => {
      write(asking(location.href, asked));
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
  addEventListener("popstate", read);
  read();
}

function saying() {
  const { searchParams } = new URL(location.href);
  return ["show", "search"].map((name) => searchParams.get(name) ?? "");
}

// What others have put into the query stays.
function asking(href, asked) {
  const address = new URL(href);
  for (const [name, value] of Object.entries(asked)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  address.search = address.search.replaceAll("%2C", ",");
  return address;
}

function write(address) {
  try {
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  } catch {
    // Some browsers forbid it in frames, and when it happens too often; the next search writes it.
  }
}
