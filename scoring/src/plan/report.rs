//! What a planner found, as other programs read it.

use serde::Serialize;

use super::{Outcome, Plan, Plans};
use crate::report::RangeReport;
use crate::{Baseline, Points, Scenario, certainty, evaluate};

/// An outcome as plain data, in the shape that the project's contract with other pages fixes.
#[derive(Debug, Serialize)]
pub struct PlanReport {
    status: &'static str,
    fewest: Option<usize>,
    count: Option<Count>,
    plans: Vec<PlanLine>,
    best: Best,
}

/// A number of plans: as a number where JavaScript holds it exactly, else as its digits.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Count {
    Number(u64),
    Digits(String),
}

/// The largest whole number that JavaScript holds exactly.
const EXACT: u128 = (1 << 53) - 1;

#[derive(Debug, Serialize)]
struct PlanLine {
    on: Vec<String>,
    total: Points,
    grade: String,
    range: Option<RangeReport>,
}

/// The best that can be reached: of all that may be switched on when the target is out of reach, else of
/// the listed plans, or of the scenario as it is.
#[derive(Debug, Serialize)]
struct Best {
    total: Points,
    grade: String,
}

impl PlanReport {
    /// The report of what [`super::plan`] found for this goal from this scenario.
    pub fn new(baseline: &Baseline, scenario: &Scenario, outcome: &Outcome) -> Self {
        let now = evaluate(baseline, scenario).total;
        let listed = |plans: &[Plan]| {
            let lines: Vec<PlanLine> = plans.iter().map(|plan| line(baseline, scenario, plan)).collect();
            let most = lines.iter().map(|line| line.total).max().unwrap_or(now);
            (lines, most)
        };
        let (status, fewest, count, plans, best) = match outcome {
            Outcome::Already => ("already", Some(0), Some(1), Vec::new(), now),
            Outcome::Impossible { best, .. } => ("impossible", None, Some(0), Vec::new(), *best),
            Outcome::Reachable(Plans { fewest, count, plans }) => {
                let (lines, most) = listed(plans);
                ("reachable", Some(*fewest), Some(*count), lines, most)
            }
            Outcome::TooLarge { found } => {
                let (lines, most) = listed(found.as_slice());
                ("too-large", None, None, lines, most)
            }
        };
        let best = Best { total: best, grade: baseline.band(best).grade.clone() };
        let exact = |count: u128| match u64::try_from(count) {
            Ok(number) if count <= EXACT => Count::Number(number),
            _ => Count::Digits(count.to_string()),
        };
        let count = count.map(exact);
        Self { status, fewest, count, plans, best }
    }
}

fn line(baseline: &Baseline, scenario: &Scenario, plan: &Plan) -> PlanLine {
    let tree = evaluate(baseline, &scenario.adding(&plan.on));
    PlanLine {
        on: plan.on.iter().map(|provision| provision.id.clone()).collect(),
        total: tree.total,
        grade: tree.band.grade.clone(),
        range: certainty(baseline, &tree).map(RangeReport::from),
    }
}
