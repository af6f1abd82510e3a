//! A scenario: the card plus changes.

use std::sync::Arc;

use crate::data::CardBill;
use crate::{Baseline, Changes, Provision, ProvisionSet};

/// A card plus changes, kept as the set of provisions that differ from the law in force.
///
/// So the baseline is the empty scenario, switching twice changes nothing, and scenarios that mean
/// the same are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scenario {
    switched: ProvisionSet,
}

impl Scenario {
    /// The scenario in which exactly these provisions differ from the law in force.
    pub fn from_switched(switched: ProvisionSet) -> Self {
        Self { switched }
    }

    /// Switches a provision: on if it was off, off if it was on.
    pub fn switch(&mut self, provision: &Provision) {
        self.switched.toggle(provision.index);
    }

    /// Puts a provision into law, or takes it out; nothing changes if it is so already.
    pub fn set(&mut self, provision: &Provision, in_law: bool) {
        if self.holds(provision) != in_law {
            self.switch(provision);
        }
    }

    /// The scenario with these provisions put into law as well.
    pub fn adding<'a>(&self, provisions: impl IntoIterator<Item = &'a Arc<Provision>>) -> Self {
        let mut with = self.clone();
        provisions.into_iter().for_each(|provision| with.set(provision, true));
        with
    }

    /// The scenario in which a bill is law as well.
    pub fn with_bill(&self, baseline: &Baseline, bill: &CardBill) -> Self {
        let mut with = self.clone();
        for (ids, in_law) in [(&bill.on, true), (&bill.off, false)] {
            let changed = ids.iter().filter_map(|id| baseline.provision(id));
            changed.for_each(|provision| with.set(provision, in_law));
        }
        with
    }

    /// The scenario in which what a bill changes is as the card has it.
    pub fn without_bill(&self, baseline: &Baseline, bill: &CardBill) -> Self {
        let mut without = self.clone();
        without.reset(bill.on.iter().chain(&bill.off).filter_map(|id| baseline.provision(id)));
        without
    }

    /// Puts these provisions back to the law in force.
    pub fn reset<'a>(&mut self, provisions: impl IntoIterator<Item = &'a Arc<Provision>>) {
        for provision in provisions {
            self.set(provision, provision.law.in_law);
        }
    }

    /// Whether the provision is in law in this scenario.
    pub fn holds(&self, provision: &Provision) -> bool {
        provision.law.in_law != self.differs(provision)
    }

    /// Whether the provision differs from the law in force.
    pub fn differs(&self, provision: &Provision) -> bool {
        self.switched.contains(provision.index)
    }

    /// Those of some provisions that differ from the law in force.
    pub(crate) fn differing(&self, provisions: &[Arc<Provision>]) -> ProvisionSet {
        let indices = provisions.iter().map(|provision| provision.index);
        indices.filter(|index| self.switched.contains(*index)).collect()
    }

    /// Whether nothing differs from the law in force.
    pub fn is_baseline(&self) -> bool {
        self.switched.is_empty()
    }

    /// How many provisions differ from the law in force.
    pub fn size(&self) -> usize {
        self.switched.len()
    }

    /// The ids of what is switched on and off, in the framework's order.
    pub fn changes(&self, baseline: &Baseline) -> Changes {
        let (on, off) = self.on_and_off(baseline);
        let ids =
            |list: Vec<&Arc<Provision>>| list.into_iter().map(|provision| provision.id.clone()).collect();
        Changes { on: ids(on), off: ids(off) }
    }

    /// What is switched on and what is switched off, in the framework's order.
    pub(crate) fn on_and_off<'a>(
        &self,
        baseline: &'a Baseline,
    ) -> (Vec<&'a Arc<Provision>>, Vec<&'a Arc<Provision>>) {
        let switched = baseline.provisions().iter().filter(|provision| self.differs(provision));
        switched.partition(|provision| !provision.law.in_law)
    }
}
