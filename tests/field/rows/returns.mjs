// What is taken away comes back.
import { until } from "../../engines/until.mjs";
import { serve } from "../server.mjs";
import { buyersAddress, withBuyers } from "../../engines/visitor.mjs";

const linked = (visitor) => visitor.session.run(() => document.querySelector(".languages a").getAttribute("href"));

export const rows = {
  async "B23 the link to the other language has the scenario before it is clicked"({ visitor, later }) {
    const server = await serve();
    later(server.stop);
    await visitor.open(`${server.page}?lang=en${buyersAddress}`);
    await visitor.shows(withBuyers);
    await until(async () => new URL(await linked(visitor), server.page).hash, buyersAddress);
    await visitor.open(new URL(await linked(visitor), server.page).href);
    await visitor.shows({ ...withBuyers, change: "sube 3.5" });
  },
  async "K11 that link follows each step, undo, and an address that is opened"({ visitor, session, later }) {
    const server = await serve();
    later(server.stop);
    const has = (hash) => until(async () => new URL(await linked(visitor), server.page).hash, hash);
    await visitor.open(`${server.page}?lang=en`);
    await visitor.switches("2.1", "trafficking-law-reaches-buyers");
    await has(buyersAddress);
    await visitor.press("Undo");
    await has("#pic-2019/ct-2019");
    await session.run((hash) => (location.hash = hash), `${buyersAddress},no-such-law`);
    await has(`${buyersAddress},no-such-law`);
    // A place on the page is no scenario: what could not be read is still told there, and in the other language as well.
    await session.run(() => (location.hash = "#section-5"));
    await visitor.hash(buyersAddress);
    await has(`${buyersAddress},no-such-law`);
    await visitor.press("Reset");
    await has("#pic-2019/ct-2019");
  },
};
