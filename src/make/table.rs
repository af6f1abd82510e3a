//! The table: sheets as tabs, the line in which a cell is edited, what can be done with rows, and the grid.

use leptos::prelude::*;
use scoring::diagnose::letters;
use scoring::say;
use web_sys::KeyboardEvent;
use workbook::Kind;
use workbook::book::Spot;

use super::desk::{Desk, Step};
use super::{diagnostics, grid};
use crate::view::element::{Part, button, element, living, text};

/// The kinds of sheet that can be added, each once.
const KINDS: [Kind; 7] =
    [Kind::Settings, Kind::Bands, Kind::Subjects, Kind::Findings, Kind::Rules, Kind::Results, Kind::Words];

/// All of it.
pub fn table(desk: Desk) -> Part {
    vec![sheets(desk), tools(desk), line(desk), diagnostics::of_cell(desk), grid::grid(desk)].into_any()
}

/// The name of a sheet; a text that has one sheet gives it none.
pub fn name(desk: Desk, index: usize) -> String {
    let name = desk.book.with(|book| book.as_ref()?.sheets().get(index)?.name.clone());
    name.unwrap_or_else(|| say::make::only_sheet(&desk.words()))
}

fn sheets(desk: Desk) -> Part {
    let words = desk.words();
    let names = Memo::new(move |_| {
        let count = desk.book.with(|book| book.as_ref().map_or(0, |book| book.sheets().len()));
        (0..count).map(|index| name(desk, index)).collect::<Vec<_>>()
    });
    let tab = move |(index, name): (usize, String)| {
        let is_shown = Memo::new(move |_| desk.spot.with(|spot| spot.sheet == index));
        let choose = move |_| {
            desk.came_from.set(None);
            desk.corner.set(None);
            desk.spot.set(Spot { sheet: index, row: 1, column: 1 });
        };
        let pressed = move || is_shown.get().to_string();
        view! { <button type="button" class="sheet-tab" aria-pressed=pressed on:click:capture=choose>{name}</button> }.into_any()
    };
    let tabs =
        living(move || element("div", "sheet-tabs", names.get().into_iter().enumerate().map(tab).collect()));
    let missing = move || {
        let known = desk.book.with(|book| {
            let sheets = book.iter().flat_map(|book| book.sheets());
            sheets.filter_map(|sheet| Kind::named(sheet.name.as_deref()?)).collect::<Vec<_>>()
        });
        KINDS.into_iter().filter(move |kind| !known.contains(kind))
    };
    let add = move |event| {
        let wanted = event_target_value(&event);
        if let Some(kind) = KINDS.into_iter().find(|kind| kind.name() == wanted) {
            let mut sheet = 0;
            desk.edit(|book| sheet = book.add_sheet(kind, desk.words().id()));
            desk.go(Spot { sheet, row: 2, column: 1 });
        }
    };
    let label = say::make::add_sheet(&words);
    let adder = living(move || {
        let first = view! { <option value="">{say::make::add_sheet(&desk.words())}</option> }.into_any();
        let others = missing().map(|kind| {
            view! { <option value=kind.name()>{kind.name_in(desk.words().id())}</option> }.into_any()
        });
        let options: Vec<Part> = std::iter::once(first).chain(others).collect();
        let label = label.clone();
        view! { <select class="add-sheet" aria-label=label on:change:capture=add>{options}</select> }
            .into_any()
    });
    let group = say::make::sheets(&words);
    view! { <div class="sheet-row" role="group" aria-label=group>{tabs}{adder}{this_sheet(desk)}</div> }
        .into_any()
}

/// What can be done with the sheet that is shown: another name, or out with it.
fn this_sheet(desk: Desk) -> Part {
    let words = desk.words();
    let shown = Memo::new(move |_| name(desk, desk.spot.with(|spot| spot.sheet)));
    let rename = move |event| {
        let index = desk.spot.with_untracked(|spot| spot.sheet);
        let (wanted, mut is_so) = (event_target_value(&event), false);
        desk.edit(|book| is_so = book.rename_sheet(index, &wanted));
        let words = desk.words();
        desk.say(match is_so {
            true => say::make::sheet_renamed(&words, &wanted),
            false => say::make::sheet_not_renamed(&words),
        });
        if !is_so {
            // What it is called stands there again.
            shown.with_untracked(|shown| set_value(desk, ".sheet-name input", shown));
        }
    };
    let remove = button(&words, say::make::remove_sheet(&words), String::new(), move || {
        let index = desk.spot.with_untracked(|spot| spot.sheet);
        let (called, mut is_gone) = (untrack(|| name(desk, index)), false);
        desk.edit(|book| is_gone = book.remove_sheet(index));
        let words = desk.words();
        if is_gone {
            desk.go(Spot { sheet: index.saturating_sub(1), row: 1, column: 1 });
            desk.say(say::make::sheet_removed(&words, &called));
        } else {
            desk.say(say::make::only_one_sheet(&words));
        }
    });
    view! {
        <details class="this-sheet">
            <summary>{say::make::this_sheet(&words)}</summary>
            <label class="sheet-name"><span>{say::make::sheet_name(&words)}</span>
                <input type="text" maxlength="31" autocomplete="off" prop:value=move || shown.get() on:change:capture=rename/>
            </label>
            {remove}
        </details>
    }
    .into_any()
}

