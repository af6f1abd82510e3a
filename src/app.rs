//! The calculator as a whole. The page around it (title, introduction, footer) is in `index.html`: it does
//! not change with the scenario, so it is there before the program is.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use scoring::Baseline;
use web_sys::HtmlElement;

use crate::calculator::Calculator;
use crate::view::{GradePanel, SectionView, StatusLine};

/// Puts the calculator into an empty element, for the life of the page.
pub fn mount(place: HtmlElement, baseline: Baseline) {
    mount_to(place, move || {
        provide_context(Calculator::new(Arc::new(baseline)));
        view! { <App/> }
    })
    .forget();
}

#[component]
fn App() -> impl IntoView {
    let calculator = Calculator::here();
    let mut scores = calculator.scores().into_iter();
    let sections: Vec<_> = calculator
        .baseline()
        .sections()
        .iter()
        .enumerate()
        .map(|(place, section)| {
            let scores = scores.by_ref().take(section.components.len()).collect();
            view! { <SectionView place section=section.clone() scores/> }
        })
        .collect();
    view! {
        <div class="page">
            <GradePanel/>
            <main id="provisions" class="provisions" tabindex="-1">{sections}</main>
        </div>
        <StatusLine/>
    }
}
