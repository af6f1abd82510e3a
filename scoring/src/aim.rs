//! What a visitor is after: a target, and what may be done to reach it.

use std::fmt;

use crate::bundle::{self, Bundle};
use crate::{Baseline, Goal, Points, Provision, ProvisionSet, Question, Scenario};

/// A scenario together with what the visitor wants to make of it. An address names both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// The changes.
    pub scenario: Scenario,
    /// The target, and what may be done to reach it.
    pub aim: Aim,
}

impl From<Scenario> for Situation {
    fn from(scenario: Scenario) -> Self {
        Self { scenario, aim: Aim::default() }
    }
}

/// A target, and what may be done to reach it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// What to reach; nothing, when the visitor has not said.
    pub target: Option<Target>,
    /// In our best reading or in every one. Without a target it means nothing, and addresses leave it out.
    pub question: Question,
    /// Provisions, by index, that are out of reach or not wanted.
    pub locked: ProvisionSet,
    /// Bills: provisions that come into law together and count as one change. None is in two.
    pub bundles: Vec<Bundle>,
}

/// What to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A letter of the framework.
    Grade(String),
    /// A number of points.
    Points(Points),
}

impl Aim {
    /// The points to reach; nothing without a target, or when the framework has no such letter.
    pub fn points(&self, baseline: &Baseline) -> Option<Points> {
        match self.target.as_ref()? {
            Target::Points(points) => Some(*points),
            Target::Grade(grade) => baseline.bands().find(|band| band.grade == *grade).map(|band| band.from),
        }
    }

    /// Whether a number of points can be a target: not below zero, not above the maximum, in the framework's
    /// steps.
    pub fn can_be_target(baseline: &Baseline, points: Points) -> bool {
        let framework = baseline.framework();
        (Points::ZERO..=framework.max).contains(&points) && points.is_multiple_of(framework.step)
    }

    /// What to ask the planner, to list at most `limit` plans.
    pub fn goal(&self, baseline: &Baseline, limit: usize) -> Option<Goal> {
        let bundles = self.bundles.iter().map(|bundle| bundle.provisions.clone()).collect();
        let target = self.points(baseline)?;
        Some(Goal { target, question: self.question, locked: self.locked.clone(), bundles, limit })
    }

    /// Puts a provision into the bundle of this name, which is made if there is none, and out of any
    /// other. Returns the name as it is kept; nothing, when it has no letter that can be, and then nothing
    /// is changed.
    pub fn put_into_bundle(&mut self, name: &str, provision: &Provision) -> Option<String> {
        bundle::put(&mut self.bundles, name, provision.index)
    }

    /// Takes a provision out of the bundle that it is in; a bundle that has become empty goes.
    pub fn take_out_of_bundle(&mut self, provision: &Provision) {
        bundle::take_out(&mut self.bundles, provision.index);
    }

    /// The bundle that a provision is in.
    pub fn bundle_of(&self, provision: &Provision) -> Option<&Bundle> {
        bundle::of(&self.bundles, provision.index)
    }
}

/// As an address has it: the letter, or the number of points.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Grade(grade) => f.write_str(grade),
            Target::Points(points) => points.fmt(f),
        }
    }
}
