//! The data, as a program of the page exports it.

use wasm_bindgen::prelude::*;

/// The data, read once for every calculator in the document.
#[wasm_bindgen]
pub struct Data(pub(crate) lawgrade::Data);

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more. What other
/// programs do to the page is no concern of it.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}

/// Reads the lines that the build has packed, and the texts of the tools for a program that has them.
///
/// # Errors
/// A JavaScript `Error` when they are damaged.
#[wasm_bindgen]
pub fn read(lines: &str, texts: Option<String>) -> Result<Data, JsError> {
    lawgrade::Data::read(lines, texts.as_deref()).map(Data)
}
