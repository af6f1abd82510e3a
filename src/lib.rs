//! The calculator's page: what a visitor sees and does.
//!
//! Scores, reasons and texts about them come from the `scoring` crate; this crate shows them and
//! keeps the one piece of state, the [`Calculator`]. Arrows run one way: view, calculator, scoring. The
//! [`tools`] are a program of their own beside the page's.

mod app;
mod browser;
mod calculator;
pub mod host_api;
pub mod tools;
mod view;

use std::panic::PanicHookInfo;
use std::sync::Arc;

use scoring::Baseline;
use scoring::check::Problem;
use wasm_bindgen::prelude::*;

pub use browser::Entry;
pub use calculator::Calculator;

/// Starts the calculator in place of the static card on the page. See `main.rs`.
///
/// # Errors
/// A JavaScript `Error` whose message names every mistake in the data. The page is left as it was.
pub fn start(framework: JsValue, card: JsValue, version: String) -> Result<Calculator, JsError> {
    let baseline = read_baseline(framework, card)?;
    Ok(app::mount(browser::emptied_element("calculator")?, baseline, version))
}

fn read_baseline(framework: JsValue, card: JsValue) -> Result<Arc<Baseline>, JsError> {
    let unreadable = |what: &str, error| JsError::new(&format!("{what} cannot be read: {error}"));
    let framework =
        serde_wasm_bindgen::from_value(framework).map_err(|error| unreadable("the framework", error))?;
    let card = serde_wasm_bindgen::from_value(card).map_err(|error| unreadable("the card", error))?;
    Baseline::new(framework, card).map(Arc::new).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        JsError::new(&lines.join("; "))
    })
}

/// Writes a panic's message to the browser's console. The visitor is told by the page's own script,
/// which sees the trap that follows.
pub fn report_panic(info: &PanicHookInfo<'_>) {
    browser::log_error(&info.to_string());
}
