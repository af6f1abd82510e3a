//! A search as bytes, so that one program may ask and another one search.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::facts::Answers;
use crate::rules::Rules;

use super::{Goal, Outcome, found};

/// All that a search needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Problem<'a> {
    /// The rules.
    pub rules: Cow<'a, Rules>,
    /// The answers that plans start from.
    pub answers: Cow<'a, Answers>,
    /// What is to be reached.
    pub goal: Goal,
    /// Whether to say what every plan puts into law.
    pub needed: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Solution {
    /// How the goal can be reached.
    pub outcome: Outcome,
    /// What every plan puts into law, not only every plan that is listed; nothing, where it was not asked or would take too
    /// many steps.
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
        found(&self.rules, &self.answers, &self.goal, self.needed, go_on)
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
