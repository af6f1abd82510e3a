//! A sheet whose headings are known: which column says what, and where its rows begin.

use scoring::diagnose::{At, Code};

use crate::cell_reader::{Reading, Stage};
use crate::file::limits::RULES;
use crate::kind::{Heading, Kind};
use crate::sheet::{Row, Sheet, Value};
use crate::tidy::{is_close, key, plain};

/// How far down the headings are looked for.
const LOOKED_AT: usize = 30;

/// A sheet with its headings.
pub(crate) struct Grid<'a> {
    pub sheet: &'a Sheet,
    /// The number of the row that has the headings.
    pub head: usize,
    /// The rows below them.
    pub rows: &'a [Row],
    /// What stands first above the headings.
    pub title: Option<String>,
    /// The columns whose headings the format does not know.
    pub others: Vec<(usize, String)>,
    columns: Vec<(usize, &'static str)>,
    /// Whether a heading of it is Spanish.
    pub is_spanish: bool,
}

impl<'a> Grid<'a> {
    /// The grid of a sheet of this kind, and what is wrong with its headings. `also` knows headings beside those of the
    /// format.
    pub(crate) fn of(
        sheet: &'a Sheet,
        kind: Kind,
        also: &dyn Fn(&str) -> bool,
        reading: &mut Reading,
    ) -> Option<Self> {
        let Some(index) = head(sheet, kind, also) else {
            reading.find(Stage::Heading, Code::UnknownSheet, sheet.at(1, 1), &[]);
            return None;
        };
        let (above, below) = sheet.rows.split_at(index);
        let (head, rows) = below.split_first()?;
        let rows = rows_of(sheet, kind, rows, reading);
        let mut grid = Self {
            sheet,
            head: head.number,
            rows,
            title: None,
            others: Vec::new(),
            columns: Vec::new(),
            is_spanish: false,
        };
        let mut first = Vec::new();
        for cell in &head.cells {
            let Some(text) = text(&cell.value) else { continue };
            match kind.heading(&text).filter(|_| !also(&text)) {
                None => grid.others.push((cell.column, text)),
                Some(heading) => match grid.column(heading) {
                    None => {
                        grid.columns.push((cell.column, heading.english));
                        grid.is_spanish |=
                            key(&text) != key(heading.english) && key(&text) == key(heading.spanish);
                        first.push((heading.english, text));
                    }
                    Some(_) => {
                        let known = first.iter().find(|(english, _)| *english == heading.english);
                        let known = known.map(|(_, text)| text.as_str()).unwrap_or_default();
                        let at = sheet.at(head.number, cell.column);
                        reading.find(Stage::Heading, Code::RepeatedHeading, at, &[&text, known]);
                    }
                },
            }
        }
        if !above.is_empty() {
            grid.title = above.iter().flat_map(|row| &row.cells).find_map(|cell| text(&cell.value));
            let at = sheet.at(above.first().map_or(1, |row| row.number), 1);
            reading.find(Stage::Heading, Code::RowsPassedOver, at, &[&above.len().to_string()]);
        }
        for heading in kind.headings().iter().take(kind.required()) {
            if grid.column(heading).is_none() {
                let at = grid.at(grid.head, head.cells.last().map_or(1, |cell| cell.column + 1));
                reading.find(Stage::Column, Code::MissingColumn, at, &[grid.called(heading)]);
            }
        }
        Some(grid)
    }

    /// Says of each heading that the format does not know that its column is not read.
    pub(crate) fn refuse_others(&self, kind: Kind, reading: &mut Reading) {
        let known: Vec<&str> = kind.headings().iter().map(|heading| self.called(heading)).collect();
        for (column, heading) in &self.others {
            let at = self.at(self.head, *column);
            // What was probably meant says more than all that there is.
            let close = known.iter().find(|known| is_close(&key(known), &key(heading)));
            let expected = close.map_or_else(|| known.join(", "), |close| (*close).to_owned());
            reading.find(Stage::Heading, Code::UnknownHeading, at, &[heading, &expected]);
        }
    }

    /// The column with this heading.
    pub(crate) fn column(&self, heading: &Heading) -> Option<usize> {
        self.columns.iter().find(|(_, english)| *english == heading.english).map(|(column, _)| *column)
    }

