// Each framework has a page; an address names its framework first, with its edition or without.

/** The page of the framework that an address names, with the address; nothing, when that is not one of `pages`. */
export function otherPage(pages, hash) {
  const named = /^#[!/]*([\w.-]+)(?:@\d+)?(?:[/?&]|%(?:25)*2f|$)/i.exec(hash)?.[1].toLowerCase();
  const page = new Map(pages.split(",").map((pair) => pair.split(" "))).get(named);
  return page && new URL(page + hash, document.baseURI);
}
