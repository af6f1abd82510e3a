//! One graded question: its points, its provisions, and why.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Component, ComponentScore, Provision, say};

use super::basis_mark::LiveBasisMark;
use super::element::{GAP, Part, around, button};
use super::filled::figure;
use super::grade_ruler::percent;
use super::live::live;
use super::notch_meter::NotchMeter;
use super::provision::ProvisionSwitch;
use super::why::Why;
use crate::calculator::Calculator;

/// A component as a fieldset of switches.
#[component]
pub fn ComponentView(component: Arc<Component>, score: RwSignal<ComponentScore>) -> impl IntoView {
    let (max, words) = (component.max, Calculator::here().words());
    let points = move || score.with(|score| score.points);
    let switches: Vec<_> = component
        .provisions
        .iter()
        .map(|provision| view! { <ProvisionSwitch provision=provision.clone() within=component.id.clone() score/> })
        .collect();
    let id = format!("component-{}", component.id);
    let (before, behind) = around(&say::points::of_max(&words, &GAP, &max));
    let this = say::component::this(&words, &component.id);
    let reset = reset_button(this, component.provisions.clone(), format!("[id='{id}'] input"));
    view! {
        <fieldset
            class="component"
            class:changed=live(move || score.with(ComponentScore::changed))
            id=id
        >
            <legend>
                <span class="component-number">{component.id.clone()}</span>" "
                {component.title.clone()}
            </legend>
            <p class="component-points">
                <NotchMeter share=live(move || percent(points(), max)) max/>
                {before}
                <b class="notranslate" translate="no">{figure(move || words.number(&points()))}</b>
                {behind}" "
                <LiveBasisMark basis=move || score.with(ComponentScore::basis)/>
            </p>
            <ul class="switches">{switches}</ul>
            <div class="reset-one">{reset}</div>
            <Why score name=component.id.clone()/>
        </fieldset>
    }
}

/// A button that takes the changes of these provisions back; `this` is what they are of. The style sheet shows
/// it while there are any. It goes with them, so the focus moves on to what `next` finds.
pub fn reset_button(this: String, provisions: Vec<Arc<Provision>>, next: String) -> Part {
    let calculator = Calculator::here();
    let words = calculator.words();
    let name = say::button::about(&words, &say::component::reset(&words), &this);
    button(&words, name, String::new(), move || {
        calculator.reset_provisions(&provisions);
        calculator.place().focus(&next);
    })
}
