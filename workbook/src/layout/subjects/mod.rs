//! The sheet of subjects, as the core reads tables of cards: a row a subject, a column a provision, a result, or the
//! level that is reached.

mod source;

use std::collections::BTreeSet;

use scoring::cards::{Card, Table, read_rows};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::Rules;

use crate::cell_reader::{Reading, Stage};
use crate::draft::OneCard;
use crate::findings::alike;
use crate::grid::{Grid, text};
use crate::kind::{GROUP, NAME, SUBJECT, YEAR};
use crate::sheet::{Row, Sheet};
use crate::tidy::{answer, number, slug};
use source::{Source, subject};

pub(crate) use source::Known;

/// Reads the cards of a sheet.
pub(crate) fn read(grid: &Grid<'_>, known: &Known<'_>, rules: &Rules, reading: &mut Reading) -> Vec<Card> {
    let mut sources: Vec<(usize, Source<'_>)> = Vec::new();
    let has_subject = grid.column(&SUBJECT).is_some();
    for (heading, source) in [
        (&SUBJECT, Source::Subject),
        (&NAME, Source::Text("name".to_owned())),
        (&GROUP, Source::Text("group".to_owned())),
        (&YEAR, Source::Year),
    ] {
        if !has_subject && heading.english == SUBJECT.english {
            sources.extend(grid.column(&NAME).map(|column| (column, Source::Subject)));
        }
        sources.extend(grid.column(heading).map(|column| (column, source)));
    }
    if sources.iter().all(|(_, source)| !matches!(source, Source::Subject)) {
        reading.find(Stage::Column, Code::MissingColumn, grid.at(grid.head, 1), &[grid.called(&SUBJECT)]);
        return Vec::new();
    }
    for (column, heading) in &grid.others {
        let source = known.source(heading).or_else(|| known.usual(heading));
        sources.push((*column, source.unwrap_or_else(|| Source::Text(heading.clone()))));
    }
    let mut columns: Vec<usize> = Vec::new();
    let mut head: Vec<String> = Vec::new();
    for (column, source) in &sources {
        let names = source.names();
        columns.extend(names.iter().map(|_| *column));
        head.extend(names);
    }
    let cells = |row: &Row, reading: &mut Reading| {
        let cells = sources.iter().flat_map(|(column, source)| source.cells(grid, row, *column, reading));
        (row.number, cells.collect::<Vec<String>>())
    };
    let mut rows = vec![(grid.head, head)];
    rows.extend(grid.rows.iter().map(|row| cells(row, reading)));
    let Table { cards, found } = read_rows(rules, rows);
    let placed = found.into_iter().map(|mut one| {
        if let At::Cell { row, column } = one.at {
            let behind = columns.iter().max().map_or(1, |last| last + 1);
            one.at = grid.at(row, columns.get(column - 1).copied().unwrap_or(behind));
        }
        one
    });
    reading.take(Stage::Cards, placed);
    cards
}

/// The number of the row that is about a subject.
pub(crate) fn row_of(grid: &Grid<'_>, subject: &str) -> Option<usize> {
    let column = grid.column(&SUBJECT).or_else(|| grid.column(&NAME))?;
    let says = |row: &&Row| {
        row.value(column).and_then(text).is_some_and(|text| slug(&text) == subject || text == subject)
    };
    grid.rows.iter().find(says).map(|row| row.number)
}

/// What every cell of a sheet of subjects says that may be whom its row is about, as [`alike`] has it.
pub(crate) fn mentioned(sheet: &Sheet) -> BTreeSet<String> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.filter_map(|cell| text(&cell.value)).map(|text| alike(&text)).collect()
}

/// Reads the card whose answers stand beside the provisions; nothing where none is answered.
pub(crate) fn read_one(one: &OneCard, title: &str, rules: &Rules, reading: &mut Reading) -> Option<Card> {
    if one.answers.iter().all(|(_, answer, _)| answer.is_empty()) {
        return None;
    }
    let field = |name: &str| one.fields.iter().find(|(field, _, _)| field == name);
    let mut columns: Vec<(String, String, At)> = Vec::new();
    if field("subject").is_none() {
        let (name, at) = match field("name") {
            Some((_, name, at)) => (name.as_str(), at.clone()),
            None => (title, one.answers.first().map_or(At::File, |(_, _, at)| at.clone())),
        };
        let id = Some(slug(name)).filter(|id| !id.is_empty()).unwrap_or_else(|| "card".to_owned());
        columns.push(("subject".to_owned(), id, at));
    }
    for (name, value, at) in &one.fields {
        let value = match name.as_str() {
            "subject" => subject(value.clone(), at.clone(), reading),
            name if ["figure:", "earned:", "possible:"].iter().any(|word| name.starts_with(word)) => {
                number(value).map_or_else(|| value.clone(), |number| number.to_string())
            }
            _ => value.clone(),
        };
        columns.push((name.clone(), value, at.clone()));
    }
    for (id, text, at) in &one.answers {
        columns.push((id.clone(), answer(text).map_or_else(|| text.clone(), str::to_owned), at.clone()));
    }
    let head = columns.iter().map(|(name, _, _)| name.clone()).collect();
    let row = columns.iter().map(|(_, value, _)| value.clone()).collect();
    let Table { cards, found } = read_rows(rules, [(1, head), (2, row)]);
    let placed = |mut found: Diagnostic| {
        if let At::Cell { column, .. } = found.at {
            found.at = columns.get(column - 1).map_or(At::File, |(_, _, at)| at.clone());
        }
        found
    };
    reading.take(Stage::Cards, found.into_iter().map(placed));
    cards.into_iter().next()
}
