// QR codes, drawn in the browser.
import { encode } from "uqr";

// What phones still read from a screen or a projector across a table: 105 modules a side, with the least correction.
const LONGEST = 900;

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * A text as a QR code, black on white with the quiet zone around it whatever the page's colours are.
 *
 * @param {string} text what it holds
 * @param {string} name what it is called for those who do not see it
 * @returns {SVGSVGElement | undefined} nothing where the text is longer than phones read
 */
export function qrCode(text, name) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST) return undefined;
  const { size, data } = encode([...bytes], { ecc: bytes.length > 400 ? "L" : "M", border: 4 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  const svg = document.createElementNS(NAMESPACE, "svg");
  const put = (element, attributes) => {
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const drawn = (element, attributes) => svg.append(put(document.createElementNS(NAMESPACE, element), attributes));
  put(svg, { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, class: "qr", "shape-rendering": "crispEdges" });
  drawn("rect", { width: size, height: size, fill: "#fff" });
  drawn("path", { d: rows.join(""), fill: "#000" });
  return svg;
}
