//! The folds of the page: `details` elements that visitors open and close.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::place::listen;

/// Whether the fold that an element lies in is open. What lies in none is always to be seen.
pub fn fold_is_open(element: &HtmlElement) -> bool {
    fold(element).is_none_or(|fold| fold.open())
}

/// Calls `follow` with whether the fold is open, whenever that changes, until the owner within which this is
/// called is no more.
pub fn on_fold(element: &HtmlElement, mut follow: impl FnMut(bool) + 'static) {
    if let Some(fold) = fold(element) {
        listen(&fold.clone(), "toggle", move |_| follow(fold.open()));
    }
}

pub(super) fn fold(element: &HtmlElement) -> Option<HtmlDetailsElement> {
    element.closest("details").ok().flatten()?.dyn_into().ok()
}
