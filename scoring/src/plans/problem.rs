//! A search as bytes, so that one program may ask and another one search.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::facts::Answers;
use crate::rules::Rules;

use super::{Goal, Outcome, in_every_plan, plan};

/// All that a search needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Problem<'a> {
    /// The rules.
    pub rules: Cow<'a, Rules>,
    /// The answers that plans start from.
    pub answers: Cow<'a, Answers>,
    /// What is to be reached.
    pub goal: Goal,
    /// How often the planner may be asked again for what every plan has, as in [`in_every_plan`].
    pub tries: usize,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Solution {
    /// How the goal can be reached.
    pub outcome: Outcome,
    /// What every plan puts into law; nothing, when that took more tries.
    pub needed: Option<ProvisionSet>,
}

/// Bytes that are no problem or no solution of this version of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the planner was handed something else")]
pub struct NotRead;

impl Problem<'_> {
    /// The bytes, for [`solve`] of the same version.
    pub fn bytes(&self) -> Vec<u8> {
        // Writing to memory does not fail; what is empty would be refused.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Searches, as long as `go_on` says yes.
    pub fn solve(&self, go_on: &mut dyn FnMut() -> bool) -> Solution {
        let Problem { rules, answers, goal, tries } = self;
        let outcome = plan(rules, answers, goal, go_on);
        let needed = match &outcome {
            Outcome::Reachable(plans) => in_every_plan(rules, answers, goal, plans, *tries, go_on),
            _ => None,
        };
        Solution { outcome, needed }
    }
}

impl Solution {
    /// Reads what [`solve`] has given.
    ///
    /// # Errors
    /// When it is something else.
    pub fn read(bytes: &[u8]) -> Result<Self, NotRead> {
        postcard::from_bytes(bytes).map_err(|_| NotRead)
    }
}

/// The bytes of the [`Solution`] of the [`Problem`] that these bytes are.
///
/// # Errors
/// When they are none.
pub fn solve(problem: &[u8], go_on: &mut dyn FnMut() -> bool) -> Result<Vec<u8>, NotRead> {
    let problem: Problem<'_> = postcard::from_bytes(problem).map_err(|_| NotRead)?;
    postcard::to_allocvec(&problem.solve(go_on)).map_err(|_| NotRead)
}
