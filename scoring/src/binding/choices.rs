//! Sets of changes, and which of several is kept.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::ProvisionSet;

use super::plans::Values;
use super::sums::Sums;

/// Keeps a set of changes; of two of the same size that come to the same, the one that is first in the framework's order.
pub(super) fn keep<K: Ord>(all: &mut BTreeMap<K, ProvisionSet>, comes_to: K, on: ProvisionSet) {
    match all.entry(comes_to) {
        Entry::Vacant(place) => {
            place.insert(on);
        }
        Entry::Occupied(mut known) => {
            let first = |one: &ProvisionSet, other: &ProvisionSet| one.minus(other).iter().next();
            if first(&on, known.get()) < first(known.get(), &on) {
                known.insert(on);
            }
        }
    }
}

/// Whether a piece comes to as much everywhere; what it earns before does not depend on the change.
pub(super) fn is_as_good(known: &[Sums], other: &[Sums]) -> bool {
    let mut both = known.iter().zip(other);
    both.all(|(known, other)| {
        other.iter().all(|(sum, (end, _))| known.get(sum).is_some_and(|(known, _)| known >= end))
    })
}

/// Those that no other is as good as everywhere.
pub(super) fn best(all: BTreeMap<Values, ProvisionSet>) -> BTreeMap<Values, ProvisionSet> {
    let mut best: Vec<(Values, ProvisionSet)> = Vec::new();
    // The highest come first, so that what is kept is never worse than what comes later.
    for (values, on) in all.into_iter().rev() {
        let mut known = best.iter();
        if !known.any(|(known, _)| known.iter().zip(&values).all(|(known, value)| known >= value)) {
            best.push((values, on));
        }
    }
    best.into_iter().collect()
}

/// All sets of at most so many of some provisions.
pub(super) fn subsets(of: &[usize], most: usize) -> Vec<ProvisionSet> {
    let mut sets = vec![ProvisionSet::default()];
    for index in of {
        let with = |set: &ProvisionSet| set.union(&[*index].into_iter().collect());
        let more: Vec<ProvisionSet> = sets.iter().filter(|set| set.len() < most).map(with).collect();
        sets.extend(more);
    }
    sets
}
