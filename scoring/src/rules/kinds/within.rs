//! A part held between bounds: extra credit of at most ten points, a checklist that fills at three.

use super::of as score_of;
use super::reach::{Reach, Unbounded, counted, joint};
use crate::exact::{Fraction, Points};
use crate::rules::{NodeId, Score, Why};

/// What is earned and what is possible both stay between the bounds.
pub(in crate::rules) fn score(
    of: NodeId,
    least: Option<Points>,
    most: Option<Points>,
    scores: &[Score],
) -> Score {
    let part = score_of(of, scores);
    if !part.applies() {
        return Score::NOT_APPLICABLE;
    }
    let held = |points: Points| {
        let raised = least.map_or(points, |least| points.max(least));
        most.map_or(raised, |most| raised.min(most))
    };
    let (earned, possible) = (held(part.earned), held(part.possible).max(Points::ZERO));
    let why = match part.why {
        Why::Unmet => Why::Unmet,
        _ if earned != part.earned => Why::Bounded { without: part.earned },
        _ => Why::Passed,
    };
    Score { earned, possible, why }
}

/// How far it reaches.
pub(in crate::rules) fn reach(
    part: &Reach,
    least: Option<Fraction>,
    most: Option<Fraction>,
) -> Result<Reach, Unbounded> {
    let bounds = [least, most].into_iter().flatten();
    let grain = joint(bounds.clone().map(Fraction::denominator).chain([part.grain]))?;
    let count = |bound: Option<Fraction>| bound.map(|bound| counted(bound, grain)).transpose();
    let (low, high) = (count(least)?, count(most)?);
    let held = |figure: i128| {
        let raised = low.map_or(figure, |low| figure.max(low));
        high.map_or(raised, |high| raised.min(high)).max(0)
    };
    let possible = part.possible_in(grain)?.into_iter().map(held).collect();
    let size = bounds.map(Fraction::size).fold(part.size, Ord::max);
    Ok(Reach { grain, possible, optional: part.optional, size })
}

#[cfg(test)]
mod tests {
    use crate::rules::kinds::table::holds;

    #[test]
    fn a_checklist_that_fills_before_its_end() {
        let cases =
            [("a", "1", "2"), ("ab", "2", "2"), ("abc", "2", "2"), ("aBC", "1", "1"), ("ABC", "0", "0")];
        holds(r#"{"id": "x", "most": 2, "checklist": ["a", "b", "c"]}"#, &cases);
    }

    #[test]
    fn penalties_that_end_somewhere() {
        let node = r#"{"id": "x", "least": -1.5, "components": [
            {"points": -1, "needs": ["a"]}, {"points": -1, "needs": ["b"]}, {"points": 1, "needs": ["c"]}]}"#;
        holds(node, &[("", "0", "1"), ("ab", "-1.5", "1"), ("abc", "-1", "1"), ("abC", "-1.5", "0")]);
    }

    #[test]
    fn a_floor_above_zero() {
        holds(
            r#"{"id": "x", "least": 1, "checklist": ["a", "b"]}"#,
            &[("", "1", "2"), ("ab", "2", "2"), ("AB", "0", "0")],
        );
    }
}
