//! Who gained most between two years.

use crate::exact::Fraction;

use super::Years;

/// A subject with what it gained between two years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reformer {
    /// Its place among the lines.
    pub line: usize,
    /// One more than the number of those that gained more: those that gained the same share it.
    pub rank: usize,
    /// The leading figure in the first of the two years, as it is printed.
    pub before: Fraction,
    /// The leading figure in the second.
    pub after: Fraction,
    /// How much higher the second is.
    pub gain: Fraction,
}

impl Years {
    /// Everybody who gained between two years, from the most to the least; those that gained the same in the order of
    /// the cards.
    pub fn reformers(&self, from: u16, to: u16) -> Vec<Reformer> {
        let gained = |(line, of): (usize, &super::Line)| {
            let (before, after) = (of.figure(from)?, of.figure(to)?);
            let gain = after.minus(before).filter(|gain| *gain > Fraction::ZERO)?;
            Some(Reformer { line, rank: 1, before, after, gain })
        };
        let mut all: Vec<Reformer> = self.lines.iter().enumerate().filter_map(gained).collect();
        all.sort_by_key(|reformer| std::cmp::Reverse(reformer.gain));
        let (mut rank, mut last) = (1, None);
        for (place, reformer) in (1..).zip(&mut all) {
            if last != Some(reformer.gain) {
                (rank, last) = (place, Some(reformer.gain));
            }
            reformer.rank = rank;
        }
        all
    }
}
