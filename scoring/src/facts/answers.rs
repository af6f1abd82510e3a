//! What one card, or a scenario on it, answers.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;

/// Which provisions hold, which nobody knows of, and which do not apply. All others do not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    held: ProvisionSet,
    unknown: ProvisionSet,
    not_applicable: ProvisionSet,
}

/// What a framework does with an answer that is missing. One rule for the whole framework, so that there is one tree:
/// no publisher was found that treats it differently in two results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// It counts as a no.
    #[default]
    Zero,
    /// It is left out of what is earned and of what is possible, as if it did not apply.
    LeaveOut,
    /// There is no result as long as it is missing.
    Withhold,
}

impl Answers {
    /// Answers without a gap: exactly these provisions hold.
    pub fn of(held: ProvisionSet) -> Self {
        Self { held, ..Self::default() }
    }

    /// Answers with gaps. What does not apply neither holds nor is unknown, and what is unknown does not hold.
    pub fn new(held: ProvisionSet, unknown: ProvisionSet, not_applicable: ProvisionSet) -> Self {
        let unknown = unknown.minus(&not_applicable);
        Self { held: held.minus(&not_applicable).minus(&unknown), unknown, not_applicable }
    }

    /// The provisions that hold.
    pub fn held(&self) -> &ProvisionSet {
        &self.held
    }

    /// The provisions of which nobody knows.
    pub fn unknown(&self) -> &ProvisionSet {
        &self.unknown
    }

    /// The provisions that do not apply to this subject.
    pub fn not_applicable(&self) -> &ProvisionSet {
        &self.not_applicable
    }

    /// The provisions that leave both counts under a framework's rule.
    pub(crate) fn left_out(&self, missing: Missing) -> ProvisionSet {
        match missing {
            Missing::LeaveOut => self.not_applicable.union(&self.unknown),
            Missing::Zero | Missing::Withhold => self.not_applicable.clone(),
        }
    }
}
