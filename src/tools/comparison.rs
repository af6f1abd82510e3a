//! The published card, this scenario and the saved ones side by side.

use leptos::prelude::*;
use scoring::{AddressProblem, Cell, Column, Comparison, Order, Row, Scenario, parse_address, say};

use super::saved::SavedScenarios;
use super::scrolls::scrolls;
use super::workbench::Workbench;
use crate::view::element::{Part, button, element, living, living_in, nothing, rows_of_table, text};

/// The published card, this scenario and the saved ones. Those of another card are named beneath and not compared: their
/// changes mean nothing here.
pub fn comparison(order: RwSignal<Order>) -> Part {
    let (workbench, saved) = (Workbench::here(), SavedScenarios::here());
    // The saved scenarios of this card, and the names of the others.
    let sorted = move || {
        let baseline = workbench.baseline();
        let (mut own, mut others) = (Vec::new(), Vec::new());
        saved.with_shelf(|shelf| {
            for saved in shelf.saved() {
                let (situation, problems) = parse_address(&baseline, &saved.address);
                match problems.iter().any(AddressProblem::is_of_another_card) {
                    true => others.push(saved.name.clone()),
                    false => own.push((saved.name.clone(), situation.scenario)),
                }
            }
        });
        (own, others)
    };
    let scenarios = move || {
        let here = workbench.with_evaluation(|tree| tree.scenario.clone());
        let mut scenarios = vec![(say::comparison_table::this_scenario(&workbench.words()), here)];
        scenarios.extend(sorted().0);
        scenarios
    };
    let others = living(move || match sorted().1 {
        others if others.is_empty() => nothing(),
        others => {
            let words = workbench.words();
            text("p", "result-line", say::comparison_table::of_other_cards(&words, &words.list(&others)))
        }
    });
    element("div", "", vec![comparison_of("saved", scenarios, order), others])
}

/// The published card and these scenarios. The rows are sorted by the head of any column; `which` tells this
/// comparison from others on the page, and `order` outlives it.
pub fn comparison_of(
    which: &'static str,
    scenarios: impl Fn() -> Vec<(String, Scenario)> + Send + 'static,
    order: RwSignal<Order>,
) -> Part {
    let workbench = Workbench::here();
    let words = workbench.words();
    // How far it is scrolled outlives what is in it.
    let table = living_in("table", "comparison", move || rows(workbench, which, &scenarios(), order));
    let table = scrolls(say::comparison_table::title(&words), table);
    element("div", "", vec![table, text("p", "result-line", say::comparison_table::differs(&words))])
}

fn rows(
    workbench: Workbench,
    which: &'static str,
    scenarios: &[(String, Scenario)],
    order: RwSignal<Order>,
) -> Part {
    let mut comparison = Comparison::new(&workbench.baseline(), scenarios);
    comparison.sort(order.get());
    let words = workbench.words();
    let Comparison { columns, result, sections, provisions } = comparison;
    let width = columns.len() + 1;
    let mut heads = vec![text("td", "", String::new())];
    heads.extend(
        columns.into_iter().enumerate().map(|(place, column)| head(workbench, which, place, column, order)),
    );
    let mut body = Vec::new();
    for (name, rows) in [
        (say::comparison_table::result(&words), result),
        (say::comparison_table::sections(&words), sections),
        (say::comparison_table::provisions(&words), provisions),
    ] {
        if rows.is_empty() {
            continue;
        }
        body.push(group(name, width));
        body.extend(rows.into_iter().map(row));
    }
    rows_of_table(heads, body)
}

fn head(
    workbench: Workbench,
    which: &'static str,
    place: usize,
    column: Column,
    order: RwSignal<Order>,
) -> Part {
    let words = &workbench.words();
    let now = order.get_untracked();
    let (sorted, mark, next) = match now {
        Order::Falling(by) if by == place => {
            ("descending", say::comparison_table::sorted_falling(words), Order::Rising(place))
        }
        Order::Rising(by) if by == place => {
            ("ascending", say::comparison_table::sorted_rising(words), Order::Framework)
        }
        _ => ("none", say::comparison_table::sort(words), Order::Falling(place)),
    };
    let sort = move || {
        order.set(next);
        workbench.focus_soon(format!("#sort-{which}-{place} button"));
    };
    let parts = element(
        "div",
        "",
        vec![
            text("b", "", column.name.clone()),
            text("span", "result-line", column.changes),
            button(words, mark, say::comparison_table::by(words, &column.name), sort),
        ],
    );
    view! { <th id=format!("sort-{which}-{place}") scope="col" aria-sort=sorted>{parts}</th> }.into_any()
}

fn group(name: String, width: usize) -> Part {
    view! { <tr class="group"><th colspan=width.to_string()><span>{name}</span></th></tr> }.into_any()
}

fn row(Row { name, cells }: Row) -> Part {
    let cell = |Cell { text: figure, differs, .. }| text("td", if differs { "changed" } else { "" }, figure);
    let mut parts = vec![text("th", "", name)];
    parts.extend(cells.into_iter().map(cell));
    element("tr", "", parts)
}
