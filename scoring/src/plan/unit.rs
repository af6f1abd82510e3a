//! What is switched on together and counts as one: a provision, or a bundle of them.

use std::collections::BTreeMap;

use super::Goal;
use crate::{Baseline, ProvisionSet, Scenario};

/// The units of a goal. Each goes by its head, the first of its provisions that is still off.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    /// The head of every provision that may be switched on.
    heads: BTreeMap<usize, usize>,
    /// The provisions of each head.
    members: BTreeMap<usize, Vec<usize>>,
}

impl Units {
    /// The provisions that may be switched on, in their bundles or alone.
    pub(super) fn new(baseline: &Baseline, scenario: &Scenario, goal: &Goal) -> Self {
        let mut units = Self::default();
        let off = baseline.provisions().iter().filter(|provision| !scenario.holds(provision));
        let off: Vec<usize> = off.map(|provision| provision.place).collect();
        for &place in &off {
            let bundle = goal.bundles.iter().find(|bundle| bundle.contains(place));
            let together: Vec<usize> = match bundle {
                Some(bundle) => off.iter().copied().filter(|place| bundle.contains(*place)).collect(),
                None => vec![place],
            };
            let open = !together.iter().any(|place| goal.locked.contains(*place));
            if let Some(&head) = together.first().filter(|_| open) {
                units.heads.insert(place, head);
                units.members.insert(head, together);
            }
        }
        units
    }

    /// The head of each unit.
    pub(super) fn heads(&self) -> ProvisionSet {
        self.members.keys().copied().collect()
    }

    /// The head of the unit that a provision belongs to; nothing, when it may not be switched on.
    pub(super) fn head(&self, place: usize) -> Option<usize> {
        self.heads.get(&place).copied()
    }

    /// All provisions of these units.
    pub(super) fn members(&self, heads: &[usize]) -> ProvisionSet {
        heads.iter().filter_map(|head| self.members.get(head)).flatten().copied().collect()
    }
}
