//! Where a calculator lives: on a page of its own, or in an element of somebody else's page.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{GetValue, LocalStorage, SetValue, StoredValue, WithValue, request_animation_frame};
use wasm_bindgen::{JsCast, JsError};
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlTextAreaElement, MessageEvent, Url, window};

use super::focus::focus;

/// The attribute that says what goes on paper.
const PAPER: &str = "data-paper";

/// What goes on paper in place of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The sheet with everything about a scenario.
    Sheet,
    /// The memo.
    Memo,
}

/// The part of a document that one calculator may look at and listen to. Several can be in one document,
/// each in a shadow root of its own, where the same ids stand again.
#[derive(Clone, Copy)]
pub struct Place {
    // Nothing while the page is written by the build, where there is no browser.
    root: Option<StoredValue<HtmlElement, LocalStorage>>,
    // Where the calculator's own page is, for one that lives elsewhere.
    home: StoredValue<Option<String>>,
}

impl Place {
    /// The place around an element. `home` is the address of the calculator's own page, when this is not
    /// that page. Call it within the calculator's owner.
    pub fn around(root: HtmlElement, home: Option<String>) -> Self {
        Self { root: Some(StoredValue::new_local(root)), home: StoredValue::new(home) }
    }

    /// Another root has taken the place of the one that was.
    pub fn move_to(self, root: HtmlElement) {
        if let Some(known) = self.root {
            known.set_value(root);
        }
    }

    /// No place at all: nothing is found, and nothing happens.
    pub fn nowhere() -> Self {
        Self { root: None, home: StoredValue::new(None) }
    }

    /// Whether the page is the calculator's own, with its address, its keys and its printing.
    pub fn is_whole_page(self) -> bool {
        self.root.is_some() && self.home.with_value(Option::is_none)
    }

    /// The address of the calculator's own page, without what stands behind the `#`; nothing, where none is known that
    /// others can open: the one file on a disk, an app.
    pub(super) fn home(self) -> Option<String> {
        let here = || window()?.location().href().ok();
        let home = self.home.get_value().or_else(here).unwrap_or_default();
        let page = home.split(['#', '?']).next().unwrap_or_default();
        // A page that is not the calculator's own names that one, as seen from itself. Addresses do not tell: hosts
        // write them as they like.
        let named = self.root.and_then(|root| root.with_value(|root| root.get_attribute("data-home")));
        let named = named.and_then(|named| Url::new_with_base(&named, page).ok());
        let home = named.map_or_else(|| page.to_owned(), |named| named.href());
        ["https://", "http://"].iter().any(|scheme| home.starts_with(scheme)).then_some(home)
    }

    /// The first element that a selector finds.
    pub fn find(self, selector: &str) -> Option<HtmlElement> {
        let found = |root: &HtmlElement| root.query_selector(selector).ok().flatten();
        self.root?.try_with_value(found)??.dyn_into().ok()
    }

    /// The element with this id, cleared of what was in it.
    ///
    /// # Errors
    /// When there is no such element.
    pub fn emptied(self, id: &str) -> Result<HtmlElement, JsError> {
        let element = self
            .find(&format!("#{id}"))
            .ok_or_else(|| JsError::new(&format!("the page has no element with the id “{id}”")))?;
        element.replace_children_with_node_0();
        Ok(element)
    }

    /// Puts the focus on the first element that a selector finds; a text in it is selected.
    pub fn focus(self, selector: &str) {
        let Some(element) = self.find(selector) else { return };
        focus(&element);
        if let Some(text) = element.dyn_ref::<HtmlTextAreaElement>() {
            text.select();
        }
    }

    /// The same, once the page has followed what was just done. Parts that are made anew lose the focus.
    pub fn focus_soon(self, selector: impl Into<String>) {
        let selector = selector.into();
        request_animation_frame(move || self.focus(&selector));
    }

    /// Says in the document what goes on paper in place of the page, if anything does; the style sheets do the rest.
    pub fn set_paper(self, what: Option<Paper>) {
        if let Some(around) = self.body() {
            let _ = match what {
                Some(Paper::Sheet) => around.set_attribute(PAPER, "sheet"),
                Some(Paper::Memo) => around.set_attribute(PAPER, "memo"),
                None => around.remove_attribute(PAPER),
            };
        }
    }

    /// Whether the memo goes on paper, or will with the next print.
    pub fn prints_memo(self) -> bool {
        self.body().and_then(|around| around.get_attribute(PAPER)).as_deref() == Some("memo")
    }

    fn body(self) -> Option<Element> {
        let around = |root: &HtmlElement| root.closest("body, .body").ok().flatten();
        self.root.and_then(|root| root.try_with_value(around).flatten())
    }

    /// Opens the fold around the element with this id and goes there.
    pub fn open_fold(self, id: &str) {
        let fold = self.find(&format!("#{id}")).and_then(|element| super::folds::fold(&element));
        if let Some(fold) = fold {
            fold.set_open(true);
            fold.scroll_into_view();
            if let Ok(Some(summary)) = fold.query_selector("summary") {
                let _ = summary.unchecked_into::<HtmlElement>().focus();
            }
        }
    }

    /// Calls `act` for an event in this place; on the calculator's own page, anywhere on it. Ends with the
    /// owner within which it is called.
    pub(super) fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) {
        let target: Option<EventTarget> = match self.is_whole_page() {
            true => window().map(Into::into),
            false => self.root.map(|root| root.get_value().into()),
        };
        if let Some(target) = target {
            listen(&target, event, act);
        }
    }
}

/// Calls `act` for each message of a page of the same origin, until the owner within which this is called is no more.
pub fn on_message(mut act: impl FnMut(&MessageEvent) + 'static) {
    let Some(window) = window() else { return };
    let origin = window.location().origin().ok();
    listen(&window, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>().filter(|event| Some(event.origin()) == origin) {
            act(event);
        }
    });
}

/// Calls `act` for an event, until the owner within which this is called is no more.
pub(super) fn listen(target: &EventTarget, event: &'static str, act: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    StoredValue::new_local(EventListener::new_with_options(target, event, options, act));
}
