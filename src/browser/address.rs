//! The scenario's address behind the `#`, and the browser's history.
//!
//! A switch replaces the entry of the browser's history, so that a visitor who has tried forty provisions
//! is one press of “back” away from the page before. Opening another scenario as a whole (a saved one, a
//! plan, an address edited by hand) is an entry of its own. Whatever was opened, the page's undo leads
//! back to what was there before.

use std::time::Duration;

use leptos::prelude::{SetValue, StoredValue, UpdateValue, request_animation_frame, set_timeout};
use wasm_bindgen::JsValue;
use web_sys::{Element, window};

use super::{Place, document};

/// Whether an address becomes an entry of the browser's history or takes the place of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The one that is there.
    Same,
    /// A new one.
    New,
}

/// What stands behind the `#`, often nothing; or `None`, when that is a place on the page. On somebody else's
/// page it is not ours to read, and counts as nothing.
pub fn address(place: Place) -> Option<String> {
    if !place.is_whole_page() {
        return Some(String::new());
    }
    match (named_place(), hash()?.strip_prefix('#')) {
        (Some(_), _) => None,
        (None, Some(address)) => Some(address.to_owned()),
        (None, None) => Some(address_in_query().unwrap_or_default()),
    }
}

/// The place on the page that stands behind the `#`, also where a program that counts visitors has hung something
/// behind it.
fn named_place() -> Option<Element> {
    let hash = hash()?;
    let name = hash.strip_prefix('#')?.split(['?', '&']).next()?;
    document()?.get_element_by_id(name)
}

/// The id of the place on the page that stands behind the `#`, when it is within what a selector finds.
pub fn named_place_within(selector: &str) -> Option<String> {
    let place = named_place()?;
    place.closest(selector).ok()??;
    Some(place.id())
}

/// Where a program has encoded the `#` of a link that has a `?` before it, the address is in what the server is asked.
/// Without the `/` behind a framework it is none: visitors may look for a “#”.
fn address_in_query() -> Option<String> {
    let query = window()?.location().search().ok()?;
    let (_, address) = query.split_once("%23")?;
    let is_route = address.contains('/') || address.contains("%2F") || address.contains("%2f");
    is_route.then(|| address.to_owned())
}

/// Goes to the place on the page that stands behind the `#`: when the browser looked for it, the place was
/// not there yet.
pub fn go_to_place() {
    if let Some(place) = named_place() {
        place.scroll_into_view();
    }
}

/// The part of the browser's address that follows a calculator.
///
/// A step's address is written when its result is painted: writing takes the browser as long as all the rest of a
/// click.
#[derive(Clone, Copy)]
pub struct AddressBar {
    place: Place,
    due: StoredValue<Option<Due>>,
}

/// What is to be written, unless something else stands there by then.
struct Due {
    address: String,
    replaces: Option<String>,
}

impl AddressBar {
    /// The address bar of a calculator in this place. Call it within the calculator's owner.
    pub fn of(place: Place) -> Self {
        let bar = Self { place, due: StoredValue::new(None) };
        // Nothing is painted while the page is not seen, and it may never be seen again.
        place.on("visibilitychange", move |_| bar.write());
        bar
    }

    /// Writes an address behind the `#`. Where the browser forbids it, as some do in frames and when it happens
    /// too often, the page goes on with the address as it was.
    pub fn set(self, address: String, entry: Entry) {
        if !self.place.is_whole_page() {
            return;
        }
        if entry == Entry::New {
            self.write();
            return write(&address, entry);
        }
        let due = Due { address, replaces: hash() };
        if let Some(None) = self.due.try_update_value(|known| known.replace(due)) {
            request_animation_frame(move || set_timeout(move || self.write(), Duration::ZERO));
        }
    }

    /// Leaves the address as it is, also where another was to be written.
    pub fn leave(self) {
        self.due.set_value(None);
    }

    fn write(self) {
        if let Some(Some(Due { address, replaces })) = self.due.try_update_value(Option::take)
            && hash() == replaces
        {
            write(&address, Entry::Same);
        }
    }
}

/// What stands behind the `#`, with it.
fn hash() -> Option<String> {
    window()?.location().hash().ok()
}

fn write(address: &str, entry: Entry) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let url = format!("#{address}");
    let _ = match entry {
        Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Goes to an address that is not this program's to show: the page knows whose it is.
pub fn go_to_address(address: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(address);
    }
}

/// Calls `follow` when the part behind the `#` has become another: by hand, by a link, by back and forward.
pub fn on_address(place: Place, mut follow: impl FnMut() + 'static) {
    if place.is_whole_page() {
        place.on("hashchange", move |_| follow());
    }
}

/// The whole address under which a scenario opens again: on the page, also from within a frame or from
/// somebody else's page. Where no page is known that others can open, the scenario's address alone.
pub fn link(place: Place, address: &str) -> String {
    match place.home() {
        Some(page) => format!("{page}#{address}"),
        None => address.to_owned(),
    }
}
