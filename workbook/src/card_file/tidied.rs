//! The texts of a card file, as those of a spreadsheet are read.

use scoring::diagnose::{At, Code};
use serde_json::Value;

use super::shape::name_below;
use crate::cell_reader::{Reading, Stage};
use crate::file::limits::CHARACTERS;
use crate::tidy::plain;

/// A value whose texts and names are in one line each, without signs that nobody sees, as those of a spreadsheet are.
pub(super) fn tidied(value: Value, at: &str, reading: &mut Reading) -> Value {
    match value {
        Value::String(text) => Value::String(line(&text, &At::Json(at.to_owned()), reading)),
        Value::Array(list) => {
            let tidied = |(index, value)| tidied(value, &format!("{at}/{index}"), reading);
            Value::Array(list.into_iter().enumerate().map(tidied).collect())
        }
        Value::Object(fields) => {
            let tidied = |(name, value): (String, Value)| {
                let name = plain(&name);
                let at = name_below(at, &name);
                (name, tidied(value, &at, reading))
            };
            Value::Object(fields.into_iter().map(tidied).collect())
        }
        other => other,
    }
}

/// A text in one line, at most as long as a cell's.
pub(super) fn line(text: &str, at: &At, reading: &mut Reading) -> String {
    let mut line = plain(text);
    if line != text {
        reading.note(Code::Tidied, at.clone(), &[text, &line]);
    }
    if let Some((end, _)) = line.char_indices().nth(CHARACTERS) {
        reading.find(Stage::Cell, Code::CellTooLong, at.clone(), &[&CHARACTERS.to_string()]);
        line.truncate(end);
    }
    line
}
