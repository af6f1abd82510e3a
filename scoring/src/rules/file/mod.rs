//! A framework's file: the rules as people write them.
//!
//! Today's files with sections, components and rungs are valid, and `rungs` stays the short way to write a ladder. These
//! types only mirror the file; [`super::compile`] checks it.

mod needs;
mod part;
mod tally;
mod words;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

pub use needs::{EachOf, Needs};
pub use part::{Gate, Join, Level, Part, Rung};
pub use tally::{Band, Tally};
pub use words::{FrameworkWords, SectionWords};

use crate::exact::{Fraction, Scale};
use crate::facts::Missing;

/// The rules by which law is graded.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Framework {
    /// Where the file's JSON Schema is.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Kebab-case name with its year, such as `pic-2019`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9.-]+$")))]
    pub id: String,
    /// Counts how often the rules have changed under this id; the first is 1.
    #[serde(default = "first_edition")]
    pub edition: u32,
    /// What earlier editions of ladders had otherwise, as the npm package has it: [`crate::Then`] reads that, and nothing here.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub earlier: Option<IgnoredAny>,
    /// The framework's own name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub title: String,
    /// The year whose rules these are.
    pub year: u16,
    /// Who published it.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub publisher: String,
    /// What is known of the rules and what is not.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub about: String,
    /// Where the rules and the cards come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What the ids of the subjects are codes of; without it, they are ids and nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subjects: Option<Subjects>,
    /// Points written in the file are multiples of this, where the publisher counts in steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Fraction>,
    /// The most that can be earned; checked where it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Fraction>,
    /// How the whole is shown. With several tallies it stands in each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// The letters of the whole, the best first; there may be none. With several tallies they stand in each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// The results, the leading one first; without any, the whole is the one result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<Tally>,
    /// What an answer that is missing counts for.
    #[serde(default)]
    pub missing: Missing,
    /// Every fact; their order is the order of addresses and tables.
    pub provisions: Vec<Provision>,
    /// Provisions of which at most one holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<OneOf>,
    /// How the parts of the whole are joined.
    #[serde(default)]
    pub join: Join,
    /// What a mean earns when all its shares are whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worth: Option<Fraction>,
    /// The parts of the whole.
    pub sections: Vec<Part>,
}

fn first_edition() -> u32 {
    1
}

/// What the ids of subjects are codes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subjects {
    /// Countries and territories, by their codes of two letters in ISO 3166. Browsers know their names in other
    /// languages; where a code is unknown to them, the name in the table stays.
    Countries,
    /// States of the United States and the District of Columbia, by their postal codes.
    UsStates,
}

/// Where rules and cards come from, and what may be done with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The publication, as its publisher names it.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub title: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What is known of its licence.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub licence: String,
    /// What is our own: wording, reading, what was left out.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub ours: String,
}

/// One yes-or-no fact.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Provision {
    /// Kebab-case and stable; part of addresses.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9.-]+$")))]
    pub id: String,
    /// The fact, as a plain statement that is true when it holds.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub label: String,
    /// Provisions that it cannot hold without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implies: Vec<String>,
    /// Why it cannot hold without them, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// When it does not apply to a subject, in a few words. Without it, it always applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_not_apply: Option<String>,
}

/// Provisions of which at most one holds.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneOf {
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9.-]+$")))]
    pub id: String,
    /// The provisions.
    pub provisions: Vec<String>,
}
