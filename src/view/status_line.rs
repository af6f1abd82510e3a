//! The line that screen readers announce after each change.

use leptos::prelude::*;

use super::filled::written;
use crate::calculator::Announced;

/// What happened last, politely announced.
#[component]
pub fn StatusLine(announced: Announced) -> impl IntoView {
    view! { <p class="visually-hidden" role="status">{written(move || announced.get())}</p> }
}
