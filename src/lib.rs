//! The calculator's page: what a visitor sees and does.
//!
//! Scores, reasons and texts about them come from the `scoring` crate; this crate shows them and
//! keeps the one piece of state, the [`calculator`]. Arrows run one way: view, calculator, scoring.

mod app;
mod browser;
mod calculator;
mod view;

use std::panic::PanicHookInfo;

use scoring::Baseline;
use scoring::check::Problem;
use wasm_bindgen::prelude::*;

/// Starts the calculator in place of the static card on the page.
///
/// `framework` and `card` are the parsed JSON of the two data files.
///
/// # Errors
/// A JavaScript `Error` whose message names every mistake in the data. The page is left as it was.
#[wasm_bindgen]
pub fn start(framework: JsValue, card: JsValue) -> Result<(), JsError> {
    let baseline = read_baseline(framework, card)?;
    app::mount(browser::emptied_calculator_element()?, baseline);
    Ok(())
}

fn read_baseline(framework: JsValue, card: JsValue) -> Result<Baseline, JsError> {
    let unreadable = |what: &str, error| JsError::new(&format!("{what} cannot be read: {error}"));
    let framework =
        serde_wasm_bindgen::from_value(framework).map_err(|error| unreadable("the framework", error))?;
    let card = serde_wasm_bindgen::from_value(card).map_err(|error| unreadable("the card", error))?;
    Baseline::new(framework, card).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        JsError::new(&lines.join("; "))
    })
}

/// Writes a panic's message to the browser's console. The visitor is told by the page's own script,
/// which sees the trap that follows.
pub fn report_panic(info: &PanicHookInfo<'_>) {
    browser::log_error(&info.to_string());
}
