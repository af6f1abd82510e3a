//! An author's workbook while it is edited: its sheets, with every step to be undone and redone.

mod block;
mod change;

use serde::{Deserialize, Serialize};

use crate::file::limits::{COLUMNS, ROWS};
use crate::file::{self, File};
use crate::sheet::{Cell, Sheet, Value};
use crate::write::csv;
use crate::{Kind, card_file};
pub use block::{Block, block, text};
use change::Change;

/// How many steps can be undone.
const STEPS: usize = 500;

/// A workbook that is edited. Rows and columns are counted from 1, as a spreadsheet shows them.
#[derive(Clone, Debug, Default)]
pub struct Book {
    file: File,
    undo: Vec<Vec<Change>>,
    redo: Vec<Vec<Change>>,
}

/// A place in a workbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Spot {
    /// The index of the sheet, from 0.
    pub sheet: usize,
    /// The row, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
}

impl From<File> for Book {
    fn from(mut file: File) -> Self {
        let ends = file.sheets.iter().map(|sheet| sheet.size().0).collect::<Vec<_>>();
        let begins = file.sheets.iter().skip(1).map(|sheet| sheet.rows.first().map_or(0, |row| row.number));
        // The sheets of one text stand below each other in it. Each by itself begins with its first row.
        if ends.len() > 1 && ends.iter().zip(begins).all(|(end, begin)| begin > *end) {
            for sheet in &mut file.sheets {
                let before = sheet.rows.first().map_or(0, |row| row.number.saturating_sub(1));
                sheet.rows.iter_mut().for_each(|row| row.number -= before);
            }
        }
        Self { file, ..Self::default() }
    }
}

impl Book {
    /// A workbook of these sheets, of which nothing is to be said.
    pub fn of(sheets: Vec<Sheet>) -> Self {
        File { sheets, found: Vec::new() }.into()
    }

    /// The sheets as they are now, with what was said when the file was read: see [`crate::read_sheets`].
    pub fn file(&self) -> &File {
        &self.file
    }

    /// The sheets as they are now.
    pub fn sheets(&self) -> &[Sheet] {
        &self.file.sheets
    }

    /// What a cell shows.
    pub fn shown(&self, at: Spot) -> String {
        let sheet = self.file.sheets.get(at.sheet);
        sheet.and_then(|sheet| sheet.value(at.row, at.column)).map(Value::shown).unwrap_or_default()
    }

    /// Writes a text into a cell; an empty one clears it. Gives whether anything is another now.
    pub fn write(&mut self, at: Spot, text: &str) -> bool {
        self.shown(at) != text && self.paste(at, &[vec![text.to_owned()]]) == 0
    }

    /// Writes a block of texts, as it was copied from a spreadsheet, with its first cell here: one step. Gives how many
    /// cells were left out, since a sheet ends before them.
    pub fn paste(&mut self, at: Spot, block: &[Vec<String>]) -> usize {
        let (mut step, mut left_out) = (Vec::new(), 0);
        for (number, texts) in (at.row..).zip(block) {
            if number > ROWS || number == 0 {
                left_out += texts.len();
                continue;
            }
            let mut row = self.row(at.sheet, number);
            for (column, text) in (at.column..).zip(texts) {
                match column {
                    1..=COLUMNS => put(&mut row, column, Value::typed(text)),
                    _ => left_out += 1,
                }
            }
            if row != self.row(at.sheet, number) {
                step.push(Change::Row { sheet: at.sheet, number, cells: row });
            }
        }
        self.take(step);
        left_out
    }

    /// Clears a block of cells: one step. What lies beyond the last cell that has something in it is not looked at.
    pub fn clear(&mut self, at: Spot, rows: usize, columns: usize) {
        let (last, last_column) = self.file.sheets.get(at.sheet).map_or((0, 0), Sheet::size);
        let rows = rows.min((last + 1).saturating_sub(at.row));
        let columns = columns.min((last_column + 1).saturating_sub(at.column));
        self.paste(at, &vec![vec![String::new(); columns]; rows]);
    }

    /// Puts a column in the place of the one on its right, which comes before it: one step.
    pub fn move_right(&mut self, sheet: usize, column: usize) {
        if column == 0 || column >= COLUMNS {
            return;
        }
        let rows = self.file.sheets.get(sheet).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        let moved = rows.iter().filter_map(|row| {
            let mut cells = row.cells.clone();
            for cell in &mut cells {
                cell.column = match cell.column {
                    at if at == column => column + 1,
                    at if at == column + 1 => column,
                    at => at,
                };
            }
            cells.sort_by_key(|cell| cell.column);
            (cells != row.cells).then_some(Change::Row { sheet, number: row.number, cells })
        });
        let moved = moved.collect();
        self.take(moved);
    }

    /// Takes a sheet out, and gives whether it was: the last one stays.
    pub fn remove_sheet(&mut self, index: usize) -> bool {
        let is_one_of_several = index < self.file.sheets.len() && self.file.sheets.len() > 1;
        if is_one_of_several {
            self.take(vec![Change::Sheet { index, sheet: None }]);
        }
        is_one_of_several
    }

    /// Gives a sheet another name, and gives whether it has it: it is none that another has, and not empty.
    pub fn rename_sheet(&mut self, index: usize, name: &str) -> bool {
        let name = name.trim();
        let has = |sheet: &Sheet| {
            sheet.name.as_deref().is_some_and(|other| other.to_lowercase() == name.to_lowercase())
        };
        let mut others = self.file.sheets.iter().enumerate().filter(|(other, _)| *other != index);
        if name.is_empty() || index >= self.file.sheets.len() || others.any(|(_, sheet)| has(sheet)) {
            return false;
        }
        if self.file.sheets.get(index).and_then(|sheet| sheet.name.as_deref()) != Some(name) {
            self.take(vec![Change::Name { sheet: index, name: Some(name.to_owned()) }]);
        }
        true
    }

