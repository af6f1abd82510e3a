//! "Why these points": the explanation of a component's score, on demand.

use leptos::prelude::*;
use scoring::{ComponentScore, Explanation, Statement, say};
use web_sys::HtmlDetailsElement;

use super::element::{GAP, Part, element, list, living, named, nothing, text};
use crate::calculator::Calculator;

/// The explanation, made when the visitor unfolds it. `name` tells the components' folds apart for those who
/// hear and do not see them.
#[component]
pub fn Why(score: RwSignal<ComponentScore>, name: String) -> impl IntoView {
    let words = Calculator::here().words();
    let title = named(say::why::title(&words), &say::why::of_component(&words, &GAP, &name));
    let open = RwSignal::new(false);
    let reasons = living(move || {
        if !open.get() {
            return nothing();
        }
        let Explanation { statements } = score.with(|score| Explanation::new(&words, score));
        element("div", "", statements.into_iter().map(statement).collect())
    });
    view! {
        <details class="why" on:toggle:capture=move |event| open.set(event_target::<HtmlDetailsElement>(&event).open())>
            <summary>{title}</summary>
            {reasons}
        </details>
    }
}

fn statement(statement: Statement) -> Part {
    let labels: Vec<_> = statement.provisions.iter().map(|provision| provision.label.clone()).collect();
    let mut parts = vec![text("p", "", statement.text)];
    if !labels.is_empty() {
        parts.push(list("", labels));
    }
    element("div", "", parts)
}
