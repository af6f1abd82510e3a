//! What the cells of all sheets refer to: texts, and how numbers are shown.

use std::collections::BTreeMap;

use scoring::diagnose::Code;

use super::SHARED;
use crate::file::limits::TooMuch;
use crate::file::number::Format;
use crate::file::xml::{Document, Next};
use crate::file::{Broken, Fault};

pub(super) fn strings(part: &str) -> Result<Vec<String>, Fault> {
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
pub(super) fn rich_text(document: &mut Document<'_>, until: &str) -> Result<String, Broken> {
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
pub(super) fn unescaped(text: &str) -> String {
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
pub(super) fn formats(part: &str) -> Result<Vec<Format>, Broken> {
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

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escaped_characters_are_characters() {
        assert_eq!(unescaped("a_x000D_b_x005F_x0041_ _xyz_x12"), "a\rb_x0041_ _xyz_x12");
    }
}
