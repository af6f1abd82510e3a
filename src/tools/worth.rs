//! What each single change is worth.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Points, Provision, Scenario, say, worth};

use super::scrolls::scrolls;
use super::told::Told;
use super::workbench::Workbench;
use crate::stage::Stage;
use crate::view::element::{GAP, Part, button, element, living_in, named, rows_of_table, text};
use crate::view::live::live;

/// Every provision that is not in law in the scenario: what it adds as the next step, what it adds to the
/// published card on its own, and what can be done with it.
pub fn worth_list(workbench: Workbench, told: Told<Workbench>) -> Part {
    // The published card does not change, so this is worked out once.
    let alone = worth(&workbench.baseline(), &Scenario::default());
    let title = say::worth::title(&workbench.words());
    let table = living_in("table", "worth", move || rows(workbench, told, &alone));
    element("div", "worth-list", vec![text("h3", "", title.clone()), scrolls(title, table)])
}

fn rows(workbench: Workbench, told: Told<Workbench>, alone: &[(Arc<Provision>, Points)]) -> Part {
    let (baseline, words) = (workbench.baseline(), &workbench.words());
    let (scenario, total) = workbench.with_evaluation(|tree| (tree.scenario.clone(), tree.total));
    let mut rows = vec![];
    for (provision, points) in worth(&baseline, &scenario) {
        let on_its_own = alone.iter().find(|(known, _)| *known == provision);
        let on_its_own =
            on_its_own.map_or_else(|| say::worth::in_law(words), |(_, points)| words.number(points));
        let cells = vec![
            element(
                "th",
                "",
                vec![provision.label.clone().into_any(), actions(workbench, told, &scenario, &provision)],
            ),
            text("td", "", words.number(&points)),
            text("td", "", baseline.band(total + points).grade.clone()),
            text("td", "", on_its_own),
        ];
        rows.push(view! { <tr id=format!("worth-{}", provision.id)>{cells}</tr> }.into_any());
    }
    let heads = [
        say::worth::switched_on(words),
        say::worth::adds_now(words),
        say::worth::grade_then(words),
        say::worth::adds_alone(words),
    ];
    rows_of_table(heads.into_iter().map(|head| text("th", "", head)).collect(), rows)
}

fn actions(
    workbench: Workbench,
    told: Told<Workbench>,
    scenario: &Scenario,
    provision: &Arc<Provision>,
) -> Part {
    let (label, words) = (provision.label.clone(), workbench.words());
    let leave_out = say::button::about(&words, &GAP, &label);
    let leave_out = named(say::worth::leave_out(&words), &leave_out);
    let switch = {
        let (provision, with) = (provision.clone(), scenario.adding([provision]));
        button(&words.clone(), say::worth::switch_on(&words), label, move || {
            workbench.open_scenario(with.clone());
            told.tell(say::worth::was_switched_on(&words, &provision.label, &workbench.result()));
            workbench.focus_soon(".worth-list .scrolls");
        })
    };
    // Pressed or not is all that follows the aim, so that the table is not made anew for it.
    let locked = {
        let provision = provision.clone();
        live(move || workbench.with_aim(|aim| aim.locked.contains(provision.index)).to_string())
    };
    let provision = provision.clone();
    let toggle = move |_| workbench.lock(&provision);
    let lock = view! {
        <button type="button" aria-pressed=locked on:click:capture=toggle>
            {leave_out}
        </button>
    }
    .into_any();
    element("span", "buttons", vec![switch, lock])
}
