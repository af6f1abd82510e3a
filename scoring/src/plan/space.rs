//! Everything that can be switched on, as a tree in which independent parts stand apart.
//!
//! Components touch each other only through provisions that they share. Deciding such a provision one
//! way and the other ([`Kind::Either`]) leaves parts that are independent ([`Kind::Each`]), down to single
//! components, whose few provisions are tried out ([`Kind::Ways`]). Each part keeps a table: for every
//! number of provisions switched on, the points that can come of it and in how many ways. So every
//! subset is counted exactly once, and none is looked at that shares nothing with another.

use std::collections::BTreeMap;

use super::unit::Units;
use crate::ProvisionSet;

/// Points twice over, in quarters. A section's certain points are the larger of two sums over its
/// components (see [`super::weight`]); everywhere else both are the same.
pub(super) type Gain = (i32, i32);

/// For each number of provisions switched on: the gains that come of it, and in how many ways.
pub(super) type Table = Vec<BTreeMap<Gain, u128>>;

/// A part of the space with its table.
#[derive(Debug)]
pub(super) struct Part {
    kind: Kind,
    pub(super) table: Table,
}

#[derive(Debug)]
enum Kind {
    /// One component: all subsets of its free provisions.
    Ways(Vec<Way>),
    /// Independent parts, with the tables of the parts from each place on.
    Each(Vec<Part>, Vec<Table>),
    /// A shared provision, left off and switched on.
    Either { place: usize, off: Box<Part>, on: Box<Part> },
    /// A section: the larger of its two sums, the second counted from what the card prints.
    Section { published: i32, part: Box<Part> },
}

/// Provisions to switch on in one component, and its points then.
#[derive(Debug)]
pub(super) struct Way {
    /// The provisions' places.
    pub(super) places: Vec<usize>,
    /// The component's points.
    pub(super) gain: Gain,
}

/// The table of nothing: one way to switch nothing on.
pub(super) fn nothing() -> Table {
    vec![BTreeMap::from([((0, 0), 1)])]
}

/// The table of two independent parts, restricted to those entries that are `wanted`.
pub(super) fn both(a: &Table, b: &Table, wanted: impl Fn(usize, Gain) -> bool) -> Table {
    let mut table: Table = Vec::new();
    for (size_a, ways_a) in a.iter().enumerate() {
        for (size_b, ways_b) in b.iter().enumerate() {
            for (gain_a, count_a) in ways_a {
                for (gain_b, count_b) in ways_b {
                    let gain = (gain_a.0 + gain_b.0, gain_a.1 + gain_b.1);
                    if wanted(size_a + size_b, gain) {
                        add(&mut table, size_a + size_b, gain, count_a.saturating_mul(*count_b));
                    }
                }
            }
        }
    }
    table
}

fn add(table: &mut Table, size: usize, gain: Gain, count: u128) {
    if table.len() <= size {
        table.resize_with(size + 1, BTreeMap::new);
    }
    if let Some(ways) = table.get_mut(size) {
        let known = ways.entry(gain).or_default();
        *known = known.saturating_add(count);
    }
}

impl Part {
    pub(super) fn ways(ways: Vec<Way>) -> Self {
        let mut table = Table::new();
        for way in &ways {
            add(&mut table, way.places.len(), way.gain, 1);
        }
        Self { kind: Kind::Ways(ways), table }
    }

    pub(super) fn each(parts: Vec<Part>) -> Self {
        let rest = suffixes(&parts, |_, _, _| true);
        let table = rest.first().cloned().unwrap_or_else(nothing);
        Self { kind: Kind::Each(parts, rest), table }
    }

    pub(super) fn either(place: usize, off: Part, on: Part) -> Self {
        let mut table = off.table.clone();
        for (size, ways) in on.table.iter().enumerate() {
            ways.iter().for_each(|(gain, count)| add(&mut table, size + 1, *gain, *count));
        }
        Self { kind: Kind::Either { place, off: Box::new(off), on: Box::new(on) }, table }
    }

