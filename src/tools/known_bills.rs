//! Bills and acts about the law that the card grades: what each would do to the scenario, in one press.

use leptos::prelude::*;
use scoring::data::CardBill;
use scoring::{Baseline, Scenario, Words, say};

use super::told::Told;
use super::workbench::Workbench;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, living, nothing, text};

/// The bills, then apart from them what has become law since the card; nothing, where none is known.
pub fn known_bills(workbench: Workbench, told: Told<Workbench>) -> Part {
    let baseline = workbench.baseline();
    let words = workbench.words();
    let list = |is_law: bool, title: String, explanation: String| {
        let bills = baseline.bills().iter().enumerate().filter(|(_, bill)| bill.is_law == is_law);
        let items: Vec<Part> = bills.map(|(index, bill)| item(workbench, told, index, bill)).collect();
        match items.is_empty() {
            true => nothing(),
            false => element(
                "div",
                "",
                vec![text("h3", "", title), text("p", "", explanation), element("ul", "known-bills", items)],
            ),
        }
    };
    let year = baseline.card().year.to_string();
    let not_law = list(false, say::known_bills::title(&words), say::known_bills::explanation(&words));
    let law = list(true, say::known_bills::since(&words), say::known_bills::since_explanation(&words, &year));
    element("div", "", vec![not_law, law])
}

fn item(workbench: Workbench, told: Told<Workbench>, index: usize, bill: &CardBill) -> Part {
    let (baseline, words) = (workbench.baseline(), workbench.words());
    let name = match &bill.title {
        Some(title) => format!("{}: {title}", bill.number),
        None => bill.number.clone(),
    };
    let address = bill.address.clone();
    let head = view! { <p><a href=address><b>{name}</b></a>" "{bill.happened.clone()}</p> }.into_any();
    let effect = text("p", "", effect(&baseline, bill, &words));
    let mut parts = vec![head, effect];
    if !(bill.on.is_empty() && bill.off.is_empty()) {
        let bill = bill.clone();
        parts.push(living(move || {
            let with = |scenario: &Scenario| scenario.with_bill(&workbench.baseline(), &bill);
            let is_in = workbench.with_evaluation(|tree| with(&tree.scenario) == tree.scenario);
            element("p", "buttons", vec![press((workbench, told), index, bill.clone(), is_in)])
        }));
    }
    view! { <li id=format!("known-bill-{index}")>{parts}</li> }.into_any()
}

/// What it changes, and what that rests on.
fn effect(baseline: &Baseline, bill: &CardBill, words: &Words) -> String {
    let said = |ids: &[String], say: &dyn Fn(&str) -> String| {
        let labels = ids.iter().filter_map(|id| Some(baseline.provision(id)?.label.clone()));
        let labels: Vec<String> = labels.collect();
        (!labels.is_empty()).then(|| say(&words.list(&labels)))
    };
    let on = said(&bill.on, &|list| say::known_bills::adds(words, &list));
    let off = said(&bill.off, &|list| say::known_bills::removes(words, &list));
    let changes: Vec<String> = on.into_iter().chain(off).collect();
    let changes = match changes.is_empty() {
        true => say::known_bills::changes_nothing(words),
        false => changes.join(" "),
    };
    format!("{changes} ({})", bill.basis.word(words))
}

/// The button that lays the bill under the scenario, or takes it out again.
fn press((workbench, told): (Workbench, Told<Workbench>), index: usize, bill: CardBill, is_in: bool) -> Part {
    let words = workbench.words();
    let name = match is_in {
        true => say::known_bills::take_out(&words),
        false => say::known_bills::see(&words),
    };
    let number = bill.number.clone();
    button(&words.clone(), name, number.clone(), move || {
        let (baseline, scenario) = (workbench.baseline(), workbench.scenario());
        workbench.open_scenario(match is_in {
            true => scenario.without_bill(&baseline, &bill),
            false => scenario.with_bill(&baseline, &bill),
        });
        let result = workbench.result();
        told.tell(match is_in {
            true => say::known_bills::was_taken_out(&words, &number, &result),
            false => say::known_bills::was_added(&words, &number, &result),
        });
        // The button that was pressed is another one now.
        workbench.focus_soon(format!("#known-bill-{index} button"));
    })
}
