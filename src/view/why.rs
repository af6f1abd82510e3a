//! "Why these points": the explanation of a component's score, on demand.

use leptos::prelude::*;
use scoring::{ComponentScore, Explanation, Statement};

use crate::calculator::Calculator;

/// The explanation, unfolded by the visitor. `name` tells the components' folds apart for those who
/// hear and do not see them.
#[component]
pub fn Why(score: RwSignal<ComponentScore>, name: String) -> impl IntoView {
    let baseline = Calculator::here().baseline();
    let reasons = move || {
        let words = baseline.words();
        let Explanation { statements } = score.with(|score| Explanation::new(words, score));
        statements.into_iter().map(statement).collect::<Vec<_>>()
    };
    view! {
        <details class="why">
            <summary>"Why these points"<span class="visually-hidden">{format!(" in {name}")}</span></summary>
            {reasons}
        </details>
    }
}

fn statement(statement: Statement) -> impl IntoView {
    let provisions = statement.provisions.iter();
    let labels: Vec<_> = provisions.map(|provision| view! { <li>{provision.label.clone()}</li> }).collect();
    view! { <p>{statement.text}</p> <ul>{labels}</ul> }
}
