//! Whether a text has the shape that a JSON Schema says.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use scoring::diagnose::{At, Code, Diagnostic};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a text holds, and how its shape is wrong. It is read where it can be, so that all else is told as well.
pub fn read<T: DeserializeOwned>(schema: &Validator, text: &str) -> (Option<T>, Vec<Diagnostic>) {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return (None, vec![Diagnostic::at(Code::NotJson, position(&error), &[])]),
    };
    let mut found: Vec<Diagnostic> = schema.iter_errors(&value).flat_map(|error| told(&error)).collect();
    match serde_json::from_str(text) {
        Ok(read) => (Some(read), found),
        Err(error) => {
            // The schema has told it already, with its place.
            if found.is_empty() {
                found.push(Diagnostic::at(Code::WrongShape, position(&error), &[&error.to_string()]));
            }
            (None, found)
        }
    }
}

fn position(error: &serde_json::Error) -> At {
    At::Position { line: error.line(), column: error.column() }
}

fn told(error: &ValidationError<'_>) -> Vec<Diagnostic> {
    let at = error.instance_path().to_string();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let field = |field: &String| {
                Diagnostic::in_json(Code::UnknownField, format!("{at}/{field}"), &[field.as_str()])
            };
            unexpected.iter().map(field).collect()
        }
        ValidationErrorKind::Required { property } => {
            vec![Diagnostic::in_json(Code::MissingField, at, &[property.as_str().unwrap_or_default()])]
        }
        _ => vec![Diagnostic::in_json(Code::WrongShape, at, &[&shortened(error.instance())])],
    }
}

/// A value as the file has it, at most so long that a line can show it.
fn shortened(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
