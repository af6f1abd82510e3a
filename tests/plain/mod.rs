//! The rules a second time, as plainly as can be: the file is read as JSON, scores are fractions, nothing is compiled.
//! It shares no code with the core and is there to disagree with it.

mod laws;
mod planner;
mod ratio;
pub mod session;
mod tally;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub use laws::{Change, Laws};
pub use planner::{Asked, Target, Tried, tried};
pub use ratio::Ratio;
use ratio::{ZERO, reduced};
pub use tally::{is_at_least, seen};
use tally::{mentioned, outcome};

/// Ids of provisions.
pub type Ids = BTreeSet<String>;

/// What is answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    pub held: Ids,
    pub unknown: Ids,
    pub not_applicable: Ids,
}

/// What a part earns of what is possible, and whether it applies. Of a part that is met by a condition, whether it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    pub earned: Ratio,
    pub possible: Ratio,
    pub applies: bool,
    met: bool,
}

/// What a tally comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Result { exact: Ratio, shown: Ratio, band: Option<String> },
    NotApplicable,
    Withheld(Ids),
}

const NOTHING: Score = Score { earned: ZERO, possible: ZERO, applies: false, met: false };

fn ratio(value: &Value) -> Ratio {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if let Some((over, under)) = text.split_once('/') {
        return reduced(over.parse().expect("digits"), under.parse().expect("digits"));
    }
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let digits: i128 = text.replace('.', "").parse().expect("digits");
    reduced(digits, 10_i128.pow(u32::try_from(places).expect("few places")))
}

fn field(part: &Value, name: &str) -> Option<Ratio> {
    part.get(name).map(ratio)
}

fn ids(list: &Value) -> Ids {
    list.as_array().into_iter().flatten().map(|id| id.as_str().expect("an id").to_owned()).collect()
}

fn list<'a>(part: &'a Value, name: &str) -> Vec<&'a Value> {
    part.get(name).and_then(Value::as_array).into_iter().flatten().collect()
}

/// The three lists of a condition: all, any, none.
fn lists(needs: &Value) -> [Ids; 3] {
    match needs {
        Value::Array(_) => [ids(needs), Ids::new(), Ids::new()],
        _ => ["all", "any", "none"].map(|name| ids(&needs[name])),
    }
}

fn holds(needs: &Value, held: &Ids) -> bool {
    let [all, any, none] = lists(needs);
    all.iter().all(|id| held.contains(id))
        && (any.is_empty() || any.iter().any(|id| held.contains(id)))
        && !none.iter().any(|id| held.contains(id))
}

fn can_be_asked(needs: &Value, left_out: &Ids) -> bool {
    let [all, any, none] = lists(needs);
    let asked = any.is_empty() || any.iter().any(|id| !left_out.contains(id));
    asked && !all.iter().chain(&none).any(|id| left_out.contains(id))
}

/// Every named part's score, and every tally's outcome.
pub fn evaluate(file: &Value, answers: &Answers) -> (BTreeMap<String, Score>, Vec<Outcome>) {
    let missing = file["missing"].as_str().unwrap_or("zero");
    let mut left_out = answers.not_applicable.clone();
    if missing == "leave-out" {
        left_out.extend(answers.unknown.iter().cloned());
    }
    let mut card = Card { held: &answers.held, left_out, scores: BTreeMap::new() };
    let score = card.joined(file, "sections", Ratio(1, 1));
    card.scores.insert(String::new(), score);
    let alone = serde_json::json!([{ "scale": file["scale"], "bands": file["bands"] }]);
    let tallies = file.get("tallies").unwrap_or(&alone);
    let outcomes = tallies.as_array().into_iter().flatten().map(|tally| {
        let of = tally["of"].as_str().unwrap_or_default();
        let unknown: Ids = mentioned(file, of, tally).intersection(&answers.unknown).cloned().collect();
        if missing == "withhold" && !unknown.is_empty() {
            return Outcome::Withheld(unknown);
        }
        outcome(tally, card.scores[of], &answers.held)
    });
    let outcomes = outcomes.collect();
    (card.scores, outcomes)
}

struct Card<'a> {
    held: &'a Ids,
    left_out: Ids,
    scores: BTreeMap<String, Score>,
}

