//! What can be decided: provisions that hang together are one switch, whose ways are all that they can be together.
//!
//! Levels of one question, what implies each other and what excludes each other are so one choice among few, and
//! switches do not depend on each other.

use crate::ProvisionSet;
use crate::facts::{Answers, Group, GroupKind, Implied};

use super::effort::{Effort, Stop};
use super::star::star;
use super::touching::touching;
use super::ways::ways;

/// Provisions that are decided together.
#[derive(Clone, Debug)]
pub(crate) struct Switch {
    /// The provisions.
    pub provisions: ProvisionSet,
    /// All that they can be together.
    pub ways: Vec<Way>,
    /// The provision that stands for it.
    pub first: usize,
    /// The provision that is decided before: as long as it is open, its switch decides these provisions as well.
    pub after: Option<usize>,
}

/// What the provisions of a switch can be.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    /// Those that are put into law.
    pub on: ProvisionSet,
    /// Those that are taken out.
    pub off: ProvisionSet,
    /// Those that hold then.
    pub held: ProvisionSet,
    /// Those that are put into law, and those that were unknown and then cannot hold.
    pub answered: ProvisionSet,
    /// How many changes that is: what comes along with another change is none.
    pub cost: usize,
    /// Those that are still to be decided then, each by a switch of its own.
    pub opens: ProvisionSet,
}

/// Provisions that are decided together or not at all.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// The provisions.
    pub provisions: ProvisionSet,
    /// What is decided.
    pub kind: UnitKind,
}

/// What is decided of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// Whether it is put into law, which is a change.
    PutIn,
    /// Whether it is taken out of law, which is a change.
    TakenOut,
    /// Whether it holds, which nobody knows; finding out is no change.
    Answered,
}

/// What all ways must respect.
pub(crate) struct Bonds<'a> {
    implied: &'a Implied,
    /// What each provision cannot hold without.
    pub(super) with: Vec<ProvisionSet>,
    /// What cannot hold without each provision.
    pub(super) needing: Vec<ProvisionSet>,
    /// What holds before anything is decided.
    held: &'a ProvisionSet,
    pub(super) not_applicable: &'a ProvisionSet,
    /// What is unknown and cannot hold once each provision is taken out of law, and once it is put in; empty, where that
    /// does not matter.
    ruled_out: Vec<[ProvisionSet; 2]>,
}

impl<'a> Bonds<'a> {
    /// The bonds between `count` provisions that are answered so.
    pub fn new(implied: &'a Implied, count: usize, answers: &'a Answers) -> Self {
        let with: Vec<ProvisionSet> = (0..count).map(|provision| implied.with(provision)).collect();
        let mut needing = vec![ProvisionSet::default(); count];
        for (provision, with) in with.iter().enumerate() {
            for other in with.iter() {
                needing.get_mut(other).into_iter().for_each(|set| set.toggle(provision));
            }
        }
        let (held, not_applicable) = (answers.held(), answers.not_applicable());
        Self { implied, with, needing, held, not_applicable, ruled_out: Vec::new() }
    }

    /// Everything that is unknown or rules out something that is, where that matters.
    pub fn uncertain(&self) -> ProvisionSet {
        let indices = (0..).zip(&self.ruled_out);
        let rules_out = indices.filter(|(_, sets)| sets.iter().any(|set| !set.is_empty()));
        let unknown = self.ruled_out.iter().flatten();
        unknown.fold(rules_out.map(|(provision, _)| provision).collect(), |all: ProvisionSet, one| {
            all.union(one)
        })
    }

    /// The same where it matters what can no longer hold of all that is unknown.
    pub fn ruling_out(mut self, answers: &Answers) -> Self {
        if !answers.unknown().is_empty() {
            let ruled_out =
                |provision| [false, true].map(|on| answers.ruled_out(self.implied, provision, on));
            self.ruled_out = (0..self.with.len()).map(ruled_out).collect();
        }
        self
    }

