//! All parts together: checklists, sections, totals.

use std::collections::BTreeSet;

use super::of as score_of;
use super::reach::{Reach, Unbounded, few, joint};
use crate::exact::{Fraction, Points};
use crate::rules::{Node, NodeId, Score, Why};

/// What does not apply adds nothing to either count; extra credit adds nothing to what is possible. When no part
/// applies, neither does this.
pub(in crate::rules) fn score(of: &[NodeId], nodes: &[Node], scores: &[Score]) -> Score {
    let mut sum = Score { earned: Points::ZERO, possible: Points::ZERO, why: Why::NotApplicable };
    for id in of {
        let part = score_of(*id, scores);
        if part.applies() {
            sum.why = Why::Added;
        }
        sum.earned = sum.earned + part.earned;
        if nodes.get(id.index()).is_some_and(|node| !node.extra) {
            sum.possible = sum.possible + part.possible;
        }
    }
    sum
}

/// How far it reaches; of each part whether it is extra credit.
pub(in crate::rules) fn reach(parts: &[(&Reach, bool)]) -> Result<Reach, Unbounded> {
    let grain = joint(parts.iter().map(|(part, _)| part.grain))?;
    let mut possible = BTreeSet::from([0]);
    let mut size = Fraction::ZERO;
    for (part, extra) in parts {
        size = size.plus(part.size).ok_or(Unbounded::TooFine)?;
        if !extra {
            let mut more = part.possible_in(grain)?;
            if part.optional {
                more.insert(0);
            }
            let sums = possible.iter().flat_map(|sum| more.iter().map(move |more| sum + more));
            possible = few(sums.collect())?;
        }
    }
    Ok(Reach { grain, possible, optional: parts.iter().all(|(part, _)| part.optional), size })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn a_checklist() {
        let cases =
            [("", "0", "3"), ("ac", "2", "3"), ("abc", "3", "3"), ("aC", "1", "2"), ("ABC", "0", "0")];
        holds(r#"{"id": "x", "checklist": ["a", "b", "c"]}"#, &cases);
        holds(r#"{"id": "x", "checklist": ["a", "b"], "each": 0.5}"#, &[("a", "0.5", "1")]);
    }

    #[test]
    fn a_section_of_components() {
        let node = r#"{"id": "x", "components": [
            {"rungs": [{"points": 2, "needs": ["a"]}]}, {"points": -1, "needs": ["b"]}, {"checklist": ["c", "d"]}]}"#;
        holds(
            node,
            &[("", "0", "4"), ("ab", "1", "4"), ("b", "-1", "4"), ("abcd", "3", "4"), ("bA", "-1", "2")],
        );
    }

    #[test]
    fn extra_credit() {
        let node = r#"{"id": "x", "components": [
            {"checklist": ["a", "b"]}, {"extra": true, "most": 1.5, "checklist": ["c", "d"]}]}"#;
        holds(node, &[("", "0", "2"), ("abc", "3", "2"), ("cd", "1.5", "2"), ("abcd", "3.5", "2")]);
    }

    #[test]
    fn weights_multiply_all_that_is_in_them() {
        let node = r#"{"id": "x", "weight": 5, "components": [
            {"weight": 0.4, "checklist": ["a", "b"], "each": 0.5},
            {"weight": 0.6, "components": [{"points": 1, "needs": ["c"]}]}]}"#;
        holds(node, &[("a", "1", "5"), ("ab", "2", "5"), ("c", "3", "5"), ("abc", "5", "5")]);
    }
}
