//! Blocks of cells: what an author selects, and what is copied and pasted as text.

use scoring::cards::rows;

use super::{Book, Spot};
use crate::file::limits::ROWS;

/// A block of cells, from its first to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The cell at its top left.
    pub first: Spot,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
}

impl Block {
    /// The block between two cells of one sheet, whichever of them is which corner.
    pub fn between(one: Spot, other: Spot) -> Self {
        Self {
            first: Spot {
                sheet: other.sheet,
                row: one.row.min(other.row),
                column: one.column.min(other.column),
            },
            rows: one.row.abs_diff(other.row) + 1,
            columns: one.column.abs_diff(other.column) + 1,
        }
    }

    /// Whether a cell is in it.
    pub fn has(&self, row: usize, column: usize) -> bool {
        (self.first.row..self.first.row + self.rows).contains(&row)
            && (self.first.column..self.first.column + self.columns).contains(&column)
    }

    /// The cell at its bottom right.
    pub fn last(&self) -> Spot {
        let (row, column) = (self.first.row + self.rows - 1, self.first.column + self.columns - 1);
        Spot { row, column, ..self.first }
    }
}

/// A block of cells as spreadsheets copy them: lines of texts with tabs between them.
pub fn block(text: &str) -> Vec<Vec<String>> {
    let mut block: Vec<Vec<String>> = Vec::new();
    for (number, cells) in rows(text, b'\t') {
        // Empty lines are left out there, and stand here.
        block.resize(number.saturating_sub(1).max(block.len()).min(ROWS), Vec::new());
        block.push(cells);
    }
    block
}

/// A block of a workbook as spreadsheets copy it, which [`block`] reads. Of a single cell, its text as it is.
pub fn text(book: &Book, of: Block) -> String {
    let Block { first, rows, columns } = of;
    if (rows, columns) == (1, 1) {
        return book.shown(first);
    }
    let last = book.sheets().get(first.sheet).map_or(0, |sheet| sheet.size().0);
    let rows = rows.min((last + 1).saturating_sub(first.row).max(1));
    let cell = |row: usize, column: usize| quoted(book.shown(Spot { row, column, ..first }));
    let row = |row: usize| {
        (first.column..first.column + columns).map(|column| cell(row, column)).collect::<Vec<_>>().join("\t")
    };
    (first.row..first.row + rows).map(|number| row(number) + "\n").collect()
}

/// A text that would end its cell is put in quotes, as spreadsheets do.
fn quoted(text: String) -> String {
    match text.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
