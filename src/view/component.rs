//! One graded question: its points, its provisions, and why.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Component, ComponentScore};

use super::basis_mark::BasisMark;
use super::grade_ruler::percent;
use super::live::live;
use super::notch_meter::NotchMeter;
use super::provision::ProvisionSwitch;
use super::why::Why;

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
    view! {
        <fieldset
            class="component"
            class:changed=live(move || score.with(|score| score.changed))
            id=format!("component-{}", component.id)
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
            <Why score name=component.id.clone()/>
        </fieldset>
    }
}
