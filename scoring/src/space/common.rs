//! What all choices that reach a target with the fewest changes have in common.
//!
//! Worked out beside the [tables](super::tables), region by region: what a number of changes and a state have in common
//! is what all that leads there have in common. So nothing is searched again, however many plans there are.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap as HashMap;

use crate::ProvisionSet;

use super::effort::{Effort, Stop};
use super::state::{Join, State};
use super::tables::Tables;
use super::{Region, RegionId};

/// For numbers of changes and states what all choices that come to them put into law.
type Common = HashMap<(usize, State), ProvisionSet>;

/// How many steps of a search it counts for to unite two sets and to compare them with a third.
const SETS: u64 = 8;

impl Tables<'_> {
    /// The provisions that every choice of so many changes which reaches the target at the root puts into law.
    ///
    /// # Errors
    /// When it would take too many steps, or is interrupted.
    pub fn common(
        &self,
        root: RegionId,
        fewest: usize,
        effort: &mut Effort<'_>,
    ) -> Result<ProvisionSet, Stop> {
        let mut regions: Vec<Common> = Vec::with_capacity(root + 1);
        for id in 0..=root {
            let common = self.common_of(id, &regions, effort)?;
            regions.push(common);
        }
        let found = regions.last();
        let mut reached = self.reached(root, fewest).into_iter();
        let first = reached.next().and_then(|(state, _)| found?.get(&(fewest, state)).cloned());
        let others = reached.filter_map(|(state, _)| found?.get(&(fewest, state)));
        Ok(others.fold(first.unwrap_or_default(), |all, one| all.common(one)))
    }

    fn common_of(&self, id: RegionId, made: &[Common], effort: &mut Effort<'_>) -> Result<Common, Stop> {
        let mut common = Meeting { table: self.table(id), common: Common::default() };
        let of = |id: &RegionId| made.get(*id).into_iter().flatten();
        match self.space.region(id) {
            Region::Fixed(state) => common.meet(0, *state, effort, ProvisionSet::default)?,
            Region::Through { step, part } => {
                for ((cost, state), set) in of(part) {
                    common.meet(*cost, step.of(*state), effort, || set.clone())?;
                }
            }
            Region::Choice { switch, ways } => {
                for (way, region) in ways {
                    let own = self.space.switches.get(*switch).and_then(|switch| switch.ways.get(*way));
                    let Some(own) = own else { continue };
                    for ((cost, state), set) in of(region) {
                        common.meet(own.cost + cost, *state, effort, || set.union(&own.on))?;
                    }
                }
            }
            Region::All { join, parts } => return self.common_of_all(id, *join, parts, made, effort),
        }
        Ok(common.common)
    }

    /// Of several parts: from the last to the first, what they and all behind them have in common.
    fn common_of_all(
        &self,
        id: RegionId,
        join: Join,
        parts: &[RegionId],
        made: &[Common],
        effort: &mut Effort<'_>,
    ) -> Result<Common, Stop> {
        let mut rest = Common::from_iter([((0, State::NOTHING), ProvisionSet::default())]);
        for (part, table) in parts.iter().zip(self.rests_of(id)).rev() {
            let mut common = Meeting { table, common: Common::default() };
            for ((cost, state), set) in made.get(*part).into_iter().flatten() {
                for ((more, with), others) in &rest {
                    effort.spend(1)?;
                    common.meet(cost + more, join.both(*state, *with), effort, || set.union(others))?;
                }
            }
            rest = common.common;
        }
        Ok(rest)
    }
}

/// What everything that leads to the entries of a table has in common.
struct Meeting<'a> {
    table: &'a [BTreeMap<State, u128>],
    common: Common,
}

impl Meeting<'_> {
    /// Takes in one more choice that comes to this; what is in no table becomes no plan.
    fn meet(
        &mut self,
        cost: usize,
        state: State,
        effort: &mut Effort<'_>,
        set: impl FnOnce() -> ProvisionSet,
    ) -> Result<(), Stop> {
        if !self.table.get(cost).is_some_and(|states| states.contains_key(&state)) {
            return Ok(());
        }
        match self.common.get_mut(&(cost, state)) {
            // Nothing in common stays nothing.
            Some(known) if known.is_empty() => {}
            Some(known) => {
                effort.spend(SETS)?;
                *known = known.common(&set());
            }
            None => {
                effort.spend(SETS)?;
                self.common.insert((cost, state), set());
            }
        }
        Ok(())
    }
}
