//! The program of a workshop's page. See [`lawgrade::workshop`].

use lawgrade::workshop::{self, Refused};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// The cards of one framework, for tasks on them.
#[wasm_bindgen]
pub struct Cards(workshop::Cards);

#[wasm_bindgen]
impl Cards {
    /// Reads the data of the calculator's own page.
    ///
    /// # Errors
    /// A JavaScript `Error` when it is damaged.
    #[wasm_bindgen(js_name = ofLadders)]
    pub fn of_ladders(lines: &str, texts: &str) -> Result<Cards, JsError> {
        workshop::Cards::of_ladders(lines, texts).map(Cards)
    }

    /// Reads the data of a framework's page.
    ///
    /// # Errors
    /// A JavaScript `Error` when it is damaged.
    #[wasm_bindgen(js_name = ofFramework)]
    pub fn of_framework(lines: String, texts: String) -> Result<Cards, JsError> {
        workshop::Cards::of_framework(lines, texts).map(Cards)
    }

    /// A task in words, as JSON.
    ///
    /// # Errors
    /// A text that says why its address is about no card here.
    pub fn task(&self, address: &str) -> Result<String, JsValue> {
        self.0.task(address).map_err(thrown)
    }

    /// What was handed in for a task, a JSON list of groups and addresses, side by side as JSON.
    ///
    /// # Errors
    /// A text that says why the task is about no card here; a JavaScript `Error` when the list is none.
    pub fn merged(&self, task: &str, handed_in: &str) -> Result<String, JsValue> {
        self.0.merged(task, handed_in).map_err(thrown)
    }
}

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}

fn thrown(refused: Refused) -> JsValue {
    match refused {
        Refused::NoCard(why) => JsValue::from_str(&why),
        Refused::Fault(error) => error.into(),
    }
}
