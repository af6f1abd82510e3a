//! What must hold, as a file says it.

use serde::{Deserialize, Serialize};

/// What must hold: a list of provisions that all must, or all, any and none.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Needs {
    /// All of these.
    All(Vec<String>),
    /// All of these, at least one of those, none of these others.
    Each(EachOf),
}

impl Needs {
    /// Whether it names no provision.
    pub(in crate::rules) fn is_empty(&self) -> bool {
        match self {
            Needs::All(all) => all.is_empty(),
            Needs::Each(EachOf { all, any, none }) => all.is_empty() && any.is_empty() && none.is_empty(),
        }
    }
}

/// All of these, at least one of those, none of these others.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
