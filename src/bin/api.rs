//! The rules for other programs: what `lawgrade.js` loads.

use lawgrade::host_api::{self, Api};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// A framework with one of its cards. See `embed/lawgrade.d.ts`.
#[wasm_bindgen]
pub struct Card(Api);

#[wasm_bindgen]
#[expect(missing_docs, reason = "told in host_api.rs, which each calls")]
impl Card {
    #[wasm_bindgen(constructor)]
    pub fn new(framework: JsValue, card: JsValue) -> Result<Card, JsError> {
        Api::new(framework, card).map(Card)
    }

    pub fn evaluate(&self, changes: JsValue) -> Result<JsValue, JsError> {
        self.0.evaluate(changes)
    }

    pub fn total(&self, changes: JsValue) -> Result<f64, JsError> {
        self.0.total(changes)
    }

    pub fn plan(&self, changes: JsValue, options: JsValue) -> Result<JsValue, JsError> {
        self.0.plan(changes, options)
    }

    #[wasm_bindgen(js_name = formatAddress)]
    pub fn format_address(&self, changes: JsValue) -> Result<String, JsError> {
        self.0.format_address(changes)
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
