//! The most, or the least, that any choice gives, for each number of changes.
//!
//! For states that differ in nothing but what is earned the better one is better wherever it goes
//! ([`super::state`]), so that of each kind of state only one is kept.

use std::collections::BTreeMap;

use super::effort::{Effort, Stop};
use super::state::{Bound, Join, Standing, State};
use super::{Region, Space};

/// All of a state but what is earned.
pub(crate) type Kind = (Standing, i64, i64);

/// For each kind of state its changes and what is earned then: more changes only where they give more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Front(BTreeMap<Kind, Vec<(usize, i64)>>);

/// The states of one kind in a front.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    kind: Kind,
    entries: &'a [(usize, i64)],
}

impl<'a> Line<'a> {
    /// What of it takes at most so many changes.
    pub fn within(self, most: usize) -> Self {
        let affordable = self.entries.partition_point(|(cost, _)| *cost <= most);
        Self { entries: self.entries.get(..affordable).unwrap_or_default(), ..self }
    }

    /// The state with the most changes alone.
    pub fn last_only(self) -> Self {
        Self {
            entries: self.entries.split_last().map_or(&[], |(last, _)| std::slice::from_ref(last)),
            ..self
        }
    }

    /// Every state with its changes.
    pub fn iter(self) -> impl Iterator<Item = (usize, State)> + use<'a> {
        let (standing, possible, second) = self.kind;
        let state = move |earned| State { standing, possible, second, earned };
        self.entries.iter().map(move |(cost, earned)| (*cost, state(*earned)))
    }
}

impl Front {
    /// One state without a change.
    pub fn of(state: State) -> Self {
        Self([(state.key(), vec![(0, state.earned)])].into())
    }

    /// The states, each kind apart.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.0.iter().map(|(kind, entries)| Line { kind: *kind, entries })
    }

    /// Every state with its changes.
    pub fn iter(&self) -> impl Iterator<Item = (usize, State)> {
        self.lines().flat_map(Line::iter)
    }

    /// Of each two states of two independent parts what they come to together, up to so many changes.
    pub fn both(
        &self,
        join: Join,
        other: &Front,
        (bound, most): (Bound, usize),
        effort: &mut Effort<'_>,
    ) -> Result<Self, Stop> {
        let mut gathered = Gathered::new(bound, most);
        for one in self.lines() {
            for other in other.lines() {
                gathered.pairs(join, one, other, effort)?;
            }
        }
        Ok(gathered.front())
    }

    fn len(&self) -> u64 {
        self.0.values().map(|line| line.len() as u64).sum()
    }
}

/// The best of each kind for each number of changes.
struct Gathered {
    bound: Bound,
    most: usize,
    lines: BTreeMap<Kind, Vec<Option<i64>>>,
}

impl Gathered {
    fn new(bound: Bound, most: usize) -> Self {
        Self { bound, most, lines: BTreeMap::new() }
    }

    fn add(&mut self, cost: usize, state: State) {
        if cost <= self.most {
            let line = self.lines.entry(state.key()).or_default();
            take(line, self.bound, cost, state.earned);
        }
    }

    /// What the states of two lines come to in pairs: all of one kind.
    fn pairs(
        &mut self,
        join: Join,
        one: Line<'_>,
        other: Line<'_>,
        effort: &mut Effort<'_>,
    ) -> Result<(), Stop> {
        let Some(((_, first), (_, second))) = one.iter().next().zip(other.iter().next()) else {
            return Ok(());
        };
        let line = self.lines.entry(join.both(first, second).key()).or_default();
        for (cost, state) in one.iter() {
            let affordable = self.most.checked_sub(cost).map(|left| other.within(left));
            effort.spend(1 + affordable.map_or(0, |line| line.entries.len() as u64))?;
            for (more, with) in affordable.into_iter().flat_map(Line::iter) {
                take(line, self.bound, cost + more, join.both(state, with).earned);
            }
        }
        Ok(())
    }

    fn front(self) -> Front {
        let bound = self.bound;
        let mut front = Front::default();
        for (key, line) in self.lines {
            let mut kept: Vec<(usize, i64)> = Vec::new();
            for (cost, earned) in line.into_iter().enumerate() {
                let Some(earned) = earned else { continue };
                if kept.last().is_none_or(|(_, last)| better(bound, *last, earned) != *last) {
                    kept.push((cost, earned));
                }
            }
            if !kept.is_empty() {
                front.0.insert(key, kept);
            }
        }
        front.without_beaten(bound);
        front
    }
}

impl Front {
    /// Leaves out what another state of the same kind but for its second sum beats in both sums.
    fn without_beaten(&mut self, bound: Bound) {
        if self.0.keys().all(|(.., second)| *second == 0) {
            return;
        }
        let all = self.0.clone();
        for ((standing, possible, second), entries) in &mut self.0 {
            let others = all.iter().filter(|((of, among, other), _)| {
                (of, among) == (standing, possible)
                    && other != second
                    && better(bound, *other, *second) == *other
            });
            let others: Vec<_> = others.flat_map(|(_, entries)| entries).collect();
            let beats = |one: (usize, i64), (cost, earned): (usize, i64)| {
                one.0 <= cost && better(bound, one.1, earned) == one.1
            };
            entries.retain(|own| !others.iter().any(|other| beats(**other, *own)));
        }
        self.0.retain(|_, entries| !entries.is_empty());
    }
}

fn take(line: &mut Vec<Option<i64>>, bound: Bound, cost: usize, earned: i64) {
    if line.len() <= cost {
        line.resize(cost + 1, None);
    }
    if let Some(known) = line.get_mut(cost) {
        *known = Some(known.map_or(earned, |known| better(bound, known, earned)));
    }
}

fn better(bound: Bound, one: i64, other: i64) -> i64 {
    match bound {
        Bound::Most => one.max(other),
        Bound::Least => one.min(other),
    }
}

/// The front of every region, up to so many changes.
pub(crate) fn fronts(
    space: &Space,
    bound: Bound,
    most: usize,
    effort: &mut Effort<'_>,
) -> Result<Vec<Front>, Stop> {
    let mut fronts: Vec<Front> = Vec::with_capacity(space.regions.len());
    for region in &space.regions {
        let of = |id: &usize| fronts.get(*id);
        let front = match region {
            Region::Fixed(state) => Front::of(*state),
            Region::All { join, parts } => {
                let mut all = Front::of(State::NOTHING);
                for part in parts.iter().filter_map(of) {
                    all = all.both(*join, part, (bound, most), effort)?;
                }
                all
            }
            Region::Through { step, part } => {
                let mut gathered = Gathered::new(bound, most);
                for (cost, state) in of(part).into_iter().flat_map(Front::iter) {
                    gathered.add(cost, step.of(state));
                }
                gathered.front()
            }
            Region::Choice { switch, ways } => {
                let mut gathered = Gathered::new(bound, most);
                for (way, region) in ways {
                    let cost = space.cost(*switch, *way);
                    for (more, state) in of(region).into_iter().flat_map(Front::iter) {
                        gathered.add(cost + more, state);
                    }
                }
                gathered.front()
            }
        };
        effort.spend(Effort::KEPT + front.len())?;
        fronts.push(front);
    }
    Ok(fronts)
}
