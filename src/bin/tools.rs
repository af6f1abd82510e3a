//! The program that the page loads when a visitor opens one of its tools: saved scenarios, comparison, what
//! can be taken away.

use lawgrade::tools::{self, Page};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// Puts the tools into their places on the page, for the calculator that runs there.
///
/// # Errors
/// A JavaScript `Error` when the data cannot be read, or the page has no place.
#[wasm_bindgen]
pub fn start(framework: JsValue, card: JsValue, version: String, page: Page) -> Result<(), JsError> {
    tools::start(framework, card, version, page)
}
