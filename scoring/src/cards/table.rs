//! Reading a table of cards.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord, Trim};

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
    let mut table = Table::default();
    let mut rows = rows(text);
    let names = rows.next().map(|(_, names)| names).unwrap_or_default();
    let Some(columns) = columns(rules, names.iter(), &mut table.found) else { return table };
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

/// The rows with their numbers, as spreadsheets count them: a line break within a cell begins no new row.
fn rows(text: &str) -> impl Iterator<Item = (usize, StringRecord)> + use<'_> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(text))
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
