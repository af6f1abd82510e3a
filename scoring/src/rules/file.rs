//! A framework's file: the rules as people write them.
//!
//! Today's files with sections, components and rungs are valid, and `rungs` stays the short way to write a ladder. These
//! types only mirror the file; [`super::compile`] checks it.

use serde::{Deserialize, Serialize};

use crate::data::Basis;
use crate::exact::{Fraction, Scale};
use crate::facts::Missing;

/// The rules by which law is graded.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Framework {
    /// Where the file's JSON Schema is.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Kebab-case name with its year, such as `pic-2019`.
    pub id: String,
    /// Counts how often the rules have changed under this id; the first is 1.
    #[serde(default = "first_edition")]
    pub edition: u32,
    /// The framework's own name.
    pub title: String,
    /// The year whose rules these are.
    pub year: u16,
    /// Who published it.
    pub publisher: String,
    /// What is known of the rules and what is not.
    pub about: String,
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

/// One yes-or-no fact.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Provision {
    /// Kebab-case and stable; part of addresses.
    pub id: String,
    /// The fact, as a plain statement that is true when it holds.
    pub label: String,
    /// Provisions that it cannot hold without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implies: Vec<String>,
    /// When it does not apply to a subject, in a few words. Without it, it always applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_not_apply: Option<String>,
}

/// Provisions of which at most one holds.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneOf {
    /// Its name.
    pub id: String,
    /// The provisions.
    pub provisions: Vec<String>,
}

/// A letter and the lowest figure that earns it, inclusive.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// The letter, or the name.
    #[serde(alias = "name")]
    pub grade: String,
    /// The lowest figure.
    pub from: Fraction,
    /// What must hold besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires: Option<Needs>,
}

/// One result.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    /// Its name.
    pub id: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The id of the part that it shows; without it, the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// How it is shown.
    #[serde(default)]
    pub scale: Scale,
    /// Its letters, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Letters given by rank; refused by name.
    #[serde(default, skip_serializing)]
    pub curve: Option<serde::de::IgnoredAny>,
}

/// What must hold: a list of provisions that all must, or all, any and none.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Needs {
    /// All of these.
    All(Vec<String>),
    /// All of these, at least one of those, none of these others.
    Each(EachOf),
}

impl Needs {
    /// Whether it names no provision.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Needs::All(all) => all.is_empty(),
            Needs::Each(EachOf { all, any, none }) => all.is_empty() && any.is_empty() && none.is_empty(),
        }
    }
}

/// All of these, at least one of those, none of these others.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct EachOf {
    /// All of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<String>,
    /// At least one of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<String>,
    /// None of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<String>,
}

/// How parts are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Join {
    /// They are added up.
    #[default]
    Sum,
    /// The best counts.
    Best,
    /// Their shares are averaged.
    Mean,
}

/// A part of the rules: a section, a component, an item. It has exactly one of `points`, `rungs`, `levels`,
/// `checklist` and `components`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Part {
    /// The number or name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One word for tight places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The most that it can earn, as it stands in the file; checked where it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Fraction>,
    /// What its points rest on; without it, what those of its parent do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Multiplies all points in it; directly in a mean, says how much its share counts for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Fraction>,
    /// When it counts at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies: Option<Needs>,
    /// Whether it is extra credit: it adds to what is earned and not to what is possible.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub extra: bool,
    /// Points, for what `needs` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Fraction>,
    /// What must hold for the points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Needs>,
    /// A ladder: the rung with the most points among those that are met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rungs: Option<Vec<Rung>>,
    /// Levels from the weakest to the strongest, each of which implies the one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<Vec<Level>>,
    /// Provisions that earn `each` a piece.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checklist: Option<Vec<String>>,
    /// What a provision of the checklist earns; 1 without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Fraction>,
    /// Smaller parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub components: Option<Vec<Part>>,
    /// How the smaller parts are joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join: Option<Join>,
    /// What a mean earns when all its shares are whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<Fraction>,
    /// What rungs, levels or the best of parts earn when none is met; 0 without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<Fraction>,
    /// The least that it earns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<Fraction>,
    /// The most that it earns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<Fraction>,
    /// Limits unless a condition holds; the first stands innermost.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
    /// Points for a number that the subject has; refused by name.
    #[serde(skip_serializing)]
    pub breakpoints: Option<serde::de::IgnoredAny>,
}

/// A rung of a ladder.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Its points.
    pub points: Fraction,
    /// What must hold.
    pub needs: Needs,
    /// What the number of points rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// One of several levels.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The provision that says that at least this level is reached.
    pub provision: String,
    /// Its points.
    pub points: Fraction,
}

/// A limit unless a condition holds.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Gate {
    /// The condition.
    pub needs: Needs,
    /// The limit without it.
    pub at_most: Fraction,
}
