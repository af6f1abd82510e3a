//! A calculator, as a program of the page exports it.

use js_sys::Function;
use lawgrade::{Entry, Running};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::data::Data;

/// A running calculator, for other programs of the page.
#[wasm_bindgen]
pub struct Page(Running);

#[wasm_bindgen]
impl Page {
    /// Starts a calculator in an element. `home` is the address of the calculator's own page, when the element
    /// is in somebody else's. With `prerendered`, it takes over what the build has written there.
    #[wasm_bindgen(constructor)]
    pub fn start(data: &Data, root: HtmlElement, home: Option<String>, prerendered: bool) -> Page {
        Page(Running::start(&data.0, root, home, prerendered))
    }

    /// Makes everything that is to be seen anew, in the same root or in what has taken its place. The scenario and
    /// its steps stay.
    pub fn renew(&mut self, root: HtmlElement) {
        self.0.renew(root);
    }

    /// The address of the scenario that is shown, without the `#`.
    pub fn address(&self) -> String {
        self.0.calculator().address()
    }

    /// The total, in points.
    pub fn total(&self) -> f64 {
        self.0.calculator().result().total.to_decimal()
    }

    /// The most that a card can earn, in points.
    pub fn max(&self) -> f64 {
        self.0.calculator().result().max.to_decimal()
    }

    /// The letter.
    pub fn grade(&self) -> String {
        self.0.calculator().result().grade
    }

    /// Opens an address, as a step that can be undone. With `new_entry` the browser's “back” leads to what
    /// was there before, too.
    pub fn open(&self, address: &str, new_entry: bool) {
        self.0.calculator().open(address, if new_entry { Entry::New } else { Entry::Same });
    }

    /// Opens a canonical address as a step that can be undone, and leaves the browser's address as it is.
    pub fn show(&self, address: &str) {
        self.0.calculator().show_address(address);
    }

    /// Calls `read` with an address that was opened and that only the tools' program can read, now and whenever there
    /// is one. With it comes what [`Self::open`] was told of a new entry; nothing, when it is the browser's own address.
    /// Without an address it is called when one was opened that was read here.
    #[wasm_bindgen(js_name = onUnread)]
    pub fn on_unread(&self, read: Function) {
        self.0.calculator().on_unread(move |unread| {
            let address = unread.map_or(JsValue::UNDEFINED, |(address, _)| JsValue::from_str(address));
            let entry = unread.and_then(|(_, entry)| entry);
            let new_entry = entry.map_or(JsValue::UNDEFINED, |entry| (entry == Entry::New).into());
            let _ = read.call2(&JsValue::NULL, &address, &new_entry);
        });
    }

    /// Has assistive technology say a line.
    pub fn announce(&self, line: String) {
        self.0.calculator().announce(line);
    }

    /// Calls `follow` with the address, now and after each step.
    #[wasm_bindgen(js_name = onChange)]
    pub fn on_change(&self, follow: Function) {
        self.0.calculator().on_change(move |address| {
            let _ = follow.call1(&JsValue::NULL, &JsValue::from_str(address));
        });
    }

    /// Ends the calculator and takes it out of the document.
    pub fn dispose(self) {}
}
