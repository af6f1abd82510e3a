//! The program that the page loads: the calculator itself.
//!
//! What is not needed to switch provisions and to see what follows is in a program of its own, `tools`,
//! which the page loads when a visitor first asks for it.

use js_sys::Function;
use lawgrade::{Calculator, Entry};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// Starts the calculator in place of the static card on the page.
///
/// `framework` and `card` are the parsed JSON of the two data files, and `version` tells one state of them
/// from another.
///
/// # Errors
/// A JavaScript `Error` whose message names every mistake in the data. The page is left as it was.
#[wasm_bindgen]
pub fn start(framework: JsValue, card: JsValue, version: String) -> Result<Page, JsError> {
    lawgrade::start(framework, card, version).map(Page)
}

/// The running calculator, for other programs of the page.
#[wasm_bindgen]
pub struct Page(Calculator);

#[wasm_bindgen]
impl Page {
    /// The address of the scenario that is shown, without the `#`.
    pub fn address(&self) -> String {
        self.0.address()
    }

    /// Opens an address, as a step that can be undone. With `new_entry` the browser's “back” leads to what
    /// was there before, too.
    pub fn open(&self, address: &str, new_entry: bool) {
        self.0.open(address, if new_entry { Entry::New } else { Entry::Same });
    }

    /// Opens the browser's dialog for printing, with the sheet made for paper.
    pub fn print(&self) {
        self.0.print();
    }

    /// Has assistive technology say a line.
    pub fn announce(&self, line: String) {
        self.0.announce(line);
    }

    /// Calls `follow` with the address, now and after each step.
    #[wasm_bindgen(js_name = onChange)]
    pub fn on_change(&self, follow: Function) {
        self.0.on_change(move |address| {
            let _ = follow.call1(&JsValue::NULL, &JsValue::from_str(address));
        });
    }
}
