//! The grid of one sheet, as the ARIA pattern of grids has it: one cell takes the focus, arrows lead to the others. A part of
//! a large sheet is shown at a time, that in which the chosen cell is.

use std::collections::BTreeMap;

use leptos::prelude::*;
use scoring::diagnose::{Severity, letters};
use scoring::say;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};
use workbook::book::Spot;

use super::desk::Desk;
use super::selection::{clear, copy, cut, paste};
use super::table::{edit_line, name, take_step};
use crate::view::element::{Part, button, element, living, nothing, text};
use crate::view::filled::written;

/// How many rows and columns are shown at a time.
const ROWS: usize = 60;
const COLUMNS: usize = 30;
/// How many empty rows and columns there are to write in beyond the last that are not.
const SPARE: (usize, usize) = (3, 1);

/// A row of the sheet that is shown: it stays as long as this does, and only what is in its cells becomes another, so
/// that the focus stays as well.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Line {
    sheet: usize,
    number: usize,
    first: usize,
    count: usize,
}

/// The cells in which something is wrong, by row and column, and whether that is a mistake.
type Wrong = BTreeMap<(usize, usize), bool>;

/// What of the sheet is shown: its index, first row and first column, and how many there are of each.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Window {
    sheet: usize,
    row: usize,
    column: usize,
    size: (usize, usize),
}

fn window(desk: Desk) -> Window {
    let spot = desk.spot.get();
    let size = desk.book.with(|book| {
        let sheet = book.as_ref().and_then(|book| book.sheets().get(spot.sheet));
        sheet.map_or((0, 0), |sheet| sheet.size())
    });
    let size = ((size.0 + SPARE.0).max(spot.row), (size.1 + SPARE.1).max(spot.column));
    let first = |at: usize, by: usize| (at.saturating_sub(1) / by) * by + 1;
    Window { sheet: spot.sheet, row: first(spot.row, ROWS), column: first(spot.column, COLUMNS), size }
}

fn lines(window: Window) -> Vec<Line> {
    let Window { sheet, row, column, size } = window;
    let count = (column + COLUMNS).min(size.1 + 1).saturating_sub(column);
    let numbers = row..(row + ROWS).min(size.0 + 1);
    numbers.map(|number| Line { sheet, number, first: column, count }).collect()
}

fn wrong(desk: Desk, sheet: usize) -> Wrong {
    let mut wrong = Wrong::new();
    desk.read.with(|read| {
        for one in read.brought.found.iter().filter(|one| one.severity() != Severity::Note) {
            if let Some(spot) = desk.spot_of(&one.at).filter(|spot| spot.sheet == sheet) {
                *wrong.entry((spot.row, spot.column)).or_default() |= one.severity() == Severity::Error;
            }
        }
    });
    wrong
}

fn row(desk: Desk, line: Line, wrong: Memo<Wrong>) -> Part {
    let Line { sheet, number, first, count } = line;
    let texts = Memo::new(move |_| {
        desk.book.with(|book| {
            let shown =
                |column: usize| book.as_ref().map(|book| book.shown(Spot { sheet, row: number, column }));
            (first..first + count).map(|column| shown(column).unwrap_or_default()).collect::<Vec<_>>()
        })
    });
    let marks = Memo::new(move |_| {
        wrong.with(|wrong| {
            (first..first + count).map(|at| wrong.get(&(number, at)).copied()).collect::<Vec<_>>()
        })
    });
    // The columns of it that are selected.
    let selected = Memo::new(move |_| {
        let of = desk.selected();
        let is_in = of.first.sheet == sheet && of.has(number, of.first.column);
        is_in.then(|| (of.first.column, of.last().column))
    });
    let cell = |place: usize| {
        let column = first + place;
        let text = move || texts.with(|texts| texts.get(place).cloned()).unwrap_or_default();
        let mark = move || marks.with(|marks| marks.get(place).copied().flatten());
        let class = move || match mark() {
            Some(true) => "wrong",
            Some(false) => "warned",
            None => "",
        };
        let invalid = move || (mark() == Some(true)).then_some("true");
        let is_selected = move || {
            let within = selected.get().is_some_and(|(first, last)| (first..=last).contains(&column));
            within.then_some("true")
        };
        let at = format!("{number}-{column}");
        view! { <td role="gridcell" tabindex="-1" data-cell=at class=class aria-selected=is_selected aria-invalid=invalid aria-colindex=(column + 1).to_string()>{written(text)}</td> }.into_any()
    };
    let cells: Vec<Part> = (0..count).map(cell).collect();
    view! { <tr data-sheet=sheet.to_string() aria-rowindex=(number + 1).to_string()><th scope="row">{number.to_string()}</th>{cells}</tr> }
        .into_any()
}

