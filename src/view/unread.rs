//! What of an address could not be read.

use leptos::prelude::*;
use scoring::{Words, say};

use super::element::{Part, button, element, list, living, nothing, text};
use crate::browser::Entry;
use crate::calculator::{Calculator, Unread};

/// How many parts are listed before the rest is folded.
const LISTED: usize = 20;

/// A notice that names every part of the address that was not applied, until the visitor closes it.
#[component]
pub fn UnreadParts() -> impl IntoView {
    let calculator = Calculator::here();
    let (unread, words) = (calculator.unread(), calculator.words());
    living(move || match unread.get() {
        told if told.parts.is_empty() => nothing(),
        told => notice(&words, told, calculator),
    })
}

fn notice(words: &Words, Unread { mut parts, mended }: Unread, calculator: Calculator) -> Part {
    let rest = parts.split_off(parts.len().min(LISTED));
    let mut content = vec![
        text("strong", "", say::unread::title(words)),
        text("p", "", say::unread::explanation(words)),
        list("", parts),
    ];
    if !rest.is_empty() {
        let title = text("summary", "", say::unread::more(words, &rest.len()));
        content.push(element("details", "", vec![title, list("", rest)]));
    }
    if let Some((id, address)) = mended {
        let open = move || calculator.open(&address, Entry::New);
        content.push(button(words, say::unread::mend(words, &id), String::new(), open));
    }
    let close = move || calculator.unread().set(Unread::default());
    content.push(button(words, say::unread::close(words), say::unread::this(words), close));
    let content = element("div", "", content);
    view! { <div class="notice unread" role="alert">{content}</div> }.into_any()
}
