//! What an author takes away: the spreadsheet, each sheet as a text, the card file.

use leptos::prelude::*;
use scoring::say;
use workbook::card_file;
use workbook::write::{sheet_csv, sheets_xlsx};

use super::desk::Desk;
use super::table::name;
use crate::browser::files::save;
use crate::view::element::{Part, button, element};

/// The kind of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The buttons.
pub fn take_away(desk: Desk) -> Part {
    let words = desk.words();
    let told = move |saved: Result<(), wasm_bindgen::JsValue>, file: &str| {
        desk.say(match saved {
            Ok(()) => say::make::saved(&desk.words(), &file),
            Err(_) => say::make::not_saved(&desk.words()),
        });
    };
    let workbook = move || {
        let bytes = desk.book.with_untracked(|book| sheets_xlsx(book.as_ref()?.sheets()).ok());
        let file = format!("{}.xlsx", desk.drafts.file_name());
        match bytes {
            Some(bytes) => told(save(&file, XLSX, &bytes), &file),
            None => desk.say(say::make::not_saved(&desk.words())),
        }
    };
    let sheet = move || {
        let index = desk.spot.with_untracked(|spot| spot.sheet);
        let text = desk.book.with_untracked(|book| book.as_ref()?.sheets().get(index).map(sheet_csv));
        let file = format!("{} - {}.csv", desk.drafts.file_name(), untrack(|| name(desk, index)));
        told(save(&file, "text/csv;charset=utf-8", text.unwrap_or_default().as_bytes()), &file);
    };
    let data = move || {
        let text = desk.read.with_untracked(|read| card_file::write(&read.brought));
        let file = format!("{}.json", desk.drafts.file_name());
        match text {
            Some(text) => told(save(&file, "application/json", text.as_bytes()), &file),
            None => desk.say(say::make::no_rules(&desk.words())),
        }
    };
    element(
        "p",
        "buttons take-away",
        vec![
            button(&words, say::make::save_xlsx(&words), String::new(), workbook),
            button(&words, say::make::save_csv(&words), String::new(), sheet),
            button(&words, say::make::save_json(&words), String::new(), data),
            button(&words, say::make::close(&words), String::new(), move || desk.close()),
        ],
    )
}
