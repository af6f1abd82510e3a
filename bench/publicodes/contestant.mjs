// publicodes as a contestant: the same scenarios, evaluated by its engine. Runs in Node and in the browser.
import Engine from "publicodes";
import { name, rules, situation } from "./rules.mjs";

const quiet = { log() {}, warn() {}, error: console.error };

/** The engine with the card's rules: `total` of a scenario, and the points of every part by its id. */
export function publicodes(data) {
  const engine = new Engine(rules(data), { logger: quiet });
  const value = (rule) => engine.evaluate(rule).nodeValue;
  return {
    total(changes) {
      engine.setSituation(situation(changes));
      return value("total");
    },
    parts(changes) {
      engine.setSituation(situation(changes));
      const points = (kind, list) => list.map(({ id }) => value(name(kind, id)));
      const { sections } = data.framework;
      return {
        total: value("total"),
        sections: points("section", sections),
        components: points("component", sections.flatMap((section) => section.components)),
      };
    },
  };
}
