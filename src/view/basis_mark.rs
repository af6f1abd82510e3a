//! The mark beside a figure that says what it rests on.

use leptos::prelude::*;
use scoring::data::Basis;

use super::filled::written;
use super::live::live;
use crate::calculator::Calculator;

/// A word in a frame. The frame's line differs too, so that the mark can be told apart at a glance
/// without colour; the key in the introduction explains the words.
#[component]
pub fn BasisMark(basis: Basis) -> impl IntoView {
    let word = basis.word(&Calculator::here().words());
    view! { <span class=class(basis)>{word}</span> }
}

/// The same for a figure that does not always rest on the same.
#[component]
pub fn LiveBasisMark<Read>(basis: Read) -> impl IntoView
where
    Read: Fn() -> Basis + Copy + Send + 'static,
{
    let words = Calculator::here().words();
    view! { <span class=live(move || class(basis()))>{written(move || basis().word(&words))}</span> }
}

fn class(basis: Basis) -> String {
    format!("basis basis-{}", basis.name())
}
