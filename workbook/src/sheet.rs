//! What a file holds before anything is known of what it means: sheets of rows of cells.

use scoring::diagnose::At;
use serde::{Deserialize, Serialize};

use crate::file::limits::CHARACTERS;

/// A sheet. Rows and cells that are empty are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Sheet {
    /// Its name; a text without named sheets has none.
    pub name: Option<String>,
    /// Whether the author has hidden it.
    pub hidden: bool,
    /// The rows that have something in them, by rising number.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Row {
    /// Its number, from 1, as the spreadsheet shows it.
    pub number: usize,
    /// The cells that have something in them, by rising column.
    pub cells: Vec<Cell>,
}

/// A cell that has something in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Cell {
    /// Its column, from 1.
    pub column: usize,
    /// What is in it.
    pub value: Value,
}

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Value {
    /// A text as it was written.
    Text(String),
    /// A number as the spreadsheet shows it without its format: `0.5` is `50` with `percent`.
    Number {
        /// Its digits, with a point among them.
        text: String,
        /// Whether it is shown with a percent sign.
        percent: bool,
    },
    /// True or false.
    Truth(bool),
    /// A date, such as `2026-01-31`.
    Date(String),
    /// An error, such as `#REF!`.
    Error(String),
    /// A formula whose value is not in the file.
    Unsaved,
    /// What was too long to be read.
    TooLong,
}

impl Value {
    /// A text as somebody types or pastes it; nothing where it is empty.
    pub fn typed(text: &str) -> Option<Self> {
        match text {
            text if text.trim().is_empty() => None,
            text if text.chars().nth(CHARACTERS).is_some() => Some(Self::TooLong),
            text if Self::is_error(text) => Some(Self::Error(text.trim().to_owned())),
            text => Some(Self::Text(text.to_owned())),
        }
    }

    /// What a cell shows, and what is edited in it. A value that is not there shows nothing.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.clone(),
            Self::Number { text, percent: false } => text.clone(),
            Self::Number { text, percent: true } => format!("{text}%"),
            Self::Truth(true) => "TRUE".to_owned(),
            Self::Truth(false) => "FALSE".to_owned(),
            Self::Unsaved | Self::TooLong => String::new(),
        }
    }

    /// Whether a text is what Excel or LibreOffice show in place of a value that a formula cannot have.
    pub(crate) fn is_error(text: &str) -> bool {
        const ERRORS: [&str; 7] = ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!"];
        let text = text.trim();
        let code = text.strip_prefix("Err:");
        ERRORS.contains(&text) || code.is_some_and(|code| code.bytes().all(|digit| digit.is_ascii_digit()))
    }
}

impl Sheet {
    /// The place of a cell in it.
    pub fn at(&self, row: usize, column: usize) -> At {
        match &self.name {
            Some(name) => At::Sheet { sheet: name.clone(), row, column },
            None => At::Cell { row, column },
        }
    }

    /// The row with a number.
    pub fn row(&self, number: usize) -> Option<&Row> {
        let place = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(place)
    }

    /// What is in a cell.
    pub fn value(&self, row: usize, column: usize) -> Option<&Value> {
        self.row(row)?.value(column)
    }

    /// The number of its last row and of its last column that have something in them; 0 where it is empty.
    pub fn size(&self) -> (usize, usize) {
        let rows = self.rows.last().map_or(0, |row| row.number);
        let columns = self.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max();
        (rows, columns.unwrap_or_default())
    }
}

impl Row {
    /// What is in a column.
    pub fn value(&self, column: usize) -> Option<&Value> {
        self.cells.iter().find(|cell| cell.column == column).map(|cell| &cell.value)
    }
}
