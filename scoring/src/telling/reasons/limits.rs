//! What changes what a part earns, or could: its bounds and gates.

use crate::exact::Points;
use crate::facts::Condition;
use crate::rules::{Rule, Why};

use super::Part;

/// A bound or a gate around a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A bound holds it up.
    Raised {
        /// The bound.
        least: Points,
        /// What it would be without.
        without: Points,
    },
    /// A bound holds it down.
    Cut {
        /// The bound.
        most: Points,
        /// What it would be without.
        without: Points,
    },
    /// A bound that changes nothing as things are, and could.
    AtMost(Points),
    /// Something is missing, without which no more passes.
    Gated {
        /// What passes.
        at_most: Points,
        /// What it would be with it.
        without: Points,
        /// What is missing.
        missing: Condition,
    },
    /// Something is missing, without which it could not earn more than this; it does not now.
    Closed {
        /// What passes.
        at_most: Points,
        /// What is missing.
        missing: Condition,
    },
    /// More than this passes because of something that is there.
    Open {
        /// What would pass without it.
        at_most: Points,
        /// What is there.
        needs: Condition,
    },
}

impl Part<'_> {
    /// The limits of the part, the innermost first.
    pub(super) fn limits(&self) -> Vec<Limit> {
        if !self.score(self.root).applies() {
            return Vec::new();
        }
        let (layers, mut inner) = self.layers();
        let mut limits = Vec::new();
        for layer in layers {
            let (before, after) = (self.score(inner), self.score(layer));
            let (without, possible) = (before.earned, before.possible);
            let rule = self.node(layer).map(|node| &node.rule);
            limits.extend(match rule {
                Some(Rule::Within { .. }) if after.earned > without => {
                    Some(Limit::Raised { least: after.earned, without })
                }
                Some(Rule::Within { .. }) if after.earned < without => {
                    Some(Limit::Cut { most: after.earned, without })
                }
                Some(Rule::Within { most: Some(most), .. }) if *most < possible => Some(Limit::AtMost(*most)),
                // What is not met earns nothing, and passes every gate.
                Some(Rule::Gate { needs, at_most, .. })
                    if before.why != Why::Unmet || without <= *at_most =>
                {
                    let (missing, at_most) = (needs.missing(self.answers.held()), *at_most);
                    match missing.is_empty() {
                        _ if after.earned != without => Some(Limit::Gated { at_most, without, missing }),
                        true if without > at_most => Some(Limit::Open { at_most, needs: needs.clone() }),
                        false if possible > at_most => Some(Limit::Closed { at_most, missing }),
                        _ => None,
                    }
                }
                _ => None,
            });
            inner = layer;
        }
        limits
    }
}
