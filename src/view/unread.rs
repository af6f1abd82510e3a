//! What of an address could not be read.

use leptos::prelude::*;

use super::element::{Part, button, element, list, living, nothing, words};
use crate::calculator::Calculator;

/// How many parts are listed before the rest is folded.
const LISTED: usize = 20;

/// A notice that names every part of the address that was not applied, until the visitor closes it.
#[component]
pub fn Unread() -> impl IntoView {
    let unread = Calculator::here().unread();
    living(move || match unread.get() {
        parts if parts.is_empty() => nothing(),
        parts => notice(parts, move || unread.set(Vec::new())),
    })
}

fn notice(mut parts: Vec<String>, close: impl FnMut() + 'static) -> Part {
    let rest = parts.split_off(parts.len().min(LISTED));
    let mut content = vec![
        words("strong", "", "The address could not be read in full."),
        words(
            "p",
            "",
            "What could be read of it is shown. The rest is listed here, and stays in the address until your next step.",
        ),
        list("", parts),
    ];
    if !rest.is_empty() {
        let title = words("summary", "", format!("And {} more", rest.len()));
        content.push(element("details", "", vec![title, list("", rest)]));
    }
    content.push(button("Close", "this notice", close));
    let content = element("div", "", content);
    view! { <div class="notice unread" role="alert">{content}</div> }.into_any()
}
