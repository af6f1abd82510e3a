// Times contestants over the same scenarios, by turns. Runs in Node and in the browser.

const ROUNDS = 15;
const SPAN = 40; // Milliseconds a turn takes at least, so that the browser's coarse clock does not count.

/** For each contestant the milliseconds that one scenario took, a number for each round. */
export function contest(contestants, scenarios) {
  const runs = Object.entries(contestants).map(([name, run]) => ({ name, run, passes: passes(run, scenarios), times: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, passes, times } of round % 2 ? runs : runs.toReversed()) times.push(time(run, scenarios, passes));
  }
  return Object.fromEntries(runs.map(({ name, times }) => [name, times]));
}

// Also warms a contestant up.
function passes(run, scenarios) {
  for (let passes = 1; ; passes *= 2) {
    const span = time(run, scenarios, passes) * scenarios.length * passes;
    if (span > SPAN) return passes;
  }
}

function time(run, scenarios, passes) {
  const start = performance.now();
  for (let pass = 0; pass < passes; pass += 1) for (const changes of scenarios) run(changes);
  return (performance.now() - start) / passes / scenarios.length;
}
