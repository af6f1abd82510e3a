// A page that is printed asks its frames too late for what is in them, and shows of each only a window as high as on the
// screen. So the host is handed the sheet beforehand, to print it in the frame's place.

// A page that is never idle, as under a host with much to do, gets it nevertheless.
const soon = (work) => (globalThis.requestIdleCallback ?? setTimeout)(work, { timeout: 1000 });

// An element as its name, its parts and the address that it leads to, which is all that a host makes of it again.
const described = (element) => [
  element.localName,
  [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE && described(node))).filter(Boolean),
  element.href,
];

/** Hands the sheet to the host when there is nothing else to do: when the tools are there, and after each change. */
export function handOverPaper(calculator, host) {
  const root = document.getElementById("calculator");
  let waits = false;
  const hand = () => {
    waits = false;
    // What makes the sheet hears of it as of a print.
    dispatchEvent(new Event("beforeprint"));
    const parts = [document.querySelector(".sheet"), document.querySelector(".hotline")];
    if (parts[0]) host.tell("paper", { sheet: ["div", parts.filter(Boolean).map(described)] });
  };
  const later = () => {
    if (!waits) soon(hand);
    waits = true;
  };
  calculator.onChange(later);
  new MutationObserver(later).observe(root, { attributes: true, attributeFilter: ["data-tools"] });
}
