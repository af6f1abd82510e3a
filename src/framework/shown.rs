//! What the page shows: read by every part of it, which follows it.

use scoring::ProvisionSet;
use scoring::facts::Answers;
use scoring::ranges::{TallyRange, ranges};
use scoring::rank::{Rank, rank, ranked_figure};
use scoring::rules::{Evaluation, evaluate};
use scoring::session::{Aim, Session};
use scoring::telling::Cohort;

/// A scenario, evaluated.
pub struct Shown {
    /// The answers.
    pub answers: Answers,
    /// The provisions whose answer is another than the card's.
    pub differing: ProvisionSet,
    /// What they come to.
    pub evaluation: Evaluation,
    /// What the leading tally may come to, where answers are missing.
    pub range: Option<TallyRange>,
    /// Where the subject stands among all, the others unchanged.
    pub rank: Option<Rank>,
    /// What the visitor is after.
    pub aim: Aim,
    /// Whether there is a step to undo.
    pub can_undo: bool,
    /// Whether there is a step to redo.
    pub can_redo: bool,
}

impl Shown {
    /// What a session shows of a card.
    pub fn new(cohort: &Cohort, card: usize, session: &Session) -> Self {
        let (rules, answers) = (session.rules(), session.answers().clone());
        let evaluation = evaluate(rules, &answers);
        let missing = !answers.unknown().is_empty();
        let range = missing.then(|| ranges(rules, &answers, None, &mut || true).ok().flatten()).flatten();
        let figure = rules.tallies().first().zip(evaluation.outcomes.first());
        let figure = figure.and_then(|(tally, outcome)| ranked_figure(tally, outcome));
        Self {
            rank: figure.map(|figure| rank(figure, &cohort.others(card))),
            range: range.and_then(|range| range.tallies.into_iter().next()),
            differing: session.differing(),
            aim: session.aim().clone(),
            can_undo: session.can_undo(),
            can_redo: session.can_redo(),
            evaluation,
            answers,
        }
    }
}