    pub(super) fn section(published: i32, part: Part) -> Self {
        let mut table = Table::new();
        for (size, ways) in part.table.iter().enumerate() {
            ways.iter().for_each(|(gain, count)| add(&mut table, size, larger(published, *gain), *count));
        }
        Self { kind: Kind::Section { published, part: Box::new(part) }, table }
    }

    /// The most points for each number of provisions switched on.
    pub(super) fn best(&self) -> Vec<Option<i32>> {
        self.table.iter().map(|ways| ways.keys().map(|gain| gain.0).max()).collect()
    }

    /// Appends to `found`, up to `limit` in all, every set of `size` provisions that gives just this
    /// gain, each behind what stands in `before`.
    pub(super) fn list(
        &self,
        size: usize,
        gain: Gain,
        before: &[usize],
        limit: usize,
        found: &mut Vec<Vec<usize>>,
    ) {
        let has = self.table.get(size).is_some_and(|ways| ways.contains_key(&gain));
        if !has || found.len() >= limit {
            return;
        }
        match &self.kind {
            Kind::Ways(ways) => {
                let fitting = ways.iter().filter(|way| way.places.len() == size && way.gain == gain);
                let room = limit - found.len();
                found.extend(fitting.take(room).map(|way| [before, &way.places].concat()));
            }
            Kind::Each(parts, rest) => list_each(parts, rest, size, gain, before, limit, found),
            Kind::Either { place, off, on } => {
                off.list(size, gain, before, limit, found);
                if size > 0 {
                    on.list(size - 1, gain, &[before, &[*place]].concat(), limit, found);
                }
            }
            Kind::Section { published, part } => {
                let ways = part.table.get(size).into_iter().flatten();
                for (inner, _) in ways.filter(|(inner, _)| larger(*published, **inner) == gain) {
                    part.list(size, *inner, before, limit, found);
                }
            }
        }
    }
}

fn larger(published: i32, gain: Gain) -> Gain {
    let points = gain.0.max(published + gain.1);
    (points, points)
}

/// The tables of the parts from each place on, and of no part; restricted to what is `wanted` there.
pub(super) fn suffixes(parts: &[Part], wanted: impl Fn(usize, usize, Gain) -> bool) -> Vec<Table> {
    let mut tables = vec![nothing()];
    for (place, part) in parts.iter().enumerate().rev() {
        let rest = tables.last().cloned().unwrap_or_else(nothing);
        tables.push(both(&part.table, &rest, |size, gain| wanted(place, size, gain)));
    }
    tables.reverse();
    tables
}

/// [`Part::list`] for independent parts, given the tables of the parts from each place on.
pub(super) fn list_each(
    parts: &[Part],
    rest: &[Table],
    size: usize,
    gain: Gain,
    before: &[usize],
    limit: usize,
    found: &mut Vec<Vec<usize>>,
) {
    let Some((part, parts)) = parts.split_first() else {
        if size == 0 && gain == (0, 0) && found.len() < limit {
            found.push(before.to_vec());
        }
        return;
    };
    let Some((_, rest)) = rest.split_first() else { return };
    let left = |taken: usize, own: Gain| {
        let gain = (gain.0 - own.0, gain.1 - own.1);
        let possible = rest.first()?.get(size - taken)?.contains_key(&gain);
        possible.then_some((size - taken, gain))
    };
    for (taken, ways) in part.table.iter().enumerate().take(size + 1) {
        for own in ways.keys() {
            let Some((size, gain)) = left(taken, *own) else { continue };
            let mut heads = Vec::new();
            part.list(taken, *own, before, limit - found.len().min(limit), &mut heads);
            for head in heads {
                list_each(parts, rest, size, gain, &head, limit, found);
            }
        }
    }
}

/// What is decided about each provision while the space is built.
#[derive(Clone, Debug)]
pub(super) struct Decided<'a> {
    /// Provisions that are on.
    pub(super) on: ProvisionSet,
    /// The heads of the units that can still be switched on.
    pub(super) free: ProvisionSet,
    /// What is switched on together.
    pub(super) units: &'a Units,
}
