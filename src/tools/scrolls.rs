//! What is wider or longer than its place and is scrolled there.

use leptos::prelude::*;

use crate::view::element::Part;

/// A region that scrolls by touch, by mouse and, since it takes the focus, by keyboard.
pub fn scrolls(name: String, content: Part) -> Part {
    view! { <div class="scrolls" tabindex="0" role="region" aria-label=name>{content}</div> }.into_any()
}