    /// Puts an empty row above a row. Nothing, where the last row that there may be is taken.
    pub fn insert_row(&mut self, sheet: usize, number: usize) {
        let is_full = self.file.sheets.get(sheet).is_none_or(|sheet| sheet.size().0 >= ROWS);
        if !is_full && number > 0 {
            self.take(vec![Change::Insert { sheet, number }]);
        }
    }

    /// Takes a row out; those below it move up.
    pub fn remove_row(&mut self, sheet: usize, number: usize) {
        if self.file.sheets.get(sheet).is_some_and(|sheet| number <= sheet.size().0) && number > 0 {
            let emptied = Change::Row { sheet, number, cells: Vec::new() };
            self.take(vec![emptied, Change::Remove { sheet, number }]);
        }
    }

    /// Puts a row in the place of the one below it, which comes above it.
    pub fn move_down(&mut self, sheet: usize, number: usize) {
        if number > 0 && number < ROWS {
            let (row, below) = (self.row(sheet, number), self.row(sheet, number + 1));
            self.take(vec![
                Change::Row { sheet, number, cells: below },
                Change::Row { sheet, number: number + 1, cells: row },
            ]);
        }
    }

    /// Adds a sheet of a kind with its headings in a language, and gives its index.
    pub fn add_sheet(&mut self, kind: Kind, language: &str) -> usize {
        let index = self.file.sheets.len();
        let headings =
            kind.headings().iter().map(|heading| Value::Text(heading.name_in(language).to_owned()));
        let cells = (1..).zip(headings).map(|(column, value)| Cell { column, value }).collect();
        let rows = vec![crate::sheet::Row { number: 1, cells }];
        let sheet = Sheet { name: Some(kind.name_in(language).to_owned()), hidden: false, rows };
        // A text that has one sheet gives it no name; beside others it needs one.
        self.take(vec![Change::Sheet { index, sheet: Some(sheet) }]);
        index
    }

    /// Puts the sheets of another workbook in the place of all: one step, as everything else.
    pub fn replace(&mut self, other: Book) {
        if other.file.sheets != self.file.sheets {
            self.take(vec![Change::All { sheets: other.file.sheets }]);
        }
    }

    /// Takes the last step back. Gives the place of it, if there is one.
    pub fn undo(&mut self) -> Option<Spot> {
        let step = self.undo.pop()?;
        let (inverse, spot) = self.applied(step);
        self.redo.push(inverse);
        spot
    }

    /// Takes the last step that was taken back again.
    pub fn redo(&mut self) -> Option<Spot> {
        let step = self.redo.pop()?;
        let (inverse, spot) = self.applied(step);
        self.undo.push(inverse);
        spot
    }

    /// Whether there is a step to be undone.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to be redone.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The workbook as a text that [`Self::restored`] reads: its sheets, and what was said when the file was read.
    pub fn kept(&self) -> String {
        serde_json::to_string(&self.file).unwrap_or_default()
    }

    /// The workbook that was kept as a text; nothing, where the text is damaged.
    pub fn restored(text: &str) -> Option<Self> {
        let file: File = serde_json::from_str(text).ok()?;
        let rising = |sheet: &Sheet| {
            sheet.rows.is_sorted_by(|one, next| one.number < next.number)
                && sheet.rows.iter().all(|row| row.cells.is_sorted_by(|one, next| one.column < next.column))
        };
        file.sheets.iter().all(rising).then(|| Self { file, ..Self::default() })
    }

    fn row(&self, sheet: usize, number: usize) -> Vec<Cell> {
        let row = self.file.sheets.get(sheet).and_then(|sheet| sheet.row(number));
        row.map(|row| row.cells.clone()).unwrap_or_default()
    }

    fn take(&mut self, step: Vec<Change>) {
        if step.is_empty() {
            return;
        }
        let (inverse, _) = self.applied(step);
        self.redo.clear();
        self.undo.push(inverse);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    /// Makes the changes, and gives those that take them back, and where the first of them is.
    fn applied(&mut self, step: Vec<Change>) -> (Vec<Change>, Option<Spot>) {
        let spot = step.first().map(Change::spot);
        let mut inverse: Vec<Change> =
            step.into_iter().filter_map(|change| change.applied(&mut self.file.sheets)).collect();
        inverse.reverse();
        (inverse, spot)
    }
}

/// The sheets that a [card file](card_file) says the same as; nothing, where the bytes are not meant as one.
pub fn sheets_of_card_file(bytes: &[u8]) -> Option<File> {
    if !card_file::is_meant(bytes) {
        return None;
    }
    let brought = card_file::read_bytes(bytes);
    let sheets = brought.contents().map(|contents| file::read("", csv(&contents).as_bytes()).sheets);
    Some(File { sheets: sheets.unwrap_or_default(), found: brought.found })
}

/// Puts a value into a row's cells, or takes it out.
fn put(cells: &mut Vec<Cell>, column: usize, value: Option<Value>) {
    match (cells.binary_search_by_key(&column, |cell| cell.column), value) {
        (Ok(place), None) => drop(cells.remove(place)),
        (Ok(place), Some(value)) => {
            if let Some(cell) = cells.get_mut(place).filter(|cell| cell.value.shown() != value.shown()) {
                cell.value = value;
            }
        }
        (Err(_), None) => {}
        (Err(place), Some(value)) => cells.insert(place, Cell { column, value }),
    }
}
