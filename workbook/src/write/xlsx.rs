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
const WIDTHS: (usize, usize) = (8, 60);
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
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_title(&contents.framework.title).set_creation_datetime(&made),
    );
    let pages = pages(contents);
    explain(workbook.add_worksheet(), contents, &pages, words)?;
    for page in &pages {
        sheet(workbook.add_worksheet(), page)?;
    }
    workbook.save_to_buffer()
}

fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

/// Texts keep what was typed: no date is made of them, and long ones go on in the next line.
fn plain() -> Format {
    Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top)
}

fn explain(
    sheet: &mut Worksheet,
    contents: &Contents<'_>,
    pages: &[Page],
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.set_name(Kind::ReadMe.name())?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 100)?;
    sheet.write_string_with_format(0, 0, &contents.framework.title, &heading().unset_text_wrap())?;
    sheet.write_string_with_format(1, 1, say::workbook::about(words), &plain())?;
    let mut row = 3;
    for page in pages {
        let text = match page.kind {
            Kind::Settings => say::workbook::settings(words),
            Kind::Provisions => say::workbook::provisions(words),
            Kind::Rules => say::workbook::rules(words),
            Kind::Bands => say::workbook::bands(words),
            Kind::Results => say::workbook::results(words),
            Kind::Subjects => say::workbook::subjects(words),
            Kind::Words => say::workbook::words(words),
            Kind::ReadMe => continue,
        };
        sheet.write_string_with_format(row, 0, page.kind.name(), &heading())?;
        sheet.write_string_with_format(row, 1, text, &plain())?;
        row += 1;
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    sheet.set_name(page.kind.name())?;
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
