//! Sheets as they are, written as a workbook or a text: what an author takes away, mistakes and all.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::csv::line;
use super::xlsx::{WIDTHS, plain};
use crate::sheet::{Cell, Sheet, Value};

/// The sheets as a workbook. Numbers stay numbers, percentages are shown as such, and all else is text, formulas by the
/// value that they had.
///
/// # Errors
/// When a sheet has more than a workbook can.
pub fn sheets_xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&super::xlsx::properties("")?);
    let (plain, percent) = (plain(), Format::new().set_num_format("0.############%"));
    let mut names: Vec<String> = Vec::new();
    for (sheet, number) in sheets.iter().zip(1..) {
        let worksheet = workbook.add_worksheet();
        // What is no name for a workbook's sheet, or stands there already, gets a number.
        let name =
            sheet.name.clone().filter(|name| !names.iter().any(|known| known.eq_ignore_ascii_case(name)));
        let name = name.unwrap_or_else(|| format!("Sheet {number}"));
        if worksheet.set_name(&name).is_err() {
            worksheet.set_name(format!("Sheet {number}"))?;
        }
        worksheet.set_hidden(sheet.hidden && number > 1);
        names.push(name);
        write(worksheet, sheet, [&plain, &percent])?;
    }
    workbook.save_to_buffer()
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet, [plain, percent]: [&Format; 2]) -> Result<(), XlsxError> {
    let mut widest: Vec<usize> = Vec::new();
    for row in &sheet.rows {
        let number = u32::try_from(row.number.saturating_sub(1)).unwrap_or(u32::MAX);
        for Cell { column, value } in &row.cells {
            let place = column.saturating_sub(1);
            let column = u16::try_from(place).unwrap_or(u16::MAX);
            let shown = value.shown();
            widest.resize(widest.len().max(place + 1), 0);
            if let Some(widest) = widest.get_mut(place) {
                *widest = (*widest).max(shown.chars().count());
            }
            match value {
                Value::Number { text, percent: is_percent } => match text.parse::<f64>() {
                    Ok(figure) if *is_percent => {
                        worksheet.write_number_with_format(number, column, figure / 100.0, percent)?
                    }
                    Ok(figure) => worksheet.write_number(number, column, figure)?,
                    Err(_) => worksheet.write_string_with_format(number, column, shown, plain)?,
                },
                Value::Truth(truth) => worksheet.write_boolean(number, column, *truth)?,
                Value::Unsaved | Value::TooLong => continue,
                Value::Text(_) | Value::Date(_) | Value::Error(_) => {
                    worksheet.write_string_with_format(number, column, shown, plain)?
                }
            };
        }
    }
    for (width, column) in widest.into_iter().zip(0_u16..) {
        let width = (width + 2).clamp(WIDTHS.0, WIDTHS.1);
        worksheet.set_column_width(column, u16::try_from(width).unwrap_or_default())?;
    }
    Ok(())
}

/// A sheet as a text with commas, each row in its own line. No cell begins like a formula.
pub fn sheet_csv(sheet: &Sheet) -> String {
    let (rows, columns) = sheet.size();
    let mut text = String::new();
    for number in 1..=rows {
        let row = sheet.row(number);
        let mut cells = vec![String::new(); columns];
        for cell in row.iter().flat_map(|row| &row.cells) {
            if let Some(place) = cells.get_mut(cell.column.saturating_sub(1)) {
                *place = cell.value.shown();
            }
        }
        line(&mut text, cells.iter().map(String::as_str), columns);
    }
    text
}
