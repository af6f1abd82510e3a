//! What other programs call: the rules, without the page. The modules of `embed/npm` wrap it.
//!
//! Objects cross the border between the program and JavaScript slowly, a name and a value at a time. So the texts cross
//! once (as an outline), answers cross as bits, and what comes of them as numbers ([`figures`], [`numbers`]), from which
//! `lawgrade.js` makes the tree.

mod answers;
mod card;
mod cohort;
mod figures;
mod numbers;
mod outline;
mod plan;
mod refusal;
mod rules;
mod table;

pub use card::{Api, mistakes};
pub use cohort::Cohort;
pub use refusal::{Told, diagnostics};
pub use rules::Rules;

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// How many plans are listed where a program does not say.
fn listed() -> usize {
    100
}

fn read<T: for<'de> Deserialize<'de>>(what: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = JsValue::from(error).unchecked_into::<js_sys::Error>().message();
        JsError::new(&format!("{what}: {message}"))
    })
}

fn written(data: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(data.serialize(&Serializer::json_compatible())?)
}
