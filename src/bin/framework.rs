//! The program of a framework's page: every one of its cards as a calculator. See [`lawgrade::framework`].

use std::sync::Arc;

use js_sys::Function;
use lawgrade::{Planner, framework};
use scoring::telling::Cohort;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// A framework and its cards, read once.
#[wasm_bindgen]
pub struct Data(Arc<Cohort>);

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}

/// Reads what the build has written into the page, and the texts of its language, a step at a time.
#[wasm_bindgen]
pub struct Reading(framework::Reading);

#[wasm_bindgen]
impl Reading {
    /// Nothing is read yet.
    #[wasm_bindgen(constructor)]
    pub fn start(lines: String, texts: String) -> Reading {
        Reading(framework::Reading::new(lines, texts))
    }

    /// Does a step, and says whether there is more to do.
    ///
    /// # Errors
    /// A JavaScript `Error` when what is read is damaged.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self) -> Result<bool, JsError> {
        self.0.go_on()
    }

    /// What was read, once there is nothing more to do.
    pub fn data(self) -> Option<Data> {
        self.0.cohort().map(|cohort| Data(Arc::new(cohort)))
    }
}

/// The page's calculator, while it runs.
#[wasm_bindgen]
pub struct Page(framework::Running);

#[wasm_bindgen]
impl Page {
    /// Starts the calculator in an element, with what the address asks for; [`go_on`](Page::go_on) shows it.
    ///
    /// # Errors
    /// A JavaScript `Error` when the framework has no card.
    #[wasm_bindgen(constructor)]
    pub fn start(data: &Data, root: HtmlElement, planner: Planner) -> Result<Page, JsError> {
        framework::Running::start(data.0.clone(), root, planner).map(Page)
    }

    /// Shows the next part of the calculator, and says whether there is more to show.
    ///
    /// # Errors
    /// A JavaScript `Error` when the page has no place for a part.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self) -> Result<bool, JsError> {
        self.0.go_on()
    }

    /// The address of the scenario that is shown, without the `#`.
    pub fn address(&self) -> String {
        self.0.address()
    }

    /// Opens an address of the framework, as a step that can be undone.
    pub fn open(&self, address: &str) {
        self.0.open(address);
    }

    /// The leading figure; nothing, where there is no result.
    pub fn total(&self) -> Option<f64> {
        self.0.result().figure
    }

    /// The most that it can be, where there is a most.
    pub fn max(&self) -> Option<f64> {
        self.0.result().most
    }

    /// The letter, where there are letters.
    pub fn grade(&self) -> Option<String> {
        self.0.result().band
    }

    /// Calls `follow` with the address after each step.
    #[wasm_bindgen(js_name = onChange)]
    pub fn on_change(&self, follow: Function) {
        self.0.on_change(move |address| {
            let _ = follow.call1(&JsValue::NULL, &JsValue::from_str(address));
        });
    }

    /// Calls `follow` after each search among the questions.
    #[wasm_bindgen(js_name = onSearch)]
    pub fn on_search(&self, follow: Function) {
        self.0.on_search(move || {
            let _ = follow.call0(&JsValue::NULL);
        });
    }

    /// Shows those of the questions that fit filters, named as in addresses, and words.
    #[wasm_bindgen(js_name = lookFor)]
    pub fn look_for(&self, filters: &str, words: &str) {
        self.0.look_for(filters, words);
    }

    /// The filters that are chosen among the questions, as in addresses.
    #[wasm_bindgen(getter)]
    pub fn filters(&self) -> String {
        self.0.search().0
    }

    /// The words that are looked for in the questions.
    #[wasm_bindgen(getter)]
    pub fn words(&self) -> String {
        self.0.search().1
    }
}
