// The calculator in a frame: tells its host how high it is and what it shows, and does what the host sets.

const asked = new URLSearchParams(location.search);

// The host that messages go to and come from, as the address of the frame names it.
function hostOrigin() {
  for (const named of [asked.get("host"), document.referrer]) {
    if (URL.canParse(named ?? "")) return new URL(named).origin;
  }
}

export function inFrame(calculator) {
  if (window === window.top) return;
  const host = hostOrigin();
  // To a host that is not known goes nothing that a visitor did: only how high the frame wants to be.
  const post = (type, content, anyone = false) => {
    if (host ?? anyone) window.parent.postMessage({ lawgrade: 1, type, ...content }, host ?? "*");
  };
  const height = () => post("resize", { height: document.body.getBoundingClientRect().height }, true);
  new ResizeObserver(height).observe(document.body);

  let shown;
  const tell = (address) => {
    if (address === shown) return;
    shown = address;
    post("change", { address, total: calculator.total(), max: calculator.max(), grade: calculator.grade() });
  };

  // However often a host writes, the last word of a frame counts.
  let wanted;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== host) return;
    if (data?.lawgrade !== 1 || data.type !== "set" || typeof data.address !== "string") return;
    if (data.address.length > 20000) return;
    if (wanted === undefined) {
      // Not requestAnimationFrame: browsers never call it in a frame of another origin that is out of view.
      setTimeout(() => {
        calculator.open(wanted, false);
        wanted = undefined;
      });
    }
    wanted = data.address;
  });
  post("ready", {}, true);
  calculator.onChange(tell);
}
