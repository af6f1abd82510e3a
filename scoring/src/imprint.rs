//! What a document that leaves the page says about where it comes from.

use crate::Baseline;

/// What only a page knows and a document that leaves it must say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The address under which the scenario opens again.
    pub link: String,
    /// The day, as it is to be written.
    pub date: String,
    /// The version of the data.
    pub version: String,
}

impl Imprint {
    /// Who, when, from which data.
    pub(crate) fn line(&self, baseline: &Baseline) -> String {
        let (framework, card) = (&baseline.framework().id, &baseline.card().id);
        format!("Lawgrade, {}. Data: {framework}, {card}, version {}.", self.date, self.version)
    }
}

/// What is published, what is not, and by whom, in sentences.
pub(crate) fn rest(baseline: &Baseline, is_baseline: bool) -> String {
    let publisher = &baseline.framework().publisher;
    let reconstructed = match is_baseline {
        true => "The points of single components are",
        false => "The points of single components, and so every figure for the changed law, are",
    };
    format!(
        "Published by {publisher}: the card’s points for whole sections, its total and its grade. \
         {reconstructed} Lawgrade’s reconstruction. They add up to the published figures exactly, but they \
         are not official, and {publisher} has neither made nor checked them. This is no legal advice."
    )
}
