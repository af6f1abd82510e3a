// Reads the browser's trace: what the main thread did between a click's marks.

const kinds = {
  style: ["UpdateLayoutTree", "RecalcStyle"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "Commit"],
};

/**
 * For each click of a contestant, in milliseconds: `script` from the click until the page has updated its elements;
 * `style`, `layout` and `paint` until the next frame; `work`, all that the main thread did for it; `painted`, the
 * time until the frame.
 */
export function mainThread(events, name) {
  const marks = events.filter((event) => event.name.startsWith(`${name}: `) && event.cat.includes("user_timing"));
  marks.sort((a, b) => a.ts - b.ts);
  const [{ pid, tid } = {}] = marks;
  const done = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
  done.sort((a, b) => a.ts - b.ts);
  const clicks = [];
  for (let mark = 0; mark + 2 < marks.length; mark += 3) {
    const [start, updated, painted] = marks.slice(mark, mark + 3).map(({ ts }) => ts);
    // A task may begin before the click or end after the frame; what lies outside is not counted.
    const within = done.filter(({ ts, dur = 0 }) => ts < painted && ts + dur > start);
    const sum = (names) =>
      within
        .filter((event) => names.includes(event.name))
        .reduce((sum, { ts, dur }) => sum + Math.min(ts + dur, painted) - Math.max(ts, start), 0) / 1000;
    const [style, layout, paint] = Object.values(kinds).map(sum);
    clicks.push({ script: (updated - start) / 1000, style, layout, paint, work: sum(["RunTask"]), painted: (painted - start) / 1000 });
  }
  return clicks;
}