    /// What was unknown and cannot hold once these are put into law and those are taken out.
    pub(super) fn ruled_out(&self, on: &ProvisionSet, off: &ProvisionSet) -> ProvisionSet {
        let of = |provision: usize, on: bool| {
            self.ruled_out.get(provision).map(|[out, put_in]| if on { put_in } else { out })
        };
        let on = on.iter().filter_map(|provision| of(provision, true));
        let off = off.iter().filter_map(|provision| of(provision, false));
        on.chain(off).fold(ProvisionSet::default(), |all, one| all.union(one))
    }

    /// The groups of which at most one holds.
    pub(super) fn exclusive(&self) -> impl Iterator<Item = &Group> {
        self.implied.groups().iter().filter(|group| group.kind == GroupKind::OneOf)
    }

    /// The switches that these units make.
    pub fn switches(&self, units: &[Unit], effort: &mut Effort<'_>) -> Result<Vec<Switch>, Stop> {
        let mut switches = Vec::new();
        for units in self.clusters(units) {
            if let Some(star) = star(self, &units) {
                effort.spend(Effort::KEPT * star.len() as u64)?;
                switches.extend(star);
                continue;
            }
            let ruled_out = units.iter().map(|unit| self.ruled_out_by(unit));
            let provisions = ruled_out.fold(all(&units), |all, one| all.union(&one));
            let ways = ways(self, &units, self.held.minus(&provisions), effort)?;
            let first = provisions.iter().next().unwrap_or_default();
            switches.push(Switch { provisions, ways, first, after: None });
        }
        Ok(switches)
    }

    /// Whether a unit hangs together with nothing but these provisions, as far as anything can come of that.
    pub(super) fn stands_alone(&self, unit: &Unit, provisions: &ProvisionSet) -> bool {
        let held = self.held.minus(provisions);
        let there = held.union(self.not_applicable).union(provisions);
        let bound = |provision: usize| {
            let lacks = self.with.get(provision).is_some_and(|with| !with.is_subset(&there));
            let needed = self.needing.get(provision).is_some_and(|needing| needing.intersects(&held));
            let grouped = self.exclusive().any(|group| group.members.contains(&provision));
            let unsure =
                self.ruled_out.get(provision).is_some_and(|sets| sets.iter().any(|set| !set.is_empty()));
            lacks || grouped || unsure || needed && unit.kind != UnitKind::PutIn
        };
        !unit.provisions.iter().any(bound)
    }

    /// What a change of a unit rules out.
    fn ruled_out_by(&self, unit: &Unit) -> ProvisionSet {
        let nothing = ProvisionSet::default();
        if self.ruled_out.is_empty() {
            return nothing;
        }
        match unit.kind {
            UnitKind::TakenOut => self.ruled_out(&nothing, &unit.provisions),
            UnitKind::PutIn | UnitKind::Answered => self.ruled_out(&unit.provisions, &nothing),
        }
    }

    /// The units in groups that have nothing to do with each other.
    fn clusters(&self, units: &[Unit]) -> Vec<Vec<Unit>> {
        let movable = all(units);
        let reach = |unit: &Unit| {
            let mut reach = unit.provisions.clone();
            for provision in unit.provisions.iter() {
                reach = self.with.get(provision).map_or(reach.clone(), |with| reach.union(with));
                for group in self.exclusive().filter(|group| group.members.contains(&provision)) {
                    reach = reach.union(&group.members.iter().copied().collect());
                }
            }
            reach.common(&movable).union(&self.ruled_out_by(unit))
        };
        let reaches: Vec<ProvisionSet> = units.iter().map(reach).collect();
        let cluster =
            |indexes: Vec<usize>| indexes.iter().filter_map(|index| units.get(*index)).cloned().collect();
        touching(&reaches).into_iter().map(cluster).collect()
    }
}

/// All provisions of some units.
pub(super) fn all(units: &[Unit]) -> ProvisionSet {
    units.iter().flat_map(|unit| unit.provisions.iter()).collect()
}