fn tools(desk: Desk) -> Part {
    let words = desk.words();
    let on_row = move |name: String, act: fn(&mut workbook::book::Book, Spot), by: (isize, isize)| {
        button(&words, name, String::new(), move || {
            let spot = desk.spot.get_untracked();
            desk.edit(|book| act(book, spot));
            let row = spot.row.saturating_add_signed(by.0).max(1);
            let column = spot.column.saturating_add_signed(by.1).max(1);
            desk.go(Spot { row, column, ..spot });
        })
    };
    let words = desk.words();
    let step = move |name: String, can: fn(&workbook::book::Book) -> bool, back: bool| {
        let disabled = move || (!desk.book.with(|book| book.as_ref().is_some_and(can))).to_string();
        view! { <button type="button" aria-disabled=disabled on:click:capture=move |_| take_step(desk, back)>{name}</button> }
            .into_any()
    };
    element(
        "p",
        "buttons table-tools",
        vec![
            step(say::make::undo(&words), workbook::book::Book::can_undo, true),
            step(say::make::redo(&words), workbook::book::Book::can_redo, false),
            on_row(say::make::row_above(&words), |book, at| book.insert_row(at.sheet, at.row), (0, 0)),
            on_row(say::make::row_below(&words), |book, at| book.insert_row(at.sheet, at.row + 1), (1, 0)),
            on_row(
                say::make::row_up(&words),
                |book, at| book.move_down(at.sheet, at.row.saturating_sub(1)),
                (-1, 0),
            ),
            on_row(say::make::row_down(&words), |book, at| book.move_down(at.sheet, at.row), (1, 0)),
            on_row(say::make::row_out(&words), |book, at| book.remove_row(at.sheet, at.row), (0, 0)),
            on_row(
                say::make::column_left(&words),
                |book, at| book.move_right(at.sheet, at.column.saturating_sub(1)),
                (0, -1),
            ),
            on_row(say::make::column_right(&words), |book, at| book.move_right(at.sheet, at.column), (0, 1)),
        ],
    )
}

/// Undoes or redoes a step, and goes where it was.
pub fn take_step(desk: Desk, back: bool) {
    let mut at = None;
    desk.edit(|book| at = if back { book.undo() } else { book.redo() });
    let words = desk.words();
    match at {
        Some(spot) => {
            let column = desk.spot.with_untracked(|spot| spot.column);
            let sheets = desk.book.with_untracked(|book| book.as_ref().map_or(0, |book| book.sheets().len()));
            // A sheet that is gone with the step is shown no more.
            let sheet = spot.sheet.min(sheets.saturating_sub(1));
            desk.corner.set(None);
            desk.spot.set(Spot { sheet, column, ..spot });
            desk.say(if back { say::make::undone(&words) } else { say::make::redone(&words) });
        }
        None => desk.say(say::make::no_step(&words)),
    }
}

/// The line in which the chosen cell is edited, as spreadsheets have one above the grid.
fn line(desk: Desk) -> Part {
    let words = desk.words();
    let shown = Memo::new(move |_| {
        let spot = desk.spot.get();
        desk.book.with(|book| book.as_ref().map(|book| book.shown(spot)).unwrap_or_default())
    });
    let label = {
        let words = words.clone();
        move || {
            let Spot { row, column, .. } = desk.spot.get();
            say::make::cell(&words, &letters(column), &row.to_string())
        }
    };
    // The cell that is being edited, once something was typed: it is written when the line is left, whatever is chosen then.
    let edited = StoredValue::new(None::<Spot>);
    let write = move |text: String| {
        if let Some(spot) = edited.get_value() {
            edited.set_value(None);
            desk.edit(|book| {
                book.write(spot, &text);
            });
        }
    };
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let spot = desk.spot.get_untracked();
        let next = match event.key().as_str() {
            "Enter" if event.shift_key() => Spot { row: spot.row.saturating_sub(1).max(1), ..spot },
            "Enter" => Spot { row: spot.row + 1, ..spot },
            "Tab" if event.shift_key() => Spot { column: spot.column.saturating_sub(1).max(1), ..spot },
            "Tab" => Spot { column: spot.column + 1, ..spot },
            "Escape" => {
                // What was there stands there again.
                edited.set_value(None);
                shown.with_untracked(|shown| set_line(desk, shown));
                return desk.go(spot);
            }
            _ => return,
        };
        event.prevent_default();
        write(event_target_value(&event));
        desk.go(next);
    };
    let back = living(move || match desk.came_from.get() {
        None => text("span", "", String::new()),
        Some(number) => button(&words, say::make::back_to_list(&words), String::new(), move || {
            desk.step.set(Step::Found);
            let there = format!("[data-found='{number}']");
            // What was mended is not in the list any more.
            let is_there = desk.place.find(&there).is_some();
            desk.place.focus_soon(if is_there { there } else { "#found-title".to_owned() });
        }),
    });
    let value = move || {
        // Another cell that shows the same is another cell all the same.
        desk.spot.track();
        shown.get()
    };
    view! {
        <div class="cell-line">
            <label><span>{crate::view::filled::written(label)}</span>
                <input type="text" class="cell-input" autocomplete="off" spellcheck="true" maxlength="32767" prop:value=value on:keydown:capture=keys on:input:capture=move |_| edited.set_value(Some(desk.spot.get_untracked())) on:blur:capture=move |event| write(event_target_value(&event))/>
            </label>
            {back}
        </div>
    }
    .into_any()
}

/// Puts a text into the line, and the focus with it, so that what is typed goes there.
pub fn edit_line(desk: Desk, text: Option<&str>) {
    if let Some(text) = text {
        set_line(desk, text);
    }
    desk.place.focus(".cell-input");
}

fn set_line(desk: Desk, text: &str) {
    set_value(desk, ".cell-input", text);
}

fn set_value(desk: Desk, field: &str, text: &str) {
    use wasm_bindgen::JsCast;
    let field = desk.place.find(field);
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}
