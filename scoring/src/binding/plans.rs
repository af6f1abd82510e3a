//! The fewest changes that reach a total whatever the unknown answers are, or under some of them.
//!
//! For each number of changes, pieces are added up one after the other; what comes out the same is kept once. Per group that
//! leaves what each set of changes comes to for each way to decide what pieces share, and of these only such as no other
//! of as many changes is as good as everywhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::ProvisionSet;
use crate::exact::Points;

use super::choices::{best, is_as_good, keep, subsets};
use super::pieces::Piece;
use super::sums::{Sums, added, bound};
use super::{BoundCard, CannotBe, Group, LawChange, Span};

/// The most sums of two pieces that a search makes.
const MOST_STEPS: usize = 4_000_000;

/// How sure a plan is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It reaches the target in every law that counts.
    Certain,
    /// It reaches the target in some law that counts.
    Possible,
}

impl Certainty {
    /// The end that it looks at.
    fn end(self, (least, most): (i64, i64)) -> i64 {
        match self {
            Certainty::Certain => least,
            Certainty::Possible => most,
        }
    }

    /// The sums with that end in place of both.
    fn alone(self, mut sums: Sums) -> Sums {
        for ends in sums.values_mut() {
            let end = self.end(*ends);
            *ends = (end, end);
        }
        sums
    }
}

/// What a search for a plan came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundPlan {
    /// A smallest set of provisions to put into law. One that turns out to hold already is counted all the same.
    Found {
        /// The provisions.
        on: ProvisionSet,
        /// What it comes to over all laws that count.
        span: Span,
    },
    /// No set of as many provisions as may be put into law reaches the target.
    OutOfReach,
    /// It would take too many steps to say.
    TooLarge,
}

/// What some changes come to, for each way to decide what pieces share.
pub(super) type Values = Vec<i64>;

/// A search is given up.
struct TooLarge;

struct Search<'a> {
    card: &'a BoundCard,
    certainty: Certainty,
    /// The ways to decide what pieces share that some law which counts has.
    assignments: Vec<ProvisionSet>,
    /// What may be put into law.
    open: ProvisionSet,
    steps: usize,
}

impl BoundCard {
    /// A smallest set of at most `most` provisions that reaches a total when it is put into law. Provisions that are `locked`
    /// are left as they are. Of several one is given, always the same.
    ///
    /// # Errors
    /// When no law counts.
    pub fn plan(
        &self,
        target: Points,
        certainty: Certainty,
        locked: &ProvisionSet,
        most: usize,
    ) -> Result<BoundPlan, CannotBe> {
        let assignments = self.counting()?;
        let pieces = self.groups.iter().flat_map(|group| &group.pieces);
        let asked: ProvisionSet = pieces.flat_map(|piece| piece.provisions.iter().copied()).collect();
        let mut search = Search {
            card: self,
            certainty,
            assignments,
            open: asked.minus(self.answers.held()).minus(self.answers.not_applicable()).minus(locked),
            steps: 0,
        };
        for count in 0..=most.min(search.open.len()) {
            match search.of_size(count, target.units()) {
                Ok(None) => {}
                Ok(Some(on)) => {
                    let span = self.span(&LawChange { on: on.clone(), off: ProvisionSet::default() })?;
                    return Ok(BoundPlan::Found { on, span });
                }
                Err(TooLarge) => return Ok(BoundPlan::TooLarge),
            }
        }
        Ok(BoundPlan::OutOfReach)
    }
}

