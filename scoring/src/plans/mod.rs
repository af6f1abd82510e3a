//! Plans: the fewest changes that reach a target, under rules of any shape.
//!
//! Exact: how few changes it takes, the number of all plans with so few, and the plans themselves. A plan may take
//! provisions out of law where that gains. What comes along with a change, because it is implied or excluded, is no
//! change of its own: a switch of one level to another is one change. [`crate::space`] says how it is done without
//! looking at every law.

mod near;
mod problem;
mod start;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::facts::{Answers, Missing};
use crate::rules::{self, Rules, Tally};
use crate::space::Space;
use crate::space::build::Builder;
use crate::space::front::fronts;
use crate::space::readings::Reading;
use crate::space::state::{Bound, Standing, State};
use crate::space::switches::Switch;
use crate::space::tables::{Picks, Tables};
use crate::space::target::Bars;

pub use crate::space::effort::{Effort, Stop};
pub use crate::space::readings::Readings;
pub use problem::{NotRead, Problem, Solution, solve};
pub use start::may_go;

/// What is asked of the planner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Goal {
    /// The index of the tally.
    pub tally: usize,
    /// What it is to reach.
    pub target: Target,
    /// If given, the goal must hold in each of these readings; if not, in the rules' own.
    pub readings: Option<Readings>,
    /// Provisions that must stay as they are.
    pub locked: ProvisionSet,
    /// Provisions that only come into law together and count as one change. A provision in two is in the first, and one
    /// that is locked keeps its whole bundle out of law.
    pub bundles: Vec<ProvisionSet>,
    /// The most plans to list; the count does not depend on it.
    pub limit: usize,
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Target {
    /// The band at this index or a better one.
    Band(usize),
    /// A figure, seen as bands see it: exact, or as it is printed.
    Figure(Fraction),
    /// A rank, while these others stay as they are, each with the figure that it is ranked by.
    Rank {
        /// The rank, from 1.
        rank: usize,
        /// The others.
        others: Vec<Fraction>,
    },
}

impl Target {
    /// Whether an outcome of the tally reaches it.
    pub fn is_reached(&self, tally: &Tally, outcome: &rules::Outcome) -> bool {
        let rules::Outcome::Result { figure, band } = outcome else { return false };
        match self {
            Target::Band(target) => band.is_some_and(|band| band <= *target),
            Target::Figure(target) => tally.scale.edge(*target).lets(figure.exact),
            Target::Rank { rank, others } => {
                others.iter().filter(|other| **other > tally.scale.ranked(*figure)).count() < *rank
            }
        }
    }
}

/// How a target can be reached.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Outcome {
    /// It is reached as things are.
    Already,
    /// Nothing that may be changed reaches it.
    Impossible {
        /// The highest exact figure that can be reached; nothing, when there is none at all.
        best: Option<Fraction>,
    },
    /// It can be reached.
    Reachable(Plans),
    /// The search would take more than [`Effort::MOST`] steps, or more than the graph of all laws may have.
    TooLarge {
        /// A plan that reaches it, of which nobody has shown that it is the smallest; nothing, when none was met with.
        found: Option<Plan>,
    },
    /// The callback stopped the search.
    Interrupted,
}

/// All plans with the fewest changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Plans {
    /// How many changes each plan is.
    pub fewest: usize,
    /// The number of plans; at the limit of the number, that many or more.
    pub count: u128,
    /// Plans, those with the highest figure first, at most as many as were asked for.
    pub plans: Vec<Plan>,
}

/// Changes that reach a target.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Plan {
    /// The provisions that come into law, those that come along included.
    pub on: ProvisionSet,
    /// The provisions that leave it, those that go along included.
    pub off: ProvisionSet,
    /// The exact figure that is reached, in the least favourable reading if there are readings.
    pub figure: Fraction,
}

/// Finds the fewest changes of these answers that reach a goal, as long as `go_on` says yes.
///
/// Answers that are unknown count as the rules' [`Missing`] says until they are put into law. Of an unknown tally
/// nothing is reached.
pub fn plan(rules: &Rules, answers: &Answers, goal: &Goal, go_on: &mut dyn FnMut() -> bool) -> Outcome {
    found(rules, answers, goal, false, go_on).outcome
}