/// The grid.
pub fn grid(desk: Desk) -> Part {
    let words = desk.words();
    let shown = Memo::new(move |_| window(desk));
    let heads = move || {
        let Window { column, size, .. } = shown.get();
        let head = |column: usize| {
            view! { <th scope="col" aria-colindex=(column + 1).to_string()>{letters(column)}</th> }.into_any()
        };
        (column..(column + COLUMNS).min(size.1 + 1)).map(head).collect::<Vec<Part>>()
    };
    let rows = move || lines(shown.get());
    let wrong = Memo::new(move |_| wrong(desk, shown.get().sheet));
    // The chosen cell is marked once the rows are there.
    Effect::new(move || {
        desk.spot.track();
        shown.track();
        desk.step.track();
        request_animation_frame(move || mark(desk));
    });
    let label = move || name(desk, shown.get().sheet);
    let (all_rows, all_columns) =
        (move || (shown.get().size.0 + 1).to_string(), move || (shown.get().size.1 + 1).to_string());
    let hint = say::make::grid_hint(&words);
    view! {
        <div class="grid-box" tabindex="-1">
            <table role="grid" class="grid" aria-multiselectable="true" aria-label=label aria-rowcount=all_rows aria-colcount=all_columns aria-describedby="grid-hint"
                on:keydown:capture=move |event| keys(desk, &event)
                on:mousedown:capture=move |event| keep_unmarked(&event)
                on:click:capture=move |event| choose(desk, &event)
                on:dblclick:capture=move |_| edit_line(desk, None)
                on:copy:capture=move |event| copy(desk, &event)
                on:cut:capture=move |event| cut(desk, &event)
                on:paste:capture=move |event| paste(desk, &event)>
                <thead><tr aria-rowindex="1"><td class="corner">{String::new()}</td>{heads}</tr></thead>
                <tbody><For each=rows key=|line| *line children=move |line| row(desk, line, wrong)/></tbody>
            </table>
        </div>
        {turning(desk, shown)}
        <p id="grid-hint" class="note">{hint}</p>
    }
    .into_any()
}

/// Which part of a large sheet is shown, and the parts beside it.
fn turning(desk: Desk, shown: Memo<Window>) -> Part {
    living(move || {
        let (words, window) = (desk.words(), shown.get());
        let Window { row, column, size, .. } = window;
        let mut parts = Vec::new();
        let mut turn = |is_there: bool, name: String, row: usize, column: usize| {
            if is_there {
                let act = move || {
                    let sheet = desk.spot.with_untracked(|spot| spot.sheet);
                    desk.go(Spot { sheet, row, column });
                };
                parts.push(button(&words, name, String::new(), act));
            }
        };
        turn(row > 1, say::make::earlier_rows(&words), row.saturating_sub(ROWS), column);
        turn(row + ROWS <= size.0, say::make::later_rows(&words), row + ROWS, column);
        turn(column > 1, say::make::earlier_columns(&words), row, column.saturating_sub(COLUMNS));
        turn(column + COLUMNS <= size.1, say::make::later_columns(&words), row, column + COLUMNS);
        if parts.is_empty() {
            return nothing();
        }
        let (last, last_column) = ((row + ROWS - 1).min(size.0), letters((column + COLUMNS - 1).min(size.1)));
        let (row, last, all) = (row.to_string(), last.to_string(), size.0.to_string());
        let told = say::make::part_shown(&words, &row, &last, &all, &letters(column), &last_column);
        parts.insert(0, text("p", "note part-shown", told));
        element("div", "turning", parts)
    })
}

