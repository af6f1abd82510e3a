//! What must hold for a rule to count.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;

/// A condition on provisions: all of these, at least one of those, none of these others. Empty, it always holds.
///
/// `any` is there because published rules need it: the archived Eviction Lab scorecard of 2020 gives nothing
/// without a moratorium on at least one of five steps of an eviction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Condition {
    /// All of them must hold.
    pub all: ProvisionSet,
    /// At least one of them must hold, if there are any.
    pub any: ProvisionSet,
    /// None of them may hold.
    pub none: ProvisionSet,
}

impl Condition {
    /// Whether it asks for nothing, and so always holds.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty() && self.none.is_empty()
    }

    /// Whether it holds when exactly these provisions do.
    pub fn holds(&self, held: &ProvisionSet) -> bool {
        self.all.is_subset(held)
            && (self.any.is_empty() || self.any.intersects(held))
            && !self.none.intersects(held)
    }

    /// Whether it can be answered when these provisions are left out: each of `all` and `none` is needed for that,
    /// and one of `any`.
    pub fn is_answerable(&self, left_out: &ProvisionSet) -> bool {
        !self.all.intersects(left_out)
            && !self.none.intersects(left_out)
            && (self.any.is_empty() || !self.any.is_subset(left_out))
    }

    /// What of it does not hold when exactly these provisions do: what would have to be put into law, and, in `none`, what
    /// would have to go.
    pub fn missing(&self, held: &ProvisionSet) -> Condition {
        let any = if self.any.intersects(held) { ProvisionSet::default() } else { self.any.clone() };
        Condition { all: self.all.minus(held), any, none: self.none.common(held) }
    }

    /// Every provision that it looks at.
    pub fn provisions(&self) -> ProvisionSet {
        self.all.union(&self.any).union(&self.none)
    }
}

#[cfg(test)]
mod tests {
    use super::Condition;
    use crate::ProvisionSet;

    fn set(indices: &[usize]) -> ProvisionSet {
        indices.iter().copied().collect()
    }

    #[test]
    fn a_condition_holds_when_all_its_parts_do() {
        let condition = Condition { all: set(&[0, 70]), any: set(&[1, 2]), none: set(&[3]) };
        for (held, holds) in [
            (vec![0, 70, 1], true),
            (vec![0, 70, 1, 2, 9], true),
            (vec![0, 1], false),
            (vec![0, 70], false),
            (vec![0, 70, 2, 3], false),
        ] {
            assert_eq!(condition.holds(&set(&held)), holds, "{held:?}");
            assert_eq!(condition.missing(&set(&held)).is_empty(), holds, "{held:?}");
        }
        assert!(Condition::default().holds(&set(&[])) && Condition::default().is_empty());
    }

    #[test]
    fn what_is_missing_is_what_does_not_hold() {
        let condition = Condition { all: set(&[0, 1]), any: set(&[2, 3]), none: set(&[4]) };
        let missing = Condition { all: set(&[1]), any: set(&[2, 3]), none: set(&[4]) };
        assert_eq!(condition.missing(&set(&[0, 4])), missing);
        assert_eq!(condition.missing(&set(&[0, 3])), Condition { all: set(&[1]), ..Condition::default() });
    }

    #[test]
    fn what_is_left_out_is_not_asked() {
        let condition = Condition { all: set(&[0]), any: set(&[1, 2]), none: set(&[3]) };
        for (left_out, answerable) in [
            (vec![], true),
            (vec![0], false),
            (vec![1], true),
            (vec![1, 2], false),
            (vec![3], false),
            (vec![9], true),
        ] {
            assert_eq!(condition.is_answerable(&set(&left_out)), answerable, "{left_out:?}");
        }
    }
}
