//! Plans: the smallest sets of provisions that reach a target when they are switched on.
//!
//! Exact: the fewest provisions, the number of all plans with so few, and the plans themselves. How the
//! search avoids looking at every subset is told in [`space`].

mod report;
mod space;
mod unit;
mod weight;
mod words;

use std::sync::Arc;

use crate::data::Band;
use crate::{Baseline, Component, Points, Provision, ProvisionSet, Scenario, Section, evaluate};
use space::{Decided, Part, Table, Way, list_each, suffixes};
use unit::Units;
use weight::Weight;

pub use report::PlanReport;
pub use weight::Question;

/// What is asked of a planner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The total to reach, in points.
    pub target: Points,
    /// In our best reading or in every one.
    pub question: Question,
    /// Provisions, by place, that are not to be switched on.
    pub locked: ProvisionSet,
    /// Provisions, by place, that are only switched on together and count as one. None may be in two, and
    /// one that is locked keeps its whole bundle from being switched on.
    pub bundles: Vec<ProvisionSet>,
    /// The most plans to list; the count does not depend on it.
    pub limit: usize,
}

/// How a target can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The scenario reaches it as it is.
    Already,
    /// No set of provisions that may be switched on reaches it.
    Impossible {
        /// The most that can be reached, in the reading or readings of the question.
        best: Points,
        /// The band of that total.
        band: Arc<Band>,
    },
    /// It can be reached.
    Reachable(Plans),
}

/// All smallest sets that reach a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plans {
    /// How many provisions each plan switches on; a bundle counts as one.
    pub fewest: usize,
    /// The number of plans; at the limit of the number, that many or more.
    pub count: u128,
    /// Plans, those with the highest total first, at most as many as were asked for.
    pub plans: Vec<Plan>,
}

/// One smallest set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The provisions to switch on, in the framework's order.
    pub on: Vec<Arc<Provision>>,
    /// The total that it reaches, in the reading or the least favourable reading of the question.
    pub total: Points,
}

/// Finds the smallest sets of provisions that reach the goal from this scenario by being switched on.
pub fn plan(baseline: &Baseline, scenario: &Scenario, goal: &Goal) -> Outcome {
    let units = Units::new(baseline, scenario, goal);
    let parts = space(baseline, scenario, goal, &units);
    let best_before = best_of_prefixes(&parts);
    let best: &[Option<i32>] = best_before.last().map_or(&[], Vec::as_slice);
    let need = goal.target.quarters();
    let reached = |size: &usize| best.get(*size).copied().flatten().is_some_and(|total| total >= need);
    let Some(fewest) = (0..best.len()).find(reached) else {
        let best = Points::from_quarters(best.iter().copied().flatten().max().unwrap_or_default());
        return Outcome::Impossible { best, band: baseline.band(best).clone() };
    };
    if fewest == 0 {
        return Outcome::Already;
    }

    // Only what can still become a plan is kept: the parts before must be able to add what is missing.
    let tables = suffixes(&parts, |place, size, gain| {
        let before = best_before.get(place).zip(fewest.checked_sub(size));
        let most = before.and_then(|(best, left)| best.get(left).copied().flatten());
        most.is_some_and(|most| most + gain.0 >= need)
    });
    let mut plans = Plans { fewest, count: 0, plans: Vec::new() };
    let whole = tables.first().and_then(|table: &Table| table.get(fewest));
    for (gain, count) in whole.into_iter().flatten().rev() {
        plans.count = plans.count.saturating_add(*count);
        let mut found = Vec::new();
        let room = goal.limit - plans.plans.len().min(goal.limit);
        list_each(&parts, &tables, fewest, *gain, &[], room, &mut found);
        plans.plans.extend(found.into_iter().map(|places| {
            Plan {
                on: units
                    .members(&places)
                    .iter()
                    .filter_map(|place| baseline.provisions().get(place))
                    .cloned()
                    .collect(),
                total: Points::from_quarters(gain.0),
            }
        }));
    }
    Outcome::Reachable(plans)
}

/// The provisions that every plan switches on, in the framework's order: not only every plan that is listed.
///
/// Where the list is not whole, a provision that all listed plans have is tried by leaving it out; a plan
/// found without it rules others out as well. `tries` bounds how often: nothing, when more would be needed.
pub fn in_every_plan(
    baseline: &Baseline,
    scenario: &Scenario,
    goal: &Goal,
    plans: &Plans,
    tries: usize,
) -> Option<Vec<Arc<Provision>>> {
    let (first, others) = plans.plans.split_first()?;
    let mut open = first.on.clone();
    open.retain(|provision| others.iter().all(|plan| plan.on.contains(provision)));
    if plans.count == plans.plans.len() as u128 {
        return Some(open);
    }
    let mut needed = Vec::new();
    for _ in 0..tries {
        let Some(provision) = open.first().cloned() else { break };
        let mut without = Goal { limit: 1, ..goal.clone() };
        without.locked.toggle(provision.place);
        match plan(baseline, scenario, &without) {
            Outcome::Reachable(less) if less.fewest == plans.fewest => {
                open.retain(|provision| less.plans.iter().all(|plan| plan.on.contains(provision)));
            }
            _ => needed.extend((!open.is_empty()).then(|| open.remove(0))),
        }
    }
    open.is_empty().then_some(needed)
}

