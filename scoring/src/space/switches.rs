//! What can be decided: provisions that hang together are one switch, whose ways are all that they can be together.
//!
//! Levels of one question, what implies each other and what excludes each other are so one choice among few, and
//! switches do not depend on each other.

use crate::ProvisionSet;
use crate::facts::{Answers, Group, GroupKind, Implied};

use super::effort::{Effort, Stop};
use super::law::common;
use super::touching::touching;

/// Provisions that are decided together.
#[derive(Clone, Debug)]
pub(crate) struct Switch {
    /// The provisions.
    pub provisions: ProvisionSet,
    /// All that they can be together.
    pub ways: Vec<Way>,
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
    with: Vec<ProvisionSet>,
    /// What cannot hold without each provision.
    needing: Vec<ProvisionSet>,
    /// What holds before anything is decided.
    held: &'a ProvisionSet,
    not_applicable: &'a ProvisionSet,
    /// What is unknown and cannot hold once each provision is taken out of law, and once it is put in; empty, where that
    /// does not matter.
    ruled_out: Vec<[ProvisionSet; 2]>,
}

/// The most ways that one switch may have.
const MOST_WAYS: usize = 4096;

impl<'a> Bonds<'a> {
    /// The bonds between `count` provisions that are answered so.
    pub fn new(implied: &'a Implied, count: usize, answers: &'a Answers) -> Self {
        let with: Vec<ProvisionSet> = (0..count).map(|place| implied.with(place)).collect();
        let mut needing = vec![ProvisionSet::default(); count];
        for (place, with) in with.iter().enumerate() {
            for other in with.iter() {
                needing.get_mut(other).into_iter().for_each(|set| set.toggle(place));
            }
        }
        let (held, not_applicable) = (answers.held(), answers.not_applicable());
        Self { implied, with, needing, held, not_applicable, ruled_out: Vec::new() }
    }

    /// The same where it matters what can no longer hold of all that is unknown.
    pub fn ruling_out(mut self, answers: &Answers) -> Self {
        if !answers.unknown().is_empty() {
            let ruled_out = |place| [false, true].map(|on| answers.ruled_out(self.implied, place, on));
            self.ruled_out = (0..self.with.len()).map(ruled_out).collect();
        }
        self
    }

    /// What was unknown and cannot hold once these are put into law and those are taken out.
    fn ruled_out(&self, on: &ProvisionSet, off: &ProvisionSet) -> ProvisionSet {
        let of = |place: usize, on: bool| {
            self.ruled_out.get(place).map(|[out, put_in]| if on { put_in } else { out })
        };
        let on = on.iter().filter_map(|place| of(place, true));
        let off = off.iter().filter_map(|place| of(place, false));
        on.chain(off).fold(ProvisionSet::default(), |all, one| all.union(one))
    }

    fn exclusive(&self) -> impl Iterator<Item = &Group> {
        self.implied.groups().iter().filter(|group| group.kind == GroupKind::OneOf)
    }

    /// The switches that these units make.
    pub fn switches(&self, units: &[Unit], effort: &mut Effort<'_>) -> Result<Vec<Switch>, Stop> {
        let mut switches = Vec::new();
        for units in self.clusters(units) {
            let open = all(&units);
            let ruled_out = units.iter().map(|unit| self.ruled_out_by(unit));
            let provisions = ruled_out.fold(open.clone(), |all, one| all.union(&one));
            let mut finding = Finding { bonds: self, units: &units, ways: Vec::new() };
            let law = self.held.minus(&provisions);
            finding.from(Choice { law, open, ..Choice::default() }, effort)?;
            switches.push(Switch { provisions, ways: finding.ways });
        }
        Ok(switches)
    }

    /// What a change of a unit rules out.
    fn ruled_out_by(&self, unit: &Unit) -> ProvisionSet {
        let nothing = ProvisionSet::default();
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
            for place in unit.provisions.iter() {
                reach = self.with.get(place).map_or(reach.clone(), |with| reach.union(with));
                for group in self.exclusive().filter(|group| group.members.contains(&place)) {
                    reach = reach.union(&group.members.iter().copied().collect());
                }
            }
            common(&reach, &movable).union(&self.ruled_out_by(unit))
        };
        let reaches: Vec<ProvisionSet> = units.iter().map(reach).collect();
        let cluster =
            |indexes: Vec<usize>| indexes.iter().filter_map(|index| units.get(*index)).cloned().collect();
        touching(&reaches).into_iter().map(cluster).collect()
    }
}

