//! Bills about what a card grades.

use super::Basis;

/// A bill, or the act that it has become, as the calculator offers it. The build writes it beside the card; no file of a card
/// has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardBill {
    /// As the legislature writes it, such as "HB 5571".
    pub number: String,
    /// Its official title, where it is known.
    pub title: Option<String>,
    /// What became of it and when, in a sentence.
    pub happened: String,
    /// Its official page.
    pub address: String,
    /// Whether it is law since the card.
    pub is_law: bool,
    /// What its changes rest on.
    pub basis: Basis,
    /// Ids of provisions that it puts into law.
    pub on: Vec<String>,
    /// Ids of provisions that it takes out of law.
    pub off: Vec<String>,
}
