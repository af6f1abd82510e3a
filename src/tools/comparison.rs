//! The published card, this scenario and the saved ones side by side.

use leptos::prelude::*;
use scoring::{Cell, Column, Comparison, Order, Row, say};

use super::elsewhere::elsewhere;
use super::saved::SavedScenarios;
use super::scrolls::scrolls;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, living, living_in, nothing, rows_of_table, text};

/// The published card, this scenario and the saved ones, and what is said of those that are not compared.
pub fn comparison<S: Stage>(stage: S, order: RwSignal<Order>) -> Part {
    let saved = SavedScenarios::here();
    let compared = Memo::new(move |_| saved.with_shelf(|shelf| stage.compared(shelf.saved())));
    let table = comparison_of(stage, "saved", move || compared.get(), order);
    // No step changes these, so that they stay as they are while what is shown changes.
    let others = living(move || elsewhere(stage, saved.with_shelf(|shelf| stage.elsewhere(shelf.saved()))));
    element("div", "", vec![table, others])
}

/// Whether plans are compared, and in which order: that stays while the plans change.
#[derive(Clone, Copy)]
pub struct Compared {
    open: RwSignal<bool>,
    order: RwSignal<Order>,
}

impl Compared {
    /// Not compared yet. Call it within an owner.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), order: RwSignal::new(Order::Framework) }
    }

    /// A button that has plans compared, and the comparison while it is wanted: `compare` makes it.
    pub fn plans<S: Stage>(
        self,
        stage: S,
        compare: impl Fn() -> Comparison + Clone + Send + 'static,
    ) -> Vec<Part> {
        let (words, Self { open, order }) = (stage.words(), self);
        let button = living_in("p", "buttons compare", move || {
            let name = match open.get() {
                true => say::plan_card::hide(&words),
                false => say::plan_card::compare(&words),
            };
            button(&words, name, String::new(), move || open.update(|open| *open = !*open))
        });
        let table = living(move || match open.get() {
            true => comparison_of(stage, "plans", compare.clone(), order),
            false => nothing(),
        });
        vec![button, table]
    }
}

/// A comparison as a table. The rows are sorted by the head of any column; `which` tells this comparison from others on
/// the page, and `order` outlives it.
pub fn comparison_of<S: Stage>(
    stage: S,
    which: &'static str,
    compared: impl Fn() -> Comparison + Send + 'static,
    order: RwSignal<Order>,
) -> Part {
    let words = stage.words();
    // How far it is scrolled outlives what is in it.
    let table = living_in("table", "comparison", move || rows(stage, which, compared(), order));
    let table = scrolls(say::comparison_table::title(&words), table);
    element("div", "", vec![table, text("p", "result-line", say::comparison_table::differs(&words))])
}

fn rows<S: Stage>(stage: S, which: &'static str, mut comparison: Comparison, order: RwSignal<Order>) -> Part {
    comparison.sort(order.get());
    let words = stage.words();
    let Comparison { columns, result, parts, sections, provisions } = comparison;
    let width = columns.len() + 1;
    let mut heads = vec![text("td", "", String::new())];
    heads.extend(
        columns.into_iter().enumerate().map(|(index, column)| head(stage, which, index, column, order)),
    );
    let mut body = Vec::new();
    for (name, rows) in [
        (say::comparison_table::result(&words), result),
        (parts, sections),
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

fn head<S: Stage>(
    stage: S,
    which: &'static str,
    index: usize,
    column: Column,
    order: RwSignal<Order>,
) -> Part {
    let words = &stage.words();
    let now = order.get_untracked();
    let (sorted, mark, next) = match now {
        Order::Falling(by) if by == index => {
            ("descending", say::comparison_table::sorted_falling(words), Order::Rising(index))
        }
        Order::Rising(by) if by == index => {
            ("ascending", say::comparison_table::sorted_rising(words), Order::Framework)
        }
        _ => ("none", say::comparison_table::sort(words), Order::Falling(index)),
    };
    let sort = move || {
        order.set(next);
        stage.focus_soon(format!("#sort-{which}-{index} button"));
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
    view! { <th id=format!("sort-{which}-{index}") scope="col" aria-sort=sorted>{parts}</th> }.into_any()
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
