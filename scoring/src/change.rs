//! Changes by id, as people, addresses and other programs write them.

use serde::{Deserialize, Serialize};

use crate::indices::{Indices, indices};
use crate::{Baseline, Scenario, Words, say};

/// Ids of provisions to switch on and off, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Changes {
    /// Provisions that come into law.
    pub on: Vec<String>,
    /// Provisions that leave it.
    pub off: Vec<String>,
}

/// Why one id among the changes was not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeProblem {
    /// The framework has no such provision.
    Unknown(String),
    /// The id stands in the same list twice; it was applied once.
    Repeated(String),
    /// The id stands in both lists; the provision was left as it is in law.
    Contradictory(String),
    /// The provision to switch on is in law.
    AlreadyInLaw(String),
    /// The provision to switch off is not in law.
    NotInLaw(String),
}

impl ChangeProblem {
    /// The problem, in a clause.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            ChangeProblem::Unknown(id) => say::change::unknown(words, id),
            ChangeProblem::Repeated(id) => say::change::repeated(words, id),
            ChangeProblem::Contradictory(id) => say::change::contradictory(words, id),
            ChangeProblem::AlreadyInLaw(id) => say::change::already_in_law(words, id),
            ChangeProblem::NotInLaw(id) => say::change::not_in_law(words, id),
        }
    }
}

/// The scenario that the changes describe. What cannot be applied is left out and reported, each id
/// once for each thing that is wrong with it, first those of `on` and then those of `off`; the rest
/// applies.
pub fn read_changes(baseline: &Baseline, changes: &Changes) -> (Scenario, Vec<ChangeProblem>) {
    let on = indices(&mut changes.on.iter().map(String::as_str));
    let off = indices(&mut changes.off.iter().map(String::as_str));
    let mut scenario = Scenario::default();
    let mut problems = Vec::new();
    let mut repeated = Indices::new();
    for (ids, first, other, switch_on) in [(&changes.on, &on, &off, true), (&changes.off, &off, &on, false)] {
        for (index, id) in ids.iter().enumerate() {
            let again = first.get(id.as_str()) != Some(&index);
            let provision = baseline.provision(id);
            let in_both = other.contains_key(id.as_str());
            let problem: fn(String) -> ChangeProblem = match provision {
                // What stands in both lists is told once, where it is first written.
                _ if in_both && (again || !switch_on) => continue,
                _ if again && repeated.insert(id, index).is_some() => continue,
                _ if again => ChangeProblem::Repeated,
                None => ChangeProblem::Unknown,
                Some(_) if in_both => ChangeProblem::Contradictory,
                Some(provision) if provision.law.in_law != switch_on => {
                    scenario.switch(provision);
                    continue;
                }
                Some(_) if switch_on => ChangeProblem::AlreadyInLaw,
                Some(_) => ChangeProblem::NotInLaw,
            };
            problems.push(problem(id.clone()));
        }
    }
    (scenario, problems)
}
