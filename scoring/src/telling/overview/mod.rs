//! All cards of a framework at once: the ranking, how results spread, and who has which provision. What a page, a table
//! or a map of it shows is a rendering of this.

mod column;
mod counted;
mod holders;
mod steps;
mod table;

use crate::cards::Naming;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rank::Rank;
use crate::rules::{Evaluation, evaluate};

use super::{Cohort, Telling};

pub use column::{Cell, Column};
pub use holders::Holders;
pub use steps::Step;

/// All cards of a framework, compared.
pub struct Overview {
    /// What stands beside the leading result in the ranking: the other results where there are several, else the parts.
    pub columns: Vec<Column>,
    /// The cards from the best to the worst; equals by name, those without a result last.
    pub rows: Vec<Row>,
    /// The steps in which results are counted, from the best to the worst.
    pub steps: Vec<Step>,
    /// For each provision, in the order of the rules, who has it.
    pub holders: Vec<Holders>,
}

/// A card in the ranking.
pub struct Row {
    /// The index of the card in its [`Cohort`].
    pub card: usize,
    /// Where it stands; nothing, where it has no result.
    pub rank: Option<Rank>,
    /// The leading figure as it is printed.
    pub figure: Option<Fraction>,
    /// Its band, where the framework has bands.
    pub band: Option<String>,
    /// The index of its step.
    pub step: Option<usize>,
    /// What it has in each column.
    pub cells: Vec<Cell>,
    /// The answers that count for something.
    pub answers: Answers,
}

impl Overview {
    /// Compares all cards as they were published. `naming` knows the order of names.
    pub fn new(cohort: &Cohort, naming: &dyn Naming) -> Self {
        let rules = &cohort.telling.rules;
        let evaluations: Vec<Evaluation> =
            cohort.cards.iter().map(|card| evaluate(rules, &card.answers)).collect();
        let steps = steps::steps(cohort, &evaluations);
        let columns = column::columns(cohort, &evaluations);
        let answers = counted::all_counted(cohort, &evaluations);
        let holders = holders::holders(cohort, &answers);
        let mut rows: Vec<Row> = answers
            .into_iter()
            .zip(&evaluations)
            .zip(cohort.ranks())
            .enumerate()
            .map(|(card, ((answers, evaluation), rank))| Row {
                card,
                answers,
                rank,
                figure: evaluation.figure(0).map(|figure| figure.shown),
                band: evaluation.band(0).and_then(|band| cohort.telling.band(0, band)),
                step: steps.iter().position(|step| step.cards.contains(&card)),
                cells: columns.iter().filter_map(|column| column.cells.get(card).cloned()).collect(),
            })
            .collect();
        let rank = |row: &Row| row.rank.map_or(usize::MAX, |rank| rank.rank);
        rows.sort_by(|one, other| {
            let names = || naming.order(cohort.subject(one.card), cohort.subject(other.card));
            rank(one).cmp(&rank(other)).then_with(names)
        });
        Self { columns, rows, steps, holders }
    }

    /// The steps with the lowest figure of each, from the best to the worst, and more below them where a figure of
    /// another year is lower than all of the cards.
    pub fn steps_down_to(&self, telling: &Telling, lowest: Fraction) -> Vec<(Fraction, String)> {
        steps::steps_down_to(&self.steps, telling, lowest)
    }
}
