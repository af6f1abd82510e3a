//! The notch meter: a component's points as a row of steps.

use leptos::prelude::*;
use scoring::Points;

use super::live::Live;
use crate::calculator::Calculator;

/// A row of notches, one for each step of the framework, filled up to `share`, a length for a style
/// sheet. The figure stands beside it, so assistive technology passes over it.
#[component]
pub fn NotchMeter(share: Live<String>, max: Points) -> impl IntoView {
    let step = Calculator::here().baseline().framework().step.quarters().max(1);
    let notches = (max.quarters() / step).to_string();
    view! {
        <span class="notches" aria-hidden="true" style=("--notches", notches)>
            <span class="notches-filled" style:width=share></span>
        </span>
    }
}
