//! The cells of a sheet.

use super::shared::{rich_text, unescaped};
use super::{SHARED, Shared};
use crate::file::limits::{Allowance, TooMuch};
use crate::file::number;
use crate::file::xml::{Document, Element, Next};
use crate::file::{Broken, Fault};
use crate::sheet::{Sheet, Value};

pub(super) fn cells(
    part: &str,
    shared: &Shared,
    allowance: &mut Allowance,
    sheet: &mut Sheet,
) -> Result<(), Fault> {
    let mut document = Document::new(part);
    let (mut row, mut column) = (0_usize, 0_usize);
    let mut merged = Vec::new();
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        match element.name() {
            "row" => {
                row = element.number("r").unwrap_or(row.saturating_add(1));
                column = 0;
            }
            "c" => {
                let place = element.attribute("r");
                column = place
                    .as_deref()
                    .and_then(of_place)
                    .map_or(column.saturating_add(1), |(_, column)| column);
                if let Some(value) = value(&element, &mut document, shared)? {
                    allowance.put(sheet, row, column, value)?;
                }
            }
            "mergeCell" if merged.len() < SHARED => merged.extend(element.attribute("ref")),
            _ => {}
        }
    }
    for area in merged {
        if let Some((first, last)) = area.split_once(':').and_then(|(a, b)| of_place(a).zip(of_place(b))) {
            fill(sheet, allowance, first, last)?;
        }
    }
    Ok(())
}

/// Puts the text of a merged cell into each of its rows that has something in it.
pub(in crate::file) fn fill(
    sheet: &mut Sheet,
    allowance: &mut Allowance,
    first: (usize, usize),
    last: (usize, usize),
) -> Result<(), TooMuch> {
    let from = sheet.rows.partition_point(|row| row.number < first.0);
    let Some(row) = sheet.rows.get(from).filter(|row| row.number == first.0) else { return Ok(()) };
    let Some(value @ Value::Text(_)) = row.value(first.1).cloned() else { return Ok(()) };
    for row in sheet.rows.iter_mut().skip(from + 1).take_while(|row| row.number <= last.0) {
        if row.value(first.1).is_some() {
            continue;
        }
        let mut one = Sheet::default();
        allowance.put(&mut one, row.number, first.1, value.clone())?;
        let place = row.cells.partition_point(|cell| cell.column < first.1);
        row.cells.splice(place..place, one.rows.into_iter().flat_map(|row| row.cells));
    }
    Ok(())
}

/// Row and column of a name such as `B12`.
fn of_place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, row) = (name.get(..letters)?, name.get(letters..)?.parse().ok()?);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((row, column)).filter(|(row, column)| *row > 0 && *column > 0)
}

/// What is in a cell, whose element has begun.
fn value(
    element: &Element<'_>,
    document: &mut Document<'_>,
    shared: &Shared,
) -> Result<Option<Value>, Broken> {
    let kind = element.attribute("t").unwrap_or_default();
    let style = element.number("s").unwrap_or_default();
    let (mut written, mut text, mut within, mut formula) = (None, None, false, false);
    while let Some(next) = document.next()? {
        match next {
            Next::Open(element) => match element.name() {
                "v" => {
                    within = true;
                    written = Some(String::new());
                }
                "f" => formula = true,
                "is" => text = Some(rich_text(document, "is")?),
                _ => {}
            },
            Next::Close(name) if name == "c" => break,
            Next::Close(name) => within = within && name != "v",
            Next::Text(piece) if within => written.get_or_insert_default().push_str(&piece),
            Next::Text(_) => {}
        }
    }
    let Some(written) = written.filter(|written| !written.is_empty()) else {
        let unsaved = (formula && text.is_none() && kind != "str").then_some(Value::Unsaved);
        return Ok(text.filter(|text| !text.is_empty()).map(Value::Text).or(unsaved));
    };
    let value = match kind.as_str() {
        "s" => {
            let index = written.trim().parse::<usize>().map_err(|_| Broken)?;
            let text = shared.strings.get(index).cloned().ok_or(Broken)?;
            return Ok(
                Some(Value::Text(text)).filter(|_| !shared.strings.get(index).is_some_and(String::is_empty))
            );
        }
        "str" => Value::Text(unescaped(&written)),
        "b" => Value::Truth(written.trim() == "1"),
        "e" => Value::Error(written),
        "d" => Value::Date(written.get(..10).unwrap_or(&written).to_owned()),
        _ => number::value(&written, shared.formats.get(style).copied().unwrap_or_default(), shared.leap),
    };
    Ok(Some(value))
}

#[cfg(test)]
mod tests {
    use super::of_place;

    #[test]
    fn places_are_read_as_spreadsheets_write_them() {
        assert_eq!(of_place("B12"), Some((12, 2)));
        assert_eq!(of_place("AA1"), Some((1, 27)));
        assert_eq!(of_place("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in ["", "B", "12", "B0", "ZZZZZZZZZZZZZZZZZZZZ1", "é1"] {
            assert_eq!(of_place(wrong), None, "{wrong}");
        }
    }
}
