//! Counting and listing the choices that reach a target with the fewest changes.
//!
//! For each region a table says, for each number of changes, what states can come of it and in how many ways. Only what
//! can still become a plan is kept: the fronts tell whether the rest of the graph can add what is missing.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap as HashMap;

use super::effort::{Effort, Stop};
use super::front::Front;
use super::hope::Hope;
use super::state::{Join, Standing, State};
use super::{Region, RegionId, Space};

/// For each number of changes: the states that come of them, and in how many ways.
pub(crate) type Table = Vec<BTreeMap<State, u128>>;

/// A way of each switch that is changed.
pub(crate) type Picks = Vec<(usize, usize)>;

/// The tables of all regions.
pub(crate) struct Tables<'a> {
    pub(super) space: &'a Space,
    tables: Vec<Table>,
    /// Of regions with several parts, the tables of the parts from each one on, and of none.
    rests: HashMap<RegionId, Vec<Table>>,
}

impl<'a> Tables<'a> {
    /// The tables for all plans of `fewest` changes at the root, whose states say whether the target is reached.
    pub fn new(
        space: &'a Space,
        fronts: &'a [Front],
        root: RegionId,
        fewest: usize,
        effort: &mut Effort<'_>,
    ) -> Result<Self, Stop> {
        let mut hope = Hope::new(space, fronts, root, fewest);
        let mut made = Self { space, tables: Vec::new(), rests: HashMap::default() };
        for (id, region) in space.regions.iter().enumerate().take(root + 1) {
            let table = match region {
                Region::Fixed(state) => {
                    let mut table = Filling::new(&mut hope, id);
                    table.add(0, *state, 1, effort)?;
                    table.table
                }
                Region::Through { step, part } => {
                    let mut table = Filling::new(&mut hope, id);
                    for (cost, state, count) in entries(made.table(*part)) {
                        table.add(cost, step.of(state), count, effort)?;
                    }
                    table.table
                }
                Region::Choice { switch, ways } => {
                    let mut table = Filling::new(&mut hope, id);
                    for (way, region) in ways {
                        let own = space.cost(*switch, *way);
                        for (cost, state, count) in entries(made.table(*region)) {
                            table.add(own + cost, state, count, effort)?;
                        }
                    }
                    table.table
                }
                Region::All { join, parts } => {
                    let rests = made.rests(&mut hope, id, *join, parts, effort)?;
                    let whole = rests.first().cloned().unwrap_or_default();
                    made.rests.insert(id, rests);
                    whole
                }
            };
            made.tables.push(table);
        }
        Ok(made)
    }

    pub(super) fn table(&self, id: RegionId) -> &[BTreeMap<State, u128>] {
        self.tables.get(id).map_or(&[], Vec::as_slice)
    }

    /// Of a region with several parts, the tables of the parts from each one on.
    pub(super) fn rests_of(&self, id: RegionId) -> &[Table] {
        self.rests.get(&id).map_or(&[], Vec::as_slice)
    }

    fn rests(
        &self,
        hope: &mut Hope<'_>,
        id: RegionId,
        join: Join,
        parts: &[RegionId],
        effort: &mut Effort<'_>,
    ) -> Result<Vec<Table>, Stop> {
        let mut rests: Vec<Table> = vec![vec![BTreeMap::from([(State::NOTHING, 1)])]];
        for (index, part) in parts.iter().enumerate().rev() {
            let mut table: Table = Vec::new();
            let rest = rests.last().map_or(&[][..], Vec::as_slice);
            for (cost, state, count) in entries(self.table(*part)) {
                for (more, with, times) in entries(rest) {
                    effort.spend(1)?;
                    let (cost, state) = (cost + more, join.both(state, with));
                    if hope.of_rest(id, index, cost, state, effort)? {
                        add(&mut table, cost, state, count.saturating_mul(times), effort)?;
                    }
                }
            }
            rests.push(table);
        }
        rests.reverse();
        Ok(rests)
    }

