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

/// Where each figure of a cohort stands among all of them; nothing, where there is no figure. They are sorted once, so
/// that a large cohort takes no longer than its cards.
pub fn ranks(figures: &[Option<Fraction>]) -> Vec<Option<Rank>> {
    let mut sorted: Vec<Fraction> = figures.iter().flatten().copied().collect();
    sorted.sort_unstable();
    let rank = |figure: Fraction| {
        let lower = sorted.partition_point(|other| *other < figure);
        let not_higher = sorted.partition_point(|other| *other <= figure);
        let others_that_are_equal = (not_higher - lower).saturating_sub(1);
        Rank { rank: 1 + sorted.len() - not_higher, tied: others_that_are_equal, of: sorted.len() }
    };
    figures.iter().map(|figure| figure.map(rank)).collect()
}

/// The figure by which an outcome is ranked: the exact or the printed one, as its tally says. What has no result has
/// no rank.
pub fn ranked_figure(tally: &Tally, outcome: &Outcome) -> Option<Fraction> {
    outcome.figure().map(|figure| tally.scale.ranked(figure))
}

#[cfg(test)]
mod tests {
    use super::{Rank, rank, ranks};
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

    #[test]
    fn all_at_once_stand_where_each_stands_alone() {
        let figures = [Some(80), None, Some(-3), Some(80), Some(90), None, Some(80), Some(-3)];
        let figures = figures.map(|figure| figure.map(Fraction::whole));
        let alone = |(index, figure): (usize, &Option<Fraction>)| {
            let others = figures.iter().enumerate().filter(|(other, _)| *other != index);
            let others: Vec<Fraction> = others.filter_map(|(_, figure)| *figure).collect();
            figure.map(|figure| rank(figure, &others))
        };
        assert_eq!(ranks(&figures), figures.iter().enumerate().map(alone).collect::<Vec<_>>());
        assert_eq!(ranks(&[]), []);
    }
}
