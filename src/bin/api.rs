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
pub struct Joined(Api);

#[wasm_bindgen]
#[expect(missing_docs, reason = "told in host_api, which each calls")]
impl Joined {
    #[wasm_bindgen(constructor)]
    pub fn new(framework: JsValue, card: JsValue) -> Result<Joined, JsError> {
        Api::new(framework, card).map(Joined)
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

/// The rules of a framework of any shape, as `embed/npm/rules.js` uses them.
#[wasm_bindgen]
pub struct Rules(host_api::Rules);

#[wasm_bindgen]
#[expect(missing_docs, reason = "told in host_api, which each calls")]
impl Rules {
    #[wasm_bindgen(constructor)]
    pub fn new(framework: &str) -> Result<Rules, JsValue> {
        host_api::Rules::new(framework).map(Rules)
    }

    pub fn outline(&self) -> Result<JsValue, JsError> {
        self.0.outline()
    }

    pub fn read(&self, answers: &str) -> Result<Vec<u32>, JsValue> {
        self.0.read(answers)
    }

    pub fn switched(&self, answers: &[u32], on: &[u32], off: &[u32]) -> Result<Vec<u32>, JsValue> {
        self.0.switched(answers, on, off)
    }

    pub fn evaluate(&self, answers: &[u32]) -> Result<Vec<f64>, JsValue> {
        self.0.evaluate(answers)
    }

    pub fn total(&self, answers: &[u32], tally: usize) -> Result<f64, JsValue> {
        self.0.total(answers, tally)
    }

    pub fn plan(
        &self,
        answers: &[u32],
        tally: usize,
        options: &str,
        go_on: Option<js_sys::Function>,
    ) -> Result<JsValue, JsValue> {
        self.0.plan(answers, tally, options, go_on)
    }

    pub fn ranges(&self, answers: &[u32]) -> Result<JsValue, JsValue> {
        self.0.ranges(answers)
    }

    pub fn table(&self, text: &str) -> Result<JsValue, JsError> {
        self.0.table(text)
    }
}

/// Cards of one framework, as `embed/npm/cohort.js` uses them.
#[wasm_bindgen]
pub struct Cohort(host_api::Cohort);

#[wasm_bindgen]
#[expect(missing_docs, reason = "told in host_api, which each calls")]
impl Cohort {
    #[wasm_bindgen(constructor)]
    pub fn new(rules: &Rules, answers: &[u32]) -> Result<Cohort, JsValue> {
        host_api::Cohort::new(&rules.0, answers).map(Cohort)
    }

    pub fn ranks(&self, tally: usize) -> Vec<f64> {
        self.0.ranks(tally)
    }

    pub fn moves(&self, subject: usize, tally: usize) -> Vec<f64> {
        self.0.moves(subject, tally)
    }

    pub fn plan(
        &self,
        subject: usize,
        tally: usize,
        options: &str,
        go_on: Option<js_sys::Function>,
    ) -> Result<JsValue, JsValue> {
        self.0.plan(subject, tally, options, go_on)
    }
}

/// Everything that an author should know of a framework.
#[wasm_bindgen]
pub fn diagnose(framework: &str) -> Result<JsValue, JsError> {
    host_api::diagnostics(framework)
}
