//! The search among the questions: the field, the filters, and what one change would bring.

use std::ops::Range;

use leptos::prelude::*;
use scoring::say;
use scoring::telling::{Filter, Search};
use web_sys::KeyboardEvent;

use super::calculator::Calculator;
use crate::stage::Stage;
use crate::view::Action;
use crate::view::element::{GAP, Part, button, element, living, named, nothing, text};
use crate::view::filled::{figure, written};
use crate::view::live::{Live, live};

/// The field, the filters, and how many questions are shown.
pub fn finder() -> Part {
    let calculator = Calculator::here();
    let words = calculator.words();
    let filters = Filter::ALL.into_iter().zip(0..).map(|(of, place)| filter(calculator, of, place)).collect();
    let typed = move |event| calculator.look(|search| search.words = event_target_value(&event));
    let clear = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() && !event_target_value(&event).is_empty() {
            event.prevent_default();
            calculator.look(|search| search.words.clear());
        }
    };
    let is_of_all = live(move || calculator.found(|found| found.search.is_of_all()));
    view! {
        <div class="finder filters" role="search" aria-label=say::questions::heading(&words)>
            <label for="find-question">{say::questions::find(&words)}
                <input id="find-question" type="search" autocomplete="off"
                    prop:value=live(move || calculator.found(|found| found.search.words.clone()))
                    on:input:capture=typed on:keydown:capture=clear/>
            </label>
            {element("div", "chosen", filters)}
            <p class="shown">{written(move || calculator.how_many_found())}</p>
            <Action name=say::questions::show_all(&words) idle=is_of_all act=move || look_anew(calculator, Search::default())/>
        </div>
    }
    .into_any()
}

/// A filter with how many questions there are with it. What would show none cannot be chosen.
fn filter(calculator: Calculator, of: Filter, place: usize) -> Part {
    let words = calculator.words();
    let name = of.name(&words);
    let count = move || calculator.found(|found| found.counts.get(place).copied().unwrap_or_default());
    let is_chosen = move || calculator.found(|found| found.search.filters.contains(of));
    let is_idle = move || count() == 0 && !is_chosen();
    let number = figure(move || words.number(&count()));
    let choose = move |_| {
        if !untrack(is_idle) {
            calculator.look(|search| search.filters = search.filters.toggled(of));
        }
    };
    view! {
        <button type="button" aria-pressed=live(move || is_chosen().to_string())
            aria-disabled=live(move || is_idle().to_string()) on:click:capture=choose>
            {name}" "<b class="notranslate" translate="no">{number}</b>
        </button>
    }
    .into_any()
}

/// What a single change would bring at most, and the way to the questions that bring it.
pub fn next_gain() -> Part {
    let calculator = Calculator::here();
    let words = calculator.words();
    living(move || {
        let Some((count, result)) = calculator
            .found(|found| found.gain.as_ref().map(|gain| (gain.provisions.len(), gain.result.clone())))
        else {
            // Where there is no result, there is none to compare with.
            return match calculator.with(|shown| shown.evaluation.figure(0).is_some()) {
                true => text("p", "", say::questions::no_gain(&words)),
                false => nothing(),
            };
        };
        button(&words, say::questions::next(&words, &count, &result), String::new(), move || {
            look_anew(calculator, Search { filters: Filter::WorthMost.alone(), ..Search::default() });
        })
    })
}

/// Looks for nothing else, and goes to what is said of it.
fn look_anew(calculator: Calculator, search: Search) {
    calculator.look(|known| *known = search);
    calculator.place().focus_soon(".finder .shown");
}

/// Whether none of these questions is shown. Where there is none, none is missing.
pub fn hidden(questions: Range<usize>) -> Live<bool> {
    let calculator = Calculator::here();
    live(move || {
        !questions.is_empty()
            && calculator.found(|found| questions.clone().all(|question| !found.shows(question)))
    })
}

/// How many of the others have a provision, in a fold with some of their names.
pub fn others(provision: usize) -> Part {
    let calculator = Calculator::here();
    living(move || {
        let (cohort, card) = (calculator.cohort(), calculator.card());
        let others = untrack(|| calculator.found(|found| found.questions.others(&cohort, provision, card)));
        let Some(others) = others else { return nothing() };
        let about = say::button::about(&calculator.words(), &GAP, &cohort.telling.label(provision));
        let summary = element("summary", "", vec![named(others.line, &about)]);
        element("details", "others", vec![summary, text("p", "", others.told)])
    })
}
