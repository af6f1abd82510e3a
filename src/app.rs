//! The calculator as a whole. The page around it (title, introduction, footer) is in `index.html`: it does
//! not change with the scenario, so it is there before the program is.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use scoring::Baseline;
use web_sys::HtmlElement;

use crate::calculator::Calculator;
use crate::view::{GradePanel, SectionView, Sheet, StatusLine, Unread};

/// Puts the calculator into an empty element, for the life of the page. `version` is that of the data.
pub fn mount(place: HtmlElement, baseline: Arc<Baseline>, version: String) -> Calculator {
    // The calculator outlives every view, so its owner is the page's own.
    let owner = Owner::new();
    let calculator = owner.with(|| Calculator::new(baseline, version));
    std::mem::forget(owner);
    mount_to(place, move || {
        provide_context(calculator);
        view! { <App/> }
    })
    .forget();
    calculator.follow_first_address();
    calculator
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
        <Unread/>
        <div class="page">
            <GradePanel/>
            <main id="provisions" class="provisions" tabindex="-1">
                {tool("tool-ways-up", "Ways to a better grade")}
                {tool("tool-saved", "Save and compare scenarios")}
                {tool("tool-take-away", "Share, print and download")}
                {sections}
            </main>
        </div>
        <Sheet/>
        <StatusLine/>
    }
}

/// A fold that the tools' program fills when it is first opened; see `boot.js`.
fn tool(place: &'static str, title: &'static str) -> impl IntoView {
    view! { <details class="tool"><summary>{title}</summary><div id=place></div></details> }
}
