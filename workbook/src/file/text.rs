//! Texts: CSV, TSV, and cells that were copied from a spreadsheet.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use scoring::cards::rows;
use scoring::diagnose::Code;

use super::limits::{Allowance, SHEETS};
use super::{Fault, File};
use crate::kind;
use crate::sheet::{Sheet, Value};

/// What may part cells, the most certain first.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// How many rows are looked at to find what parts the cells.
const LOOKED_AT: usize = 200;

/// Whether bytes can be a text: those of pictures and programs have signs that no text has.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let (text, _) = decoded(bytes.to_vec());
    let odd = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{85}');
    let control = text.chars().take(10_000).filter(|letter| odd(*letter)).count();
    control * 100 <= text.chars().take(10_000).count() && !is_json(&text)
}

/// An object or a list of objects of JSON.
fn is_json(text: &str) -> bool {
    let mut signs = text.chars().filter(|letter| !letter.is_whitespace());
    let (first, second) = (signs.next(), signs.next());
    first == Some('{') || first == Some('[') && matches!(second, Some('{' | '['))
}

/// Bytes as a text, and the name of their encoding where it is a guess.
pub(super) fn decoded(bytes: Vec<u8>) -> (String, Option<&'static str>) {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or_else(|| guessed(&bytes));
    if encoding == UTF_8 {
        return match String::from_utf8(bytes) {
            Ok(text) => (text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text), None),
            Err(error) => {
                let (text, _, _) = WINDOWS_1252.decode(error.as_bytes());
                (text.into_owned(), Some(WINDOWS_1252.name()))
            }
        };
    }
    let (text, _, _) = encoding.decode(&bytes);
    (text.into_owned(), marked.is_none().then(|| encoding.name()))
}

/// UTF-16 without a mark has a zero in every other byte of what is written in Latin letters.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count() * 3;
    match () {
        () if zeros(1) > start.len() => UTF_16LE,
        () if zeros(0) > start.len() => UTF_16BE,
        () => UTF_8,
    }
}

pub(super) fn read(bytes: &[u8], allowance: &mut Allowance, file: &mut File) -> Result<(), Fault> {
    let (text, encoding) = decoded(bytes.to_vec());
    if let Some(encoding) = encoding {
        file.tell(Code::OtherEncoding, &[encoding]);
    }
    let mut sheet = Sheet::default();
    let mut outcome = Ok(());
    for (number, cells) in rows(&text, delimiter(&text)) {
        if is_separator(number, &cells) {
            continue;
        }
        if let Some(name) = name(&cells) {
            if file.sheets.len() >= SHEETS {
                break;
            }
            let next = Sheet { name: Some(name), ..Sheet::default() };
            let last = std::mem::replace(&mut sheet, next);
            if !last.rows.is_empty() || last.name.is_some() {
                file.take(last, std::mem::replace(&mut outcome, Ok(())))?;
            }
            continue;
        }
        for (column, cell) in (1..).zip(cells) {
            if outcome.is_ok() && !cell.trim().is_empty() {
                outcome = allowance.put(&mut sheet, number, column, value(cell)).map_err(Fault::from);
            }
        }
    }
    file.take(sheet, outcome)
}

/// What is in a cell, without the apostrophe that keeps a text from being taken for a formula.
fn value(cell: String) -> Value {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@', '\'']) => Value::Text(text.to_owned()),
        _ if Value::is_error(&cell) => Value::Error(cell.trim().to_owned()),
        _ => Value::Text(cell),
    }
}

/// Excel takes a first line such as `sep=;` as what parts the cells.
fn is_separator(number: usize, cells: &[String]) -> bool {
    number == 1 && cells.first().is_some_and(|cell| cell.starts_with("sep="))
}

/// A row that begins a sheet: its name in brackets, and nothing else.
fn name(cells: &[String]) -> Option<String> {
    let (first, rest) = cells.split_first()?;
    let name = first.trim().strip_prefix('[')?.strip_suffix(']')?;
    let is_sheet = rest.iter().all(|cell| cell.trim().is_empty()) && kind::is_name(name);
    is_sheet.then(|| name.to_owned())
}

/// What parts the cells: that by which most rows have as many cells as the row before.
fn delimiter(text: &str) -> u8 {
    let said = text.strip_prefix("sep=").and_then(|said| said.bytes().next());
    if let Some(sign) = said.filter(|sign| DELIMITERS.contains(sign)) {
        return sign;
    }
    let steadiness = |delimiter: u8| {
        let widths: Vec<usize> =
            rows(text, delimiter).take(LOOKED_AT).map(|(_, cells)| cells.len()).collect();
        let steady = widths.iter().zip(widths.iter().skip(1)).filter(|(one, next)| one == next && **one > 1);
        (steady.count(), widths.iter().filter(|width| **width > 1).count())
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| steadiness(*delimiter));
    best.unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::{decoded, delimiter};

    #[test]
    fn what_parts_cells_is_seen_in_all_rows() {
        for (text, sign) in [
            ("a,b\n1,2", b','),
            ("a;b\n1,5;2,5\n1,25;3", b';'),
            ("a\tb\nx, y, z\tw; v", b'\t'),
            ("Provision;Points\nA law, and more, and all;1\nB, too, and C;2", b';'),
            ("sep=;\na;b", b';'),
            ("[Settings];;\nTitle;A;\n[Bands];;\nGrade;From;", b';'),
        ] {
            assert_eq!(delimiter(text) as char, sign as char, "{text}");
        }
    }

    #[test]
    fn letters_are_told_by_their_bytes() {
        let wide: Vec<u8> = "sí, año".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(wide), ("sí, año".to_owned(), Some("UTF-16LE")));
        assert_eq!(decoded(b"s\xed".to_vec()), ("sí".to_owned(), Some("windows-1252")));
        assert_eq!(decoded("\u{feff}sí".into()), ("sí".to_owned(), None));
    }
}
