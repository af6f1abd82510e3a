// Leads to the page from an address that went wrong on its way. It stands in the pages themselves, since there they
// do not find their other files. The build tells policies its fingerprint.
(() => {
  const { page, boot } = document.currentScript.dataset;
  const { href, pathname, search, hash } = location;

  // Some programs write the “#” of a link as %23, so that it is taken for a file's name or a part of the query.
  const [, before, address] = /^([^?#]*?)%(?:25)*23(.*)/i.exec(href) ?? /^([^#]*?)%(?:25)*23([\w@-]+(?:\/|%(?:25)*2f).*)/i.exec(href) ?? [];
  if (address) return location.replace(`${before.replace(/%(25)*3f/i, "?")}#${address}`);

  // A host may answer a wrong address with the page, or a folder's address without its last “/”.
  const find = async (file, found) => {
    const parts = pathname.replace(/\/$/, "").split("/");
    for (; parts.length > 0; parts.pop()) {
      const folder = `${parts.join("/")}/`;
      const response = folder === new URL(".", href).pathname && page ? undefined : await fetch(folder + file).catch(() => {});
      if (response?.ok && !/html/.test(response.headers.get("content-type"))) return found(folder);
    }
  };
  if (boot) find(boot, (folder) => document.querySelectorAll(".home").forEach((link) => (link.href = folder)));
  else addEventListener("error", ({ target }) => target.id === "boot" && find(target.src.split("/").pop(), (folder) => location.replace(folder + page + search + hash)), true);
})();
