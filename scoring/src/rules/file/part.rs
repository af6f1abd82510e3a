//! The parts of the rules, as a file has them: sections, components, items, and the short ways of writing them.

use serde::{Deserialize, Serialize};

use crate::data::Basis;
use crate::exact::Fraction;

use super::Needs;

/// How parts are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Part {
    /// The number or name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9.-]+$")))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One word for tight places.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
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
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(skip_serializing)]
    pub breakpoints: Option<serde::de::IgnoredAny>,
}

/// A rung of a ladder.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The provision that says that at least this level is reached.
    pub provision: String,
    /// Its points.
    pub points: Fraction,
}

/// A limit unless a condition holds.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Gate {
    /// The condition.
    pub needs: Needs,
    /// The limit without it.
    pub at_most: Fraction,
}
