//! A card's file: what one jurisdiction's law holds, and what was published about it.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::Points;

/// What one jurisdiction's law holds, provision by provision, and its published figures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Kebab-case name with its year, such as `ct-2019`; part of every address.
    pub id: String,
    /// The id of the framework that graded it.
    pub framework: String,
    /// The state.
    pub jurisdiction: String,
    /// The year of the law it describes.
    pub year: u16,
    /// How certain the year is, in a sentence.
    pub year_note: String,
    /// The published card.
    pub source: Source,
    /// The figures printed on it.
    pub published: Published,
    /// A finding for every provision of the framework.
    pub provisions: Vec<Finding>,
    /// How we read the card where its text leaves room, by component.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// Where the published card is to be found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its address.
    pub address: String,
}

/// The figures that the card prints. Nothing is computed from them; they are what an evaluation is
/// compared with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Published {
    /// The final score, in points.
    pub total: Points,
    /// The final grade.
    pub grade: String,
    /// The points of each section.
    pub sections: Vec<PublishedSection>,
}

/// One section's printed points.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PublishedSection {
    /// The section's id.
    pub id: String,
    /// Its points.
    pub points: Points,
}

/// What the law says on one provision.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The provision's id.
    pub id: String,
    /// Whether the provision is in law.
    pub in_law: bool,
    /// What the finding rests on: the card, the statute, or an assumption.
    pub basis: Basis,
    /// The finding in our own words.
    pub finding: String,
    /// The statutes, where known.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// A place in the statutes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Citation {
    /// As lawyers write it, such as "Conn. Gen. Stat. § 53a-192a".
    pub text: String,
    /// Whether no source was found that confirms it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// Where the official text stands, by the table of [`Statutes`](super::Statutes).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// How we read the card for one component.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Note {
    /// The component's id.
    pub component: String,
    /// The reading, in a sentence.
    pub text: String,
}
