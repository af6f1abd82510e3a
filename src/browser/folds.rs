//! The folds of the page: `details` elements that visitors open and close.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

/// Whether the fold that an element lies in is open. What lies in none is always to be seen.
pub fn fold_is_open(element: &HtmlElement) -> bool {
    fold(element).is_none_or(|fold| fold.open())
}

/// Calls `follow` with whether the fold is open, whenever that changes.
pub fn on_fold(element: &HtmlElement, mut follow: impl FnMut(bool) + 'static) {
    if let Some(fold) = fold(element) {
        EventListener::new(&fold.clone(), "toggle", move |_| follow(fold.open())).forget();
    }
}

fn fold(element: &HtmlElement) -> Option<HtmlDetailsElement> {
    element.closest("details").ok().flatten()?.dyn_into().ok()
}
