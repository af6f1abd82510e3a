//! The mark beside a figure that says what it rests on.

use leptos::prelude::*;
use scoring::data::Basis;

use crate::calculator::Calculator;

/// A word in a frame. The frame's line differs too, so that the mark can be told apart at a glance
/// without colour; the key in the introduction explains the words.
#[component]
pub fn BasisMark(basis: Basis) -> impl IntoView {
    let word = basis.word(&Calculator::here().words());
    view! { <span class=format!("basis basis-{}", basis.name())>{word}</span> }
}
