//! A workbook as XLSX.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook,
    Worksheet,
};
use scoring::{Words, say};

use super::pages::pages;
use super::{Column, Contents, Page};
use crate::Kind;

pub use rust_xlsxwriter::XlsxError;

/// The widest and the narrowest column, in characters.
pub(super) const WIDTHS: (usize, usize) = (8, 60);
/// How many empty rows below a sheet still offer what may be written.
const SPARE: u32 = 500;

/// The workbook as bytes: a sheet that explains itself in these words, then the sheets of the format, each with its
/// first row frozen, columns as wide as their texts, and what may be written as a list to choose from. The same
/// contents give the same bytes.
///
/// # Errors
/// When a text is longer than a cell can be, or a sheet has more rows than there can be.
pub fn xlsx(contents: &Contents<'_>, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&contents.framework.title)?);
    let pages = pages(contents);
    explain(workbook.add_worksheet(), contents, &pages, words)?;
    for page in &pages {
        sheet(workbook.add_worksheet(), page)?;
    }
    workbook.save_to_buffer()
}

/// The title, and always the same date.
pub(super) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

/// On paper, all columns stand side by side, under their headings on every page.
fn on_paper(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

/// Texts keep what was typed: no date is made of them, and long ones go on in the next line.
pub(super) fn plain() -> Format {
    Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top)
}

fn explain(
    sheet: &mut Worksheet,
    contents: &Contents<'_>,
    pages: &[Page],
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.set_name(Kind::ReadMe.name())?;
    on_paper(sheet)?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 100)?;
    sheet.write_string_with_format(0, 0, &contents.framework.title, &heading().unset_text_wrap())?;
    let about = say::workbook::about(words);
    as_high(sheet, 1, lines(&about, 100))?;
    sheet.write_string_with_format(1, 1, about, &plain())?;
    let mut row = 3;
    for page in pages {
        let text = match page.kind {
            Kind::Settings => say::workbook::settings(words),
            Kind::Provisions => say::workbook::provisions(words),
            Kind::Rules => say::workbook::rules(words),
            Kind::Bands => say::workbook::bands(words),
            Kind::Results => say::workbook::results(words),
            Kind::Subjects => say::workbook::subjects(words),
            Kind::Findings => say::workbook::findings(words),
            Kind::Words => say::workbook::words(words),
            Kind::ReadMe => continue,
        };
        sheet.write_string_with_format(row, 0, page.kind.name(), &heading())?;
        as_high(sheet, row, lines(&text, 100))?;
        sheet.write_string_with_format(row, 1, text, &plain())?;
        row += 1;
    }
    Ok(())
}

/// How many lines a text takes in a column of this width: a little more than its letters would need.
fn lines(text: &str, width: usize) -> usize {
    text.chars().count().div_ceil(width * 9 / 10).max(1)
}

/// Makes a row as high as so many lines; programs do not do so by themselves.
fn as_high(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    /// The height of a line and the most of a row, in points.
    const HEIGHTS: (u32, u32) = (15, 405);
    if lines > 1 {
        let height = u32::try_from(lines).unwrap_or(HEIGHTS.1).saturating_mul(HEIGHTS.0);
        sheet.set_row_height(row, height.min(HEIGHTS.1))?;
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    sheet.set_name(page.kind.name())?;
    on_paper(sheet)?;
    // Of subjects, the names stay where columns are moved through.
    sheet.set_freeze_panes(1, if page.kind == Kind::Subjects { 1 } else { 0 })?;
    let (heading, plain) = (heading(), plain());
    let rows = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    for (column, place) in page.columns.iter().zip(0_u16..) {
        let cells = page.rows.iter().filter_map(|row| row.get(usize::from(place)));
        let widest = cells.clone().map(|cell| cell.chars().count()).max().unwrap_or_default();
        let width = widest.max(column.heading.chars().count().min(20)) + 2;
        sheet.set_column_width(place, u16::try_from(width.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default())?;
        if !column.is_number {
            sheet.set_column_format(place, &plain)?;
        }
        sheet.write_string_with_format(0, place, &column.heading, &heading)?;
        for (cell, row) in cells.zip(1_u32..) {
            write(sheet, row, place, column, cell, &plain)?;
        }
        if !column.allowed.is_empty() {
            let list = DataValidation::new().allow_list_strings(&column.allowed)?;
            // Other words for the same are read as well, so that nobody is kept from writing them.
            let list = list.set_error_style(DataValidationErrorStyle::Information);
            sheet.add_data_validation(1, place, rows.saturating_add(SPARE), place, &list)?;
        }
    }
    for (cells, row) in page.rows.iter().zip(1_u32..) {
        as_high(sheet, row, cells.iter().map(|cell| lines(cell, WIDTHS.1)).max().unwrap_or(1))?;
    }
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    place: u16,
    column: &Column,
    cell: &str,
    plain: &Format,
) -> Result<(), XlsxError> {
    let number = cell.parse::<f64>().ok().filter(|number| column.is_number && number.to_string() == cell);
    match number {
        _ if cell.is_empty() => {}
        Some(number) => drop(sheet.write_number(row, place, number)?),
        None => drop(sheet.write_string_with_format(row, place, cell, plain)?),
    }
    Ok(())
}