    /// A heading in the language of this sheet's.
    pub(crate) fn called(&self, heading: &'static Heading) -> &'static str {
        if self.is_spanish { heading.spanish } else { heading.english }
    }

    /// The place of a cell.
    pub(crate) fn at(&self, row: usize, column: usize) -> At {
        self.sheet.at(row, column)
    }

    /// The place of the cell under a heading, or of the row's first cell.
    pub(crate) fn at_heading(&self, row: usize, heading: &Heading) -> At {
        self.at(row, self.column(heading).unwrap_or(1))
    }
}

/// The rows that are read: rules are made of a part of what cards may have.
fn rows_of<'a>(sheet: &Sheet, kind: Kind, rows: &'a [Row], reading: &mut Reading) -> &'a [Row] {
    if matches!(kind, Kind::Subjects | Kind::Findings | Kind::Words) {
        return rows;
    }
    let Some((read, rest)) = rows.split_at_checked(RULES) else { return rows };
    if let Some(row) = rest.first() {
        reading.find(Stage::File, Code::TooManyRows, sheet.at(row.number, 1), &[&RULES.to_string()]);
    }
    read
}

/// The place of the row that has the headings: the first with all that must be there, else the one that knows most.
fn head(sheet: &Sheet, kind: Kind, also: &dyn Fn(&str) -> bool) -> Option<usize> {
    let required = kind.headings().get(..kind.required()).unwrap_or_default();
    let mut best = (0, None);
    for (index, row) in sheet.rows.iter().take(LOOKED_AT).enumerate() {
        let texts: Vec<String> = row.cells.iter().filter_map(|cell| text(&cell.value)).collect();
        let found: Vec<&str> =
            texts.iter().filter_map(|text| kind.heading(text)).map(|heading| heading.english).collect();
        let whole = !required.is_empty() && required.iter().all(|heading| found.contains(&heading.english));
        // A title of one cell that happens to be a heading has no other beside it.
        if whole && (found.len() > 1 || texts.len() > 1 || required.len() > 1) {
            return Some(index);
        }
        let known = found.len() + texts.iter().filter(|text| also(text)).count();
        if known > best.0 {
            best = (known, Some(index));
        }
    }
    best.1
}

/// The kind that a sheet without a telling name is by its headings, and how many of them say so.
pub(crate) fn kind_by_headings(sheet: &Sheet) -> Option<Kind> {
    // The kinds with the most telling headings come first.
    let telling = [
        Kind::Rules,
        Kind::Words,
        Kind::Bands,
        Kind::Settings,
        Kind::Findings,
        Kind::Provisions,
        Kind::Subjects,
    ];
    telling.into_iter().find(|kind| {
        sheet.rows.iter().take(LOOKED_AT).any(|row| {
            let texts: Vec<String> = row.cells.iter().filter_map(|cell| text(&cell.value)).collect();
            let own = |name: &str| {
                texts.iter().any(|text| kind.heading(text).is_some_and(|one| one.english == name))
            };
            match kind {
                Kind::Rules => own("Kind") && own("Needs"),
                Kind::Words => own("What") && own("Id"),
                Kind::Bands => own("Grade") && own("From"),
                Kind::Settings => own("Setting") && own("Value"),
                // A sheet of provisions may call ids codes, and has findings, too.
                Kind::Findings => {
                    let is_of_provisions = texts.iter().filter_map(|text| Kind::Provisions.heading(text));
                    let mut counted = is_of_provisions.map(|one| one.english);
                    let is_counted = counted.any(|name| matches!(name, "Id" | "Points" | "In law?"));
                    own("Subject") && own("Provision") && (own("Finding") || own("Citation")) && !is_counted
                }
                Kind::Provisions => {
                    own("Provision") && texts.len() > 1 || own("Id") && (own("Points") || own("In law?"))
                }
                Kind::Subjects => (own("Subject") || own("Name")) && texts.len() > 2,
                Kind::Results | Kind::ReadMe => false,
            }
        })
    })
}

/// What a heading says.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number { text, .. } | Value::Date(text) => {
            Some(plain(text)).filter(|text| !text.is_empty())
        }
        Value::Truth(_) | Value::Error(_) | Value::Unsaved | Value::TooLong => None,
    }
}
