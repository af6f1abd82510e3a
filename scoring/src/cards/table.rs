//! Reading a table of cards.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use crate::diagnose::{At, Code, Diagnostic};
use crate::rules::Rules;

use super::Card;
use super::columns::columns;
use super::row::Row;

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The cards of all rows that say whom they are about.
    pub cards: Vec<Card>,
    /// Everything that is wrong with the table, row by row.
    pub found: Vec<Diagnostic>,
}

/// Reads a table of cards: columns parted by commas, semicolons or tabs, names in the first row.
pub fn read(rules: &Rules, text: &str) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    let trimmed = |(number, mut cells): (usize, StringRecord)| {
        cells.trim();
        (number, cells)
    };
    rows_of(rules, records(text, delimiter(text)).map(trimmed))
}

/// Reads the rows of a table of cards, each with its number: the names of the columns first.
pub fn read_rows(rules: &Rules, rows: impl IntoIterator<Item = (usize, Vec<String>)>) -> Table {
    rows_of(rules, rows.into_iter().map(|(number, cells)| (number, StringRecord::from(cells))))
}

fn rows_of(rules: &Rules, mut rows: impl Iterator<Item = (usize, StringRecord)>) -> Table {
    let mut table = Table::default();
    let (number, names) = rows.next().unwrap_or_else(|| (1, StringRecord::new()));
    let Some(columns) = columns(rules, number, names.iter(), &mut table.found) else { return table };
    let mut seen: BTreeMap<(String, Option<u16>), usize> = BTreeMap::new();
    for (number, cells) in rows {
        if cells.len() != columns.len() {
            let at = At::Cell { row: number, column: cells.len().min(columns.len()) + 1 };
            let (found, expected) = (cells.len().to_string(), columns.len().to_string());
            table.found.push(Diagnostic::at(Code::OtherLength, at, &[&found, &expected]));
            continue;
        }
        let row = Row { rules, columns: &columns, cells: &cells, number };
        let Some(card) = row.card(&mut table.found) else { continue };
        let key = (card.subject.clone(), card.year);
        if let Some(first) = seen.get(&key) {
            let details = [card.subject.as_str(), &first.to_string()];
            table.found.push(Diagnostic::at(Code::RepeatedCard, row.at_subject(), &details));
            continue;
        }
        seen.insert(key, number);
        table.cards.push(card);
    }
    table
}

/// The rows of a text whose cells are parted by this delimiter, with their numbers as spreadsheets count them.
pub fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = (usize, Vec<String>)> + use<'_> {
    records(text, delimiter).map(|(number, cells)| (number, cells.iter().map(str::to_owned).collect()))
}

/// The rows with their numbers: a line break within a cell begins no new row.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = (usize, StringRecord)> + use<'_> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut broken = 0;
    reader.into_records().filter_map(Result::ok).map(move |record| {
        let (start, line) = record.position().map_or((0, 1), |at| (at.byte(), at.line()));
        // The reader passes over empty lines, which spreadsheets count.
        let rest = usize::try_from(start).ok().and_then(|start| text.get(start..)).unwrap_or_default();
        let passed = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let passed = passed.filter(|byte| *byte == b'\n').count();
        let row = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(passed).saturating_sub(broken);
        broken += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        (row, record)
    })
}

/// What parts the cells of the first line: what stands in it most often.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',')
}