/// Marks the chosen cell as the one that takes the focus, and gives it the focus where an author has gone there.
pub fn mark(desk: Desk) {
    let spot = desk.spot.get_untracked();
    let find = |selector: &str| desk.place.find(selector);
    if let Some(last) = find(".grid [tabindex='0']") {
        let _ = last.set_attribute("tabindex", "-1");
    }
    let Some(cell) =
        find(&format!("[data-sheet='{}'] [data-cell='{}-{}']", spot.sheet, spot.row, spot.column))
    else {
        return;
    };
    let _ = cell.set_attribute("tabindex", "0");
    if desk.takes_focus.get_value() {
        // In a pane that is not shown yet, a cell takes none.
        let _ = cell.focus();
        desk.takes_focus.set_value(!cell.matches(":focus").unwrap_or(true));
    }
}

/// A click that selects cells marks no text between them.
fn keep_unmarked(event: &MouseEvent) {
    if event.shift_key() {
        event.prevent_default();
    }
}

fn choose(desk: Desk, event: &MouseEvent) {
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let cell = cell.and_then(|target| target.closest("[data-cell]").ok().flatten());
    let at = cell.and_then(|cell| cell.get_attribute("data-cell"));
    let Some((row, column)) = at.as_deref().and_then(|at| at.split_once('-')) else { return };
    if let (Ok(row), Ok(column)) = (row.parse(), column.parse()) {
        let sheet = desk.spot.with_untracked(|spot| spot.sheet);
        take(desk, Spot { sheet, row, column }, event.shift_key());
    }
}

/// Chooses a cell, or selects all cells as far as it.
fn take(desk: Desk, spot: Spot, extends: bool) {
    if extends { desk.extend(spot) } else { desk.go(spot) }
}

fn keys(desk: Desk, event: &KeyboardEvent) {
    let spot = desk.spot.get_untracked();
    let Window { size, .. } = untrack(|| window(desk));
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        let next = match key.as_str() {
            "z" | "Z" if event.shift_key() => return step(desk, event, false),
            "z" | "Z" => return step(desk, event, true),
            "y" | "Y" => return step(desk, event, false),
            "a" | "A" => {
                event.prevent_default();
                desk.go(Spot { row: 1, column: 1, ..spot });
                return desk.extend(Spot { row: size.0, column: size.1, ..spot });
            }
            "Home" => Spot { row: 1, column: 1, ..spot },
            "End" => Spot { row: size.0, column: size.1, ..spot },
            _ => return,
        };
        event.prevent_default();
        return take(desk, next, event.shift_key());
    }
    if event.alt_key() {
        return;
    }
    let next = match key.as_str() {
        "ArrowUp" => Spot { row: spot.row.saturating_sub(1).max(1), ..spot },
        "ArrowDown" => Spot { row: (spot.row + 1).min(size.0), ..spot },
        "ArrowLeft" => Spot { column: spot.column.saturating_sub(1).max(1), ..spot },
        "ArrowRight" => Spot { column: (spot.column + 1).min(size.1), ..spot },
        "Home" => Spot { column: 1, ..spot },
        "End" => Spot { column: size.1, ..spot },
        "PageUp" => Spot { row: spot.row.saturating_sub(ROWS / 2).max(1), ..spot },
        "PageDown" => Spot { row: (spot.row + ROWS / 2).min(size.0), ..spot },
        "Enter" | "F2" => {
            event.prevent_default();
            return edit_line(desk, None);
        }
        "Delete" | "Backspace" => {
            event.prevent_default();
            return clear(desk);
        }
        // What is typed takes the place of what is there; the key itself goes into the line, which has the focus now.
        key if key.chars().count() == 1 || matches!(key, "Dead" | "Process") => {
            return edit_line(desk, Some(""));
        }
        _ => return,
    };
    event.prevent_default();
    take(desk, next, event.shift_key());
}

fn step(desk: Desk, event: &KeyboardEvent, back: bool) {
    event.prevent_default();
    desk.takes_focus.set_value(true);
    take_step(desk, back);
}
