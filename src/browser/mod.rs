//! The only code that touches the window and the document.

mod address;
pub mod files;
mod folds;
pub mod json;
mod keys;
mod paper;
mod share;
pub mod storage;

use js_sys::{Date, Object, Reflect};
use scoring::Imprint;
use wasm_bindgen::{JsCast, JsError, JsValue};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement, window};

use address::link;

pub use address::{Entry, address, go_to_place, on_address, set_address};
pub use folds::{fold_is_open, on_fold, open_fold};
pub use keys::{Step, on_step_keys};
pub use paper::{on_print, print};
pub use share::{Handed, copy, share};

/// The page's document.
fn document() -> Option<Document> {
    window()?.document()
}

/// The element of the page with this id, cleared of what was in it.
///
/// # Errors
/// When the page has no such element.
pub fn emptied_element(id: &str) -> Result<HtmlElement, JsError> {
    let element: HtmlElement = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| JsError::new(&format!("the page has no element with the id “{id}”")))?;
    element.replace_children_with_node_0();
    Ok(element)
}

/// Puts the focus on the first element that a selector finds; a text in it is selected.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = element.focus();
    if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
        text.select();
    }
}

/// What a document that leaves the page says about where it comes from; `version` is that of the data.
pub fn imprint(address: &str, version: String) -> Imprint {
    Imprint { link: link(address), date: today(), version }
}

/// The day, written out: "November 24, 2026".
fn today() -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string("en-US", &options).into()
}

/// The time in milliseconds, to measure with.
pub fn now() -> f64 {
    Date::now()
}

/// Writes a line to the console as an error.
pub fn log_error(line: &str) {
    web_sys::console::error_1(&JsValue::from_str(line));
}
