//! One section of the card with its components.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::data::Basis;
use scoring::{ComponentScore, Section, say};

use super::component::{ComponentView, reset_button};
use super::element::{GAP, around};
use super::filled::{figure, written};
use super::live::live;
use crate::calculator::Calculator;

/// A section: its title, its points now and as published, and its components.
#[component]
pub fn SectionView(
    place: usize,
    section: Arc<Section>,
    scores: Vec<RwSignal<ComponentScore>>,
) -> impl IntoView {
    let calculator = Calculator::here();
    let (max, published) = (section.max, section.published);
    let words = calculator.words();
    let points = {
        let words = words.clone();
        figure(move || words.number(&calculator.section_points(place)))
    };
    let around_points = {
        let words = words.clone();
        move || match calculator.section_basis(place) {
            Basis::Published => around(&say::section::published(&words, &GAP, &max)),
            _ => around(&say::section::reconstructed(&words, &GAP, &max, &published)),
        }
    };
    let before = around_points.clone();
    let changed = scores.clone();
    let heading = format!("section-{}", section.id);
    let components: Vec<_> = section
        .components
        .iter()
        .zip(scores)
        .map(|(component, score)| view! { <ComponentView component=component.clone() score/> })
        .collect();
    let provisions = section.components.iter().flat_map(|component| component.provisions.clone()).collect();
    let next = format!("[aria-labelledby={heading}] input");
    let changed = live(move || changed.iter().any(|score| score.with(ComponentScore::changed)));
    let reset = reset_button(say::section::this(&words, &section.id), provisions, next);
    view! {
        <section class="section" class:changed=changed aria-labelledby=heading>
            <header class="section-head">
                <h2 id=heading.clone()>
                    <span class="section-number">{section.id.clone()}</span>" "
                    {section.title.clone()}
                </h2>
                <p class="section-points">
                    <span>{written(move || before().0)}</span>
                    <b class="notranslate" translate="no">{points}</b>
                    <span>{written(move || around_points().1)}</span>
                </p>
                <div class="reset-section">{reset}</div>
            </header>
            {components}
        </section>
    }
}
