//! Points when a condition holds: a rung, an item of a checklist, a penalty, a weighted rating.

use super::Facts;
use super::reach::{Reach, Unbounded, counted};
use crate::exact::{Fraction, Points};
use crate::facts::Condition;
use crate::rules::{Score, Why};

/// What is left out is not asked: the node then leaves both counts, as City Bureau's report card of 2019 does it. A
/// penalty makes nothing more possible.
pub(in crate::rules) fn score(needs: &Condition, points: Points, facts: &Facts<'_>) -> Score {
    if !facts.left_out.is_empty() && !needs.is_answerable(facts.left_out) {
        return Score::NOT_APPLICABLE;
    }
    let possible = points.max(Points::ZERO);
    match needs.holds(facts.held) {
        true => Score { earned: points, possible, why: Why::Met },
        false => Score { earned: Points::ZERO, possible, why: Why::Unmet },
    }
}

/// How far it reaches; `may_be_left_out` when an answer that it needs may be missing or not apply.
pub(in crate::rules) fn reach(points: Fraction, may_be_left_out: bool) -> Result<Reach, Unbounded> {
    let grain = points.denominator();
    let possible = counted(points.max(Fraction::ZERO), grain)?;
    Ok(Reach { grain, possible: [possible].into(), optional: may_be_left_out, size: points.size() })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn an_item() {
        let cases = [("", "0", "2.5"), ("a", "0", "2.5"), ("ab", "2.5", "2.5"), ("bA", "0", "0")];
        holds(r#"{"id": "x", "points": 2.5, "needs": ["a", "b"]}"#, &cases);
    }

    #[test]
    fn a_penalty() {
        let cases = [("", "0", "0"), ("a", "-1.5", "0"), ("A", "0", "0")];
        holds(r#"{"id": "x", "points": -1.5, "needs": ["a"]}"#, &cases);
    }

    #[test]
    fn one_of_several_and_none_of_others() {
        let cases = [("", "0", "3"), ("b", "3", "3"), ("bc", "3", "3"), ("bd", "0", "3"), ("cB", "3", "3")];
        let node = r#"{"id": "x", "points": 3, "needs": {"any": ["b", "c"], "none": ["d"]}}"#;
        holds(node, &cases);
        holds(node, &[("BC", "0", "0"), ("bD", "0", "0")]);
    }

    #[test]
    fn a_weighted_rating() {
        let cases = [("", "0", "1.2"), ("a", "1.2", "1.2")];
        holds(r#"{"id": "x", "weight": 0.4, "points": 3, "needs": ["a"]}"#, &cases);
    }

    #[test]
    fn what_does_not_apply_because_of_another_answer() {
        let cases = [("a", "0", "0"), ("b", "0", "1"), ("ab", "1", "1")];
        holds(r#"{"id": "x", "points": 1, "needs": ["a"], "applies": {"all": ["b"]}}"#, &cases);
    }
}
