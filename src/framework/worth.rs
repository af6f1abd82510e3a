//! What each single change is worth: the result and the rank that it leads to.

use leptos::prelude::*;
use scoring::say;
use scoring::telling::{Cohort, Worth};

use super::calculator::Calculator;
use crate::stage::Stage;
use crate::tools::{Told, scrolls};
use crate::view::element::{Part, button, element, living_in, rows_of_table, text};

/// Every change that can be the next step, those that gain the most first.
pub fn worth_list(calculator: Calculator, told: Told<Calculator>) -> Part {
    let title = say::worth::title(&calculator.words());
    let table = living_in("table", "worth", move || rows(calculator, told));
    element("div", "worth-list", vec![text("h3", "", title.clone()), scrolls(title, table)])
}

fn rows(calculator: Calculator, told: Told<Calculator>) -> Part {
    let cohort = calculator.cohort();
    let words = &cohort.telling.words;
    let all = calculator.told(|scenario| scenario.worth());
    let heads = [
        say::scenario::change(words),
        say::worth::adds_now(words),
        say::scenario::result_then(words),
        say::scenario::rank_then(words),
    ];
    let rows = all.iter().map(|worth| row(&cohort, calculator, told, worth)).collect();
    rows_of_table(heads.into_iter().map(|head| text("th", "", head)).collect(), rows)
}

fn row(cohort: &Cohort, calculator: Calculator, told: Told<Calculator>, worth: &Worth) -> Part {
    let words = &cohort.telling.words;
    let (provision, on) = (worth.provision, worth.on);
    let label = cohort.telling.label(provision).to_owned();
    let (name, change) = match on {
        true => (say::worth::switch_on(words), label.clone()),
        false => (say::scenario::switch_off(words), say::scenario::without(words, &label)),
    };
    let switch = {
        let change = change.clone();
        button(words, name, label, move || {
            calculator.switch(provision, on);
            told.tell(say::scenario::was_changed(&calculator.words(), &change, &calculator.result()));
            calculator.focus_soon(".worth-list .scrolls");
        })
    };
    let change = vec![change.into_any(), element("p", "buttons", vec![switch])];
    let rank = worth.rank.as_ref().map(|rank| words.number(&rank.rank)).unwrap_or_default();
    let cells = vec![
        element("th", "", change),
        text("td", "", worth.gain.map(|gain| cohort.telling.number(gain)).unwrap_or_default()),
        text("td", "", worth.result.clone()),
        text("td", "", rank),
    ];
    element("tr", "", cells)
}
