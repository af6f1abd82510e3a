//! The smallest changes of a workbook, each with the one that takes it back.

use super::Spot;
use crate::sheet::{Cell, Row, Sheet};

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A row has these cells.
    Row { sheet: usize, number: usize, cells: Vec<Cell> },
    /// An empty row comes above a row.
    Insert { sheet: usize, number: usize },
    /// An empty row goes.
    Remove { sheet: usize, number: usize },
    /// A sheet has this name.
    Name { sheet: usize, name: Option<String> },
    /// These sheets are all there are.
    All { sheets: Vec<Sheet> },
    /// A sheet comes at an index, or the one there goes.
    Sheet { index: usize, sheet: Option<Sheet> },
}

impl Change {
    /// Where it is seen.
    pub(super) fn spot(&self) -> Spot {
        match self {
            Self::Row { sheet, number, .. }
            | Self::Insert { sheet, number }
            | Self::Remove { sheet, number } => Spot { sheet: *sheet, row: *number, column: 1 },
            Self::Name { sheet, .. } => Spot { sheet: *sheet, row: 1, column: 1 },
            Self::All { .. } => Spot { sheet: 0, row: 1, column: 1 },
            Self::Sheet { index, .. } => Spot { sheet: *index, row: 1, column: 1 },
        }
    }

    /// Makes it, and gives the change that takes it back; nothing, where there is no such sheet.
    pub(super) fn applied(self, sheets: &mut Vec<Sheet>) -> Option<Change> {
        match self {
            Self::Row { sheet, number, cells } => {
                let cells = with(&mut sheets.get_mut(sheet)?.rows, number, cells);
                Some(Self::Row { sheet, number, cells })
            }
            Self::Insert { sheet, number } => {
                let rows = &mut sheets.get_mut(sheet)?.rows;
                rows.iter_mut().filter(|row| row.number >= number).for_each(|row| row.number += 1);
                Some(Self::Remove { sheet, number })
            }
            Self::Remove { sheet, number } => {
                let rows = &mut sheets.get_mut(sheet)?.rows;
                rows.iter_mut().filter(|row| row.number > number).for_each(|row| row.number -= 1);
                Some(Self::Insert { sheet, number })
            }
            Self::Name { sheet, name } => {
                let name = std::mem::replace(&mut sheets.get_mut(sheet)?.name, name);
                Some(Self::Name { sheet, name })
            }
            Self::All { sheets: others } => Some(Self::All { sheets: std::mem::replace(sheets, others) }),
            Self::Sheet { index, sheet: Some(sheet) } => {
                sheets.insert(index.min(sheets.len()), sheet);
                Some(Self::Sheet { index, sheet: None })
            }
            Self::Sheet { index, sheet: None } => {
                let sheet = (index < sheets.len()).then(|| sheets.remove(index));
                Some(Self::Sheet { index, sheet })
            }
        }
    }
}

/// Puts cells in the place of a row's, and gives those that were there. An empty row is left out.
fn with(rows: &mut Vec<Row>, number: usize, cells: Vec<Cell>) -> Vec<Cell> {
    match rows.binary_search_by_key(&number, |row| row.number) {
        Ok(place) if cells.is_empty() => rows.remove(place).cells,
        Ok(place) => match rows.get_mut(place) {
            Some(row) => std::mem::replace(&mut row.cells, cells),
            None => Vec::new(),
        },
        Err(_) if cells.is_empty() => Vec::new(),
        Err(place) => {
            rows.insert(place, Row { number, cells });
            Vec::new()
        }
    }
}
