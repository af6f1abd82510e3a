// What a visitor does first of all, in three engines. `node --test tests/engines/engines.test.mjs` uses the
// built release; ENGINE=Firefox before it tries one engine alone.
// Chromium alone is held to the rest, by Playwright, in tests/e2e.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { browse, engines } from "./engines.mjs";
import * as oneFile from "./one-file.mjs";
import * as page from "./page.mjs";
import { serve } from "./release.mjs";
import { snare } from "./snare.mjs";
import { Visitor } from "./visitor.mjs";

const pictures = new URL("failures/", import.meta.url);
const LONGEST = 60_000;

// Keeps a picture of what a failed step saw.
async function keep(visitor, engine, step) {
  const name = `${engine} ${step}.png`.replace(/[^\w.]+/g, "-");
  mkdirSync(pictures, { recursive: true });
  writeFileSync(new URL(name, pictures), await visitor.session.picture());
  console.error(`${engine}, “${step}”: see tests/engines/failures/${name}`);
}

function describeSteps(engine, title, steps, open) {
  describe(`${engine}, ${title}`, () => {
    let place;
    const ends = [];
    before(async () => {
      place = await open(ends);
    }, { timeout: LONGEST });
    for (const [name, step] of Object.entries(steps)) {
      test(name, { timeout: LONGEST }, async () => {
        try {
          await step(place);
        } catch (error) {
          await keep(place.visitor, engine, `${title} ${name}`).catch(() => {});
          throw error;
        }
      });
    }
    after(async () => {
      for (const end of ends.reverse()) await end();
    });
  });
}

rmSync(pictures, { recursive: true, force: true });

const asked = process.env.ENGINE;

for (const engine of asked ? [asked] : Object.keys(engines)) {
  const visit = async (ends, proxy) => {
    const browser = await browse(engine, proxy);
    ends.push(browser.end);
    console.log(browser.session.version);
    return new Visitor(browser);
  };

  describeSteps(engine, "the page", page.steps, async (ends) => {
    const server = await serve();
    ends.push(server.end);
    return { server, visitor: await visit(ends) };
  });

  describeSteps(engine, "the one file", oneFile.steps, async (ends) => {
    const network = await snare(engines[engine].asksItself);
    ends.push(network.end);
    return { network, visitor: await visit(ends, network.port) };
  });
}
