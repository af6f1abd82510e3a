// The calculator in a frame: tells its host how high it is and what it shows, and does what the host sets.

const asked = new URLSearchParams(location.search);

for (const name of ["theme", "parts"]) {
  if (asked.get(name)) document.documentElement.dataset[name] = asked.get(name);
}

// The host that messages go to and come from, as the address of the frame names it.
function hostOrigin() {
  for (const named of [asked.get("host"), document.referrer]) {
    if (URL.canParse(named ?? "")) return new URL(named).origin;
  }
}

export function inFrame(page) {
  if (window === window.top) return;
  const host = hostOrigin();
  // To a host that is not known goes nothing that a visitor did: only how high the frame wants to be.
  const post = (type, content, anyone = false) => {
    if (host ?? anyone) window.parent.postMessage({ lawgrade: 1, type, ...content }, host ?? "*");
  };
  const height = () => post("resize", { height: document.body.getBoundingClientRect().height }, true);
  new ResizeObserver(height).observe(document.body);
  const figure = (id) => document.getElementById(id).textContent;
  const max = Number(document.querySelector(".total").textContent.split(" of ").pop());

  let shown;
  const tell = (address) =>
    // The figures follow in the same turn, after the program has told of the change.
    setTimeout(() => {
      if (address === shown) return;
      shown = address;
      post("change", { address, total: Number(figure("total")), max, grade: figure("grade") });
    });

  // However often a host writes, the last word of a frame counts.
  let wanted;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== host) return;
    if (data?.lawgrade !== 1 || data.type !== "set" || typeof data.address !== "string") return;
    if (data.address.length > 20000) return;
    if (wanted === undefined) {
      requestAnimationFrame(() => {
        page.open(wanted, false);
        wanted = undefined;
      });
    }
    wanted = data.address;
  });
  post("ready", {}, true);
  page.onChange(tell);
}
