//! What can be wrong with a framework, a table of cards or their words, in one type: what it is called, how bad it is,
//! where, what was found and what to do. The sentences are those of a language.

mod code;
mod sentences;

pub use code::Code;

use serde::{Deserialize, Serialize};

use crate::{Words, say};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Diagnostic {
    /// Its name, for programs and manuals.
    pub code: Code,
    /// Where it is.
    pub at: At,
    /// What the sentence names: ids and figures as the file has them, in the order of the sentence.
    pub details: Vec<String>,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It must be mended: rules with an error cannot be used, and in a table only the rest can.
    Error,
    /// Everything can be used; an author may have meant something else.
    Warning,
    /// Nothing is wrong: it says how something was read that is not written as the format has it.
    Note,
}

impl Severity {
    /// Its name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum At {
    /// In a JSON file: a pointer (RFC 6901) such as `/parts/0/rungs/2/needs/1`.
    Json(String),
    /// In a text, where it cannot be read any further: both from 1.
    Position {
        /// The line.
        line: usize,
        /// The letter in it.
        column: usize,
    },
    /// In a table: both from 1, and rows as spreadsheets number them, so that the names stand in row 1.
    Cell {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// In a workbook: a cell as in a table, with the name of its sheet.
    Sheet {
        /// The sheet's name.
        sheet: String,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// Anywhere in the file, or all over it.
    File,
}

impl Diagnostic {
    /// Something wrong in a JSON file.
    pub fn in_json(code: Code, pointer: impl Into<String>, details: &[&str]) -> Self {
        Self::at(code, At::Json(pointer.into()), details)
    }

    /// Something wrong at a place.
    pub fn at(code: Code, at: At, details: &[&str]) -> Self {
        Self { code, at, details: details.iter().map(|detail| (*detail).to_owned()).collect() }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What was found, in a sentence.
    pub fn says(&self, words: &Words) -> String {
        self.code.says(words, &self.details)
    }

    /// What to do about it.
    pub fn hint(&self, words: &Words) -> String {
        self.code.hint(words)
    }

    /// Where the manual has it, from the project's folder: with the smallest file that it is wrong in.
    pub fn link(&self) -> String {
        self.code.link()
    }

    /// All of it in a line: the place, the sentence, what to do, the name.
    pub fn in_words(&self, words: &Words) -> String {
        let (at, says, hint) = (self.at.in_words(words), self.says(words), self.hint(words));
        format!("{at}: {says} {hint} [{}]", self.code.name())
    }
}

impl At {
    /// The place as a reader finds it.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            At::Json(pointer) if pointer.is_empty() => "/".to_owned(),
            At::Json(pointer) => pointer.clone(),
            At::Position { line, column } => {
                say::diagnostics::position(words, &line.to_string(), &column.to_string())
            }
            At::Cell { row, column } => say::diagnostics::cell(words, &row.to_string(), &letters(*column)),
            At::Sheet { sheet, row, column } => {
                say::diagnostics::sheet(words, sheet, &row.to_string(), &letters(*column))
            }
            At::File => say::diagnostics::file(words),
        }
    }
}

/// A column, from 1, as spreadsheets name it: A to Z, AA, AB.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while let Some(below) = rest.checked_sub(1) {
        letters.push(char::from(b'A' + u8::try_from(below % 26).unwrap_or_default()));
        rest = below / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        for (column, name) in
            [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
        {
            assert_eq!(letters(column), name);
        }
    }
}
