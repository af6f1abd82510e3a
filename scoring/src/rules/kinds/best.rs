//! The best of the parts that are met: ladders and levels.

use std::collections::BTreeSet;

use super::of as score_of;
use super::reach::{Reach, Unbounded, counted, few, joint};
use crate::exact::{Fraction, Points};
use crate::rules::{NodeId, Score, Why};

/// The first of the met parts with the most points. When none is met, `otherwise`: zero on most cards; the
/// Sunlight Foundation's of 2015 takes a point where nothing is reported. When no part applies, neither does this.
pub(in crate::rules) fn score(of: &[NodeId], otherwise: Points, scores: &[Score]) -> Score {
    let parts = || of.iter().map(|id| (*id, score_of(*id, scores))).filter(|(_, score)| score.applies());
    let Some(possible) = parts().map(|(_, score)| score.possible).max() else { return Score::NOT_APPLICABLE };
    let possible = possible.max(otherwise);
    match best_met(parts(), |(_, score)| score.earned, |(_, score)| score.is_met()) {
        Some((id, score)) => Score { earned: score.earned, possible, why: Why::Best(id) },
        None => Score { earned: otherwise, possible, why: Why::Otherwise },
    }
}

/// Of the parts that are met the first that earns the most; nothing, when none is met. Every ladder counts by this.
pub(crate) fn best_met<P: Copy, E: PartialOrd>(
    parts: impl IntoIterator<Item = P>,
    earned: impl Fn(P) -> E,
    is_met: impl Fn(P) -> bool,
) -> Option<P> {
    let mut best = None;
    for part in parts {
        if best.is_none_or(|best| earned(part) > earned(best)) && is_met(part) {
            best = Some(part);
        }
    }
    best
}

/// How far it reaches. It is optional only if every part is.
pub(in crate::rules) fn reach(parts: &[&Reach], otherwise: Fraction) -> Result<Reach, Unbounded> {
    let grain = joint(parts.iter().map(|part| part.grain).chain([otherwise.denominator()]))?;
    let mut floor = counted(otherwise.max(Fraction::ZERO), grain)?;
    let mut all = BTreeSet::from([floor]);
    for part in parts {
        let possible = part.possible_in(grain)?;
        if let Some(least) = possible.first().filter(|_| !part.optional) {
            floor = floor.max(*least);
        }
        all.extend(possible);
    }
    all.insert(floor);
    let size = parts.iter().map(|part| part.size).fold(otherwise.size(), Ord::max);
    let possible = few(all.into_iter().filter(|figure| *figure >= floor).collect())?;
    Ok(Reach { grain, possible, optional: parts.iter().all(|part| part.optional), size })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn a_ladder() {
        let node =
            r#"{"id": "x", "rungs": [{"points": 1, "needs": ["a"]}, {"points": 2.5, "needs": ["a", "b"]}]}"#;
        let cases = [("", "0", "2.5"), ("a", "1", "2.5"), ("b", "0", "2.5"), ("ab", "2.5", "2.5")];
        holds(node, &cases);
        holds(node, &[("aB", "1", "1"), ("bA", "0", "0")]);
    }

    #[test]
    fn levels_with_something_other_than_zero_below() {
        let node = r#"{"id": "x", "otherwise": -1,
            "levels": [{"provision": "a", "points": 0}, {"provision": "b", "points": 1}, {"provision": "c", "points": 2}]}"#;
        let cases =
            [("", "-1", "2"), ("a", "0", "2"), ("ab", "1", "2"), ("abc", "2", "2"), ("ABC", "0", "0")];
        holds(node, &cases);
    }

    #[test]
    fn a_rung_that_costs_counts_only_where_no_better_one_does() {
        let node = r#"{"id": "x", "rungs": [{"points": -2, "needs": ["a"]}, {"points": 1, "needs": ["b"]}]}"#;
        holds(node, &[("", "0", "1"), ("a", "-2", "1"), ("ab", "1", "1"), ("b", "1", "1")]);
    }

    #[test]
    fn something_for_nothing() {
        let node = r#"{"id": "x", "otherwise": 1, "rungs": [{"points": -2, "needs": ["a"]}]}"#;
        holds(node, &[("", "1", "1"), ("a", "-2", "1")]);
    }

    #[test]
    fn the_better_of_two_sections() {
        let node = r#"{"id": "x", "join": "best", "components": [
            {"checklist": ["a", "b", "c"]}, {"checklist": ["d", "e"], "each": 2}]}"#;
        holds(
            node,
            &[("", "0", "4"), ("abc", "3", "4"), ("abcd", "3", "4"), ("de", "4", "4"), ("abDE", "2", "3")],
        );
    }
}
