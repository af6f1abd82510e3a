//! What each single change is worth.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Points, Provision, Scenario, worth};

use super::scrolls::scrolls;
use super::told::Told;
use super::workbench::Workbench;
use crate::view::element::{Part, button, element, living, table, words};
use crate::view::live::live;

/// Every provision that is not in law in the scenario: what it adds as the next step, what it adds to the
/// published card on its own, and what can be done with it.
pub fn worth_list(workbench: Workbench, told: Told) -> Part {
    // The published card does not change, so this is worked out once.
    let alone = worth(&workbench.baseline(), &Scenario::default());
    living(move || table_of(workbench, told, &alone))
}

fn table_of(workbench: Workbench, told: Told, alone: &[(Arc<Provision>, Points)]) -> Part {
    let baseline = workbench.baseline();
    let (scenario, total) = workbench.with_evaluation(|tree| (tree.scenario.clone(), tree.total));
    let mut rows = vec![];
    for (provision, points) in worth(&baseline, &scenario) {
        let on_its_own = alone.iter().find(|(known, _)| *known == provision);
        let on_its_own = on_its_own.map_or_else(|| "in law".to_owned(), |(_, points)| points.to_string());
        let cells = vec![
            element(
                "th",
                "",
                vec![provision.label.clone().into_any(), actions(workbench, told, &scenario, &provision)],
            ),
            words("td", "", points.to_string()),
            words("td", "", baseline.band(total + points).grade.clone()),
            words("td", "", on_its_own),
        ];
        rows.push(view! { <tr id=format!("worth-{}", provision.id)>{cells}</tr> }.into_any());
    }
    let heads = ["Switched on", "Adds now", "Grade then", "Adds to the published card"];
    let heads = heads.iter().map(|head| words("th", "", *head)).collect();
    let title = "What each single change is worth";
    let table = scrolls(title, table("worth", heads, rows));
    element("div", "worth-list", vec![words("h3", "", title), table])
}

fn actions(workbench: Workbench, told: Told, scenario: &Scenario, provision: &Arc<Provision>) -> Part {
    let label = provision.label.clone();
    let switch = {
        let (provision, with) = (provision.clone(), scenario.adding([provision]));
        button("Switch on", label.clone(), move || {
            workbench.open_scenario(with.clone());
            told.tell(format!(
                "Switched on: {}. {}.",
                provision.label,
                workbench.headline().in_words(workbench.baseline().words())
            ));
            workbench.focus_soon(".worth-list .scrolls");
        })
    };
    // Pressed or not is all that follows the aim, so that the table is not made anew for it.
    let locked = {
        let provision = provision.clone();
        live(move || workbench.with_aim(|aim| aim.locked.contains(provision.place)).to_string())
    };
    let provision = provision.clone();
    let toggle = move |_| workbench.lock(&provision);
    let lock = view! {
        <button type="button" aria-pressed=locked on:click:capture=toggle>
            "Leave out "
            {words("span", "visually-hidden", label)}
        </button>
    }
    .into_any();
    element("span", "buttons", vec![switch, lock])
}
