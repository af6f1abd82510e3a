//! Spreadsheets of LibreOffice and others (OpenDocument).

use super::limits::{Allowance, COLUMNS, ROWS, SHEETS, TooMuch};
use super::number::{self, Format};
use super::package::Package;
use super::xlsx::fill;
use super::xml::{Document, Element, Next};
use super::{Broken, Fault, File};
use crate::sheet::{Sheet, Value};

/// A cell that spans several rows or columns: where it is, and the last of them.
type Area = ((usize, usize), (usize, usize));

pub(super) fn read(bytes: &[u8], allowance: &mut Allowance, file: &mut File) -> Result<(), Fault> {
    let part = Package::open(bytes)?.part("content.xml")?;
    let mut document = Document::new(&part);
    let mut hidden = Vec::new();
    let mut style = String::new();
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        match element.name() {
            "style" => style = element.attribute("name").unwrap_or_default(),
            "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                hidden.push(style.clone());
            }
            "table" if file.sheets.len() < SHEETS => {
                let is_hidden = element.attribute("style-name").is_some_and(|style| hidden.contains(&style));
                let mut sheet =
                    Sheet { name: element.attribute("name"), hidden: is_hidden, ..Sheet::default() };
                let outcome = table(&mut document, allowance, &mut sheet);
                let too_much = matches!(outcome, Err(Fault::TooMuch(_)));
                file.take(sheet, outcome)?;
                if too_much {
                    past(&mut document)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Goes on to the end of a table.
fn past(document: &mut Document<'_>) -> Result<(), Broken> {
    while let Some(next) = document.next()? {
        if matches!(next, Next::Close(name) if name == "table") {
            break;
        }
    }
    Ok(())
}

fn table(document: &mut Document<'_>, allowance: &mut Allowance, sheet: &mut Sheet) -> Result<(), Fault> {
    let (mut row, mut column, mut repeated) = (1_usize, 1_usize, 1);
    let mut areas: Vec<Area> = Vec::new();
    while let Some(next) = document.next()? {
        match next {
            Next::Open(element) => match element.name() {
                "table-row" => {
                    column = 1;
                    repeated = element.number("number-rows-repeated").unwrap_or(1).max(1);
                }
                "table-cell" | "covered-table-cell" => {
                    let times = element.number("number-columns-repeated").unwrap_or(1).max(1);
                    let (down, across) =
                        (element.number("number-rows-spanned"), element.number("number-columns-spanned"));
                    if down.is_some_and(|down| down > 1) {
                        let last = (
                            row.saturating_add(down.unwrap_or(1) - 1),
                            column.saturating_add(across.unwrap_or(1)),
                        );
                        areas.push(((row, column), last));
                    }
                    let name = element.name().to_owned();
                    if let Some(value) = value(&element, &name, document)? {
                        // One cell behind the last column that is read is enough to say so.
                        for column in (column..column.saturating_add(times)).take(COLUMNS + 1) {
                            allowance.put(sheet, row, column, value.clone())?;
                        }
                    }
                    column = column.saturating_add(times);
                }
                _ => {}
            },
            Next::Close(name) => match name.as_str() {
                "table-row" => {
                    repeat(sheet, allowance, row, repeated)?;
                    row = row.saturating_add(repeated);
                }
                "table" => break,
                _ => {}
            },
            Next::Text(_) => {}
        }
    }
    for (first, last) in areas {
        fill(sheet, allowance, first, last)?;
    }
    Ok(())
}

/// Repeats the row that was just read, if there is anything in it.
fn repeat(sheet: &mut Sheet, allowance: &mut Allowance, row: usize, times: usize) -> Result<(), TooMuch> {
    let Some(last) = sheet.rows.last().filter(|last| last.number == row).cloned() else { return Ok(()) };
    for number in (row..row.saturating_add(times)).skip(1).take(ROWS + 1) {
        for cell in &last.cells {
            allowance.put(sheet, number, cell.column, cell.value.clone())?;
        }
    }
    Ok(())
}

/// What is in a cell, whose element has begun.
fn value(element: &Element<'_>, name: &str, document: &mut Document<'_>) -> Result<Option<Value>, Broken> {
    let text = text(name, document)?;
    let kind = element.attribute("value-type").unwrap_or_default();
    let number = element.attribute("value").unwrap_or_default();
    let value = match kind.as_str() {
        "float" | "currency" => number::value(&number, Format::Plain, 0),
        "percentage" => number::value(&number, Format::Percent, 0),
        "boolean" => Value::Truth(element.attribute("boolean-value").as_deref() == Some("true")),
        "date" => {
            let date = element.attribute("date-value").unwrap_or_default();
            Value::Date(date.get(..10).unwrap_or(&date).to_owned())
        }
        "time" => Value::Date(text),
        _ if Value::is_error(&text) => Value::Error(text),
        _ if text.is_empty() => return Ok(None),
        _ => Value::Text(text),
    };
    Ok(Some(value))
}

/// The paragraphs of a cell, without what was noted beside it.
fn text(until: &str, document: &mut Document<'_>) -> Result<String, Broken> {
    let (mut text, mut paragraphs, mut beside) = (String::new(), 0, 0_usize);
    while let Some(next) = document.next()? {
        match next {
            Next::Open(element) => match element.name() {
                "annotation" | "shape" | "frame" => beside += 1,
                "p" if beside == 0 => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "s" if beside == 0 => {
                    let spaces = element.number("c").unwrap_or(1).min(100);
                    text.extend(std::iter::repeat_n(' ', spaces));
                }
                "tab" if beside == 0 => text.push('\t'),
                "line-break" if beside == 0 => text.push('\n'),
                _ => {}
            },
            Next::Close(name) => match name.as_str() {
                "annotation" | "shape" | "frame" => beside = beside.saturating_sub(1),
                name if name == until && beside == 0 => break,
                _ => {}
            },
            Next::Text(piece) if beside == 0 && paragraphs > 0 => text.push_str(&piece),
            Next::Text(_) => {}
        }
    }
    Ok(text)
}
