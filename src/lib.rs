//! The calculator's page: what a visitor sees and does.
//!
//! Scores, reasons and texts about them come from the `scoring` crate; this crate shows them and
//! keeps the one piece of state, the [`Calculator`]. Arrows run one way: view, calculator, scoring. The
//! [`tools`] are a program of their own beside the page's.

#![cfg_attr(
    feature = "prerender",
    allow(dead_code, unused_imports, reason = "while the page is written there is no browser to use")
)]

mod app;
mod browser;
mod calculator;
#[cfg(feature = "browser")]
pub mod framework;
#[cfg(feature = "browser")]
pub mod host_api;
#[cfg(feature = "browser")]
pub mod make;
#[cfg(feature = "browser")]
mod plan_search;
#[cfg(feature = "prerender")]
mod prerendered;
#[cfg(feature = "browser")]
pub mod reader;
#[cfg(feature = "browser")]
mod running;
#[cfg(feature = "browser")]
mod stage;
#[cfg(feature = "browser")]
pub mod tools;
mod view;
#[cfg(feature = "browser")]
pub mod workshop;

use std::panic::PanicHookInfo;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use scoring::Baseline;
use scoring::pack;
use wasm_bindgen::prelude::*;

pub use browser::Entry;
pub use calculator::Calculator;
#[cfg(feature = "browser")]
pub use plan_search::Planner;
#[cfg(feature = "prerender")]
pub use prerendered::prerendered;
#[cfg(feature = "browser")]
pub use running::Running;

/// The data of the page, read once for every calculator in the document.
pub struct Data {
    baseline: Arc<Baseline>,
    version: String,
}

impl Data {
    /// Reads the lines that the build has packed, and the tools' texts for them.
    ///
    /// # Errors
    /// A JavaScript `Error` when they are damaged.
    pub fn read(lines: &str, texts: Option<&str>) -> Result<Self, JsError> {
        let (baseline, version) = pack::read(lines, texts, browser::speech)?;
        Ok(Self { baseline: Arc::new(baseline), version })
    }
}

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Whether there was a panic. It ends a program for good.
pub fn stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// Writes a panic's message to the browser's console. The visitor is told by the page's own script,
/// which sees the trap that follows and asks whether it was this program's.
pub fn report_panic(info: &PanicHookInfo<'_>) {
    STOPPED.store(true, Ordering::Relaxed);
    browser::log_error(&info.to_string());
}