/// All provisions of some units.
fn all(units: &[Unit]) -> ProvisionSet {
    units.iter().flat_map(|unit| unit.provisions.iter()).collect()
}

/// The search for the ways of one switch: unit by unit, leaving early what cannot be.
struct Finding<'a> {
    bonds: &'a Bonds<'a>,
    units: &'a [Unit],
    ways: Vec<Way>,
}

/// What is decided of some units.
#[derive(Clone, Default)]
struct Choice {
    decided: usize,
    /// What holds, of all that is not open.
    law: ProvisionSet,
    open: ProvisionSet,
    /// What now holds, and what now does not.
    on: ProvisionSet,
    off: ProvisionSet,
    /// The units that change.
    changed: ProvisionSet,
}

impl Finding<'_> {
    fn from(&mut self, choice: Choice, effort: &mut Effort<'_>) -> Result<(), Stop> {
        effort.spend(Effort::KEPT)?;
        let Some(unit) = self.units.get(choice.decided) else {
            if self.ways.len() >= MOST_WAYS {
                return Err(Stop::TooLarge);
            }
            self.ways.push(self.way(choice));
            return Ok(());
        };
        for change in [false, true] {
            let mut next = choice.clone();
            next.decided += 1;
            next.open = choice.open.minus(&unit.provisions);
            if change == (unit.kind != UnitKind::TakenOut) {
                next.law = choice.law.union(&unit.provisions);
            }
            match (unit.kind, change) {
                (UnitKind::PutIn | UnitKind::Answered, true) => next.on = choice.on.union(&unit.provisions),
                (UnitKind::TakenOut, true) | (UnitKind::Answered, false) => {
                    next.off = choice.off.union(&unit.provisions);
                }
                (UnitKind::PutIn | UnitKind::TakenOut, false) => {}
            }
            if change && unit.kind != UnitKind::Answered {
                next.changed.toggle(choice.decided);
            }
            if !self.is_broken(&next) {
                self.from(next, effort)?;
            }
        }
        Ok(())
    }

    /// Whether something that is decided cannot be so, whatever comes of what is open. What was wrong before is let be.
    fn is_broken(&self, choice: &Choice) -> bool {
        let may = choice.law.union(&choice.open).union(self.bonds.not_applicable);
        let lacks = |place: usize| self.bonds.with.get(place).is_some_and(|with| !with.is_subset(&may));
        let needed = |place: usize| {
            self.bonds.needing.get(place).is_some_and(|needing| needing.intersects(&choice.law))
        };
        let excludes = |group: &Group| {
            let held = group.members.iter().filter(|member| choice.law.contains(**member)).count();
            held > 1 && group.members.iter().any(|member| choice.on.contains(*member))
        };
        choice.on.iter().any(lacks) || choice.off.iter().any(needed) || self.bonds.exclusive().any(excludes)
    }

    fn way(&self, choice: Choice) -> Way {
        let held = common(&choice.law, &all(self.units));
        let changed = choice.changed.iter().filter_map(|index| self.units.get(index));
        let cost = changed.filter(|unit| !self.comes_along(unit, &choice)).count();
        let answered = choice.on.union(&self.bonds.ruled_out(&choice.on, &choice.off));
        Way { on: choice.on, off: choice.off, held, answered, cost }
    }

    /// Whether a unit changes because of other changes.
    fn comes_along(&self, unit: &Unit, choice: &Choice) -> bool {
        let others = |changed: &ProvisionSet| changed.minus(&unit.provisions);
        if unit.kind == UnitKind::PutIn {
            let others = others(&choice.on);
            return unit.provisions.iter().all(|place| {
                self.bonds.needing.get(place).is_some_and(|needing| needing.intersects(&others))
            });
        }
        let others = others(&choice.off);
        unit.provisions.iter().all(|place| {
            let needs = self.bonds.with.get(place).is_some_and(|with| with.intersects(&others));
            let on = |group: &Group| group.members.iter().any(|member| choice.on.contains(*member));
            needs || self.bonds.exclusive().filter(|group| group.members.contains(&place)).any(on)
        })
    }
}
