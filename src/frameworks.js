// Each framework has a page; an address names its framework first, with its edition or without.

/** Goes to the page of the framework that the address names, if that is one of `pages`, and says so; now and later. */
export function leaveForOtherPage(pages) {
  const leave = () => {
    const named = /^#[!/]*([\w.-]+)(?:@\d+)?(?:[/?&]|%(?:25)*2f|$)/i.exec(location.hash)?.[1].toLowerCase();
    const page = new Map(pages.split(",").map((pair) => pair.split(" "))).get(named);
    if (page) location.replace(new URL(page + location.hash, document.baseURI));
    return Boolean(page);
  };
  addEventListener("hashchange", leave);
  return leave();
}
