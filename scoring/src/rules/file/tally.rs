//! The results that rules give, as a file has them.

use serde::{Deserialize, Serialize};

use crate::exact::{Fraction, Scale};

use super::Needs;

/// A letter and the lowest figure that earns it, inclusive.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// The letter, or the name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub grade: String,
    /// What it says of the law, where the publisher says it.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// The lowest figure.
    pub from: Fraction,
    /// What must hold besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires: Option<Needs>,
}

/// One result.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^[a-z0-9.-]+$")))]
    pub id: String,
    /// Its title.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
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
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(default, skip_serializing)]
    pub curve: Option<serde::de::IgnoredAny>,
}
