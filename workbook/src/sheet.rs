//! What a file holds before anything is known of what it means: sheets of rows of cells.

use scoring::diagnose::At;

/// A sheet. Rows and cells that are empty are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; a text without named sheets has none.
    pub name: Option<String>,
    /// Whether the author has hidden it.
    pub hidden: bool,
    /// The rows that have something in them, by rising number.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1, as the spreadsheet shows it.
    pub number: usize,
    /// The cells that have something in them, by rising column.
    pub cells: Vec<Cell>,
}

/// A cell that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column, from 1.
    pub column: usize,
    /// What is in it.
    pub value: Value,
}

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

impl Row {
    /// What is in a column.
    pub fn value(&self, column: usize) -> Option<&Value> {
        self.cells.iter().find(|cell| cell.column == column).map(|cell| &cell.value)
    }
}