/// What each provision that is not in law in the scenario is worth when it is switched on alone, the
/// most first, equals in the framework's order.
pub fn worth(baseline: &Baseline, scenario: &Scenario) -> Vec<(Arc<Provision>, Points)> {
    let now = evaluate(baseline, scenario).total;
    let off = baseline.provisions().iter().filter(|provision| !scenario.holds(provision));
    let mut ranked: Vec<_> = off
        .map(|provision| {
            let mut with = scenario.clone();
            with.switch(provision);
            (provision.clone(), evaluate(baseline, &with).total - now)
        })
        .collect();
    ranked.sort_by_key(|(_, points)| -*points);
    ranked
}

fn space(baseline: &Baseline, scenario: &Scenario, goal: &Goal, units: &Units) -> Vec<Part> {
    let weight = Weight::new(goal.question, baseline.framework().step);
    let on = baseline.provisions().iter().filter(|p| scenario.holds(p)).map(|p| p.place).collect();
    let decided = Decided { on, free: units.heads(), units };
    let sections: Vec<&Section> = baseline.sections().iter().map(AsRef::as_ref).collect();
    clusters(&sections, &decided).iter().map(|sections| section_part(sections, &decided, &weight)).collect()
}

/// Something that provisions count in.
trait Counted: Copy {
    /// The head of every free unit that counts in it, some perhaps more than once.
    fn free(self, decided: &Decided) -> Vec<usize>;
}

impl Counted for &Component {
    fn free(self, decided: &Decided) -> Vec<usize> {
        let heads = self.provisions.iter().filter_map(|p| decided.units.head(p.place));
        heads.filter(|head| decided.free.contains(*head)).collect()
    }
}

impl Counted for &Section {
    fn free(self, decided: &Decided) -> Vec<usize> {
        self.components.iter().flat_map(|component| component.as_ref().free(decided)).collect()
    }
}

fn section_part(sections: &[&Section], decided: &Decided, weight: &Weight) -> Part {
    if let [section] = sections {
        let components: Vec<&Component> = section.components.iter().map(AsRef::as_ref).collect();
        let part = component_part(&components, decided, weight);
        return Part::section(weight.base(section.published), part);
    }
    apart(sections, decided, &|sections, decided| section_part(sections, decided, weight))
}

fn component_part(components: &[&Component], decided: &Decided, weight: &Weight) -> Part {
    if let [component] = components {
        let free: ProvisionSet = component.free(decided).into_iter().collect();
        let free: Vec<usize> = free.iter().collect();
        let subsets = 0..1_u64 << free.len().min(63);
        return Part::ways(
            subsets
                .map(|subset| {
                    let chosen = free.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1);
                    let places: Vec<usize> = chosen.map(|(_, place)| *place).collect();
                    let mut on = decided.on.clone();
                    decided.units.members(&places).iter().for_each(|place| on.toggle(place));
                    Way { gain: weight.gain(component, &on), places }
                })
                .collect(),
        );
    }
    apart(components, decided, &|components, decided| component_part(components, decided, weight))
}

/// Takes things apart: into independent clusters, or, when they are one, by deciding the free provision
/// that most of them share.
fn apart<T: Counted>(things: &[T], decided: &Decided, part: &dyn Fn(&[T], &Decided) -> Part) -> Part {
    let clusters = clusters(things, decided);
    if clusters.len() != 1 {
        return Part::each(clusters.iter().map(|cluster| part(cluster, decided)).collect());
    }
    let mut shared: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for thing in things {
        let free: ProvisionSet = thing.free(decided).into_iter().collect();
        free.iter().for_each(|place| *shared.entry(place).or_default() += 1);
    }
    let most = shared.into_iter().max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)));
    let Some((place, _)) = most else { return Part::each(Vec::new()) };
    let mut off = decided.clone();
    off.free.toggle(place);
    let mut on = off.clone();
    decided.units.members(&[place]).iter().for_each(|place| on.on.toggle(place));
    Part::either(place, part(things, &off), part(things, &on))
}

/// The things in groups that share no free provision, each in the order of its first thing.
fn clusters<T: Counted>(things: &[T], decided: &Decided) -> Vec<Vec<T>> {
    let mut groups: Vec<(ProvisionSet, Vec<(usize, T)>)> = Vec::new();
    for (index, thing) in things.iter().enumerate() {
        let mut free: ProvisionSet = thing.free(decided).into_iter().collect();
        let mut members = vec![(index, *thing)];
        groups.retain_mut(|(theirs, group)| {
            let touches = theirs.iter().any(|place| free.contains(place));
            if touches {
                free = free.iter().chain(theirs.iter()).collect();
                members.append(group);
            }
            !touches
        });
        members.sort_by_key(|(index, _)| *index);
        groups.push((free, members));
    }
    groups.sort_by_key(|(_, members)| members.first().map(|(index, _)| *index));
    groups.into_iter().map(|(_, members)| members.into_iter().map(|(_, thing)| thing).collect()).collect()
}

/// The most points of the parts before each place, and of all parts, for each number of provisions.
fn best_of_prefixes(parts: &[Part]) -> Vec<Vec<Option<i32>>> {
    let mut best = vec![vec![Some(0)]];
    for part in parts {
        let next = best.last().map(|before| best_of_both(before, &part.best())).unwrap_or_default();
        best.push(next);
    }
    best
}

fn best_of_both(a: &[Option<i32>], b: &[Option<i32>]) -> Vec<Option<i32>> {
    let mut best = vec![None; (a.len() + b.len()).saturating_sub(1)];
    for (size_a, a) in a.iter().enumerate() {
        for (size_b, b) in b.iter().enumerate() {
            let sum = a.zip(*b).map(|(a, b)| a + b);
            if let Some(known) = best.get_mut(size_a + size_b) {
                *known = sum.max(*known);
            }
        }
    }
    best
}
