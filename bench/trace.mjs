// Reads the browser's trace: what the main thread did between a click's marks. In the thread's own time, which runs only
// while it works, so that whatever else the machine does counts as little as can be.

const kinds = {
  style: ["UpdateLayoutTree"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "Commit"],
};

/** What the trace must hold. */
export const categories = ["blink.user_timing", "devtools.timeline"];

/**
 * For each click of a contestant, in milliseconds: `script` from the click until the page has updated its elements;
 * `style`, `layout` and `paint` until the next frame; `work`, all that the main thread did for it; and `painted`, by
 * the clock, the time until the frame.
 */
export function mainThread(events, name) {
  const marks = events.filter((event) => event.name.startsWith(`${name}: `) && event.cat.includes("user_timing"));
  marks.sort((a, b) => a.ts - b.ts);
  const [{ pid, tid } = {}] = marks;
  const done = events.filter((event) => event.pid === pid && event.tid === tid && event.tdur);
  const clicks = [];
  for (let mark = 0; mark + 2 < marks.length; mark += 3) {
    const [start, updated, painted] = marks.slice(mark, mark + 3);
    // Nothing of these kinds crosses a mark, since each is set by a script.
    const within = done.filter(({ tts }) => tts > start.tts && tts < painted.tts);
    const sum = (names) => within.reduce((sum, { name, tdur }) => sum + (names.includes(name) ? tdur : 0), 0) / 1000;
    const [style, layout, paint] = Object.values(kinds).map(sum);
    clicks.push({
      script: (updated.tts - start.tts) / 1000,
      style, layout, paint,
      work: (painted.tts - start.tts) / 1000,
      painted: (painted.ts - start.ts) / 1000,
    });
  }
  return clicks;
}
