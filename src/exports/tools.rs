//! The tools of a calculator, as a program of the page exports them.

use lawgrade::Planner;
use lawgrade::tools::{Page, Running};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::data::Data;

/// The running tools of one calculator.
#[wasm_bindgen]
pub struct Tools(Running);

#[wasm_bindgen]
impl Tools {
    /// Puts the tools into their places around a calculator that runs in `root`; `home` as for that.
    ///
    /// # Errors
    /// A JavaScript `Error` when a place is missing.
    #[wasm_bindgen(constructor)]
    pub fn start(
        data: &Data,
        root: HtmlElement,
        home: Option<String>,
        page: Page,
        planner: Planner,
    ) -> Result<Tools, JsError> {
        Running::start(&data.0, root, home, page, planner).map(Tools)
    }

    /// Opens an address that the page's program could not read, and tells what of it cannot be read here either.
    /// Without `new_entry` it is the browser's own, which stays as it is as long as something cannot be read.
    pub fn read(&self, address: &str, new_entry: Option<bool>) {
        self.0.read(address, new_entry);
    }

    /// Takes away what was told of an address: another one was opened.
    pub fn forget(&self) {
        self.0.forget();
    }

    /// Ends the tools and takes them out of the document.
    pub fn dispose(self) {}
}
