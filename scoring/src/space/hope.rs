//! What can still become a plan, as the fronts tell.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use super::effort::{Effort, Stop};
use super::front::{Front, Kind};
use super::state::{Bound, Join, Standing, State};
use super::{Region, RegionId, Space};

/// What can still become a plan of `fewest` changes.
pub(crate) struct Hope<'a> {
    space: &'a Space,
    fronts: &'a [Front],
    root: RegionId,
    fewest: usize,
    parents: Vec<Vec<Parent>>,
    /// Whether all changes that a region leaves over are of no use around it.
    alone: Vec<bool>,
    /// Which regions can come to so few states that it is sooner to keep them all.
    few: Vec<bool>,
    /// Of regions with several parts, the fronts of all parts before each one.
    before: HashMap<RegionId, Rc<Vec<Front>>>,
    /// Of regions with several parts, the fronts of all parts but each one.
    others: HashMap<RegionId, Rc<Vec<Front>>>,
    known: HashMap<(RegionId, usize, Kind), Known>,
}

/// How much states of one kind must earn: what earns more than something that can become a plan can as well.
#[derive(Clone, Copy, Default)]
struct Known {
    enough: Option<i64>,
    too_little: Option<i64>,
}

/// What a region is part of.
#[derive(Clone, Copy)]
enum Parent {
    Through(RegionId),
    All { region: RegionId, part: usize },
    Choice { region: RegionId, cost: usize },
}

impl<'a> Hope<'a> {
    pub fn new(space: &'a Space, fronts: &'a [Front], root: RegionId, fewest: usize) -> Self {
        let mut parents: Vec<Vec<Parent>> = vec![Vec::new(); space.regions.len()];
        let mut join = |part: RegionId, parent: Parent| {
            parents.get_mut(part).into_iter().for_each(|parents| parents.push(parent));
        };
        for (id, region) in space.regions.iter().enumerate() {
            match region {
                Region::Fixed(_) => {}
                Region::Through { part, .. } => join(*part, Parent::Through(id)),
                Region::All { parts, .. } => {
                    for (index, part) in parts.iter().enumerate() {
                        join(*part, Parent::All { region: id, part: index });
                    }
                }
                Region::Choice { switch, ways } => {
                    for (way, region) in ways {
                        join(*region, Parent::Choice { region: id, cost: space.cost(*switch, *way) });
                    }
                }
            }
        }
        let mut alone = vec![false; space.regions.len()];
        let mut at = Some(root);
        while let Some(id) = at {
            alone.get_mut(id).into_iter().for_each(|alone| *alone = true);
            at = match space.region(id) {
                Region::Through { part, .. } => Some(*part),
                _ => None,
            };
            at = at.filter(|part| parents.get(*part).is_some_and(|parents| parents.len() == 1));
        }
        let (few, known) = (space.few_states(), HashMap::default());
        let (before, others) = (HashMap::default(), HashMap::default());
        Self { space, fronts, root, fewest, parents, alone, few, before, others, known }
    }

    /// Whether a state of a region is to be kept: it can become a plan, or there are few of them.
    pub fn keeps(
        &mut self,
        id: RegionId,
        cost: usize,
        state: State,
        effort: &mut Effort<'_>,
    ) -> Result<bool, Stop> {
        if id != self.root && self.few.get(id).copied().unwrap_or(false) {
            return Ok(cost <= self.fewest);
        }
        self.of(id, cost, state, effort)
    }

