//! The line that screen readers announce after each change.

use leptos::prelude::*;

use super::live::live;

use crate::calculator::Calculator;

/// The result in one line, politely announced. Silent until the first change.
#[component]
pub fn StatusLine() -> impl IntoView {
    let calculator = Calculator::here();
    // The first run is the page's own start, which nobody needs to hear again.
    let mut starting = true;
    let line = live(move || {
        let headline = calculator.headline();
        if std::mem::take(&mut starting) { String::new() } else { headline.to_string() }
    });
    view! { <p class="visually-hidden" role="status">{line}</p> }
}
