//! The tools of a calculator, as a program of the page exports them.

use lawgrade::tools::{Page, Running};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::data::Data;

/// The running tools of one calculator.
#[wasm_bindgen]
pub struct Tools(#[expect(dead_code, reason = "kept until it is dropped")] Running);

#[wasm_bindgen]
impl Tools {
    /// Puts the tools into their places around a calculator that runs in `root`; `home` as for that.
    ///
    /// # Errors
    /// A JavaScript `Error` when a place is missing.
    #[wasm_bindgen(constructor)]
    pub fn start(data: &Data, root: HtmlElement, home: Option<String>, page: Page) -> Result<Tools, JsError> {
        Running::start(&data.0, root, home, page).map(Tools)
    }

    /// Ends the tools and takes them out of the document.
    pub fn dispose(self) {}
}
