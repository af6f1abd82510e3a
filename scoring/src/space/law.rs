//! A law of which some provisions are still open.

use crate::ProvisionSet;
use crate::facts::Condition;

use super::switches::{Switch, Way};

/// What holds, what does not, and what is still to be decided.
#[derive(Clone, Debug)]
pub(crate) struct Law {
    /// What holds; nothing that is open.
    pub held: ProvisionSet,
    /// What is still open.
    pub open: ProvisionSet,
    /// What leaves both counts; nothing that is open.
    pub left_out: ProvisionSet,
    /// What leaves both counts, where it is open, unless the way of its switch answers it.
    pub may_be_left_out: ProvisionSet,
}

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    Holds,
    Fails,
    /// It depends on this provision, among others.
    Open(usize),
}

impl Law {
    /// The law with a switch set one of its ways.
    pub fn with(&self, switch: &Switch, way: &Way) -> Law {
        let out = self.may_be_left_out.minus(&way.answered);
        Law {
            held: self.held.union(&way.held),
            open: self.open.minus(&switch.provisions).union(&way.opens),
            left_out: self.left_out.union(&out.common(&switch.provisions)),
            may_be_left_out: self.may_be_left_out.minus(&switch.provisions),
        }
    }

    /// Whether a condition holds, as far as that is decided.
    pub fn truth(&self, condition: &Condition) -> Truth {
        let may = self.held.union(&self.open);
        if !condition.all.is_subset(&may)
            || condition.none.intersects(&self.held)
            || !condition.any.is_empty() && !condition.any.intersects(&may)
        {
            return Truth::Fails;
        }
        let any = condition.any.is_empty() || condition.any.intersects(&self.held);
        let asked = condition.all.union(&condition.none);
        let asked = if any { asked } else { asked.union(&condition.any) };
        asked.common(&self.open).iter().next().map_or(Truth::Holds, Truth::Open)
    }

    /// Whether a condition can be answered, as far as that is decided.
    pub fn answerable(&self, condition: &Condition) -> Truth {
        if self.left_out.is_empty() && self.may_be_left_out.is_empty() {
            return Truth::Holds;
        }
        if !condition.is_answerable(&self.left_out) {
            return Truth::Fails;
        }
        let open = condition.provisions().common(&self.may_be_left_out);
        open.iter().next().map_or(Truth::Holds, Truth::Open)
    }

    /// The part of it that concerns these provisions, by which laws are told apart.
    pub fn concerning(&self, provisions: &ProvisionSet) -> [ProvisionSet; 3] {
        [&self.held, &self.open, &self.left_out].map(|set| set.common(provisions))
    }
}