/// The same, and with `needed` what every plan puts into law.
fn found(
    rules: &Rules,
    answers: &Answers,
    goal: &Goal,
    needed: bool,
    go_on: &mut dyn FnMut() -> bool,
) -> Solution {
    let alone = |outcome| Solution { outcome, needed: None };
    match searched(rules, answers, goal, needed, &mut Effort::new(Effort::MOST, go_on)) {
        Ok(solution) => solution,
        Err(Stop::Interrupted) => alone(Outcome::Interrupted),
        Err(Stop::TooLarge) => {
            match near::near(rules, answers, goal, &mut Effort::new(Effort::MOST, go_on)) {
                Ok(found) => alone(Outcome::TooLarge { found }),
                Err(Stop::TooLarge) => alone(Outcome::TooLarge { found: None }),
                Err(Stop::Interrupted) => alone(Outcome::Interrupted),
            }
        }
    }
}

/// The first limit on the number of changes; multiplied by itself until a plan is found.
const FEW: usize = 4;

fn searched(
    rules: &Rules,
    answers: &Answers,
    goal: &Goal,
    needed: bool,
    effort: &mut Effort<'_>,
) -> Result<Solution, Stop> {
    let alone = |outcome| Ok(Solution { outcome, needed: None });
    let Some(tally) = rules.tallies().get(goal.tally) else {
        return alone(Outcome::Impossible { best: None });
    };
    let bars = match &goal.target {
        Target::Band(band) => Bars::band(tally, *band),
        Target::Figure(figure) => Bars::figure(tally, *figure),
        Target::Rank { rank, others } => Bars::rank(tally, *rank, others),
    };
    let asked = match rules.missing() {
        Missing::Withhold => tally.provisions.common(answers.unknown()),
        Missing::Zero | Missing::LeaveOut => ProvisionSet::default(),
    };
    let (switches, law) = start::switches(rules, answers, goal, (tally, &bars), effort)?;
    let reading = goal.readings.as_ref().map(|of| Reading { of, bound: Bound::Least });
    let mut builder = Builder::new(rules, switches, reading, effort);
    let root = builder.target(tally, &bars, &asked, &law)?;
    let space = builder.space;
    let all = space.most_changes();
    let mut within = FEW.min(all);
    let (fronts, fewest) = loop {
        let fronts = fronts(&space, Bound::Most, within, effort)?;
        let best = || fronts.get(root).into_iter().flat_map(|front| front.iter());
        let reached = best().filter(|(_, state)| state.standing == Standing::Met);
        if let Some(fewest) = reached.map(|(cost, _)| cost).min() {
            break (fronts, fewest);
        }
        if within == all {
            let figures = best().filter_map(|(_, state)| state.figure(&tally.scale, rules.unit()));
            return alone(Outcome::Impossible { best: figures.max() });
        }
        within = all.min(within.saturating_mul(FEW));
    };
    if fewest == 0 {
        return alone(Outcome::Already);
    }
    let tables = Tables::new(&space, &fronts, root, fewest, effort)?;
    let figure = |state: State| state.figure(&tally.scale, rules.unit()).unwrap_or(Fraction::ZERO);
    let mut reached = tables.reached(root, fewest);
    reached.sort_by_key(|(state, _)| Reverse(figure(*state)));
    let mut plans = Plans { fewest, count: 0, plans: Vec::new() };
    for (state, count) in reached {
        plans.count = plans.count.saturating_add(count);
        let mut found = Vec::new();
        let room = goal.limit.saturating_sub(plans.plans.len());
        tables.list(root, fewest, state, &Picks::new(), room, &mut found);
        plans.plans.extend(found.iter().map(|picks| picked(&space, picks, figure(state))));
    }
    let needed = if needed { needed_by_all(&plans, || tables.common(root, fewest, effort)) } else { None };
    Ok(Solution { outcome: Outcome::Reachable(plans), needed })
}

/// What every plan puts into law: not only every plan that is listed. Nothing, when that would take too many steps or is
/// interrupted: the plans that are found stay.
fn needed_by_all(plans: &Plans, of_all: impl FnOnce() -> Result<ProvisionSet, Stop>) -> Option<ProvisionSet> {
    let is_whole = plans.count == plans.plans.len() as u128;
    let listed = plans.plans.iter().map(|plan| plan.on.clone()).reduce(|all, on| all.common(&on));
    match listed {
        // Where the list has nothing in common already, all plans have nothing.
        Some(listed) if is_whole || listed.is_empty() => Some(listed),
        _ => of_all().ok(),
    }
}

fn picked(space: &Space, picks: &Picks, figure: Fraction) -> Plan {
    let mut plan = Plan { on: ProvisionSet::default(), off: ProvisionSet::default(), figure };
    for (switch, way) in picks {
        let way = space.switches.get(*switch).and_then(|Switch { ways, .. }| ways.get(*way));
        if let Some(way) = way {
            plan.on = plan.on.union(&way.on);
            plan.off = plan.off.union(&way.off);
        }
    }
    plan
}
