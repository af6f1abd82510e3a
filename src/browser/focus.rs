//! The keyboard's place on the page.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Element, HtmlElement, Node, NodeList};

use super::keys::edits_text;

const TAKES_FOCUS: &str = "a[href],button,input,select,textarea,summary,[tabindex]";

/// Where the focus was in an element whose content is made anew: without this, it would be nowhere, and the next
/// Tab would begin at the top of the page.
pub struct Focus {
    element: Element,
    place: usize,
}

impl Focus {
    /// The focus, when it is in this element.
    pub fn within(element: &Element) -> Option<Self> {
        let focused = focused(element)?;
        if !element.contains(Some(&focused)) || *focused == *element {
            return None;
        }
        let place = all(element).position(|one| one == focused).unwrap_or_default();
        Some(Self { element: element.clone(), place })
    }

    /// Puts it on what now has that place, or is nearest to it: in the element, else behind it. There it passes text
    /// fields over, which would take the keys that undo for themselves and bring up a phone's keyboard.
    pub fn put_back(self) {
        let Self { element, place } = self;
        let within: Vec<HtmlElement> = all(&element).collect();
        let near = within.get(place.min(within.len().saturating_sub(1))).cloned();
        let mut page = element.clone();
        while let Some(around) = page.parent_element() {
            page = around;
        }
        let behind = all(&page).filter(|one| {
            element.compare_document_position(one) & Node::DOCUMENT_POSITION_FOLLOWING != 0
                && !element.contains(Some(one))
                && !edits_text(one)
        });
        for next in near.into_iter().chain(behind) {
            // What is not to be seen takes no focus.
            if next.focus().is_ok() && focused(&element).as_ref() == Some(&next) {
                return;
            }
        }
    }
}

/// Puts the focus on any element. One that is no control takes it for this once: for good, a click on a text in it
/// would move the focus to its beginning.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
    if focused(element).as_ref() == Some(element) || element.has_attribute("tabindex") {
        return;
    }
    element.set_tab_index(-1);
    let _ = element.focus();
    let left = element.clone();
    let forget = Closure::once_into_js(move || drop(left.remove_attribute("tabindex")));
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
        "blur",
        forget.unchecked_ref(),
        &once,
    );
}

/// What has the focus in the document or shadow root of an element.
fn focused(element: &Element) -> Option<HtmlElement> {
    let active = Reflect::get(&element.get_root_node(), &JsValue::from_str("activeElement")).ok()?;
    active.dyn_into().ok()
}

fn all(element: &Element) -> impl Iterator<Item = HtmlElement> {
    let found = element.query_selector_all(TAKES_FOCUS).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |place| found.as_ref()?.get(place)?.dyn_into().ok())
}
