//! Who has which provision.

use crate::facts::{Answer, Answers};
use crate::rules::evaluate;
use crate::telling::Cohort;

use super::counted::all_counted;

/// Whose law has a provision, by the indices of cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// The index of the provision.
    pub provision: usize,
    /// Those that have it.
    pub yes: Vec<usize>,
    /// Those that do not.
    pub no: Vec<usize>,
    /// Those of which nobody knows.
    pub unknown: Vec<usize>,
    /// Those to which it does not apply.
    pub not_applicable: Vec<usize>,
}

impl Holders {
    /// For each provision of a framework, in the order of the rules, as the cards were published.
    pub fn of_all(cohort: &Cohort) -> Vec<Self> {
        let cards = cohort.cards.iter();
        let evaluations: Vec<_> = cards.map(|card| evaluate(&cohort.telling.rules, &card.answers)).collect();
        holders(cohort, &all_counted(cohort, &evaluations))
    }
}

/// For each provision, in the order of the rules; `cards` has the answers of each that count for something.
pub(super) fn holders(cohort: &Cohort, cards: &[Answers]) -> Vec<Holders> {
    let of = |provision| {
        let mut holders = Holders { provision, ..Holders::default() };
        for (card, answers) in cards.iter().enumerate() {
            let those = match answers.answer(provision) {
                Answer::Yes => &mut holders.yes,
                Answer::No => &mut holders.no,
                Answer::Unknown => &mut holders.unknown,
                Answer::NotApplicable => &mut holders.not_applicable,
            };
            those.push(card);
        }
        holders
    };
    (0..cohort.telling.rules.provisions().len()).map(of).collect()
}
