//! The only code that touches the window and the document.

mod address;
pub mod files;
mod focus;
mod folds;
pub mod json;
mod keys;
mod names;
mod paper;
mod place;
mod share;
mod speech;
pub mod storage;
mod surroundings;

use js_sys::{Date, Object, Reflect};
use scoring::Imprint;
use wasm_bindgen::JsValue;
use web_sys::{Document, window};

pub use address::{
    AddressBar, Entry, address, go_to_address, go_to_place, link, named_place_within, on_address,
};
pub use focus::Focus;
pub use folds::{fold_is_open, on_fold};
pub use keys::{Step, on_step_keys};
pub use names::naming;
pub use paper::{after_print, before_print, print};
pub use place::on_message;
pub use place::{Paper, Place};
pub use share::{Handed, copy, share};
pub use speech::speech;
pub use surroundings::{Surroundings, surroundings};

/// The page's document.
fn document() -> Option<Document> {
    window()?.document()
}

/// What a document that leaves the page says about where it comes from; `version` is that of the data,
/// `language` the tag of the one it is in.
pub fn imprint(place: Place, address: &str, version: String, language: &str) -> Imprint {
    Imprint { link: link(place, address), date: today(language), version }
}

/// The day, written out in a language: "November 24, 2026".
fn today(language: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string(language, &options).into()
}

/// The day on the visitor's clock, as `2026-05-03`.
pub fn date() -> String {
    let now = Date::new_0();
    let minutes = now.get_timezone_offset();
    let local = Date::new(&JsValue::from_f64(now.get_time() - minutes * 60_000.0));
    let written = String::from(local.to_iso_string());
    written.split('T').next().unwrap_or_default().to_owned()
}

/// A day such as `2026-05-03`, written out in a language: "May 3, 2026".
pub fn day(date: &str, language: &str) -> String {
    let options = Object::new();
    // A date alone is read as midnight in Greenwich, where west of it the day before has not ended.
    for (option, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &option.into(), &value.into());
    }
    Date::new(&date.into()).to_locale_date_string(language, &options).into()
}

/// Writes a line to the console as an error.
pub fn log_error(line: &str) {
    web_sys::console::error_1(&JsValue::from_str(line));
}
