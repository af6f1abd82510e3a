//! Reading cells: what is in them, how it was tidied, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use scoring::diagnose::{At, Code, Diagnostic, Severity};
use scoring::exact::Fraction;

use crate::file::limits::CHARACTERS;
use crate::grid::Grid;
use crate::kind::Heading;
use crate::sheet::{Row, Value};
use crate::tidy;

/// The order in which mistakes are told: what makes others comes before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    File,
    Column,
    Heading,
    Cell,
    Rules,
    Cards,
    Words,
}

/// What was found so far.
#[derive(Default)]
pub(crate) struct Reading {
    found: Vec<(Stage, Diagnostic)>,
    /// What was tidied or filled, once a column: by what it was, the sheet and the column.
    noted: BTreeMap<(Code, String, usize), Noted>,
}

/// How cells of a column were read.
struct Noted {
    first: At,
    details: Vec<String>,
    cells: usize,
}

/// What a cell holds, as one line of text.
struct Content {
    text: String,
    is_date: bool,
}

impl Reading {
    /// Notes what is wrong somewhere.
    pub(crate) fn find(&mut self, stage: Stage, code: Code, at: At, details: &[&str]) {
        let details: Vec<String> = details.iter().map(|detail| shortened(detail)).collect();
        self.found.push((stage, Diagnostic { code, at, details }));
    }

    /// Takes in what others have found.
    pub(crate) fn take(&mut self, stage: Stage, found: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(found.into_iter().map(|one| (stage, one)));
    }

    /// Whether a mistake of this stage or one before it was found.
    pub(crate) fn is_wrong_until(&self, stage: Stage) -> bool {
        self.found.iter().any(|(of, one)| *of <= stage && one.severity() == Severity::Error)
    }

    /// Notes that something was read in another way than it is written; told once a column.
    pub(crate) fn note(&mut self, code: Code, at: At, details: &[&str]) {
        let (sheet, _, column) = place(&at);
        let key = (code, sheet, column);
        let details = || details.iter().map(|detail| shortened(detail)).collect();
        let new = || Noted { first: at, details: details(), cells: 0 };
        self.noted.entry(key).or_insert_with(new).cells += 1;
    }

    /// Takes in what was found in reading something else, where `is_told` says so.
    pub(crate) fn merge(&mut self, other: Reading, is_told: impl Fn(&Diagnostic) -> bool) {
        self.found.extend(other.found.into_iter().filter(|(_, one)| is_told(one)));
        for (key, noted) in other.noted {
            self.noted.entry(key).or_insert(noted);
        }
    }

