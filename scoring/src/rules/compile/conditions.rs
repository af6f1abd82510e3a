//! Conditions, from ids to sets.

use crate::ProvisionSet;
use crate::diagnose::Code;
use crate::facts::Condition;
use crate::rules::file::Needs;

use super::Compiler;

impl Compiler<'_> {
    /// What must hold, as a set of each kind.
    pub(super) fn condition(&mut self, needs: &Needs, at: &str) -> Condition {
        let condition = match needs {
            Needs::All(all) => Condition { all: self.set(all, at), ..Condition::default() },
            Needs::Each(each) => Condition {
                all: self.set(&each.all, &format!("{at}/all")),
                any: self.set(&each.any, &format!("{at}/any")),
                none: self.set(&each.none, &format!("{at}/none")),
            },
        };
        if needs.is_empty() {
            self.find(Code::NothingInIt, at, &[]);
        }
        let clash = condition.all.intersects(&condition.none)
            || (!condition.any.is_empty() && condition.any.is_subset(&condition.none));
        if clash {
            self.find(Code::NeverHolds, at, &[]);
        }
        self.used = self.used.union(&condition.provisions());
        condition
    }

    /// The condition of a field that may be missing: then it always holds.
    pub(super) fn optional_condition(&mut self, needs: Option<&Needs>, at: &str) -> Condition {
        needs.map(|needs| self.condition(needs, at)).unwrap_or_default()
    }

    /// Ids as a set; unknown and repeated ones are found.
    pub(super) fn set(&mut self, ids: &[String], at: &str) -> ProvisionSet {
        let mut set = ProvisionSet::default();
        for (number, id) in ids.iter().enumerate() {
            let Some(index) = self.provision(id, &format!("{at}/{number}")) else { continue };
            if set.contains(index) {
                self.find(Code::RepeatedId, format!("{at}/{number}"), &[id]);
            } else {
                set.toggle(index);
            }
        }
        set
    }

    /// The index of a provision.
    pub(super) fn provision(&mut self, id: &str, at: &str) -> Option<usize> {
        let index = self.file.provisions.iter().position(|provision| provision.id == id);
        if index.is_none() {
            self.find(Code::UnknownProvision, at, &[id]);
        }
        index
    }
}
