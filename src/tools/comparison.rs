//! The published card, this scenario and the saved ones side by side.

use leptos::prelude::*;
use scoring::{Cell, Column, Comparison, Order, Row, Scenario, parse_address};

use super::saved::SavedScenarios;
use super::scrolls::scrolls;
use super::workbench::Workbench;
use crate::view::element::{self, Part, button, element, living, words};

/// The published card, this scenario and the saved ones. Call it where it may be made anew.
pub fn comparison(order: RwSignal<Order>) -> Part {
    let (workbench, saved) = (Workbench::here(), SavedScenarios::here());
    let baseline = workbench.baseline();
    let mut scenarios =
        vec![("This scenario".to_owned(), workbench.with_evaluation(|tree| tree.scenario.clone()))];
    saved.with_shelf(|shelf| {
        scenarios.extend(
            shelf
                .saved()
                .iter()
                .map(|saved| (saved.name.clone(), parse_address(&baseline, &saved.address).0.scenario)),
        );
    });
    comparison_of("saved", scenarios, order)
}

/// The published card and these scenarios. The rows are sorted by the head of any column; `which` tells this
/// comparison from others on the page, and `order` outlives it.
pub fn comparison_of(
    which: &'static str,
    scenarios: Vec<(String, Scenario)>,
    order: RwSignal<Order>,
) -> Part {
    let workbench = Workbench::here();
    living(move || table(workbench, which, &scenarios, order))
}

fn table(
    workbench: Workbench,
    which: &'static str,
    scenarios: &[(String, Scenario)],
    order: RwSignal<Order>,
) -> Part {
    let mut comparison = Comparison::new(&workbench.baseline(), scenarios);
    comparison.sort(order.get());
    let Comparison { columns, result, sections, provisions } = comparison;
    let width = columns.len() + 1;
    let mut heads = vec![words("td", "", "")];
    heads.extend(
        columns.into_iter().enumerate().map(|(place, column)| head(workbench, which, place, column, order)),
    );
    let mut body = Vec::new();
    for (name, rows) in [("Result", result), ("Sections", sections), ("Provisions that differ", provisions)] {
        if rows.is_empty() {
            continue;
        }
        body.push(group(name, width));
        body.extend(rows.into_iter().map(row));
    }
    let table = scrolls("Scenarios side by side", element::table("comparison", heads, body));
    element("div", "", vec![table, words("p", "result-line", "* differs from the published card")])
}

fn head(
    workbench: Workbench,
    which: &'static str,
    place: usize,
    column: Column,
    order: RwSignal<Order>,
) -> Part {
    let now = order.get_untracked();
    let (sorted, mark, next) = match now {
        Order::Falling(by) if by == place => ("descending", "Sort ↓", Order::Rising(place)),
        Order::Rising(by) if by == place => ("ascending", "Sort ↑", Order::Framework),
        _ => ("none", "Sort", Order::Falling(place)),
    };
    let sort = move || {
        order.set(next);
        workbench.focus_soon(format!("#sort-{which}-{place} button"));
    };
    let parts = element(
        "div",
        "",
        vec![
            words("b", "", column.name.clone()),
            words("span", "result-line", column.changes),
            button(mark, format!("by {}", column.name), sort),
        ],
    );
    view! { <th id=format!("sort-{which}-{place}") scope="col" aria-sort=sorted>{parts}</th> }.into_any()
}

fn group(name: &'static str, width: usize) -> Part {
    view! { <tr class="group"><th colspan=width.to_string()>{name}</th></tr> }.into_any()
}

fn row(Row { name, cells }: Row) -> Part {
    let cell = |Cell { text, differs, .. }| words("td", if differs { "changed" } else { "" }, text);
    let mut parts = vec![words("th", "", name)];
    parts.extend(cells.into_iter().map(cell));
    element("tr", "", parts)
}
