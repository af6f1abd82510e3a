//! The six kinds of node that rules are made of.

use serde::{Deserialize, Serialize};

use crate::data::Basis;
use crate::exact::Points;
use crate::facts::Condition;

/// A node's index in its rules. Children stand before their parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct NodeId(pub(super) usize);

impl NodeId {
    /// The node at an index.
    pub(crate) const fn at(index: usize) -> Self {
        Self(index)
    }

    /// The index, from 0.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// A part of the rules that has a score. `P` is how points are written: as fractions until the rules' unit is known,
/// as whole units afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Node<P = Points> {
    /// Its name in the file, such as `2.10`; short ways of writing make nodes without one.
    pub id: Option<String>,
    /// How its score comes about.
    pub rule: Rule<P>,
    /// When it counts at all; otherwise it is 0 of 0.
    pub applies: Condition,
    /// Whether it adds to what is earned and not to what is possible.
    pub extra: bool,
    /// What its points rest on.
    pub basis: Basis,
}

/// How a node's score comes about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Rule<P = Points> {
    /// Points when a condition holds: a rung, an item, a penalty (below zero), a weighted rating.
    When {
        /// The condition.
        needs: Condition,
        /// The points.
        points: P,
    },
    /// The part with the most points among those that are met: ladders, levels.
    Best {
        /// The parts.
        of: Vec<NodeId>,
        /// What it earns when none is met; may be below zero.
        otherwise: P,
    },
    /// All parts together: checklists, sections, totals.
    Sum {
        /// The parts.
        of: Vec<NodeId>,
    },
    /// The weighted mean of the shares that the parts earn of what is possible in them. A part in which nothing is
    /// possible is left out.
    Mean {
        /// The parts.
        of: Vec<Share>,
        /// What it earns when every share is whole.
        worth: P,
    },
    /// One part, held between bounds.
    Within {
        /// The part.
        of: NodeId,
        /// The least that it earns.
        least: Option<P>,
        /// The most that it earns.
        most: Option<P>,
    },
    /// One part, that earns no more than a limit unless a condition holds.
    Gate {
        /// The part.
        of: NodeId,
        /// The condition.
        needs: Condition,
        /// The limit without it.
        at_most: P,
    },
}

/// A part of a mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Share {
    /// The part.
    pub node: NodeId,
    /// How much its share counts for; above zero.
    pub weight: i64,
    /// Of how many units every figure of the part is a multiple. Dividing by it first keeps products small.
    pub grain: i64,
}

/// What a node earns, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Score {
    /// What it earns.
    pub earned: Points,
    /// What it could earn at most, extra credit left aside.
    pub possible: Points,
    /// Why.
    pub why: Why,
}

/// Why a node earns what it earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Why {
    /// It does not apply to this subject, or not with these answers: 0 of 0.
    NotApplicable,
    /// Its condition does not hold.
    Unmet,
    /// Its condition holds.
    Met,
    /// This part counts, as the best of those that are met.
    Best(NodeId),
    /// No part is met.
    Otherwise,
    /// The parts are added up.
    Added,
    /// The shares of this many parts are averaged.
    Averaged(usize),
    /// It is what its one part is.
    Passed,
    /// A bound changed what its part earns.
    Bounded {
        /// What it would be without.
        without: Points,
    },
    /// A condition is missing, and with it what passes a limit.
    Gated {
        /// What it would be without.
        without: Points,
    },
}

impl Score {
    /// 0 of 0.
    pub const NOT_APPLICABLE: Score =
        Score { earned: Points::ZERO, possible: Points::ZERO, why: Why::NotApplicable };

    /// Whether it applies.
    pub fn applies(&self) -> bool {
        self.why != Why::NotApplicable
    }

    /// Whether it can be the best of several parts.
    pub(super) fn is_met(&self) -> bool {
        !matches!(self.why, Why::NotApplicable | Why::Unmet)
    }
}

impl<P> Rule<P> {
    /// The parts, in order.
    pub fn parts(&self) -> Vec<NodeId> {
        match self {
            Rule::When { .. } => Vec::new(),
            Rule::Best { of, .. } | Rule::Sum { of } => of.clone(),
            Rule::Mean { of, .. } => of.iter().map(|share| share.node).collect(),
            Rule::Within { of, .. } | Rule::Gate { of, .. } => vec![*of],
        }
    }

    /// The condition that it looks at by itself.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Rule::When { needs, .. } | Rule::Gate { needs, .. } => Some(needs),
            Rule::Best { .. } | Rule::Sum { .. } | Rule::Mean { .. } | Rule::Within { .. } => None,
        }
    }

    /// The same rule with its points written otherwise; nothing, when some cannot be.
    pub(super) fn map<Q>(&self, mut points: impl FnMut(&P) -> Option<Q>) -> Option<Rule<Q>> {
        let bound = |bound: &Option<P>, points: &mut dyn FnMut(&P) -> Option<Q>| match bound {
            None => Some(None),
            Some(bound) => points(bound).map(Some),
        };
        Some(match self {
            Rule::When { needs, points: worth } => {
                Rule::When { needs: needs.clone(), points: points(worth)? }
            }
            Rule::Best { of, otherwise } => Rule::Best { of: of.clone(), otherwise: points(otherwise)? },
            Rule::Sum { of } => Rule::Sum { of: of.clone() },
            Rule::Mean { of, worth } => Rule::Mean { of: of.clone(), worth: points(worth)? },
            Rule::Within { of, least, most } => {
                Rule::Within { of: *of, least: bound(least, &mut points)?, most: bound(most, &mut points)? }
            }
            Rule::Gate { of, needs, at_most } => {
                Rule::Gate { of: *of, needs: needs.clone(), at_most: points(at_most)? }
            }
        })
    }
}
