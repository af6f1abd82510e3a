// What a calculator keeps to itself in somebody else's page, and over a reload of it.

// Keys that belong to what has the focus here are not for the host, which sees the element as their target and takes
// them for its own: one-letter keys while a name is typed, the space bar on a switch. What is held with Ctrl, Alt or
// Cmd, Escape, Tab and the keys with numbers stay the host's too.
export function keepKeys(body) {
  const keep = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.composedPath()[0];
    const types = here.matches?.("input:not([type=checkbox], [type=file]), textarea, select");
    const presses = here.matches?.("input, button, summary, a[href]") && [" ", "Enter"].includes(event.key);
    if (presses || (types && !/^(Escape|Tab|F\d+)$/.test(event.key))) event.stopPropagation();
  };
  for (const type of ["keydown", "keypress", "keyup"]) body.addEventListener(type, keep);
}

// What elements show while the host's page is loaded again, by the addresses that the host has given them.
const name = () => `lawgrade again ${location.pathname}`;
const kept = () => JSON.parse(sessionStorage.getItem(name()) ?? "{}");

export function handOver(given = "", shown) {
  try {
    sessionStorage.setItem(name(), JSON.stringify({ ...kept(), [given]: shown }));
  } catch {
    // Where the browser keeps nothing, the scenario of the host comes back.
  }
}

// Once: a later visit begins as the host says.
export function handedOver(given = "") {
  try {
    const { [given]: shown, ...rest } = kept();
    if (shown !== undefined) sessionStorage.setItem(name(), JSON.stringify(rest));
    return shown;
  } catch {
    return undefined;
  }
}
