// Each framework has a page; an address names its framework first, with its edition or without.

/** The page of the framework that stands behind the `#`, if it is one of `pages`: names and addresses. */
export function pageNamed(hash, pages) {
  const named = /^#[!/]*([\w.-]+)(?:(?:@|%(?:25)*40)\d+)?(?:[/?&]|%(?:25)*2f|$)/i.exec(hash)?.[1].toLowerCase();
  return new Map(pages.split(",").map((pair) => pair.split(" "))).get(named);
}

/** Goes to the page of the framework that the address names, if that is one of `pages`, and says so; now and later. */
export function leaveForOtherPage(pages) {
  const leave = () => {
    const page = pageNamed(location.hash, pages);
    if (page) location.replace(new URL(page + location.hash, document.baseURI));
    return Boolean(page);
  };
  addEventListener("hashchange", leave);
  return leave();
}