    /// Everything that was found: mistakes, warnings, notes; and of each what causes others first.
    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        let notes = self.noted.into_iter().map(|((code, _, _), Noted { first, mut details, cells })| {
            details.push(cells.to_string());
            (Stage::Cell, Diagnostic { code, at: first, details })
        });
        let mut found: Vec<(Stage, Diagnostic)> = self.found.into_iter().chain(notes).collect();
        let rank = |severity: Severity| match severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        };
        found.sort_by_key(|(stage, one)| (rank(one.severity()), *stage));
        let (mut seen, mut places) = (BTreeSet::new(), BTreeSet::new());
        let mut is_told = |one: &Diagnostic| {
            let place = place(&one.at);
            // One cause is told once: a name that is unknown everywhere, an id that is repeated in its row, and a
            // cell that could not be read is not missing besides.
            let where_told = match one.code {
                Code::UnknownProvision | Code::UnknownSubject => None,
                Code::RepeatedId => Some((place.0.clone(), place.1, 0)),
                _ => Some(place.clone()),
            };
            let is_missing = matches!(one.code, Code::NoAnswer | Code::MissingCell);
            let is_missing_besides = is_missing && places.contains(&place);
            places.insert(place);
            seen.insert((one.code, one.details.clone(), where_told)) && !is_missing_besides
        };
        found.into_iter().map(|(_, one)| one).filter(|one| is_told(one)).collect()
    }

    /// The text under a heading, in one line; nothing where there is none.
    pub(crate) fn text(&mut self, grid: &Grid<'_>, row: &Row, heading: &Heading) -> Option<String> {
        let column = grid.column(heading)?;
        self.text_in(grid, row, column)
    }

    /// The text in a column.
    pub(crate) fn text_in(&mut self, grid: &Grid<'_>, row: &Row, column: usize) -> Option<String> {
        let at = grid.at(row.number, column);
        let content = self.content(row.value(column)?, &at)?;
        if content.is_date {
            self.find(Stage::Cell, Code::DateForNumber, at, &[&content.text]);
            return None;
        }
        Some(content.text)
    }

    /// The text under a heading; that there is none is a mistake.
    pub(crate) fn needed_text(
        &mut self,
        grid: &Grid<'_>,
        row: &Row,
        heading: &'static Heading,
    ) -> Option<String> {
        let text = self.text(grid, row, heading);
        let is_empty = grid.column(heading).is_none_or(|column| row.value(column).is_none());
        if text.is_none() && is_empty {
            let at = grid.at_heading(row.number, heading);
            self.find(Stage::Cell, Code::MissingCell, at, &[grid.called(heading)]);
        }
        text
    }

    /// The number under a heading.
    pub(crate) fn number(&mut self, grid: &Grid<'_>, row: &Row, heading: &Heading) -> Option<Fraction> {
        let column = grid.column(heading)?;
        let text = self.text_in(grid, row, column)?;
        self.as_number(&text, grid.at(row.number, column))
    }

    /// The number that a text is.
    pub(crate) fn as_number(&mut self, text: &str, at: At) -> Option<Fraction> {
        let Some(number) = tidy::number(text) else {
            self.find(Stage::Cell, Code::BadNumber, at, &[text]);
            return None;
        };
        if text.parse::<Fraction>().is_err() {
            self.note(Code::Tidied, at, &[text, &number.to_string()]);
        }
        Some(number)
    }

    /// The whole number under a heading, such as a year or a depth.
    pub(crate) fn whole(&mut self, grid: &Grid<'_>, row: &Row, heading: &Heading) -> Option<u16> {
        let column = grid.column(heading)?;
        let text = self.text_in(grid, row, column)?;
        let at = grid.at(row.number, column);
        let whole = text.parse().ok();
        if whole.is_none() {
            self.find(Stage::Cell, Code::BadNumber, at, &[&text]);
        }
        whole
    }

    /// One of several words under a heading, each with its other names as [`tidy::key`] gives them.
    pub(crate) fn choice(
        &mut self,
        grid: &Grid<'_>,
        row: &Row,
        heading: &Heading,
        choices: &[(&'static str, &[&str])],
    ) -> Option<&'static str> {
        let column = grid.column(heading)?;
        let text = self.text_in(grid, row, column)?;
        self.as_choice(&text, grid.at(row.number, column), choices)
    }

    /// The word that a text is.
    pub(crate) fn as_choice(
        &mut self,
        text: &str,
        at: At,
        choices: &[(&'static str, &[&str])],
    ) -> Option<&'static str> {
        let key = tidy::key(text);
        let chosen =
            choices.iter().find(|(name, others)| tidy::key(name) == key || others.contains(&key.as_str()));
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.find(Stage::Cell, Code::BadChoice, at, &[text, &names.join(", ")]);
        }
        chosen.map(|(name, _)| *name)
    }

    /// What is in a cell, as people see it. What cannot be read is told and left out.
    pub(crate) fn shown(&mut self, value: &Value, at: &At) -> Option<String> {
        self.content(value, at).map(|content| content.text)
    }

    fn content(&mut self, value: &Value, at: &At) -> Option<Content> {
        let plain = |text: String| Some(Content { text, is_date: false });
        match value {
            Value::Text(text) => {
                let tidied = tidy::plain(text);
                if Value::is_error(&tidied) {
                    self.find(Stage::Cell, Code::ErrorCell, at.clone(), &[&tidied]);
                    return None;
                }
                if tidied != *text {
                    self.note(Code::Tidied, at.clone(), &[text, &tidied]);
                }
                plain(tidied).filter(|content| !content.text.is_empty())
            }
            Value::Number { text, percent: false } => plain(text.clone()),
            Value::Number { text, percent: true } => plain(format!("{text}%")),
            Value::Truth(truth) => plain(if *truth { "yes" } else { "no" }.to_owned()),
            Value::Date(text) => Some(Content { text: text.clone(), is_date: true }),
            Value::Error(error) => {
                self.find(Stage::Cell, Code::ErrorCell, at.clone(), &[error]);
                None
            }
            Value::Unsaved => {
                self.find(Stage::Cell, Code::NoValue, at.clone(), &[]);
                None
            }
            Value::TooLong => {
                self.find(Stage::Cell, Code::CellTooLong, at.clone(), &[&CHARACTERS.to_string()]);
                None
            }
        }
    }
}

/// A place by its sheet, row and column.
fn place(at: &At) -> (String, usize, usize) {
    match at {
        At::Sheet { sheet, row, column } => (sheet.clone(), *row, *column),
        At::Cell { row, column } => (String::new(), *row, *column),
        At::Json(pointer) => (pointer.clone(), 0, 0),
        At::Position { line, column } => (String::new(), *line, *column),
        At::File => (String::new(), 0, 0),
    }
}

/// A detail at most so long that a line can show it, without line breaks.
fn shortened(detail: &str) -> String {
    const LONGEST: usize = 200;
    let seen = |letter: char| match letter {
        '\n' => '↵',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    let line: String = detail.chars().map(seen).collect();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
