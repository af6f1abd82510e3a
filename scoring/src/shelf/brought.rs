//! Reading whatever a visitor brings: what one button of the page writes, this takes, or says what it is.

use super::file::{FileProblem, Kind, read};
use super::{AddressReader, Found, Saved};

/// The text of a file, whatever has written it: UTF-8 or UTF-16, with or without a mark that says so.
pub fn text_of(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().map(|pair| of(*pair));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        [0xff, 0xfe, text @ ..] => wide(text, u16::from_le_bytes),
        [0xfe, 0xff, text @ ..] => wide(text, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => wide(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => wide(bytes, u16::from_be_bytes),
        text => String::from_utf8_lossy(text).into_owned(),
    }
}

/// The scenarios of a file that a visitor brings, and every problem with it. `found` is what its text holds as JSON,
/// if it is JSON.
///
/// A file of saved scenarios gives all of them, data of one scenario gives that one, and any text, table or summary
/// those whose links stand in it.
pub fn import(
    reader: &dyn AddressReader,
    text: &str,
    found: Option<&Found>,
) -> (Vec<Saved>, Vec<FileProblem>) {
    let Some(found) = found else { return from_text(reader, text) };
    if found.field("lawgrade").is_some() {
        return read(reader, found);
    }
    match found.field("address") {
        Some(Found::Text(address)) => from_addresses(reader, [address.as_str()]),
        _ => (Vec::new(), vec![FileProblem::NotOurs(Kind::OtherData)]),
    }
}

fn from_text(reader: &dyn AddressReader, text: &str) -> (Vec<Saved>, Vec<FileProblem>) {
    let kind = kind_of(text);
    if kind != Kind::OtherText {
        return (Vec::new(), vec![FileProblem::NotOurs(kind)]);
    }
    let words = text.split(|letter: char| letter.is_whitespace() || "\"<>|“”".contains(letter));
    from_addresses(reader, words.filter(|word| reader.holds_scenario(word)))
}

fn from_addresses<'a>(
    reader: &dyn AddressReader,
    addresses: impl IntoIterator<Item = &'a str>,
) -> (Vec<Saved>, Vec<FileProblem>) {
    let (mut scenarios, mut problems) = (Vec::new(), Vec::new());
    for written in addresses {
        let found = reader.read(written);
        // What cannot be shown here is kept as it is.
        let address = if found.unread.is_empty() { found.canonical } else { written.to_owned() };
        let saved = Saved { name: found.suggested_name, address, result: None };
        if !scenarios.contains(&saved) {
            scenarios.push(saved);
            problems.extend(found.unread.into_iter().map(FileProblem::Link));
        }
    }
    if scenarios.is_empty() {
        problems.push(FileProblem::NotOurs(Kind::OtherText));
    }
    (scenarios, problems)
}

/// What a text is that is no JSON, by how it begins.
fn kind_of(text: &str) -> Kind {
    let text = text.trim_start();
    let begins = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    match text {
        "" => Kind::Empty,
        _ if text.starts_with("\u{fffd}PNG") || text.starts_with("\u{fffd}\u{fffd}\u{fffd}") => Kind::Picture,
        _ if begins("GIF8") || begins("<svg") || begins("RIFF") => Kind::Picture,
        _ if begins("%PDF") => Kind::Pdf,
        _ if text.starts_with("PK\u{3}\u{4}") || text.starts_with("\u{fffd}\u{fffd}\u{11}\u{fffd}") => {
            Kind::Document
        }
        _ if begins("<!doctype html") || begins("<html") => Kind::Page,
        _ if begins("<?xml") && text.contains("<svg") => Kind::Picture,
        _ => Kind::OtherText,
    }
}
