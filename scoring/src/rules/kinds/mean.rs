//! The weighted mean of shares: an index of sections that count the same, however many questions they have.

use std::collections::BTreeSet;

use super::of as score_of;
use super::reach::{Reach, Unbounded, few, joint};
use crate::exact::{Fraction, Points};
use crate::rules::{NodeId, Score, Share, Why};

/// Each part's share is what it earns of what is possible in it; a part in which nothing is possible has none and is
/// left out. Exact, since the rules' unit was chosen so that each share is a whole number of it.
pub(in crate::rules) fn score(of: &[Share], worth: Points, scores: &[Score]) -> Score {
    let part = |share: &Share| Some(score_of(share.node, scores)).filter(|part| part.possible > Points::ZERO);
    let (mut weights, mut counted) = (0, 0);
    for share in of.iter().filter(|share| part(share).is_some()) {
        weights += share.weight;
        counted += 1;
    }
    if counted == 0 {
        return Score::NOT_APPLICABLE;
    }
    let earned = |share: &Share| -> Option<Points> {
        let part = part(share)?;
        let earned = part.earned.units() / share.grain;
        let under = part.possible.units() / share.grain * weights;
        Some(Points::of_units(worth.units() * share.weight * earned / under))
    };
    Score { earned: of.iter().filter_map(earned).sum(), possible: worth, why: Why::Averaged(counted) }
}

/// What a part of a mean brings to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The part.
    pub part: NodeId,
    /// What it brings.
    pub points: Points,
    /// What it would bring if its share were whole.
    pub most: Points,
}

/// What each part brings that has a share; all of it together is what the mean earns.
pub(in crate::rules) fn brought(of: &[Share], worth: Points, scores: &[Score]) -> Vec<Brought> {
    let parts = of.iter().map(|share| (share, score_of(share.node, scores)));
    let parts: Vec<(&Share, Score)> = parts.filter(|(_, part)| part.possible > Points::ZERO).collect();
    let weights: i64 = parts.iter().map(|(share, _)| share.weight).sum();
    let brought = |(share, part): &(&Share, Score)| {
        let whole = i128::from(worth.units()) * i128::from(share.weight);
        let of_whole = |over: Points, under: Points| {
            let under = i128::from(under.units()) * i128::from(weights);
            let units = (whole * i128::from(over.units())).checked_div(under);
            units.and_then(|units| i64::try_from(units).ok()).map(Points::of_units)
        };
        let (points, most) = (of_whole(part.earned, part.possible)?, of_whole(part.possible, part.possible)?);
        Some(Brought { part: share.node, points, most })
    };
    parts.iter().filter_map(brought).collect()
}

/// How far it reaches; of each part its weight.
pub(in crate::rules) fn reach(parts: &[(&Reach, i64)], worth: Fraction) -> Result<Reach, Unbounded> {
    let mut weights = BTreeSet::from([0_i128]);
    let mut grain = worth.denominator();
    let mut largest = Fraction::ONE;
    for (part, weight) in parts {
        let optional = part.optional || part.possible.first().is_some_and(|least| *least <= 0);
        let with = weights.iter().map(|sum| sum + i128::from(*weight));
        let without = weights.iter().copied().filter(|_| optional);
        weights = few(with.chain(without).collect())?;
        let least = part.possible.iter().copied().find(|figure| *figure > 0);
        // The largest share: the most that can be earned of the least that can be possible.
        let share = least.and_then(|least| part.size.times(Fraction::new(part.grain, least)?));
        largest = largest.max(share.unwrap_or(Fraction::ONE));
    }
    for (part, weight) in parts {
        let fine = part.possible.iter().filter(|figure| **figure > 0).flat_map(|figure| {
            weights.iter().filter(|sum| **sum >= i128::from(*weight)).map(move |sum| (figure, sum))
        });
        for (figure, sum) in fine {
            let weighted = worth.times(Fraction::whole(*weight)).ok_or(Unbounded::TooFine)?;
            let under = figure.checked_mul(*sum).and_then(|under| Fraction::new(1, under));
            let step = under.and_then(|under| weighted.times(under)).ok_or(Unbounded::TooFine)?;
            grain = joint([grain, step.denominator()])?;
        }
    }
    let size = worth.times(largest).ok_or(Unbounded::TooFine)?;
    let possible = BTreeSet::from([super::reach::counted(worth, grain)?]);
    Ok(Reach { grain, possible, optional: !weights.iter().all(|sum| *sum > 0), size })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn sections_count_the_same() {
        let node = r#"{"id": "x", "join": "mean", "worth": 100, "components": [
            {"checklist": ["a", "b"]}, {"checklist": ["c", "d", "e"]}]}"#;
        holds(node, &[("", "0", "100"), ("a", "25", "100"), ("c", "50/3", "100"), ("abcde", "100", "100")]);
        holds(
            node,
            &[("aB", "50", "100"), ("aCDE", "50", "100"), ("ABCDE", "0", "0"), ("acDE", "75", "100")],
        );
    }

    #[test]
    fn weights_are_those_of_the_mean() {
        let node = r#"{"id": "x", "join": "mean", "worth": 1, "components": [
            {"weight": 3, "points": 7, "needs": ["a"]}, {"points": 1, "needs": ["b"]}]}"#;
        holds(node, &[("a", "0.75", "1"), ("b", "0.25", "1"), ("aB", "1", "1"), ("bA", "1", "1")]);
    }

    #[test]
    fn a_part_in_which_nothing_is_possible_has_no_share() {
        let node = r#"{"id": "x", "join": "mean", "worth": 10, "components": [
            {"checklist": ["a", "b"]}, {"components": [{"points": -1, "needs": ["c"]}, {"points": 2, "needs": ["d"]}]}]}"#;
        holds(node, &[("a", "2.5", "10"), ("acD", "5", "10"), ("c", "-2.5", "10"), ("abd", "10", "10")]);
    }

    #[test]
    fn means_of_means() {
        let node = r#"{"id": "x", "join": "mean", "worth": 1, "components": [
            {"join": "mean", "worth": 9, "components": [{"checklist": ["a"]}, {"checklist": ["b", "c"]}]},
            {"checklist": ["d"]}]}"#;
        holds(node, &[("a", "0.25", "1"), ("b", "0.125", "1"), ("abcd", "1", "1"), ("aD", "0.5", "1")]);
    }
}
