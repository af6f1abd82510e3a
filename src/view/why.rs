//! "Why these points": what explains a score, on demand.

use leptos::prelude::*;
use scoring::{ComponentScore, Explanation, Statement, Words, say};
use web_sys::HtmlDetailsElement;

use super::element::{GAP, Part, element, list, living, named, nothing, text};
use crate::calculator::Calculator;

/// The explanation of a component's score.
#[component]
pub fn Why(score: RwSignal<ComponentScore>, name: String) -> impl IntoView {
    let words = Calculator::here().words();
    let of_score = words.clone();
    let explained = move || {
        let Explanation { statements } = score.with(|score| Explanation::new(&of_score, score));
        let statements = statements.into_iter().map(|Statement { text, provisions }| {
            statement(text, provisions.iter().map(|provision| provision.label.clone()).collect())
        });
        statements.collect()
    };
    why(&words, &name, explained)
}

/// A fold whose content is made when the visitor unfolds it, and follows what it reads while it is open. `name` tells
/// the folds of parts apart for those who hear and do not see them.
pub fn why<Explained>(words: &Words, name: &str, explained: Explained) -> impl IntoView + use<Explained>
where
    Explained: Fn() -> Vec<Part> + Send + 'static,
{
    let title = named(say::why::title(words), &say::why::of_component(words, &GAP, &name));
    let open = RwSignal::new(false);
    let reasons = living(move || if open.get() { element("div", "", explained()) } else { nothing() });
    view! {
        <details class="why" on:toggle:capture=move |event| open.set(event_target::<HtmlDetailsElement>(&event).open())>
            <summary>{title}</summary>
            {reasons}
        </details>
    }
}

/// A sentence, and what it names below it.
pub fn statement(sentence: String, named: Vec<String>) -> Part {
    let mut parts = vec![text("p", "", sentence)];
    if !named.is_empty() {
        parts.push(list("", named));
    }
    element("div", "", parts)
}
