//! Elements of one type, for parts of the page that are made of many: a document, a table, a list.
//!
//! Leptos gives every shape of view its own type and code. What is not on the way of a click is made of
//! these instead, which the page carries once.

use std::sync::Arc;

use leptos::html::custom;
use leptos::prelude::*;
use scoring::{Words, say};
use web_sys::KeyboardEvent;

use super::filled::parts;

/// A part of the page, whatever it is made of.
pub type Part = AnyView;

/// An element with a class for the style sheet, which may be empty.
pub fn element(tag: &'static str, class: &'static str, parts: Vec<Part>) -> Part {
    custom(tag).class(class).child(parts).into_any()
}

/// An element that holds nothing but a text.
pub fn text(tag: &'static str, class: &'static str, text: String) -> Part {
    element(tag, class, vec![text.into_any()])
}

/// An element whose content is made anew whenever what it reads has changed.
pub fn living(make: impl FnMut() -> Part + Send + 'static) -> Part {
    living_in("div", "", make)
}

/// The same, in an element of another kind.
pub fn living_in(
    tag: &'static str,
    class: &'static str,
    make: impl FnMut() -> Part + Send + 'static,
) -> Part {
    element(tag, class, vec![parts(make).into_any()])
}

/// A list without numbers.
pub fn list(class: &'static str, items: Vec<String>) -> Part {
    element("ul", class, vec![items_of(items)])
}

/// What is in a list.
pub fn items_of(items: Vec<String>) -> Part {
    items.into_iter().map(|item| text("li", "", item)).collect::<Vec<_>>().into_any()
}

/// A table with the cells of its head and its rows.
pub fn table(class: &'static str, heads: Vec<Part>, rows: Vec<Part>) -> Part {
    element("table", class, vec![rows_of_table(heads, rows)])
}

/// What is in a table.
pub fn rows_of_table(heads: Vec<Part>, rows: Vec<Part>) -> Part {
    let head = element("thead", "", vec![element("tr", "", heads)]);
    vec![head, element("tbody", "", rows)].into_any()
}

/// A button. `what` it is about is for those who hear and do not see it, and may be empty.
pub fn button(words: &Words, name: String, what: String, act: impl FnMut() + 'static) -> Part {
    button_with(name_of_button(words, name, &what), Box::new(act))
}

/// A button about something whose name may change.
pub fn button_about(
    words: Arc<Words>,
    name: String,
    what: impl Fn() -> String + Send + 'static,
    act: impl FnMut() + 'static,
) -> Part {
    let name = parts(move || name_of_button(&words, name.clone(), &what()));
    button_with(name.into_any(), Box::new(act))
}

fn button_with(name: Part, mut act: Box<dyn FnMut()>) -> Part {
    view! { <button type="button" on:click:capture=move |_| act()>{name}</button> }.into_any()
}

fn name_of_button(words: &Words, name: String, what: &str) -> Part {
    if what.is_empty() { name.into_any() } else { named(name, &say::button::about(words, &GAP, &what)) }
}

/// What stands in a text for something that is shown in an element of its own.
pub const GAP: &str = "\u{fffc}";

/// What a text has before its [`GAP`] and behind it.
pub fn around(text: &str) -> (String, String) {
    let (before, behind) = text.split_once(GAP).unwrap_or((text, ""));
    (before.to_owned(), behind.to_owned())
}

/// A name in the [`GAP`] of a text whose rest is for those who hear it. The spaces beside the name are not hidden, or
/// it would be heard as one with its neighbours.
pub fn named(name: String, text: &str) -> Part {
    let (before, behind) = around(text);
    let (heard_before, heard_behind) = (before.trim_end(), behind.trim_start());
    let left = before.get(heard_before.len()..).unwrap_or_default();
    let right = behind.get(..behind.len() - heard_behind.len()).unwrap_or_default();
    vec![heard(heard_before), format!("{left}{name}{right}").into_any(), heard(heard_behind)].into_any()
}

fn heard(part: &str) -> Part {
    if part.is_empty() { nothing() } else { text("span", "visually-hidden", part.to_owned()) }
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
