//! A part that earns no more than a limit unless a condition holds: no stars without a moratorium.

use super::reach::{Reach, Unbounded, joint};
use super::{Facts, of as score_of};
use crate::exact::{Fraction, Points};
use crate::facts::Condition;
use crate::rules::{NodeId, Score, Why};

/// What is possible stays as it is: the gate can be opened.
pub(in crate::rules) fn score(
    of: NodeId,
    needs: &Condition,
    at_most: Points,
    facts: &Facts<'_>,
    scores: &[Score],
) -> Score {
    let part = score_of(of, scores);
    let why = match part.why {
        Why::NotApplicable => return Score::NOT_APPLICABLE,
        Why::Unmet => Why::Unmet,
        _ if part.earned <= at_most || needs.holds(facts.held) => Why::Passed,
        _ => Why::Gated { without: part.earned },
    };
    let gated = matches!(why, Why::Gated { .. });
    Score { earned: if gated { at_most } else { part.earned }, why, ..part }
}

/// How far it reaches.
pub(in crate::rules) fn reach(part: &Reach, at_most: Fraction) -> Result<Reach, Unbounded> {
    let grain = joint([part.grain, at_most.denominator()])?;
    let possible = part.possible_in(grain)?;
    Ok(Reach { grain, possible, optional: part.optional, size: part.size.max(at_most.size()) })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn nothing_without_a_moratorium() {
        let node = r#"{"id": "x", "checklist": ["a", "b", "c"], "gates": [{"needs": {"any": ["a", "b"]}, "atMost": 0}]}"#;
        holds(
            node,
            &[("", "0", "3"), ("c", "0", "3"), ("ac", "2", "3"), ("bc", "2", "3"), ("ABC", "0", "0")],
        );
    }

    #[test]
    fn a_limit_on_what_has_an_exemption() {
        let node = r#"{"id": "x", "checklist": ["a", "b", "c"], "gates": [
            {"needs": {"none": ["d"]}, "atMost": 2}, {"needs": {"none": ["e"]}, "atMost": 1}]}"#;
        holds(
            node,
            &[
                ("abc", "3", "3"),
                ("abcd", "2", "3"),
                ("abce", "1", "3"),
                ("ade", "1", "3"),
                ("abcde", "1", "3"),
            ],
        );
    }

    #[test]
    fn a_penalty_passes_the_gate() {
        let node = r#"{"id": "x", "components": [{"points": -2, "needs": ["a"]}, {"points": 1, "needs": ["b"]}],
            "gates": [{"needs": ["c"], "atMost": 0}]}"#;
        holds(node, &[("a", "-2", "1"), ("b", "0", "1"), ("bc", "1", "1"), ("ab", "-1", "1")]);
    }
}
