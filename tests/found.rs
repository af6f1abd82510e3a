//! A brought file as the core gets it: on the page the browser reads the JSON (`src/browser/json.rs`).

use scoring::shelf::Found;
use serde_json::Value;

/// What a text holds; nothing, when it is no JSON.
pub fn found(text: &str) -> Option<Found> {
    let value: Value = serde_json::from_str(text).ok()?;
    Some(found_in(&value, Found::LEVELS))
}

fn found_in(value: &Value, levels: u8) -> Found {
    let Some(below) = levels.checked_sub(1) else { return Found::Other };
    match value {
        Value::String(text) => Found::Text(text.clone()),
        Value::Number(number) => number.as_i64().map_or(Found::Other, Found::Number),
        Value::Array(values) => Found::List(values.iter().map(|value| found_in(value, below)).collect()),
        Value::Object(fields) => {
            Found::Fields(fields.iter().map(|(name, value)| (name.clone(), found_in(value, below))).collect())
        }
        Value::Null | Value::Bool(_) => Found::Other,
    }
}
