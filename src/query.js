// What is chosen on a page stands in its query, so that a link shows the same: the scenario is behind the `#`.

/** An address with what is chosen in its query, by name. What is not chosen goes out of it, what others have put there stays. */
export function addressWith(href, chosen) {
  const address = new URL(href);
  for (const [name, value] of Object.entries(chosen)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  // As it was typed, where that can stand in a link.
  address.search = address.search.replaceAll("%2C", ",");
  return address;
}

/** Has the links to the page in other languages say it. */
export function carryQuery(chosen) {
  for (const link of document.querySelectorAll(".languages a")) link.search = addressWith(link.href, chosen).search;
}

/** Has the page's own address say it, without another step in its history. */
export function writeQuery(chosen) {
  const address = addressWith(location.href, chosen);
  try {
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  } catch {
    // Some browsers forbid it in frames, and when it happens too often; the next change writes it.
  }
}
