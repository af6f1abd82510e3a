// Addresses as the world hands them on.
import { serve } from "../server.mjs";
import { asPublished, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

export const rows = {
  async "control: the scenario of an address opens"({ visitor, later }) {
    const server = await serve();
    later(server.stop);
    await visitor.open(`${server.page}${buyersAddress}`);
    await visitor.shows(withBuyers);
    await visitor.open(server.page);
    await visitor.shows(asPublished);
  },
};
