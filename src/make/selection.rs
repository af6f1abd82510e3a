//! The cells that are selected: one, or a block between two corners. What is copied, cut, cleared and pasted.

use leptos::prelude::*;
use scoring::diagnose::letters;
use scoring::say;
use web_sys::ClipboardEvent;
use workbook::book::{Block, Spot, block, text};

use super::desk::Desk;
use super::grid;

impl Desk {
    /// The cells that are selected. Tracked.
    pub fn selected(self) -> Block {
        let spot = self.spot.get();
        let corner = self.corner.get().filter(|corner| corner.sheet == spot.sheet);
        Block::between(corner.unwrap_or(spot), spot)
    }

    /// Selects the block from where the selection began to a cell, which takes the focus.
    pub fn extend(self, spot: Spot) {
        let began = self.corner.get_untracked().unwrap_or_else(|| self.spot.get_untracked());
        self.go(spot);
        self.corner.set(Some(began));
        let of = untrack(|| self.selected());
        let words = self.words();
        let (first, last) = (called(of.first), called(of.last()));
        let (rows, columns) = (of.rows.to_string(), of.columns.to_string());
        self.say(match (of.rows, of.columns) {
            (1, 1) => say::make::selected_one(&words, &first),
            _ => say::make::selected(&words, &first, &last, &rows, &columns),
        });
    }
}

/// A cell as a spreadsheet names it.
fn called(Spot { row, column, .. }: Spot) -> String {
    format!("{}{row}", letters(column))
}

/// Clears the selected cells, which stay selected.
pub fn clear(desk: Desk) {
    let of = untrack(|| desk.selected());
    desk.edit(|book| book.clear(of.first, of.rows, of.columns));
    desk.takes_focus.set_value(true);
    grid::mark(desk);
    if (of.rows, of.columns) != (1, 1) {
        desk.say(say::make::cleared(&desk.words(), &called(of.first), &called(of.last())));
    }
}

/// Puts the selected cells on the clipboard, as spreadsheets do.
pub fn copy(desk: Desk, event: &ClipboardEvent) {
    let of = untrack(|| desk.selected());
    let copied = desk.book.with_untracked(|book| book.as_ref().map(|book| text(book, of)));
    if let Some(data) = event.clipboard_data() {
        event.prevent_default();
        let _ = data.set_data("text/plain", &copied.unwrap_or_default());
        if (of.rows, of.columns) != (1, 1) {
            desk.say(say::make::copied(&desk.words(), &of.rows.to_string(), &of.columns.to_string()));
        }
    }
}

/// The same, and clears them.
pub fn cut(desk: Desk, event: &ClipboardEvent) {
    copy(desk, event);
    clear(desk);
}

/// Pastes a block with its first cell where the selection begins.
pub fn paste(desk: Desk, event: &ClipboardEvent) {
    let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    if pasted.is_empty() {
        return;
    }
    event.prevent_default();
    let (spot, block) = (untrack(|| desk.selected()).first, block(&pasted));
    let mut left_out = 0;
    desk.edit(|book| left_out = book.paste(spot, &block));
    let words = desk.words();
    let (rows, columns) = (block.len(), block.iter().map(Vec::len).max().unwrap_or_default());
    desk.say(match left_out {
        0 => say::make::pasted(&words, &rows.to_string(), &columns.to_string()),
        _ => say::make::left_out(&words, &left_out.to_string()),
    });
    desk.go(spot);
}
