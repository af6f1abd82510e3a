//! Results as lists of numbers, in the order in which `embed/npm/rules.js` reads them.
//!
//! Points are whole units of the rules, below 2^40, so that they are exact as JavaScript's numbers.

use scoring::rank::Rank;
use scoring::rules::{Evaluation, NodeId, Outcome, Rules, Score, Why};

/// Why a node earns what it earns is handed over as its place here.
pub const WHYS: [&str; 10] = [
    "not-applicable",
    "unmet",
    "met",
    "best",
    "otherwise",
    "added",
    "averaged",
    "passed",
    "bounded",
    "gated",
];
/// The state of a tally is handed over as its place here.
pub const STATES: [&str; 3] = ["figure", "not-applicable", "withheld"];

/// First for each node what it earns, what is possible, why, and a number with that: the part that is the best by its
/// place among the parts, the number of parts that are averaged, what it would be without bound or gate; then for each
/// tally what [`outcome`] says.
pub fn all(rules: &Rules, found: &Evaluation) -> Vec<f64> {
    let mut numbers = Vec::with_capacity(4 * found.scores.len() + 5 * found.outcomes.len());
    for (node, score) in rules.nodes().iter().zip(&found.scores) {
        let (why, with) = why(&node.rule.parts(), score);
        numbers.extend([score.earned.units() as f64, score.possible.units() as f64, why, with]);
    }
    found.outcomes.iter().for_each(|one| outcome(&mut numbers, one));
    numbers
}

fn why(parts: &[NodeId], score: &Score) -> (f64, f64) {
    let (place, with) = match score.why {
        Why::NotApplicable => (0, 0.0),
        Why::Unmet => (1, 0.0),
        Why::Met => (2, 0.0),
        Why::Best(best) => (3, parts.iter().position(|part| *part == best).unwrap_or_default() as f64),
        Why::Otherwise => (4, 0.0),
        Why::Added => (5, 0.0),
        Why::Averaged(count) => (6, count as f64),
        Why::Passed => (7, 0.0),
        Why::Bounded { without } => (8, without.units() as f64),
        Why::Gated { without } => (9, without.units() as f64),
    };
    (f64::from(place), with)
}

/// The state of a tally; for a figure the printed one, the exact one and its band or -1; for one that is withheld the
/// number of unknown answers and their places.
pub fn outcome(numbers: &mut Vec<f64>, outcome: &Outcome) {
    match outcome {
        Outcome::Result { figure, band } => {
            let band = band.map_or(-1.0, |band| band as f64);
            numbers.extend([0.0, figure.shown.to_decimal(), figure.exact.to_decimal(), band]);
        }
        Outcome::NotApplicable => numbers.push(1.0),
        Outcome::Withheld { unknown } => {
            numbers.extend([2.0, unknown.len() as f64]);
            numbers.extend(unknown.iter().map(|place| place as f64));
        }
    }
}

/// A rank, the number of others that share it, and the number of those that are ranked; 0 alone without a rank.
pub fn rank(numbers: &mut Vec<f64>, rank: Option<Rank>) {
    match rank {
        Some(Rank { rank, tied, of }) => numbers.extend([rank as f64, tied as f64, of as f64]),
        None => numbers.push(0.0),
    }
}
