//! How much of a file is read. All of it is chosen so that no file takes more than 256 MB of memory.

use scoring::diagnose::Code;

use crate::sheet::{Cell, Row, Sheet, Value};

/// The largest file, in bytes.
pub const FILE: usize = 16 * MEGABYTE;
/// The largest part of a packed file once it is unpacked, in bytes.
pub const UNPACKED: usize = 48 * MEGABYTE;
/// The most rows with something in them that a sheet may have.
pub const ROWS: usize = 20_000;
/// The most rows of a sheet that says rules.
pub const RULES: usize = 2_000;
/// The last column that may have something in it.
pub const COLUMNS: usize = 1_000;
/// The most cells with something in them that a file may have.
pub const CELLS: usize = 250_000;
/// The most bytes that all texts of a file may take, those that are repeated counted each time.
const TEXT: usize = 32 * MEGABYTE;
/// The most sheets that are read.
pub const SHEETS: usize = 100;
/// The most characters in a cell: as many as Excel lets in.
pub const CHARACTERS: usize = 32_767;

/// A million bytes and a bit.
pub const MEGABYTE: usize = 1 << 20;

/// What is still allowed in a file.
pub(super) struct Allowance {
    cells: usize,
    text: usize,
}

/// Too much was found: what, and how much is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TooMuch {
    pub code: Code,
    pub most: usize,
    /// The row and column in which it was noticed, if it is about a sheet.
    pub at: Option<(usize, usize)>,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { cells: CELLS, text: TEXT }
    }
}

impl Allowance {
    /// Adds a cell to a sheet, whose cells come row by row and column by column.
    pub(super) fn put(
        &mut self,
        sheet: &mut Sheet,
        row: usize,
        column: usize,
        value: Value,
    ) -> Result<(), TooMuch> {
        let at = Some((row, column));
        if column > COLUMNS {
            return Err(TooMuch { code: Code::TooManyColumns, most: COLUMNS, at });
        }
        let length = match &value {
            Value::Text(text) | Value::Number { text, .. } | Value::Date(text) | Value::Error(text) => {
                text.len()
            }
            Value::Truth(_) | Value::Unsaved | Value::TooLong => 0,
        };
        let too_large = TooMuch { code: Code::FileTooLarge, most: FILE / MEGABYTE, at: None };
        self.cells = self.cells.checked_sub(1).ok_or_else(|| too_large.clone())?;
        self.text = self.text.checked_sub(length).ok_or(too_large)?;
        let value = match value {
            Value::Text(text) if text.chars().nth(CHARACTERS).is_some() => Value::TooLong,
            value => value,
        };
        let count = sheet.rows.len();
        match sheet.rows.last_mut() {
            Some(last) if last.number == row => last.cells.push(Cell { column, value }),
            // A file that numbers its rows backwards is not one that a spreadsheet has written.
            Some(last) if last.number > row => {}
            _ if count >= ROWS => return Err(TooMuch { code: Code::TooManyRows, most: ROWS, at }),
            _ => sheet.rows.push(Row { number: row, cells: vec![Cell { column, value }] }),
        }
        Ok(())
    }
}
