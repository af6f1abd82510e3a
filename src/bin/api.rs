//! The rules for other programs: what `lawgrade.js` loads.

use lawgrade::host_api::{self, Api};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// A framework with one of its cards, as `embed/npm/card.js` uses it.
#[wasm_bindgen]
pub struct Rules(Api);

#[wasm_bindgen]
#[expect(missing_docs, reason = "told in host_api, which each calls")]
impl Rules {
    #[wasm_bindgen(constructor)]
    pub fn new(framework: JsValue, card: JsValue) -> Result<Rules, JsError> {
        Api::new(framework, card).map(Rules)
    }

    pub fn outline(&self) -> Result<JsValue, JsError> {
        self.0.outline()
    }

    pub fn read(&self, changes: JsValue) -> Result<Vec<u32>, JsError> {
        self.0.read(changes)
    }

    pub fn figures(&self, switched: &[u32]) -> Vec<i32> {
        self.0.figures(switched)
    }

    pub fn total(&self, switched: &[u32]) -> f64 {
        self.0.total(switched)
    }

    pub fn plan(&self, switched: &[u32], options: JsValue) -> Result<JsValue, JsError> {
        self.0.plan(switched, options)
    }

    #[wasm_bindgen(js_name = formatAddress)]
    pub fn format_address(&self, switched: &[u32]) -> String {
        self.0.format_address(switched)
    }

    #[wasm_bindgen(js_name = parseAddress)]
    pub fn parse_address(&self, address: &str) -> Result<JsValue, JsError> {
        self.0.parse_address(address)
    }
}

/// Every mistake in a framework and a card.
#[wasm_bindgen]
pub fn check(framework: JsValue, card: JsValue) -> Result<JsValue, JsError> {
    host_api::mistakes(framework, card)
}
