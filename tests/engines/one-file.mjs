// The calculator in one file, opened from the disk by a browser that has no network.
import { deepEqual } from "node:assert/strict";
import { until } from "./until.mjs";
import { announcedBuyers, asPublished, baseline, buyers, buyersAddress, withBuyers } from "./visitor.mjs";

const file = new URL("../../dist/lawgrade.html", import.meta.url).href;

export const steps = {
  async "opens on 79 points, grade C"({ visitor }) {
    await visitor.open(file);
    await visitor.shows(asPublished);
  },

  async "a click moves component, section, total, grade, what is announced, and the address"({ visitor }) {
    await visitor.open(`${file}${baseline}/to=B`);
    await visitor.switches("2.1", buyers);
    await visitor.shows(withBuyers);
    await visitor.announced(announcedBuyers);
    await visitor.hash(`${buyersAddress}/to=B`);
  },

  async "a plan that reaches an A is found and applied"({ visitor }) {
    await visitor.open(file);
    await visitor.applyPlanToA();
  },

  async "a scenario is saved and is there after a reload"({ visitor }) {
    await visitor.open(`${file}${buyersAddress}`);
    await visitor.save("Bill 5");
    await until(() => visitor.count(".trouble"), 0);
    await visitor.session.reload();
    await visitor.openTool("Save and compare scenarios");
    await until(() => visitor.saved(), ["Bill 5"]);
  },

  async "the summary can be read, copied and taken away as files"({ visitor }) {
    await visitor.open(`${file}${buyersAddress}`);
    await visitor.openTool("Share, print and download");
    await visitor.says(".document", "82.5");
    await visitor.copies();
    await visitor.downloads();
  },

  async "all of it asks nothing of a network"({ visitor, network }) {
    await visitor.open(file);
    await visitor.applyPlanToA();
    await visitor.openTool("Save and compare scenarios");
    await visitor.openTool("Share, print and download");
    await visitor.downloads();
    deepEqual([await visitor.asked(), network.heard()], [[], []]);
    // What is asked is noticed.
    await visitor.session.run(() => void (new Image().src = "http://lawgrade.example/"));
    await until(async () => [await visitor.asked(), network.heard()], [["lawgrade.example"], ["lawgrade.example"]]);
  },
};
