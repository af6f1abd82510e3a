//! The most, or the least, that any choice gives, for each number of changes.
//!
//! For states that differ in nothing but what is earned the better one is better wherever it goes
//! ([`super::state`]), so that of each kind of state only one is kept.

use std::collections::BTreeMap;

use super::effort::{Effort, Stop};
use super::state::{Bound, Join, Standing, State, Step};
use super::{Region, Space};

/// For each kind of state its changes and what is earned then: more changes only where they give more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Front(BTreeMap<(Standing, i64, i64), Vec<(usize, i64)>>);

/// The states of one kind in a front.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    kind: (Standing, i64, i64),
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

    /// What of it takes at most so many changes.
    pub fn within(&self, most: usize) -> Self {
        let lines = self.lines().map(|line| (line.kind, line.within(most).entries.to_vec()));
        Self(lines.filter(|(_, entries)| !entries.is_empty()).collect())
    }

    /// Of each two states of two independent parts what they come to together.
    pub fn both(
        &self,
        join: Join,
        other: &Front,
        bound: Bound,
        effort: &mut Effort<'_>,
    ) -> Result<Self, Stop> {
        let mut gathered = Gathered::default();
        for (cost, state) in self.iter() {
            for (more, with) in other.iter() {
                gathered.add(cost + more, join.both(state, with), bound);
            }
            effort.spend(1 + other.len())?;
        }
        Ok(gathered.front(bound))
    }

    fn len(&self) -> u64 {
        self.0.values().map(|line| line.len() as u64).sum()
    }
}

/// The best of each kind for each number of changes.
#[derive(Default)]
struct Gathered(BTreeMap<(Standing, i64, i64), Vec<Option<i64>>>);

impl Gathered {
    fn add(&mut self, cost: usize, state: State, bound: Bound) {
        let line = self.0.entry(state.key()).or_default();
        if line.len() <= cost {
            line.resize(cost + 1, None);
        }
        if let Some(known) = line.get_mut(cost) {
            *known = Some(known.map_or(state.earned, |known| better(bound, known, state.earned)));
        }
    }

    fn front(self, bound: Bound) -> Front {
        let mut front = Front::default();
        for (key, line) in self.0 {
            let mut kept: Vec<(usize, i64)> = Vec::new();
            for (cost, earned) in line.into_iter().enumerate() {
                let Some(earned) = earned else { continue };
                if kept.last().is_none_or(|(_, last)| better(bound, *last, earned) != *last) {
                    kept.push((cost, earned));
                }
            }
            front.0.insert(key, kept);
        }
        front
    }
}

fn better(bound: Bound, one: i64, other: i64) -> i64 {
    match bound {
        Bound::Most => one.max(other),
        Bound::Least => one.min(other),
    }
}

/// The front of every region.
pub(crate) fn fronts(space: &Space, bound: Bound, effort: &mut Effort<'_>) -> Result<Vec<Front>, Stop> {
    let mut fronts: Vec<Front> = Vec::with_capacity(space.regions.len());
    for region in &space.regions {
        let front = match region {
            Region::Fixed(state) => Front::of(*state),
            Region::All { join, parts } => {
                let mut all = Front::of(State::NOTHING);
                for part in parts.iter().filter_map(|part| fronts.get(*part)) {
                    all = all.both(*join, part, bound, effort)?;
                }
                all
            }
            Region::Through { step, part } => {
                let part = fronts.get(*part);
                through(*step, part.into_iter().flat_map(Front::iter), bound)
            }
            Region::Choice { switch, ways } => {
                let mut gathered = Gathered::default();
                for (way, region) in ways {
                    let cost = space.cost(*switch, *way);
                    for (more, state) in fronts.get(*region).into_iter().flat_map(Front::iter) {
                        gathered.add(cost + more, state, bound);
                    }
                }
                gathered.front(bound)
            }
        };
        effort.spend(Effort::KEPT + front.len())?;
        fronts.push(front);
    }
    Ok(fronts)
}

fn through(step: Step, states: impl Iterator<Item = (usize, State)>, bound: Bound) -> Front {
    let mut gathered = Gathered::default();
    for (cost, state) in states {
        gathered.add(cost, step.of(state), bound);
    }
    gathered.front(bound)
}
