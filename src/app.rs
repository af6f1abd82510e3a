//! The calculator as a whole. The page around it (title, introduction, footer) is in `calculator.html`: it does
//! not change with the scenario, so it is there before the program is.

use leptos::prelude::*;
use scoring::say;

use crate::calculator::Calculator;
use crate::view::{GradePanel, SectionView, StatusLine};

/// All that a visitor sees of it.
#[component]
pub fn App() -> impl IntoView {
    let calculator = Calculator::here();
    let words = calculator.words();
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
        <div id="unread"></div>
        <div class="page">
            <GradePanel/>
            <div id="provisions" class="provisions" part="provisions" role="main">
                {tool("tool-ways-up", say::app::ways_up(&words))}
                {tool("tool-saved", say::app::saved(&words))}
                {tool("tool-take-away", say::app::take_away(&words))}
                {sections}
            </div>
        </div>
        <div id="sheet"></div>
        <StatusLine announced=calculator.announced()/>
    }
}

/// A fold that the tools' program fills; see `boot.js`.
fn tool(place: &'static str, title: String) -> impl IntoView {
    view! { <details class="tool"><summary>{title}</summary><div id=place></div></details> }
}
