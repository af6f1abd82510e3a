//! One graded question: its points, its provisions, and why.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Component, ComponentScore, Provision};

use super::basis_mark::BasisMark;
use super::element::{Part, button};
use super::grade_ruler::percent;
use super::live::live;
use super::notch_meter::NotchMeter;
use super::provision::ProvisionSwitch;
use super::why::Why;
use crate::calculator::Calculator;

/// A component as a fieldset of switches.
#[component]
pub fn ComponentView(component: Arc<Component>, score: RwSignal<ComponentScore>) -> impl IntoView {
    let max = component.max;
    let points = move || score.with(|score| score.points);
    let switches: Vec<_> = component
        .provisions
        .iter()
        .map(|provision| view! { <ProvisionSwitch provision=provision.clone() within=component.id.clone()/> })
        .collect();
    let id = format!("component-{}", component.id);
    let said = format!("component {}", component.id);
    let reset = reset_button(said, component.provisions.clone(), format!("[id='{id}'] input"));
    view! {
        <fieldset
            class="component"
            class:changed=live(move || score.with(|score| score.changed))
            id=id
        >
            <legend>
                <span class="component-number">{component.id.clone()}</span>
                {component.title.clone()}
            </legend>
            <p class="component-points">
                <NotchMeter share=live(move || percent(points(), max)) max/>
                <b>{live(move || points().to_string())}</b>
                {format!(" of {max} ")}
                {move || view! { <BasisMark basis=score.with(ComponentScore::basis)/> }}
            </p>
            <ul class="switches">{switches}</ul>
            <div class="reset-one">{reset}</div>
            <Why score name=component.id.clone()/>
        </fieldset>
    }
}

/// A button that takes the changes of these provisions back; `said` is what they are. The style sheet shows
/// it while there are any. It goes with them, so the focus moves on to what `next` finds.
pub fn reset_button(said: String, provisions: Vec<Arc<Provision>>, next: String) -> Part {
    let calculator = Calculator::here();
    button("Reset", said, move || {
        calculator.reset_provisions(&provisions);
        calculator.place().focus(&next);
    })
}
