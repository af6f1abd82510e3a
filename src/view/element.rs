//! Elements of one type, for parts of the page that are made of many: a document, a table, a list.
//!
//! Leptos gives every shape of view its own type and code. What is not on the way of a click is made of
//! these instead, which the page carries once.

use leptos::html::custom;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::live::live;

/// A part of the page, whatever it is made of.
pub type Part = AnyView;

/// An element with a class for the style sheet, which may be empty.
pub fn element(tag: &'static str, class: &'static str, parts: Vec<Part>) -> Part {
    custom(tag).class(class).child(parts).into_any()
}

/// An element that holds nothing but words.
pub fn words(tag: &'static str, class: &'static str, words: impl Into<String>) -> Part {
    element(tag, class, vec![words.into().into_any()])
}

/// A list without numbers.
pub fn list(class: &'static str, items: Vec<String>) -> Part {
    element("ul", class, items.into_iter().map(|item| words("li", "", item)).collect())
}

/// A table with the cells of its head and its rows.
pub fn table(class: &'static str, heads: Vec<Part>, rows: Vec<Part>) -> Part {
    let head = element("thead", "", vec![element("tr", "", heads)]);
    element("table", class, vec![head, element("tbody", "", rows)])
}

/// A button. `said` follows its name for those who hear and do not see what it is about.
pub fn button(name: &'static str, said: impl Into<String>, act: impl FnMut() + 'static) -> Part {
    button_about(name, said.into().into_any(), act)
}

/// A button about something whose name may change.
pub fn button_about(name: &'static str, said: Part, act: impl FnMut() + 'static) -> Part {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    let said = element("span", "visually-hidden", vec![said]);
    view! { <button type="button" on:click:capture=move |_| act()>{name}" "{said}</button> }.into_any()
}

/// A part that is made anew whenever what it reads has changed.
pub fn living(make: impl FnMut() -> Part + Send + 'static) -> Part {
    live(make).into_any()
}

/// What a field does for the key that ends a line.
pub fn on_enter(act: impl Fn() + 'static) -> impl FnMut(KeyboardEvent) + 'static {
    move |event| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            act();
        }
    }
}

/// Nothing to see.
pub fn nothing() -> Part {
    ().into_any()
}
