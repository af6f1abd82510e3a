//! The table of cards in a card file, within the limits of a spreadsheet.

use scoring::cards::{self, Card};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::Rules;
use serde_json::Value;

use super::shape;
use super::tidied::line;
use crate::cell_reader::{Reading, Stage};
use crate::file::limits::{CELLS, COLUMNS, ROWS, RULES};

/// The table's name in the places of mistakes.
const NAME: &str = "cards";

/// The last column: answers to all provisions that a card file may have, and as much beside them as in a spreadsheet.
const LAST: usize = RULES + COLUMNS;

/// Reads the table. What is beyond the limits is told and left out.
pub(super) fn read(rules: &Rules, table: &Value, reading: &mut Reading) -> Vec<Card> {
    let Some(text) = table.as_str() else {
        reading.take(Stage::Cards, [shape::wrong("/cards", table)]);
        return Vec::new();
    };
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut cells = 0;
    for (number, row) in cards::rows(text, b',') {
        cells += row.len();
        if row.len() > LAST {
            reading.find(Stage::Cards, Code::TooManyColumns, at(number, LAST + 1), &[&LAST.to_string()]);
            continue;
        }
        if rows.len() > ROWS || cells > CELLS {
            let most = rows.len().saturating_sub(1).to_string();
            reading.find(Stage::Cards, Code::TooManyRows, at(number, 1), &[&most]);
            break;
        }
        let cell = |(index, cell): (usize, String)| line(&cell, &at(number, index + 1), reading);
        rows.push((number, row.into_iter().enumerate().map(cell).collect()));
    }
    let table = cards::read_rows(rules, rows);
    reading.take(Stage::Cards, table.found.into_iter().map(told));
    table.cards
}

fn at(row: usize, column: usize) -> At {
    At::Sheet { sheet: NAME.to_owned(), row, column }
}

/// A mistake in the table, which is one part of the file.
fn told(mut found: Diagnostic) -> Diagnostic {
    if let At::Cell { row, column } = found.at {
        found.at = at(row, column);
    }
    found
}
