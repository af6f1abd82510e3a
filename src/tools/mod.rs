//! The tools around the calculator: a program of its own, so that a first visit does not load it.

mod bills;
mod comparison;
mod plan_card;
mod saved;
mod saved_list;
mod scrolls;
mod take_away;
mod told;
mod ways_up;
mod workbench;
mod worth;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsError, JsValue};

use crate::view::element::{Part, living, nothing};
use crate::{browser, read_baseline};
use saved::SavedScenarios;
use workbench::Workbench;

pub use workbench::Page;

/// The name of a tool's place on the page, and what stands there.
type Tool = (&'static str, fn() -> Part);

const TOOLS: [Tool; 3] = [
    ("tool-ways-up", ways_up::ways_up),
    ("tool-saved", saved_list::saved_scenarios),
    ("tool-take-away", take_away::take_away),
];

/// Puts the tools into their places.
///
/// # Errors
/// When the data cannot be read, or the page lacks a place.
pub fn start(framework: JsValue, card: JsValue, version: String, page: Page) -> Result<(), JsError> {
    let baseline = read_baseline(framework, card)?;
    // What the tools share outlives each of them, so its owner is the page's own.
    let owner = Owner::new();
    let (workbench, saved) = owner.with(|| {
        let saved = SavedScenarios::new(baseline.clone());
        (Workbench::new(baseline, version, page), saved)
    });
    std::mem::forget(owner);
    for (name, tool) in TOOLS {
        let place = browser::emptied_element(name)?;
        let fold = place.clone();
        let mounted = mount_to(place, move || {
            provide_context(workbench);
            provide_context(saved);
            // What is folded away is not kept up to date.
            let open = RwSignal::new(browser::fold_is_open(&fold));
            browser::on_fold(&fold, move |opens| open.set(opens));
            living(move || if open.get() { tool() } else { nothing() })
        });
        mounted.forget();
    }
    Ok(())
}
