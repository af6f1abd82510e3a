//! The file of expected results, as natively and in the browser it is read.

use std::collections::BTreeMap;

use scoring::Changes;
use serde::Deserialize;

/// Scenarios of one card with their results.
#[derive(Deserialize)]
pub struct Expected {
    pub framework: String,
    pub card: String,
    pub scenarios: Vec<Case>,
}

/// A scenario, and the points that it must give.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub changes: Changes,
    pub total: f64,
    pub grade: String,
    pub sections: Vec<f64>,
    pub components: BTreeMap<String, f64>,
}
