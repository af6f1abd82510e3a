//! What moved a subject from one year to the next.

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::session::changes;

use super::Line;

/// A year in which answers of a subject became others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first year with the new answers.
    pub year: u16,
    /// The provisions that hold now and did not.
    pub on: ProvisionSet,
    /// Those that held and do not now.
    pub off: ProvisionSet,
    /// The leading figure before, as it is printed.
    pub before: Option<Fraction>,
    /// The leading figure now. It can be the same, where one answer makes up for another.
    pub after: Option<Fraction>,
}

impl Line {
    /// All steps, from the earliest to the latest.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.spans.iter().zip(self.spans.iter().skip(1)).map(|(before, after)| {
            let (on, off) = changes(&before.answers, &after.answers);
            Step { year: after.from, on, off, before: before.figure(), after: after.figure() }
        })
    }
}
