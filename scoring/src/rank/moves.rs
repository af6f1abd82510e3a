//! Every single change of one subject, re-ranked while all others stay as they are.

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rules::{Outcome, Rules, Score, evaluate_into, outcomes};

use super::{Rank, rank, ranked_figure};

/// One change of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The provision that is switched.
    pub provision: usize,
    /// The law afterwards: with all that the change takes along.
    pub held: ProvisionSet,
    /// What the tally then comes to.
    pub outcome: Outcome,
    /// Where the subject then stands; nothing, when it then has no result.
    pub rank: Option<Rank>,
}

/// Each provision of a subject switched alone, in the rules' order, with what the given tally and the subject's rank
/// become. What does not apply to the subject cannot be switched; switching what is unknown decides it.
pub fn moves(rules: &Rules, tally: usize, answers: &Answers, others: &[Fraction]) -> Vec<Move> {
    let Some(shown) = rules.tallies().get(tally) else { return Vec::new() };
    let mut scores: Vec<Score> = Vec::with_capacity(rules.nodes().len());
    let switchable = (0..rules.provisions().len()).filter(|index| !answers.not_applicable().contains(*index));
    let moved = |provision: usize| -> Option<Move> {
        let changed = answers.switched(rules.implied(), provision, !answers.held().contains(provision));
        evaluate_into(rules, &changed, &mut scores);
        let outcome = outcomes(rules, &changed, &scores).into_iter().nth(tally)?;
        let rank = ranked_figure(shown, &outcome).map(|figure| rank(figure, others));
        Some(Move { provision, held: changed.held().clone(), outcome, rank })
    };
    switchable.filter_map(moved).collect()
}
