//! Data as JSON text, written and read by the browser.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Data as text, with line breaks for people to read; empty where the data cannot be written.
pub fn to_text(data: &impl Serialize) -> String {
    let value = data.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL);
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(2.0));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Reads data; nothing, when the text is no JSON or other data.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(text).ok()?).ok()
}
