//! Data as JSON text, written and read by the browser.

use js_sys::{Array, JSON, Number, Object};
use scoring::shelf::Found;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// Data as text, with line breaks for people to read; empty where the data cannot be written.
pub fn to_text(data: &impl Serialize) -> String {
    let value = data.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL);
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(2.0));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// What a text holds; nothing, when it is no JSON. It is taken as it is: a reader of typed data, which can say what it
/// expected instead, is 8.9 kB of the tools in brotli.
pub fn found(text: &str) -> Option<Found> {
    Some(found_in(&JSON::parse(text).ok()?, Found::LEVELS))
}

fn found_in(value: &JsValue, levels: u8) -> Found {
    let Some(below) = levels.checked_sub(1) else { return Found::Other };
    if let Some(text) = value.as_string() {
        return Found::Text(text);
    }
    if let Some(number) = value.as_f64() {
        // Below 2^53, so that nothing is lost.
        return if Number::is_safe_integer(value) { Found::Number(number as i64) } else { Found::Other };
    }
    if Array::is_array(value) {
        return Found::List(Array::from(value).iter().map(|value| found_in(&value, below)).collect());
    }
    let Some(fields) = value.dyn_ref::<Object>() else { return Found::Other };
    let field = |field: JsValue| {
        let field = Array::from(&field);
        Some((field.get(0).as_string()?, found_in(&field.get(1), below)))
    };
    Found::Fields(Object::entries(fields).iter().filter_map(field).collect())
}
