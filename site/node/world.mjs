// Writes a map of the world as SVG: a shape for each country with its code of two letters in ISO 3166, from Natural Earth
// (public domain) by way of world-atlas, with as many points as can be seen. What is too small to be seen has a circle.
import { readFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const [WIDTH, HEIGHT] = [960, 440];
// In square degrees: a bend of the coast that is flatter than this is left out.
const FLATTEST = 0.2;
// In square units of the drawing: a smaller island is left out, and a smaller country gets a circle of this radius.
const [ISLAND, SMALLEST, CIRCLE] = [2, 12, 3];
// Without anybody to grade.
const ANTARCTICA = "aq";
// Not in ISO 3166; publishers use this one.
const OWN_CODES = { Kosovo: "xk" };

const atlas = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url), "utf8"));
const { features } = feature(simplify(presimplify(atlas), FLATTEST), atlas.objects.countries);
const code = ({ id, properties }) => OWN_CODES[properties.name] ?? countries.numericToAlpha2(id)?.toLowerCase();
const shapes = features.filter((shape) => code(shape) !== ANTARCTICA);
const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: "FeatureCollection", features: shapes });
const path = geoPath(projection).digits(1);

// The largest part of a country stays, however small it is.
function withoutIslets(shape) {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const sized = shape.geometry.coordinates.map((coordinates) => [path.area({ type: "Polygon", coordinates }), coordinates]);
  const largest = Math.max(...sized.map(([area]) => area));
  const coordinates = sized.filter(([area]) => area >= Math.min(ISLAND, largest)).map(([, part]) => part);
  return { ...shape, geometry: { type: "MultiPolygon", coordinates } };
}

const drawn = shapes.map(withoutIslets).map((shape) => {
  const country = code(shape);
  const name = country ? ` data-subject="${country}"` : "";
  const [x, y] = path.centroid(shape).map((number) => Number(number.toFixed(1)));
  const circle = country && path.area(shape) < SMALLEST ? `<circle${name} cx="${x}" cy="${y}" r="${CIRCLE}"/>` : "";
  return `<path${name} d="${path(shape) ?? ""}"/>${circle}`;
});
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawn.join("")}</svg>`);
