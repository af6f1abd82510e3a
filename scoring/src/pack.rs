//! Data that was checked when a page was built, as the page reads it: lines of text.
//!
//! Every value is a line. A page that is made of the same words holds the lines as they are, so that the two
//! compress together; and reading lines takes a tenth of the code that reading any JSON takes. What other
//! programs hand over is JSON, see [`crate::check`].

use std::str::Split;
use std::sync::Arc;

use crate::data::{
    Band, Basis, Card, CardBill, Citation, Component, EarlierComponent, EarlierEdition, Finding, Framework,
    Note, Provision, Published, PublishedSection, Rung, Section, Source,
};
use crate::{Baseline, Points, Speech, Words};

/// The text is not what was written, or not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the data is damaged")]
pub struct Damaged;

/// Writes a card on its framework with texts of its language, whose numbers and lists are written as in `locale`;
/// `version` tells one state of the data from another. The first line is the fingerprint of the rest; none holds a
/// `<`, so that the lines can stand in a page.
pub fn write(baseline: &Baseline, texts: Vec<String>, locale: &str, version: &str) -> String {
    let mut lines = String::new();
    baseline.framework().write(&mut lines);
    baseline.card().write(&mut lines);
    baseline.bills().to_vec().write(&mut lines);
    baseline.words().id().to_owned().write(&mut lines);
    texts.write(&mut lines);
    locale.to_owned().write(&mut lines);
    version.to_owned().write(&mut lines);
    sealed(&lines)
}

/// Writes all texts of a language, for programs that say more than a page.
pub fn write_texts(texts: Vec<String>) -> String {
    let mut lines = String::new();
    texts.write(&mut lines);
    sealed(&lines)
}

/// Reads what [`write_texts`] has written.
///
/// # Errors
/// When anything in the text is not as it was written.
pub fn read_texts(text: &str) -> Result<Vec<String>, Damaged> {
    Reader::of(text)?.whole()
}

/// Reads what [`write()`] has written: the framework joined with the card, and the version. The texts are those of
/// [`write_texts`], where they are given. `speech` knows how numbers and lists are written in a locale.
///
/// # Errors
/// When anything in the text is not as it was written.
pub fn read(
    text: &str,
    texts: Option<&str>,
    speech: impl FnOnce(&str) -> Arc<dyn Speech>,
) -> Result<(Baseline, String), Damaged> {
    let all = texts.map(read_texts).transpose()?;
    let mut reader = Reader::of(text)?;
    let (framework, card) = (Framework::read(&mut reader), Card::read(&mut reader));
    let bills = Vec::read(&mut reader);
    let (id, texts, locale) = (String::read(&mut reader), Vec::read(&mut reader), String::read(&mut reader));
    let version = reader.whole()?;
    let words = Words::new(id, all.unwrap_or(texts), speech(&locale)).map_err(|_| Damaged)?;
    let baseline = Baseline::joined(framework, card, words).ok_or(Damaged)?;
    Ok((baseline.with_bills(bills), version))
}

/// The lines that are still to be read. What is wrong with one is told at the end: until then a value stands in for it
/// that means nothing, so that reading is the same code for all types, without a way out after each line.
struct Reader<'a> {
    lines: Split<'a, char>,
    damaged: bool,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str) -> Result<Self, Damaged> {
        let (first, lines) = text.split_once('\n').ok_or(Damaged)?;
        if first == first_line(lines) {
            Ok(Self { lines: lines.split('\n'), damaged: false })
        } else {
            Err(Damaged)
        }
    }

    /// The value of the next line, by `read`.
    fn value<T: Default>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> T {
        let value = self.lines.next().and_then(read);
        self.damaged |= value.is_none();
        value.unwrap_or_default()
    }

    /// What the last lines say, if nothing was wrong with any.
    fn whole<T: Lines>(mut self) -> Result<T, Damaged> {
        let last = T::read(&mut self);
        if self.damaged { Err(Damaged) } else { Ok(last) }
    }
}

fn sealed(lines: &str) -> String {
    format!("{}\n{lines}", first_line(lines))
}

fn first_line(lines: &str) -> String {
    format!("{:016x}", fingerprint(lines.as_bytes()))
}

