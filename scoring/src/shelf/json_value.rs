//! What is found in a file that anybody may have written.

/// A value of a file whose shape is not known: read first, judged later, so that one bad entry costs
/// only itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A list.
    List(Vec<Found>),
    /// Fields with their names, as they stand.
    Fields(Vec<(String, Found)>),
    /// Anything else, and whatever lies deeper than any file of ours.
    Other,
}

impl Found {
    /// A file holds an object with a list of objects, each with an object in it: nothing deeper is to be looked at, however
    /// deep it goes.
    pub const LEVELS: u8 = 5;

    /// The field of this name; the last, when there are several.
    pub(super) fn field(&self, name: &str) -> Option<&Found> {
        let Found::Fields(fields) = self else { return None };
        fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}