impl Search<'_> {
    /// A set of exactly so many provisions that reaches the target.
    fn of_size(&mut self, count: usize, target: i64) -> Result<Option<ProvisionSet>, TooLarge> {
        let shared: Vec<usize> = self.open.common(&self.card.shared).iter().collect();
        for together in subsets(&shared, count) {
            let rest = count - together.len();
            let zero = BTreeMap::from([(vec![0; self.assignments.len()], together.clone())]);
            let mut totals: Vec<BTreeMap<Values, ProvisionSet>> = vec![BTreeMap::new(); rest + 1];
            if let Some(first) = totals.first_mut() {
                *first = zero;
            }
            for group in &self.card.groups {
                let of_group = self.group(group, &together, rest)?;
                totals = self.both(&totals, &of_group)?;
            }
            let reaches = |values: &Values| match self.certainty {
                Certainty::Certain => values.iter().all(|value| *value >= target),
                Certainty::Possible => values.iter().any(|value| *value >= target),
            };
            let last = totals.into_iter().next_back().unwrap_or_default();
            if let Some((_, on)) = last.into_iter().find(|(values, _)| reaches(values)) {
                return Ok(Some(on));
            }
        }
        Ok(None)
    }

    /// For each number of changes of two what they come to together.
    fn both(
        &mut self,
        one: &[BTreeMap<Values, ProvisionSet>],
        other: &[BTreeMap<Values, ProvisionSet>],
    ) -> Result<Vec<BTreeMap<Values, ProvisionSet>>, TooLarge> {
        let mut all = vec![BTreeMap::new(); one.len()];
        for (count, mine) in one.iter().enumerate() {
            for (place, theirs) in all.iter_mut().skip(count).zip(other) {
                self.step(mine.len() * theirs.len())?;
                for (values, on) in mine {
                    for (more, with) in theirs {
                        let sums = values.iter().zip(more).map(|(one, other)| one + other).collect();
                        keep(place, sums, on.union(with));
                    }
                }
            }
        }
        Ok(all.into_iter().map(best).collect())
    }

    /// For each number of changes what a group can come to, beside changes of what pieces share.
    fn group(
        &mut self,
        group: &Group,
        together: &ProvisionSet,
        most: usize,
    ) -> Result<Vec<BTreeMap<Values, ProvisionSet>>, TooLarge> {
        let ahead = self.ahead(group);
        let nothing: Vec<Sums> = self.assignments.iter().map(|_| super::sums::nothing()).collect();
        let mut states: Vec<BTreeMap<Vec<Sums>, ProvisionSet>> = vec![BTreeMap::new(); most + 1];
        if let Some(first) = states.first_mut() {
            *first = BTreeMap::from([(nothing, ProvisionSet::default())]);
        }
        for (piece, ahead) in group.pieces.iter().zip(ahead.iter().skip(1)) {
            let mut next = vec![BTreeMap::new(); most + 1];
            for (own, on) in self.options(piece, together, most) {
                for (count, known) in states.iter().enumerate() {
                    let Some(place) = next.get_mut(count + on.len()) else { continue };
                    self.step(known.len() * self.assignments.len())?;
                    for (sums, before) in known {
                        let both = sums.iter().zip(&own).map(|(one, other)| added(one, other));
                        let mut both: Vec<Sums> = both.map(|sums| self.certainty.alone(sums)).collect();
                        for (sums, ahead) in both.iter_mut().zip(ahead) {
                            sums.retain(|sum, _| {
                                group.printed.is_none_or(|all| ahead.contains(&(all - sum)))
                            });
                        }
                        keep(place, both, before.union(&on));
                    }
                }
            }
            states = next;
        }
        let end = |ends| self.certainty.end(ends);
        let of_count = |states: BTreeMap<Vec<Sums>, ProvisionSet>| {
            let mut all = BTreeMap::new();
            for (sums, on) in states {
                let values = sums.iter().map(|sums| bound(sums, group.printed).map(end));
                if let Some(values) = values.collect::<Option<Values>>() {
                    keep(&mut all, values, on);
                }
            }
            best(all)
        };
        Ok(states.into_iter().map(of_count).collect())
    }

    /// For each piece on, and each way to decide what is shared, what the rest can still earn before any change.
    fn ahead(&self, group: &Group) -> Vec<Vec<BTreeSet<i64>>> {
        let mut ahead = vec![vec![BTreeSet::from([0]); self.assignments.len()]];
        for piece in group.pieces.iter().rev() {
            let after = ahead.last().cloned().unwrap_or_default();
            let each = self.assignments.iter().zip(after).map(|(assigned, after)| {
                let own = self.card.sums_of(piece, assigned, &LawChange::default());
                after.iter().flat_map(|sum| own.keys().map(move |own| sum + own)).collect()
            });
            ahead.push(each.collect());
        }
        ahead.reverse();
        ahead
    }

    /// What a piece comes to with each set of its own provisions put into law, without such sets as a smaller or equal one is as
    /// good as everywhere.
    fn options(&self, piece: &Piece, together: &ProvisionSet, most: usize) -> Vec<(Vec<Sums>, ProvisionSet)> {
        let own: Vec<usize> =
            piece.provisions.iter().copied().filter(|index| self.open.contains(*index)).collect();
        let own: Vec<usize> = own.into_iter().filter(|index| !self.card.shared.contains(*index)).collect();
        let mut sets = subsets(&own, most);
        sets.sort_by_key(ProvisionSet::len);
        let mut options: Vec<(Vec<Sums>, ProvisionSet)> = Vec::new();
        for set in sets {
            let change = LawChange { on: set.union(together), off: ProvisionSet::default() };
            let sums =
                |assigned: &ProvisionSet| self.certainty.alone(self.card.sums_of(piece, assigned, &change));
            let sums: Vec<Sums> = self.assignments.iter().map(sums).collect();
            if !options.iter().any(|(known, _)| is_as_good(known, &sums)) {
                options.push((sums, set));
            }
        }
        options
    }

    fn step(&mut self, count: usize) -> Result<(), TooLarge> {
        self.steps = self.steps.saturating_add(count);
        if self.steps > MOST_STEPS { Err(TooLarge) } else { Ok(()) }
    }
}
