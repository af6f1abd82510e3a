//! From rules and cards to a workbook that reads back to the same.

mod csv;
mod findings;
mod pages;
mod parts;
mod rules;
mod sheets;
mod subjects;
mod translated;
mod xlsx;

use std::collections::BTreeMap;

use scoring::cards::{Card, Findings, SubjectFindings};
use scoring::rules::Rules;
use scoring::rules::file::{Framework, FrameworkWords};

pub use csv::{csv, subject_table};
pub(crate) use findings::each as each_subject_finding;
pub use sheets::{sheet_csv, sheets_xlsx};
pub use xlsx::{XlsxError, xlsx};

/// What a workbook is written of.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The rules that it compiles to.
    pub rules: &'a Rules,
    /// The cards.
    pub cards: &'a [Card],
    /// What stands beside the provisions.
    pub findings: &'a Findings,
    /// What was found for each of several cards.
    pub subject_findings: &'a SubjectFindings,
    /// The words of other languages, by their tag.
    pub words: &'a BTreeMap<String, FrameworkWords>,
}

/// A sheet as it is written: a row of headings and the rows below them.
pub(crate) struct Page {
    pub kind: crate::Kind,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

/// A column as it is written.
pub(crate) struct Column {
    pub heading: String,
    /// Whether its cells are numbers wherever they can be.
    pub is_number: bool,
    /// What may stand in it; anything where the list is empty.
    pub allowed: Vec<&'static str>,
}

impl Page {
    /// A page without the columns that nothing stands in, save the first few.
    fn without_empty_columns(mut self, kept: usize) -> Self {
        let is_filled = |column: usize| {
            column < kept || self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
        };
        let filled: Vec<bool> = (0..self.columns.len()).map(is_filled).collect();
        let mut keep = filled.iter();
        self.columns.retain(|_| *keep.next().unwrap_or(&true));
        for row in &mut self.rows {
            let mut keep = filled.iter();
            row.retain(|_| *keep.next().unwrap_or(&true));
        }
        self
    }
}
