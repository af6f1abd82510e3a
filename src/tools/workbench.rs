//! What the tools work on: the scenario that the page shows.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Baseline, Evaluation, Headline, Imprint, evaluate, parse_address};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

use crate::browser;

#[wasm_bindgen]
extern "C" {
    /// The running calculator, as the page's program exports it; see `main.rs`.
    pub type Page;

    #[wasm_bindgen(method)]
    fn address(this: &Page) -> String;

    #[wasm_bindgen(method)]
    fn open(this: &Page, address: &str);

    #[wasm_bindgen(method)]
    fn announce(this: &Page, line: &str);

    #[wasm_bindgen(method, js_name = onChange)]
    fn on_change(this: &Page, follow: &JsValue);
}

/// The page's scenario, evaluated here once more: the two programs share no memory, only the address.
#[derive(Clone, Copy)]
pub struct Workbench {
    baseline: StoredValue<Arc<Baseline>>,
    page: StoredValue<Page, LocalStorage>,
    evaluation: RwSignal<Evaluation>,
    version: StoredValue<String>,
}

impl Workbench {
    /// A workbench that follows the page. Call it within the root's owner.
    pub fn new(baseline: Arc<Baseline>, version: String, page: Page) -> Self {
        let read = {
            let baseline = baseline.clone();
            move |address: &str| evaluate(&baseline, &parse_address(&baseline, address).0)
        };
        let evaluation = RwSignal::new(read(&page.address()));
        let follow = Closure::<dyn FnMut(String)>::new(move |address: String| evaluation.set(read(&address)));
        page.on_change(&follow.into_js_value());
        Self {
            baseline: StoredValue::new(baseline),
            page: StoredValue::new_local(page),
            evaluation,
            version: StoredValue::new(version),
        }
    }

    /// The workbench, from anywhere below the root.
    pub fn here() -> Self {
        expect_context()
    }

    /// The framework and card.
    pub fn baseline(self) -> Arc<Baseline> {
        self.baseline.get_value()
    }

    /// Reads the evaluated tree. Tracked.
    pub fn with_evaluation<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.evaluation.with(read)
    }

    /// The result in one line. Not tracked.
    pub fn headline(self) -> Headline {
        self.evaluation.with_untracked(|tree| Headline::new(&self.baseline(), tree))
    }

    /// The address of the page's scenario, without the `#`.
    pub fn address(self) -> String {
        self.page.with_value(Page::address)
    }

    /// Opens the scenario of an address on the page.
    pub fn open(self, address: &str) {
        self.page.with_value(|page| page.open(address));
    }

    /// Has assistive technology say a line.
    pub fn announce(self, line: &str) {
        self.page.with_value(|page| page.announce(line));
    }

    /// What a document that leaves the page says about where it comes from.
    pub fn imprint(self) -> Imprint {
        browser::imprint(&self.address(), self.version.get_value())
    }
}
