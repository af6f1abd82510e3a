//! The framework as far as it has been read, with where each field of it stands.

use scoring::diagnose::At;
use scoring::rules::file::Framework;

use crate::layout::condition::Names;
use crate::places::Places;

/// What has been read so far.
#[derive(Default)]
pub(crate) struct Draft {
    pub framework: Framework,
    pub places: Places,
    pub names: Names,
    pub card: OneCard,
}

/// The card of one subject, whose answers stand beside the provisions.
#[derive(Default)]
pub(crate) struct OneCard {
    /// Whom it is about, and other columns of a table of cards, with where they were read.
    pub fields: Vec<(String, String, At)>,
    /// The answers, by id.
    pub answers: Vec<(String, String, At)>,
}
