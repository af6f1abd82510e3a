// What the page for frames does before anything of it is seen. A plain script, which the page waits for.
{
  const asked = new URLSearchParams(location.search);
  const page = document.documentElement;

  for (const name of ["theme", "parts"]) {
    if (asked.get(name)) page.dataset[name] = asked.get(name);
  }

  // The host's colours and fonts, as embed.js hands them over: "accent:#7a1f1f;serif:Georgia".
  for (const pair of (asked.get("style") ?? "").split(";")) {
    const [, name, value] = /^([a-z-]+):(.+)$/.exec(pair) ?? [];
    if (name) page.style.setProperty(`--lawgrade-${name}`, value);
  }
}

// In a frame that its host has sandboxed, the calculator's own host is a stranger, and the start script is
// loaded only where that host allows strangers. Where it does not, one script that has everything inside
// is loaded instead: plain scripts may come from anywhere.
addEventListener("error", ({ target }) => {
  if (target.id !== "boot" || self.origin !== "null") return;
  const address = new URL(target.dataset.inside, document.baseURI).href;
  const policy = globalThis.trustedTypes?.createPolicy("lawgrade", { createScriptURL: () => address });
  const script = document.createElement("script");
  script.src = policy?.createScriptURL("") ?? address;
  document.body.append(script);
}, true);
