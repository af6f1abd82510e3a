//! Ranks: where a subject stands among others, and where each single change would put it.

mod moves;

pub use moves::{Move, moves};

use crate::exact::Fraction;
use crate::rules::{Outcome, Tally};

/// A place in a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// One more than the number of those that are better. Those that are equal share it, and the ranks after it are
    /// left out: 1, 2, 2, 4.
    pub rank: usize,
    /// How many others share it.
    pub tied: usize,
    /// How many are ranked, the subject itself included.
    pub of: usize,
}

/// Where a figure stands among those of others. The highest is the first.
pub fn rank(figure: Fraction, others: &[Fraction]) -> Rank {
    let count =
        |is: fn(&Fraction, &Fraction) -> bool| others.iter().filter(|other| is(other, &figure)).count();
    Rank {
        rank: 1 + count(|other, own| other > own),
        tied: count(|other, own| other == own),
        of: others.len() + 1,
    }
}

/// The figure by which an outcome is ranked: the exact or the printed one, as its tally says. What has no result has
/// no rank.
pub fn ranked_figure(tally: &Tally, outcome: &Outcome) -> Option<Fraction> {
    outcome.figure().map(|figure| tally.scale.ranked(figure))
}

#[cfg(test)]
mod tests {
    use super::{Rank, rank};
    use crate::exact::Fraction;

    #[test]
    fn equal_figures_share_a_rank_and_the_next_is_left_out() {
        let all = [90, 80, 80, 70].map(Fraction::whole);
        let of = |index: usize| {
            let others: Vec<Fraction> =
                (0..).zip(all).filter(|(other, _)| *other != index).map(|(_, figure)| figure).collect();
            let found = all.get(index).map(|figure| rank(*figure, &others));
            found.map(|Rank { rank, tied, of }| (rank, tied, of))
        };
        assert_eq!([of(0), of(1), of(2), of(3)], [(1, 0, 4), (2, 1, 4), (2, 1, 4), (4, 0, 4)].map(Some));
        assert_eq!(rank(Fraction::ZERO, &[]), Rank { rank: 1, tied: 0, of: 1 });
    }
}
