//! Evaluating: one loop over the nodes, children first.

use crate::ProvisionSet;
use crate::exact::Figure;
use crate::facts::{Answers, Missing};

use super::kinds::mean::{self, Brought};
use super::kinds::{Facts, best, gate, sum, when, within};
use super::{Node, Outcome, Rule, Rules, Score};

/// What answers earn: a score for each node, a result for each tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The scores, in the order of [`Rules::nodes`].
    pub scores: Vec<Score>,
    /// The results, in the order of [`Rules::tallies`].
    pub outcomes: Vec<Outcome>,
}

impl Evaluation {
    /// The score of one node.
    pub fn score(&self, id: super::NodeId) -> Score {
        self.scores.get(id.index()).copied().unwrap_or(Score::NOT_APPLICABLE)
    }

    /// What each part brings to a mean that has a share in it; all of it together is what the mean earns. Nothing for a
    /// node of another kind.
    pub fn brought(&self, rules: &Rules, mean: super::NodeId) -> Vec<Brought> {
        match rules.node(mean).map(|node| &node.rule) {
            Some(Rule::Mean { of, worth }) => mean::brought(of, *worth, &self.scores),
            _ => Vec::new(),
        }
    }

    /// The figure of a tally, by its index, where there is one.
    pub fn figure(&self, tally: usize) -> Option<Figure> {
        self.outcomes.get(tally)?.figure()
    }

    /// The index of the band that a tally, by its index, falls in.
    pub fn band(&self, tally: usize) -> Option<usize> {
        self.outcomes.get(tally)?.band()
    }
}

/// Evaluates answers under rules. Exact: every score is a whole number of the rules' unit.
///
/// The answers are taken as they are; whoever lets a visitor switch keeps them closed under the rules'
/// [implications](Rules::implied).
pub fn evaluate(rules: &Rules, answers: &Answers) -> Evaluation {
    let mut scores = Vec::with_capacity(rules.nodes.len());
    evaluate_into(rules, answers, &mut scores);
    let outcomes = outcomes(rules, answers, &scores);
    Evaluation { scores, outcomes }
}

/// The scores that [`evaluate`] gives, written over `scores`: for those who ask for many.
pub fn evaluate_into(rules: &Rules, answers: &Answers, scores: &mut Vec<Score>) {
    let left_out = answers.left_out(rules.missing);
    let facts = Facts { held: answers.held(), left_out: &left_out };
    scores.clear();
    for node in &rules.nodes {
        let score = score(node, &facts, &rules.nodes, scores);
        scores.push(score);
    }
}

/// The scores of some nodes alone, each in the place that [`evaluate`] gives it. `parts` are all that they are made of, children
/// first; what the other places have says nothing.
pub(crate) fn evaluate_parts(
    rules: &Rules,
    parts: &[super::NodeId],
    answers: &Answers,
    scores: &mut Vec<Score>,
) {
    let left_out = answers.left_out(rules.missing);
    let facts = Facts { held: answers.held(), left_out: &left_out };
    scores.resize(rules.nodes.len(), Score::NOT_APPLICABLE);
    for part in parts {
        let Some(node) = rules.node(*part) else { continue };
        let found = score(node, &facts, &rules.nodes, scores);
        if let Some(place) = scores.get_mut(part.index()) {
            *place = found;
        }
    }
}

fn score(node: &Node, facts: &Facts<'_>, nodes: &[Node], scores: &[Score]) -> Score {
    if !node.applies.holds(facts.held) {
        return Score::NOT_APPLICABLE;
    }
    match &node.rule {
        Rule::When { needs, points } => when::score(needs, *points, facts),
        Rule::Best { of, otherwise } => best::score(of, *otherwise, scores),
        Rule::Sum { of } => sum::score(of, nodes, scores),
        Rule::Mean { of, worth } => mean::score(of, *worth, scores),
        Rule::Within { of, least, most } => within::score(*of, *least, *most, scores),
        Rule::Gate { of, needs, at_most } => gate::score(*of, needs, *at_most, facts, scores),
    }
}

/// The result of each tally when the nodes have these scores.
pub fn outcomes(rules: &Rules, answers: &Answers, scores: &[Score]) -> Vec<Outcome> {
    let nothing = ProvisionSet::default();
    let missing = if rules.missing == Missing::Withhold { answers.unknown() } else { &nothing };
    let outcome = |tally: &super::Tally| {
        if missing.intersects(&tally.provisions) {
            let unknown = missing.iter().filter(|index| tally.provisions.contains(*index)).collect();
            return Outcome::Withheld { unknown };
        }
        let score = scores.get(tally.root.index()).copied().unwrap_or(Score::NOT_APPLICABLE);
        tally.outcome(rules.unit, score, answers.held())
    };
    rules.tallies.iter().map(outcome).collect()
}
