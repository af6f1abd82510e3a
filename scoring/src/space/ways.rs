//! The search for all that the provisions of one switch can be together.

use crate::ProvisionSet;
use crate::facts::Group;

use super::effort::{Effort, Stop};
use super::switches::{Bonds, Unit, UnitKind, Way, all};

/// The most ways that one switch may have.
const MOST_WAYS: usize = 4096;

/// All ways of the switch of these units, when so much holds besides them.
pub(super) fn ways(
    bonds: &Bonds<'_>,
    units: &[Unit],
    law: ProvisionSet,
    effort: &mut Effort<'_>,
) -> Result<Vec<Way>, Stop> {
    let mut finding = Finding { bonds, units, ways: Vec::new() };
    finding.from(Choice { law, open: all(units), ..Choice::default() }, effort)?;
    Ok(finding.ways)
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
        let lacks = |index: usize| self.bonds.with.get(index).is_some_and(|with| !with.is_subset(&may));
        let needed = |index: usize| {
            self.bonds.needing.get(index).is_some_and(|needing| needing.intersects(&choice.law))
        };
        let excludes = |group: &Group| {
            let held = group.members.iter().filter(|member| choice.law.contains(**member)).count();
            held > 1 && group.members.iter().any(|member| choice.on.contains(*member))
        };
        choice.on.iter().any(lacks) || choice.off.iter().any(needed) || self.bonds.exclusive().any(excludes)
    }

    fn way(&self, choice: Choice) -> Way {
        let held = choice.law.common(&all(self.units));
        let changed = choice.changed.iter().filter_map(|index| self.units.get(index));
        let cost = changed.filter(|unit| !self.comes_along(unit, &choice)).count();
        let answered = choice.on.union(&self.bonds.ruled_out(&choice.on, &choice.off));
        Way { on: choice.on, off: choice.off, held, answered, cost, opens: ProvisionSet::default() }
    }

    /// Whether a unit changes because of other changes.
    fn comes_along(&self, unit: &Unit, choice: &Choice) -> bool {
        let others = |changed: &ProvisionSet| changed.minus(&unit.provisions);
        if unit.kind == UnitKind::PutIn {
            let others = others(&choice.on);
            return unit.provisions.iter().all(|index| {
                self.bonds.needing.get(index).is_some_and(|needing| needing.intersects(&others))
            });
        }
        let others = others(&choice.off);
        unit.provisions.iter().all(|index| {
            let needs = self.bonds.with.get(index).is_some_and(|with| with.intersects(&others));
            let on = |group: &Group| group.members.iter().any(|member| choice.on.contains(*member));
            needs || self.bonds.exclusive().filter(|group| group.members.contains(&index)).any(on)
        })
    }
}
