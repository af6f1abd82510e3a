//! What the ids in an address are looked up in.

use crate::rules::Rules;
use crate::{Baseline, ProvisionSet};

/// Provisions by id, in an order that stays.
pub(crate) trait Ids {
    /// The id at an index; nothing behind the last.
    fn id(&self, index: usize) -> Option<&str>;

    /// The index of an id.
    fn index(&self, id: &str) -> Option<usize>;
}

impl Ids for Baseline {
    fn id(&self, index: usize) -> Option<&str> {
        self.provisions().get(index).map(|provision| provision.id.as_str())
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.provision(id).map(|provision| provision.index)
    }
}

impl Ids for Rules {
    fn id(&self, index: usize) -> Option<&str> {
        self.provisions().get(index).map(String::as_str)
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.provision(id)
    }
}

/// All ids, in their order.
pub(super) fn all(ids: &dyn Ids) -> impl Iterator<Item = &str> {
    (0..).map_while(|index| ids.id(index))
}

/// The ids of a set, with commas between them.
pub(crate) fn in_words(ids: &dyn Ids, set: &ProvisionSet) -> String {
    set.iter().filter_map(|index| ids.id(index)).collect::<Vec<_>>().join(",")
}
