// The page and its twin, in the order in which tables have them.
export const contestants = [
  { name: "Lawgrade", path: "" },
  { name: "twin", path: "twin.html" },
];
