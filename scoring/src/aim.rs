//! What a visitor is after: a target, and what may be done to reach it.

use std::fmt;

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

/// A named bundle of provisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its name, without the letters that an address keeps for itself.
    pub name: String,
    /// Its provisions, by index; at least one.
    pub provisions: ProvisionSet,
}

/// Letters that separate the parts of an address.
pub(crate) const RESERVED: [char; 6] = ['/', ',', ':', '=', '%', '#'];

/// The longest name of a bundle, in letters.
const LONGEST: usize = 60;

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
        let name = bundle_name(name);
        if name.is_empty() {
            return None;
        }
        self.take_out_of_bundle(provision);
        let known = self.bundles.iter_mut().find(|bundle| bundle.name == name);
        match known {
            Some(bundle) => bundle.provisions.toggle(provision.index),
            None => {
                let provisions = [provision.index].into_iter().collect();
                self.bundles.push(Bundle { name: name.clone(), provisions });
            }
        }
        self.sort_bundles();
        Some(name)
    }

    /// In the framework's order of their first provisions, so that equal aims have equal addresses.
    fn sort_bundles(&mut self) {
        // By hand: the standard sort is more than a kilobyte of the page, and there are never many.
        let first = |bundle: &Bundle| bundle.provisions.iter().next();
        let mut sorted = Vec::with_capacity(self.bundles.len());
        let next = |left: &[Bundle]| (0..left.len()).min_by_key(|&index| left.get(index).and_then(first));
        while let Some(index) = next(&self.bundles) {
            sorted.push(self.bundles.remove(index));
        }
        self.bundles = sorted;
    }

    /// Takes a provision out of the bundle that it is in; a bundle that has become empty goes.
    pub fn take_out_of_bundle(&mut self, provision: &Provision) {
        self.bundles.retain_mut(|bundle| {
            if bundle.provisions.contains(provision.index) {
                bundle.provisions.toggle(provision.index);
            }
            !bundle.provisions.is_empty()
        });
        self.sort_bundles();
    }

    /// The bundle that a provision is in.
    pub fn bundle_of(&self, provision: &Provision) -> Option<&Bundle> {
        self.bundles.iter().find(|bundle| bundle.provisions.contains(provision.index))
    }
}

/// A name as a bundle can have it: without the letters that an address keeps for itself, not too long.
pub(crate) fn bundle_name(name: &str) -> String {
    let spaced = name.replace(|letter: char| RESERVED.contains(&letter) || letter.is_control(), " ");
    let short: String =
        spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    short.trim_end().to_owned()
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