/// A number that differs where contents differ. The algorithm (FNV-1a, 64 bits) is fixed, so that what is
/// named after it keeps its name whatever compiler has built the page.
pub fn fingerprint(content: &[u8]) -> u64 {
    let step = |number: u64, byte: &u8| (number ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    content.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Something that is written as lines and read again.
trait Lines: Sized {
    fn write(&self, lines: &mut String);
    fn read(reader: &mut Reader<'_>) -> Self;
}

impl Lines for String {
    fn write(&self, lines: &mut String) {
        for letter in self.chars() {
            match letter {
                '\\' => lines.push_str("\\\\"),
                '\n' => lines.push_str("\\n"),
                '\r' => lines.push_str("\\r"),
                '<' => lines.push_str("\\l"),
                letter => lines.push(letter),
            }
        }
        lines.push('\n');
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.value(|line| {
            let mut text = String::with_capacity(line.len());
            let mut letters = line.chars();
            while let Some(letter) = letters.next() {
                text.push(match letter {
                    '\\' => match letters.next()? {
                        'n' => '\n',
                        'r' => '\r',
                        'l' => '<',
                        other => other,
                    },
                    letter => letter,
                });
            }
            Some(text)
        })
    }
}

impl Lines for Option<String> {
    fn write(&self, lines: &mut String) {
        self.clone().unwrap_or_default().write(lines);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Some(String::read(reader)).filter(|text| !text.is_empty())
    }
}

impl Lines for i32 {
    fn write(&self, lines: &mut String) {
        lines.push_str(&self.to_string());
        lines.push('\n');
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.value(|line| line.parse().ok())
    }
}

impl Lines for bool {
    fn write(&self, lines: &mut String) {
        i32::from(*self).write(lines);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        i32::read(reader) == 1
    }
}

impl Lines for u16 {
    fn write(&self, lines: &mut String) {
        i32::from(*self).write(lines);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.value(|line| line.parse().ok())
    }
}

impl Lines for Points {
    fn write(&self, lines: &mut String) {
        self.quarters().write(lines);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Points::from_quarters(i32::read(reader))
    }
}

impl Lines for Basis {
    fn write(&self, lines: &mut String) {
        (0..)
            .zip(Basis::ALL)
            .filter(|(_, basis)| basis == self)
            .for_each(|(index, _): (i32, _)| index.write(lines));
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let basis = |line: &str| Basis::ALL.get(line.parse::<usize>().ok()?).copied();
        reader.value(|line| basis(line).map(Some)).unwrap_or(Basis::Published)
    }
}

impl<T: Lines> Lines for Vec<T> {
    fn write(&self, lines: &mut String) {
        i32::try_from(self.len()).unwrap_or(i32::MAX).write(lines);
        self.iter().for_each(|item| item.write(lines));
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        let mut items = Vec::new();
        for _ in 0..i32::read(reader) {
            // Each item takes a line at least, so a count that is too large ends with the text.
            if reader.damaged {
                break;
            }
            items.push(T::read(reader));
        }
        items
    }
}

/// A struct's fields are its lines, in this order.
macro_rules! lines_of {
    ($($name:ident { $($field:ident),+ })+) => {$(
        impl Lines for $name {
            fn write(&self, lines: &mut String) {
                let Self { $($field),+ } = self;
                $($field.write(lines);)+
            }

            fn read(reader: &mut Reader<'_>) -> Self {
                Self { $($field: Lines::read(reader)),+ }
            }
        }
    )+};
}

lines_of! {
    Framework { id, title, year, edition, publisher, about, step, max, bands, provisions, sections, earlier }
    EarlierEdition { edition, components }
    EarlierComponent { id, rungs }
    Band { grade, from }
    Provision { id, label }
    Section { id, title, short, max, components }
    Component { id, title, max, basis, rungs }
    Rung { points, needs, basis }
    Card { id, framework, jurisdiction, year, year_note, source, published, provisions, notes }
    Source { title, address }
    Published { total, grade, sections }
    PublishedSection { id, points }
    Finding { id, in_law, basis, finding, citations }
    Citation { text, unconfirmed, address }
    Note { component, text }
    CardBill { number, title, happened, address, is_law, basis, on, off }
}
