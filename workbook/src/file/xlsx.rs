//! Workbooks of Excel since 2007 (Office Open XML), and what others save as such.

use std::collections::BTreeMap;

use super::limits::{Allowance, SHEETS, TooMuch};
use super::number::{self, Format};
use super::package::Package;
use super::xml::{Document, Element, Next};
use super::{Broken, Fault, File};
use crate::sheet::{Sheet, Value};
use scoring::diagnose::Code;

/// The most shared strings and formats: more than any sheet that is read can have cells.
const SHARED: usize = 400_000;

/// Days between 30 December 1899 and 1 January 1904, from which some workbooks count.
const SINCE_1904: i64 = 1_462;

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    formats: Vec<Format>,
    leap: i64,
}

pub(super) fn read(bytes: &[u8], allowance: &mut Allowance, file: &mut File) -> Result<(), Fault> {
    let mut package = Package::open(bytes)?;
    let workbook = "xl/workbook.xml";
    let related = relations(&package.part("xl/_rels/workbook.xml.rels")?)?;
    let target = |kind: &str| related.values().find(|one| one.kind.ends_with(kind)).map(|one| &one.target);
    let (sheets, leap) = sheets(&package.part(workbook)?)?;
    let mut shared = Shared { leap, ..Shared::default() };
    if let Some(part) = target("/sharedStrings").filter(|part| package.has(part)) {
        shared.strings = strings(&package.part(part)?)?;
    }
    if let Some(part) = target("/styles").filter(|part| package.has(part)) {
        shared.formats = formats(&package.part(part)?)?;
    }
    for (mut sheet, id) in sheets.into_iter().take(SHEETS) {
        let Some(one) = related.get(&id).filter(|one| one.kind.ends_with("/worksheet")) else { continue };
        let part = package.part(&one.target)?;
        let outcome = cells(&part, &shared, allowance, &mut sheet);
        file.take(sheet, outcome)?;
    }
    Ok(())
}

struct Relation {
    kind: String,
    target: String,
}

fn relations(part: &str) -> Result<BTreeMap<String, Relation>, Broken> {
    let mut relations = BTreeMap::new();
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        let (Some(id), Some(kind), Some(target)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
        else {
            continue;
        };
        // What lies elsewhere is never fetched.
        if element.attribute("TargetMode").as_deref() == Some("External") {
            continue;
        }
        let target = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        relations.insert(id, Relation { kind, target });
    }
    Ok(relations)
}

/// The sheets with the ids of their parts, and where dates begin.
fn sheets(part: &str) -> Result<(Vec<(Sheet, String)>, i64), Broken> {
    let (mut sheets, mut leap) = (Vec::new(), 0);
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        match element.name() {
            "workbookPr" if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) => {
                leap = SINCE_1904;
            }
            "sheet" => {
                let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                let name = element.attribute("name");
                // Both `sheetId` and `r:id` end in id; only the latter is called so.
                let id = element.attribute("id").unwrap_or_default();
                sheets.push((Sheet { name, hidden, ..Sheet::default() }, id));
            }
            _ => {}
        }
    }
    Ok((sheets, leap))
}

fn strings(part: &str) -> Result<Vec<String>, Fault> {
    let mut strings = Vec::new();
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        if matches!(&next, Next::Open(element) if element.name() == "si") {
            if strings.len() >= SHARED {
                return Err(TooMuch { code: Code::TooManyRows, most: SHARED, at: None }.into());
            }
            strings.push(rich_text(&mut document, "si")?);
        }
    }
    Ok(strings)
}

/// The text of an element in one or several pieces, without how it is pronounced.
fn rich_text(document: &mut Document<'_>, until: &str) -> Result<String, Broken> {
    let (mut text, mut within, mut spoken) = (String::new(), false, false);
    while let Some(next) = document.next()? {
        match next {
            Next::Open(element) => match element.name() {
                "t" => within = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Next::Close(name) => match name.as_str() {
                "t" => within = false,
                "rPh" => spoken = false,
                name if name == until => break,
                _ => {}
            },
            Next::Text(piece) if within && !spoken => text.push_str(&piece),
            Next::Text(_) => {}
        }
    }
    Ok(unescaped(&text))
}

/// A text in which `_x000D_` stands for the character of that number.
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, behind)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = behind.get(..4).filter(|_| behind.get(4..5) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                plain.push(character);
                rest = behind.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = behind;
            }
        }
    }
    plain + rest
}

/// How numbers are shown, by the number of the cell's style.
fn formats(part: &str) -> Result<Vec<Format>, Broken> {
    let (mut own, mut formats, mut of_cells) = (BTreeMap::new(), Vec::new(), false);
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        match next {
            Next::Open(element) => match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    own.extend(element.number("numFmtId").map(|id| (id, Format::of(&code))));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells && formats.len() < SHARED => {
                    let id = element.number("numFmtId").unwrap_or_default();
                    formats.push(own.get(&id).copied().unwrap_or_else(|| Format::builtin(id)));
                }
                _ => {}
            },
            Next::Close(name) if name == "cellXfs" => of_cells = false,
            Next::Close(_) | Next::Text(_) => {}
        }
    }
    Ok(formats)
}

fn cells(part: &str, shared: &Shared, allowance: &mut Allowance, sheet: &mut Sheet) -> Result<(), Fault> {
    let mut document = Document::new(part);
    let (mut row, mut column) = (0, 0);
    let mut merged = Vec::new();
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        match element.name() {
            "row" => {
                row = element.number("r").unwrap_or(row + 1);
                column = 0;
            }
            "c" => {
                let place = element.attribute("r");
                column = place.as_deref().and_then(of_place).map_or(column + 1, |(_, column)| column);
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
pub(super) fn fill(
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
    use super::{of_place, unescaped};

    #[test]
    fn places_are_read_as_spreadsheets_write_them() {
        assert_eq!(of_place("B12"), Some((12, 2)));
        assert_eq!(of_place("AA1"), Some((1, 27)));
        assert_eq!(of_place("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in ["", "B", "12", "B0", "ZZZZZZZZZZZZZZZZZZZZ1", "é1"] {
            assert_eq!(of_place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn escaped_characters_are_characters() {
        assert_eq!(unescaped("a_x000D_b_x005F_x0041_ _xyz_x12"), "a\rb_x0041_ _xyz_x12");
    }
}
