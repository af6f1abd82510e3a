//! The line that screen readers announce after each change.

use leptos::prelude::*;

use super::filled::written;
use crate::calculator::Calculator;

/// What happened last, politely announced.
#[component]
pub fn StatusLine() -> impl IntoView {
    let calculator = Calculator::here();
    view! { <p class="visually-hidden" role="status">{written(move || calculator.announced())}</p> }
}
