//! Who has which provision.

use crate::facts::Answer;
use crate::telling::Cohort;

use super::Row;

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

/// For each provision, in the order of the rules.
pub(super) fn holders(cohort: &Cohort, rows: &[Row]) -> Vec<Holders> {
    let of = |provision| {
        let mut holders = Holders { provision, ..Holders::default() };
        for row in rows {
            let those = match row.answers.answer(provision) {
                Answer::Yes => &mut holders.yes,
                Answer::No => &mut holders.no,
                Answer::Unknown => &mut holders.unknown,
                Answer::NotApplicable => &mut holders.not_applicable,
            };
            those.push(row.card);
        }
        holders
    };
    (0..cohort.telling.rules.provisions().len()).map(of).collect()
}
