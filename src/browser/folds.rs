//! The folds of the page: `details` elements that visitors open and close.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::document;

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

/// Opens the fold around the element with this id and goes there.
pub fn open_fold(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let fold = element.and_then(|element| fold(element.unchecked_ref()));
    if let Some(fold) = fold {
        fold.set_open(true);
        fold.scroll_into_view();
        super::focus(&format!(":has(> #{id}) > summary"));
    }
}

fn fold(element: &HtmlElement) -> Option<HtmlDetailsElement> {
    element.closest("details").ok().flatten()?.dyn_into().ok()
}
