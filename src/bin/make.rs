//! The program of the page on which authors make a calculator of a spreadsheet. See [`lawgrade::make`]. In a worker it
//! reads files and nothing else.

use std::sync::Arc;

use lawgrade::make::{self, Hands};
use scoring::Words;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// The texts of the page's language.
#[wasm_bindgen]
pub struct Texts(Arc<Words>);

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}

/// Reads the texts of a language: `lines` has its tag and its locale, a line each.
///
/// # Errors
/// A JavaScript `Error` when they are damaged.
#[wasm_bindgen]
pub fn read(lines: &str, texts: &str) -> Result<Texts, JsError> {
    make::words(lines, texts).map(|words| Texts(Arc::new(words)))
}

/// Reads a spreadsheet, and gives its sheets as JSON, for the program in the page.
#[wasm_bindgen]
pub fn sheets(name: &str, bytes: &[u8]) -> String {
    make::sheets(name, bytes)
}

/// The page, while it runs.
#[wasm_bindgen]
pub struct Page(#[expect(dead_code, reason = "what is held runs")] make::Running);

#[wasm_bindgen]
impl Page {
    /// Starts it in an element.
    #[wasm_bindgen(constructor)]
    pub fn start(texts: &Texts, root: HtmlElement, hands: Hands) -> Page {
        Page(make::Running::start(texts.0.clone(), root, hands))
    }
}
