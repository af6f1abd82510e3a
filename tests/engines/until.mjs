// Waits for conditions, never for a time.
import { deepEqual } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";

const LONGEST = 10_000;
const BETWEEN = 40;

// Asks again until the answer is the expected one. In the end, what is wrong with the answer is told.
export async function until(ask, expected) {
  const end = Date.now() + LONGEST;
  for (;;) {
    try {
      return deepEqual(await ask(), expected);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await setTimeout(BETWEEN);
  }
}

// The same for a text that has to fit a pattern.
export const untilFits = (ask, pattern) =>
  until(async () => {
    const text = await ask();
    return pattern.test(text) || text;
  }, true);

// Waits until an answer has stayed the same for a while: what changes it is over.
export const settles = (ask, pause) =>
  until(async () => {
    const before = await ask();
    await setTimeout(pause);
    return (await ask()) === before;
  }, true);