impl Card<'_> {
    /// A part inside something that multiplies its points by `weight`.
    fn part(&mut self, part: &Value, weight: Ratio, in_mean: bool) -> Score {
        let own = field(part, "weight").filter(|_| !in_mean).unwrap_or(Ratio(1, 1));
        let weight = weight * own;
        let mut score = self.rule(part, weight);
        let (least, most) = (field(part, "least"), field(part, "most"));
        if score.applies && (least.is_some() || most.is_some()) {
            let between = |points: Ratio| {
                let raised = least.map_or(points, |least| points.max(least * weight));
                most.map_or(raised, |most| raised.min(most * weight))
            };
            score.earned = between(score.earned);
            score.possible = between(score.possible).max(ZERO);
        }
        for gate in list(part, "gates") {
            if score.applies && score.met && !holds(&gate["needs"], self.held) {
                score.earned = score.earned.min(ratio(&gate["atMost"]) * weight);
            }
        }
        if part.get("applies").is_some_and(|needs| !holds(needs, self.held)) {
            score = NOTHING;
        }
        if let Some(id) = part.get("id") {
            self.scores.insert(id.as_str().expect("an id").to_owned(), score);
        }
        score
    }

    fn rule(&mut self, part: &Value, weight: Ratio) -> Score {
        if let Some(points) = field(part, "points") {
            return self.when(&part["needs"], points * weight);
        }
        let otherwise = field(part, "otherwise").unwrap_or(ZERO) * weight;
        let rungs =
            list(part, "rungs").into_iter().map(|rung| (rung["needs"].clone(), ratio(&rung["points"])));
        let levels = list(part, "levels").into_iter();
        let levels = levels.map(|level| (serde_json::json!([level["provision"]]), ratio(&level["points"])));
        let rungs: Vec<(Value, Ratio)> = rungs.chain(levels).collect();
        if !rungs.is_empty() {
            let scores = rungs.iter().map(|(needs, points)| self.when(needs, *points * weight)).collect();
            return best(scores, otherwise);
        }
        if part.get("checklist").is_some() {
            let each = field(part, "each").unwrap_or(Ratio(1, 1)) * weight;
            let items = list(part, "checklist").into_iter();
            let items = items.map(|id| (self.when(&serde_json::json!([id]), each), false)).collect();
            return sum(items);
        }
        self.joined(part, "components", weight)
    }

    fn joined(&mut self, part: &Value, components: &str, weight: Ratio) -> Score {
        let join = part["join"].as_str().unwrap_or("sum");
        let parts = list(part, components);
        let scores: Vec<Score> = parts.iter().map(|part| self.part(part, weight, join == "mean")).collect();
        match join {
            "best" => best(scores, field(part, "otherwise").unwrap_or(ZERO) * weight),
            "mean" => {
                let weights = parts.iter().map(|part| field(part, "weight").unwrap_or(Ratio(1, 1)));
                mean(scores.into_iter().zip(weights).collect(), ratio(&part["worth"]) * weight)
            }
            _ => {
                let extra = parts.iter().map(|part| part["extra"].as_bool().unwrap_or(false));
                sum(scores.into_iter().zip(extra).collect())
            }
        }
    }

    fn when(&self, needs: &Value, points: Ratio) -> Score {
        if !can_be_asked(needs, &self.left_out) {
            return NOTHING;
        }
        let met = holds(needs, self.held);
        Score { earned: if met { points } else { ZERO }, possible: points.max(ZERO), applies: true, met }
    }
}

fn best(scores: Vec<Score>, otherwise: Ratio) -> Score {
    let applying: Vec<Score> = scores.into_iter().filter(|score| score.applies).collect();
    if applying.is_empty() {
        return NOTHING;
    }
    let met = applying.iter().filter(|score| score.met).map(|score| score.earned);
    let earned = met.reduce(Ratio::max).unwrap_or(otherwise);
    let possible = applying.iter().fold(otherwise.max(ZERO), |most, score| most.max(score.possible));
    Score { earned, possible, applies: true, met: true }
}

fn sum(scores: Vec<(Score, bool)>) -> Score {
    let applies = scores.iter().any(|(score, _)| score.applies);
    let earned = scores.iter().fold(ZERO, |sum, (score, _)| sum + score.earned);
    let counted = scores.iter().filter(|(_, extra)| !extra);
    let possible = counted.fold(ZERO, |sum, (score, _)| sum + score.possible);
    Score { earned, possible, applies, met: applies }
}

fn mean(scores: Vec<(Score, Ratio)>, worth: Ratio) -> Score {
    let counting = || scores.iter().filter(|(score, _)| ZERO.less(score.possible));
    if counting().next().is_none() {
        return NOTHING;
    }
    let weights = counting().fold(ZERO, |sum, (_, weight)| sum + *weight);
    let shares = counting().fold(ZERO, |sum, (score, weight)| sum + score.earned / score.possible * *weight);
    Score { earned: shares / weights * worth, possible: worth, applies: true, met: true }
}
