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
    /// The ids of all provisions that it names.
    pub(in crate::rules) fn ids(&self) -> impl Iterator<Item = &String> {
        let lists: [&[String]; 3] = match self {
            Needs::All(all) => [all, &[], &[]],
            Needs::Each(EachOf { all, any, none }) => [all, any, none],
        };
        lists.into_iter().flatten()
    }

    /// Whether it names no provision.
    pub(in crate::rules) fn is_empty(&self) -> bool {
        self.ids().next().is_none()
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
