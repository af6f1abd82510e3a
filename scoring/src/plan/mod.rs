//! Plans for a card of ladders: [`crate::plans`] in the terms of a [`Baseline`], as the page and `lawgrade.js` ask.
//!
//! These plans only switch on: a change of the law that a visitor wants is an addition.

mod report;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use crate::data::Band;
use crate::exact::{Fraction, Unit};
use crate::facts::Answers;
use crate::order::ordered;
use crate::plans::{self, Problem, Readings};
use crate::rules::ladders::{Ladders, units};
use crate::{Baseline, Points, Provision, ProvisionSet, Scenario, evaluate};

pub use report::PlanReport;

/// Which question a plan answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// What reaches the target in our best reading.
    #[default]
    BestReading,
    /// What reaches the target whichever reading is true.
    EveryReading,
}

/// What is asked of a planner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The total to reach, in points.
    pub target: Points,
    /// In our best reading or in every one.
    pub question: Question,
    /// Provisions, by index, that are not to be switched on.
    pub locked: ProvisionSet,
    /// Provisions, by index, that are only switched on together and count as one. None may be in two, and
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
    /// The search would take too long to be waited for.
    TooLarge {
        /// A plan that reaches it, of which nobody has shown that it is the smallest; nothing, when none was met with.
        found: Option<Plan>,
    },
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

/// What was found, and what all of it has in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// How the target can be reached.
    pub outcome: Outcome,
    /// The provisions that every plan switches on, in the framework's order: not only every plan that is listed.
    /// Nothing, where it was not asked or would take too many steps.
    pub needed: Option<Vec<Arc<Provision>>>,
}

/// Finds the smallest sets of provisions that reach the goal from this scenario by being switched on.
pub fn plan(baseline: &Baseline, scenario: &Scenario, goal: &Goal) -> Outcome {
    solve(baseline, scenario, goal, false).outcome
}

/// Finds the smallest sets, and with `needed` what every one of them switches on.
pub fn solve(baseline: &Baseline, scenario: &Scenario, goal: &Goal, needed: bool) -> Solution {
    match problem(baseline, scenario, goal, needed) {
        Ok(problem) => solution(baseline, problem.solve(&mut || true)),
        Err(solution) => solution,
    }
}

/// What to ask the planner of all rules, here or in another program; [`solution`] is for its answer.
///
/// # Errors
/// The solution, when there is nothing to search: the card fits no reading, and every one is asked for.
pub fn problem(
    baseline: &Baseline,
    scenario: &Scenario,
    Goal { target, question, locked, bundles, limit }: &Goal,
    needed: bool,
) -> Result<Problem<'static>, Solution> {
    let ladders = Ladders::new(baseline);
    let answers = answers(baseline, scenario);
    let readings = match question {
        Question::BestReading => None,
        Question::EveryReading => match readings(baseline, &ladders) {
            Some(readings) => Some(readings),
            None => {
                let best = evaluate(baseline, scenario).total;
                return Err(Solution { outcome: impossible(baseline, best), needed: None });
            }
        },
    };
    let goal = plans::Goal {
        tally: 0,
        target: plans::Target::Figure(figure(*target)),
        readings,
        // What holds stays.
        locked: locked.union(answers.held()),
        bundles: bundles.clone(),
        limit: *limit,
    };
    Ok(Problem { rules: Cow::Owned(ladders.rules), answers: Cow::Owned(answers), goal, needed })
}

/// A solution in the terms of the baseline that the problem was made of.
pub fn solution(baseline: &Baseline, plans::Solution { outcome, needed }: plans::Solution) -> Solution {
    let plan = |plan: &plans::Plan| Plan { on: provisions(baseline, &plan.on), total: points(plan.figure) };
    let outcome = match outcome {
        plans::Outcome::Already => Outcome::Already,
        plans::Outcome::Impossible { best } => impossible(baseline, best.map(points).unwrap_or_default()),
        plans::Outcome::Reachable(plans::Plans { fewest, count, plans }) => {
            Outcome::Reachable(Plans { fewest, count, plans: plans.iter().map(plan).collect() })
        }
        plans::Outcome::TooLarge { found } => Outcome::TooLarge { found: found.as_ref().map(plan) },
        plans::Outcome::Interrupted => Outcome::TooLarge { found: None },
    };
    Solution { outcome, needed: needed.map(|needed| provisions(baseline, &needed)) }
}

/// What each provision that is not in law in the scenario is worth when it is switched on alone, the
/// most first, equals in the framework's order.
pub fn worth(baseline: &Baseline, scenario: &Scenario) -> Vec<(Arc<Provision>, Points)> {
    let now = evaluate(baseline, scenario).total;
    let off = baseline.provisions().iter().filter(|provision| !scenario.holds(provision));
    let worth = off
        .map(|provision| {
            let mut with = scenario.clone();
            with.switch(provision);
            (provision.clone(), evaluate(baseline, &with).total - now)
        })
        .collect();
    ordered(worth, |(_, one): &(_, Points), (_, other)| other.cmp(one))
}

fn impossible(baseline: &Baseline, best: Points) -> Outcome {
    Outcome::Impossible { best, band: baseline.band(best).clone() }
}

fn answers(baseline: &Baseline, scenario: &Scenario) -> Answers {
    let held = baseline.provisions().iter().filter(|provision| scenario.holds(provision));
    Answers::of(held.map(|provision| provision.index).collect())
}

/// The readings of the published card; nothing, when it fits none.
fn readings(baseline: &Baseline, ladders: &Ladders) -> Option<Readings> {
    let printed = ladders.sections.iter().zip(baseline.sections());
    let printed: Vec<_> = printed.map(|(node, section)| (*node, units(section.published))).collect();
    let card = answers(baseline, &Scenario::default());
    Readings::new(&ladders.rules, &card, &printed, units(baseline.framework().step))
}

fn provisions(baseline: &Baseline, set: &ProvisionSet) -> Vec<Arc<Provision>> {
    set.iter().filter_map(|index| baseline.provisions().get(index)).cloned().collect()
}

fn figure(points: Points) -> Fraction {
    Unit::QUARTERS.fraction(units(points))
}

/// What the rules make of quarter points by adding them up is in quarter points.
fn points(figure: Fraction) -> Points {
    let quarters = Unit::QUARTERS.count(figure).map(|points| points.units());
    Points::from_quarters(quarters.and_then(|quarters| quarters.try_into().ok()).unwrap_or_default())
}