    /// What the root comes to with the fewest changes where the target is reached, and in how many ways.
    pub fn reached(&self, root: RegionId, fewest: usize) -> Vec<(State, u128)> {
        let states = self.table(root).get(fewest).into_iter().flatten();
        let met = states.filter(|(state, _)| state.standing == Standing::Met);
        met.map(|(state, count)| (*state, *count)).collect()
    }

    /// Appends to `found`, up to `limit` in all, the choices with so many changes that come to this state.
    pub fn list(
        &self,
        id: RegionId,
        cost: usize,
        state: State,
        before: &Picks,
        limit: usize,
        found: &mut Vec<Picks>,
    ) {
        let has = self.table(id).get(cost).is_some_and(|states| states.contains_key(&state));
        if !has || found.len() >= limit {
            return;
        }
        match self.space.region(id) {
            Region::Fixed(_) => found.push(before.clone()),
            Region::Through { step, part } => {
                let states = self.table(*part).get(cost).into_iter().flatten().map(|(inner, _)| *inner);
                for inner in states.filter(|inner| step.of(*inner) == state) {
                    self.list(*part, cost, inner, before, limit, found);
                }
            }
            Region::Choice { switch, ways } => {
                for (way, region) in ways {
                    let Some(left) = cost.checked_sub(self.space.cost(*switch, *way)) else { continue };
                    let mut picks = before.clone();
                    picks.push((*switch, *way));
                    self.list(*region, left, state, &picks, limit, found);
                }
            }
            Region::All { join, parts } => {
                self.list_all(*join, parts, self.rests_of(id), (cost, state), before, limit, found);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a recursion over slices, with what it has so far")]
    fn list_all(
        &self,
        join: Join,
        parts: &[RegionId],
        rests: &[Table],
        (cost, state): (usize, State),
        before: &Picks,
        limit: usize,
        found: &mut Vec<Picks>,
    ) {
        let (Some((part, parts)), Some((_, rests))) = (parts.split_first(), rests.split_first()) else {
            if found.len() < limit {
                found.push(before.clone());
            }
            return;
        };
        let rest = rests.first().map_or(&[][..], Vec::as_slice);
        for (taken, own, _) in entries(self.table(*part)) {
            let Some(left) = cost.checked_sub(taken) else { continue };
            let fitting = rest.get(left).into_iter().flatten().map(|(with, _)| *with);
            for with in fitting.filter(|with| join.both(own, *with) == state) {
                let mut heads = Vec::new();
                self.list(*part, taken, own, before, limit.saturating_sub(found.len()), &mut heads);
                for head in heads {
                    self.list_all(join, parts, rests, (left, with), &head, limit, found);
                }
            }
        }
    }
}

fn entries(table: &[BTreeMap<State, u128>]) -> impl Iterator<Item = (usize, State, u128)> {
    table
        .iter()
        .enumerate()
        .flat_map(|(cost, states)| states.iter().map(move |(state, count)| (cost, *state, *count)))
}

fn add(
    table: &mut Table,
    cost: usize,
    state: State,
    count: u128,
    effort: &mut Effort<'_>,
) -> Result<(), Stop> {
    if table.len() <= cost {
        table.resize_with(cost + 1, BTreeMap::new);
    }
    if let Some(states) = table.get_mut(cost) {
        if !states.contains_key(&state) {
            effort.spend(Effort::KEPT)?;
        }
        let known = states.entry(state).or_default();
        *known = known.saturating_add(count);
    }
    Ok(())
}

/// A table that takes in only what can still become a plan.
struct Filling<'h, 'a> {
    hope: &'h mut Hope<'a>,
    id: RegionId,
    table: Table,
}

impl<'h, 'a> Filling<'h, 'a> {
    fn new(hope: &'h mut Hope<'a>, id: RegionId) -> Self {
        Self { hope, id, table: Vec::new() }
    }

    fn add(&mut self, cost: usize, state: State, count: u128, effort: &mut Effort<'_>) -> Result<(), Stop> {
        match self.hope.keeps(self.id, cost, state, effort)? {
            true => add(&mut self.table, cost, state, count, effort),
            false => Ok(()),
        }
    }
}
