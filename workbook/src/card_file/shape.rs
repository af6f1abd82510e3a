//! Whether a part of a card file has the shape that it should, and where it has not.

use scoring::diagnose::{Code, Diagnostic};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

/// Reads a value, which stands at a place of the file.
///
/// # Errors
/// The first field that is missing, unknown or something else than it should be.
pub(super) fn of_shape<T: DeserializeOwned>(value: &Value, at: &str) -> Result<T, Diagnostic> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = error.path().iter().fold(at.to_owned(), |at, segment| match segment {
            Segment::Seq { index } => format!("{at}/{index}"),
            Segment::Map { key } => name_below(&at, key),
            Segment::Enum { .. } | Segment::Unknown => at,
        });
        // The reader of JSON says in words alone what it has missed.
        let said = error.inner().to_string();
        let field = |before: &str| said.strip_prefix(before)?.split('`').next();
        if let Some(field) = field("missing field `") {
            return Diagnostic::in_json(Code::MissingField, pointer, &[field]);
        }
        if let Some(field) = field("unknown field `") {
            return Diagnostic::in_json(Code::UnknownField, pointer, &[field]);
        }
        let below = pointer.strip_prefix(at).unwrap_or_default();
        wrong(&pointer, value.pointer(below).unwrap_or(value))
    })
}

/// A value that cannot stand at a place.
pub(super) fn wrong(at: &str, value: &Value) -> Diagnostic {
    const LONGEST: usize = 60;
    let mut shown = value.to_string();
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(end);
        shown.push('…');
    }
    Diagnostic::in_json(Code::WrongShape, at, &[&shown])
}

/// The place of a field in what stands at a place.
pub(super) fn name_below(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}
