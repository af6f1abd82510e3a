//! The line that screen readers announce after each change.

use leptos::prelude::*;

use super::live::live;

use crate::calculator::Calculator;

/// The result in one line, politely announced. Silent until the first change.
#[component]
pub fn StatusLine() -> impl IntoView {
    let calculator = Calculator::here();
    // The first run is the page's own start, which nobody needs to hear again. A change that moves no
    // points gives the same line once more, and a space that cannot be heard makes it news.
    let mut runs = 0;
    let line = live(move || {
        let headline = calculator.headline();
        runs += 1;
        match runs {
            1 => String::new(),
            odd if odd % 2 == 1 => format!("{headline}\u{a0}"),
            _ => headline.to_string(),
        }
    });
    view! { <p class="visually-hidden" role="status">{line}</p> }
}