    /// Whether a state of a region, that takes so many changes, can become a plan.
    pub fn of(
        &mut self,
        id: RegionId,
        cost: usize,
        state: State,
        effort: &mut Effort<'_>,
    ) -> Result<bool, Stop> {
        if cost > self.fewest {
            return Ok(false);
        }
        if id == self.root {
            return Ok(state.standing == Standing::Met);
        }
        let key = (id, cost, state.key());
        let known = self.known.get(&key).copied().unwrap_or_default();
        if known.enough.is_some_and(|enough| state.earned >= enough) {
            return Ok(true);
        }
        if known.too_little.is_some_and(|too_little| state.earned <= too_little) {
            return Ok(false);
        }
        let mut can = false;
        for index in 0.. {
            let Some(parent) = self.parents.get(id).and_then(|parents| parents.get(index)).copied() else {
                break;
            };
            effort.spend(1)?;
            can = match parent {
                Parent::Choice { region, cost: own } => self.of(region, own + cost, state, effort)?,
                Parent::Through(region) => match self.space.region(region) {
                    Region::Through { step, .. } => self.of(region, cost, step.of(state), effort)?,
                    _ => false,
                },
                Parent::All { region, part } => {
                    let others = self.others(region, effort)?;
                    others
                        .get(part)
                        .map_or(Ok(false), |others| self.with(region, others, cost, state, effort))?
                }
            };
            if can {
                break;
            }
        }
        effort.spend(Effort::KEPT)?;
        let known = self.known.entry(key).or_default();
        match can {
            true => known.enough = Some(state.earned),
            false => known.too_little = Some(state.earned),
        }
        Ok(can)
    }

    /// The same for what all parts of a region from the one at `first` on come to.
    pub fn of_rest(
        &mut self,
        region: RegionId,
        first: usize,
        cost: usize,
        state: State,
        effort: &mut Effort<'_>,
    ) -> Result<bool, Stop> {
        if cost > self.fewest {
            return Ok(false);
        }
        let before = self.before(region, effort)?;
        before.get(first).map_or(Ok(false), |before| self.with(region, before, cost, state, effort))
    }

    /// Whether a state can become a plan with something of the front of other parts of the same region.
    fn with(
        &mut self,
        region: RegionId,
        front: &Front,
        cost: usize,
        state: State,
        effort: &mut Effort<'_>,
    ) -> Result<bool, Stop> {
        let Region::All { join, .. } = self.space.region(region) else { return Ok(false) };
        let alone = self.alone.get(region).copied().unwrap_or(false);
        for line in front.lines() {
            let affordable = line.within(self.fewest - cost);
            // Where nothing around has a use for them, all changes that are left are taken here.
            let tried = if alone { affordable.last_only() } else { affordable };
            for (more, with) in tried.iter() {
                effort.spend(1)?;
                if self.of(region, cost + more, join.both(state, with), effort)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn before(&mut self, region: RegionId, effort: &mut Effort<'_>) -> Result<Rc<Vec<Front>>, Stop> {
        if let Some(known) = self.before.get(&region) {
            return Ok(known.clone());
        }
        let before = match self.space.region(region) {
            Region::All { join, parts } => self.running(*join, parts.iter(), effort)?,
            _ => Vec::new(),
        };
        let before = Rc::new(before);
        self.before.insert(region, before.clone());
        Ok(before)
    }

    fn others(&mut self, region: RegionId, effort: &mut Effort<'_>) -> Result<Rc<Vec<Front>>, Stop> {
        if let Some(known) = self.others.get(&region) {
            return Ok(known.clone());
        }
        let before = self.before(region, effort)?;
        let mut others = Vec::new();
        if let Region::All { join, parts } = self.space.region(region) {
            let mut after = self.running(*join, parts.iter().rev(), effort)?;
            after.reverse();
            for (before, after) in before.iter().zip(after.iter().skip(1)) {
                others.push(before.both(*join, after, (Bound::Most, self.fewest), effort)?);
            }
        }
        let others = Rc::new(others);
        self.others.insert(region, others.clone());
        Ok(others)
    }

    /// The fronts of no part, of the first, of the first two, and so on.
    fn running<'p>(
        &self,
        join: Join,
        parts: impl Iterator<Item = &'p RegionId>,
        effort: &mut Effort<'_>,
    ) -> Result<Vec<Front>, Stop> {
        let mut running = vec![Front::of(State::NOTHING)];
        for front in parts.filter_map(|part| self.fronts.get(*part)) {
            let last = running.last().cloned().unwrap_or_default();
            running.push(last.both(join, front, (Bound::Most, self.fewest), effort)?);
        }
        Ok(running)
    }
}
