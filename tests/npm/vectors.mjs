// Every published result of tests/vectors, as functions of what lawgrade.js gives. Each answers how many figures it
// has compared, and throws at the first that comes out otherwise.
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const framework = (path) => JSON.parse(read(path));
const lines = (name) => read(`tests/vectors/${name}.csv`).trim().split("\n").slice(1).map((line) => line.split(","));
const years = ([, first, last]) => last - first + 1;
const answered = (rules, digits) => Object.fromEntries(rules.provisions.map((id, place) => [id, digits[place] === "1"]));

/** Every part of a tree by its id. */
export function parts(whole) {
  const found = new Map();
  const walk = (part) => {
    if (part.id !== null) found.set(part.id, part);
    part.parts.forEach(walk);
  };
  walk(whole);
  return found;
}

function withRules(lawgrade, path, use) {
  const rules = lawgrade.rules(framework(path));
  try {
    return use(rules);
  } finally {
    rules.free();
  }
}

/** Each set of vectors: what it is called, and a function of the loaded package that gives its counts. */
export const vectors = {
  "Women, Business and the Law": (lawgrade) => withRules(lawgrade, "data/wbl-2020/framework.json", (rules) => {
    const counts = { indexes: 0, scores: 0 };
    for (const line of lines("wbl-2020")) {
      const { tallies } = rules.evaluate(answered(rules, line[3]));
      const [index, ...sections] = tallies.map(({ figure }) => figure);
      equal(index, Number(line[12]), line);
      equal(sections.join(), line.slice(4, 12).map(Number).join(), line);
      counts.indexes += years(line);
      counts.scores += sections.length * years(line);
    }
    return counts;
  }),

  "Sunlight": (lawgrade) => withRules(lawgrade, "data/sunlight-2015/framework.json", (rules) => {
    const lowest = [-1, -1, -1, -2, -1];
    const counts = { totals: 0, letters: 0 };
    for (const line of lines("sunlight-2015")) {
      const answers = answered(rules, "");
      rules.groups.forEach(({ provisions }, item) => {
        for (const id of provisions.slice(0, line[item + 1] - lowest[item])) answers[id] = true;
      });
      const { tallies: [total], whole } = rules.evaluate(answers);
      const found = parts(whole);
      rules.groups.forEach(({ id }, item) => equal(found.get(id).earned, Number(line[item + 1]), line));
      equal(total.figure, Number(line[6]), line);
      equal(total.grade, line[7], line);
      counts.totals += 1;
      counts.letters += 1;
    }
    return counts;
  }),

  "Chicago": (lawgrade) => withRules(lawgrade, "data/chicago-2019/framework.json", (rules) => {
    const items = [
      "website", "schedule-online", "agendas-online", "minutes-online-in-time", "minutes-complete", "meetings-recorded",
      "no-registration-in-advance", "comment-on-any-matter", "hour-of-comment", "rarely-cancelled", "varied-times", "comment-policy",
    ];
    const counts = { bodies: 0, "items that do not apply": 0 };
    for (const line of lines("chicago-2019")) {
      // The card says of one item alone that it does not apply; of the others that follows from other answers.
      const answer = (id, cell) => (cell === "NA" ? (id === "minutes-complete" ? "not-applicable" : false) : cell === "1");
      const { tallies: [total], whole } = rules.evaluate(Object.fromEntries(items.map((id, place) => [id, answer(id, line[place])])));
      const found = parts(whole);
      items.slice(0, 11).forEach((id, place) => {
        const isLeftOut = found.get(`${id}-item`).why === "not-applicable";
        equal(isLeftOut, line[place] === "NA", `${id} of ${line}`);
        counts["items that do not apply"] += isLeftOut;
      });
      equal([whole.earned, whole.possible, total.figure, total.grade].join(), [...line.slice(12, 15).map(Number), line[15]].join(), line);
      counts.bodies += 1;
    }
    return counts;
  }),

  "State Firearm Laws": (lawgrade) => withRules(lawgrade, "tests/vectors/firearm-2024.json", (rules) => {
    const counts = { "state-years": 0 };
    for (const line of lines("firearm-2024")) {
      equal(rules.total(answered(rules, line[3])), Number(line[4]), line);
      counts["state-years"] += years(line);
    }
    return counts;
  }),

  "Protected Innocence Challenge": (lawgrade) => withRules(lawgrade, "data/frameworks/pic-2019.json", (rules) => {
    // No answers of other states are known: cards are held against the maximums, their own sums, and the letters that
    // the rules give for a total.
    const { whole } = rules.evaluate(Object.fromEntries(rules.provisions.map((id) => [id, true])));
    const { max, ...pic } = framework("data/frameworks/pic-2019.json");
    const letter = (points) => {
      const provision = rules.provisions[0];
      const short = lawgrade.rules({ ...pic, sections: [{ points, needs: [provision] }] });
      const { figure, grade } = short.evaluate({ [provision]: true }).tallies[0];
      short.free();
      equal(figure, points);
      return grade;
    };
    const counts = { "whole cards": 0, scores: 0 };
    for (const line of lines("pic-cards")) {
      const sections = line.slice(2, 8).map((cell) => (cell === "" ? null : Number(cell)));
      sections.forEach((points, place) => ok(points <= whole.parts[place].possible, line));
      if (!sections.includes(null)) {
        equal(sections.reduce((sum, points) => sum + points), Number(line[8]), line);
        counts["whole cards"] += 1;
      }
      if (line[8] !== "") equal(letter(Number(line[8])), line[9], line);
    }
    for (const [, , total, grade] of lines("pic-scores")) {
      equal(letter(Number(total)), grade);
      counts.scores += 1;
    }
    return counts;
  }),
};

/** How many there are. */
export const expected = {
  "Women, Business and the Law": { indexes: 9500, scores: 76000 },
  "Sunlight": { totals: 50, letters: 50 },
  "Chicago": { bodies: 148, "items that do not apply": 363 },
  "State Firearm Laws": { "state-years": 2450 },
  "Protected Innocence Challenge": { "whole cards": 6, scores: 48 },
};
