// A host's page with 1, 10 and 50 calculators: when those in view answer, what is asked for, what is kept.
import { watchAnswer } from "./answer.mjs";
import { desktop, visit } from "./browser.mjs";
import { spread } from "./figures.mjs";
import { sent } from "./host.mjs";
import { processMemory, watchPrograms } from "./memory.mjs";

const ROUNDS = 3;

/** For each number of embeds, on a page of another origin than the calculator's. */
export async function embeds(browser, host) {
  const results = [];
  for (const count of [1, 10, 50]) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await embedded(browser, host, count));
    const [{ inView, started, requests, bytes }] = rounds;
    const of = (what) => spread(rounds.map((round) => round[what]));
    results.push({ count, inView, started, requests, bytes, answer: of("answer"), memory: of("memory"), programs: of("programs"), all: of("all") });
  }
  return results;
}

async function embedded(browser, host, count) {
  const { context, page } = await visit(browser, desktop);
  const answers = new Map();
  await context.exposeBinding("benchAnswers", ({ frame }, moment) => answers.set(frame, moment));
  await page.addInitScript(watchPrograms);
  await page.addInitScript(watchAnswer);
  host.asked.length = 0;
  await page.goto(`${host.other}embeds-${count}.html`);
  const frames = page.locator("iframe");
  await frames.nth(count - 1).waitFor({ state: "attached" });
  // Counted anew each time: a frame that gets its height moves those below it out of view, where they do not answer.
  let inView;
  await until(async () => answers.size >= (inView = await seen(frames)));
  const began = await page.evaluate(() => performance.timeOrigin);
  const inOrder = () => [...answers.values()].sort((a, b) => a - b);
  const answer = inOrder()[inView - 1] - began;
  await page.waitForTimeout(1500); // Those just below come by themselves.
  const requests = host.asked.length;
  const bytes = host.asked.reduce((sum, path) => sum + sent(path), 0);
  const processes = await memoryOfPages(browser);
  // Those out of view run and do not paint, so that they have not answered.
  const running = await programMemory(page);
  // Then a visitor reads on to the end.
  for (let place = 0; place < count; place += 1) {
    await frames.nth(place).scrollIntoViewIfNeeded();
    await until(() => answers.size > place);
  }
  const all = await memoryOfPages(browser);
  await context.close();
  const programs = running.reduce((sum, size) => sum + size, 0);
  return { inView, started: running.length, requests, bytes, answer, memory: processes, programs, all };
}

const seen = (frames) => frames.evaluateAll((frames) => frames.filter((frame) => {
  const { top, bottom } = frame.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}).length);

async function until(holds) {
  for (const end = Date.now() + 120_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error("an embedded calculator does not answer");
    await new Promise((done) => setTimeout(done, 20));
  }
}

// For each frame that has started a program.
async function programMemory(page) {
  const sizes = await Promise.all(page.frames().map((frame) =>
    frame.evaluate(() => window.programs.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)).catch(() => 0)));
  return sizes.filter((size) => size > 0);
}

async function memoryOfPages(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => processMemory(id)));
  return sizes.reduce((sum, size) => sum + (size ?? 0), 0);
}
