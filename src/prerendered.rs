//! The calculator as the build writes it into the page: the card as it is, before any program runs.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use scoring::{Plain, Speech, pack};

use crate::app::App;
use crate::browser::Place;
use crate::calculator::Calculator;

/// The calculator as HTML, from the lines that the build has packed.
///
/// # Errors
/// A sentence, when they are damaged.
pub fn prerendered(lines: &str) -> Result<String, String> {
    let speech = |_: &str| -> Arc<dyn Speech> { Arc::new(Plain { and: String::new() }) };
    let (baseline, _) = pack::read(lines, None, speech).map_err(|error| error.to_string())?;
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    Ok(owner.with(|| {
        provide_context(Calculator::new(Arc::new(baseline), Place::nowhere()));
        view! { <App/> }.to_html()
    }))
}
