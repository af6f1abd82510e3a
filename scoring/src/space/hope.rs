//! What can still become a plan, as the fronts tell.

use std::collections::HashMap;
use std::rc::Rc;

use super::effort::{Effort, Stop};
use super::front::Front;
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
    /// Of regions with several parts, the fronts of all parts before each one, and of all parts but each one.
    around: HashMap<RegionId, Rc<Around>>,
    known: HashMap<(RegionId, usize, State), bool>,
}

/// What a region is part of.
#[derive(Clone, Copy)]
enum Parent {
    Through(RegionId),
    All { region: RegionId, part: usize },
    Choice { region: RegionId, cost: usize },
}

struct Around {
    before: Vec<Front>,
    others: Vec<Front>,
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
        let (around, known) = (HashMap::new(), HashMap::new());
        Self { space, fronts, root, fewest, parents, alone, around, known }
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
        if let Some(known) = self.known.get(&(id, cost, state)) {
            return Ok(*known);
        }
        let parents = self.parents.get(id).cloned().unwrap_or_default();
        let mut can = false;
        for parent in parents {
            effort.spend(1)?;
            can = match parent {
                Parent::Choice { region, cost: own } => self.of(region, own + cost, state, effort)?,
                Parent::Through(region) => match self.space.region(region) {
                    Region::Through { step, .. } => self.of(region, cost, step.of(state), effort)?,
                    _ => false,
                },
                Parent::All { region, part } => {
                    let around = self.around(region, effort)?;
                    let others = around.others.get(part);
                    others.map_or(Ok(false), |others| self.with(region, others, cost, state, effort))?
                }
            };
            if can {
                break;
            }
        }
        effort.spend(Effort::KEPT)?;
        self.known.insert((id, cost, state), can);
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
        let around = self.around(region, effort)?;
        around.before.get(first).map_or(Ok(false), |before| self.with(region, before, cost, state, effort))
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

    fn around(&mut self, region: RegionId, effort: &mut Effort<'_>) -> Result<Rc<Around>, Stop> {
        if let Some(known) = self.around.get(&region) {
            return Ok(known.clone());
        }
        let Region::All { join, parts } = self.space.region(region) else {
            return Ok(Rc::new(Around { before: Vec::new(), others: Vec::new() }));
        };
        let fronts: Vec<Front> = parts
            .iter()
            .map(|part| self.fronts.get(*part).map(|front| front.within(self.fewest)).unwrap_or_default())
            .collect();
        let before = self.running(*join, fronts.iter(), effort)?;
        let mut after = self.running(*join, fronts.iter().rev(), effort)?;
        after.reverse();
        let mut others = Vec::with_capacity(parts.len());
        for (before, after) in before.iter().zip(after.iter().skip(1)) {
            others.push(before.both(*join, after, Bound::Most, effort)?.within(self.fewest));
        }
        let around = Rc::new(Around { before, others });
        self.around.insert(region, around.clone());
        Ok(around)
    }

    /// The fronts of no part, of the first, of the first two, and so on.
    fn running<'f>(
        &self,
        join: Join,
        fronts: impl Iterator<Item = &'f Front>,
        effort: &mut Effort<'_>,
    ) -> Result<Vec<Front>, Stop> {
        let mut running = vec![Front::of(State::NOTHING)];
        for front in fronts {
            let last = running.last().cloned().unwrap_or_default();
            running.push(last.both(join, front, Bound::Most, effort)?.within(self.fewest));
        }
        Ok(running)
    }
}
