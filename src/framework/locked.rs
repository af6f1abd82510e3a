//! What plans leave as it is, and the buttons for it.

use leptos::prelude::*;
use scoring::{ProvisionSet, say};

use super::calculator::Calculator;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, living, nothing, text};

/// What plans leave as it is, each with a button that allows it again.
pub fn locked(calculator: Calculator) -> Part {
    living(move || {
        let (cohort, locked) = (calculator.cohort(), calculator.with(|shown| shown.aim.locked.clone()));
        if locked.is_empty() {
            return nothing();
        }
        let words = &cohort.telling.words;
        let allow = move |provision, _| calculator.lock(provision);
        let list =
            with_buttons(calculator, &locked, |_, label| label.to_owned(), say::ways_up::allow(words), allow);
        element("div", "", vec![text("h3", "", say::ways_up::left_out(words)), list])
    })
}

/// Provisions in a list, each as `named` has it and with a button of this name, after which the focus goes to what has become of the search.
pub fn with_buttons(
    calculator: Calculator,
    provisions: &ProvisionSet,
    named: impl Fn(usize, &str) -> String,
    name: String,
    act: impl Fn(usize, String) + Copy + 'static,
) -> Part {
    let cohort = calculator.cohort();
    let item = |(provision, label): (usize, String)| {
        let about = label.clone();
        let button = button(&cohort.telling.words, name.clone(), about.clone(), move || {
            act(provision, about.clone());
            calculator.place().focus_soon(".ways-up .outcome");
        });
        element("li", "", vec![named(provision, &label).into_any(), button])
    };
    let items = provisions.iter().zip(cohort.telling.labels(provisions)).map(item).collect();
    element("ul", "with-buttons", items)
}
