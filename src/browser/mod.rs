//! The only code that touches the window and the document.

mod keys;

use wasm_bindgen::{JsCast, JsError, JsValue};

pub use keys::{Step, on_step_keys};

/// The element of the page that the calculator lives in, cleared of the static card.
///
/// # Errors
/// When the page has no such element.
pub fn emptied_calculator_element() -> Result<web_sys::HtmlElement, JsError> {
    let document = web_sys::window().and_then(|window| window.document());
    let element: web_sys::HtmlElement = document
        .and_then(|document| document.get_element_by_id("calculator"))
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| JsError::new("the page has no element with the id “calculator”"))?;
    element.replace_children_with_node_0();
    Ok(element)
}

/// Writes a line to the console as an error.
pub fn log_error(line: &str) {
    web_sys::console::error_1(&JsValue::from_str(line));
}
