// A subject's results over the years as a line of steps. The table below it says the same in words.

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 220, 52, 12, 14, 36];

const shape = (name, attributes, text = "") => {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
};

const across = ({ first, last }, year) => LEFT + ((year - first) / Math.max(last - first, 1)) * (WIDTH - LEFT - RIGHT);
const down = ({ least, most }, figure) => HEIGHT - BOTTOM - ((figure - least) / (most - least)) * (HEIGHT - TOP - BOTTOM);

/** Draws it; `told` is what it says to those who do not see it. */
export function drawn(years, subject, told) {
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "line", role: "img", "aria-label": told });
  for (const figure of [years.least, (years.least + years.most) / 2, years.most]) {
    const y = down(years, figure);
    svg.append(shape("path", { class: "grid", d: `M${LEFT} ${y}H${WIDTH - RIGHT}` }), shape("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, years.written("result", figure)));
  }
  for (const [year, anchor] of [[years.first, "start"], [years.last, "end"]]) svg.append(shape("text", { x: across(years, year), y: HEIGHT - 6, "text-anchor": anchor }, year));
  const points = years.spans(subject).filter(({ figures }) => figures.result !== undefined).map(({ from, figures }) => [across(years, from), down(years, figures.result)]);
  svg.append(shape("path", { class: "now", d: "" }));
  if (points.length) svg.append(shape("path", { class: "path", d: `M${points[0].join(" ")}${points.slice(1).map(([x, y]) => `H${x}V${y}`).join("")}H${across(years, years.last)}` }));
  for (const [cx, cy] of points.slice(1)) svg.append(shape("circle", { cx, cy, r: 3.5 }));
  return svg;
}

/** Marks a year in the line that a place holds, if there is one. */
export const mark = (place, years, year) => place.querySelector(".now")?.setAttribute("d", `M${across(years, year)} ${TOP}V${HEIGHT - BOTTOM}`);
