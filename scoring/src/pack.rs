//! Data that was checked when a page was built, as the page reads it: lines of text.
//!
//! Every value is a line. A page that is made of the same words holds the lines as they are, so that the two
//! compress together; and reading lines takes a tenth of the code that reading any JSON takes. What other
//! programs hand over is JSON, see [`crate::check`].

use std::str::Split;
use std::sync::Arc;

use crate::data::{
    Band, Basis, Card, Citation, Component, Finding, Framework, Note, Provision, Published, PublishedSection,
    Rung, Section, Source,
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
    let mut lines = opened(text)?.split('\n');
    let all = texts.map(|texts| Vec::read(&mut opened(texts)?.split('\n')).ok_or(Damaged)).transpose()?;
    let read = || {
        let (framework, card) = (Framework::read(&mut lines)?, Card::read(&mut lines)?);
        let (id, texts) = (String::read(&mut lines)?, Vec::read(&mut lines)?);
        let words = Words::new(id, all.unwrap_or(texts), speech(&String::read(&mut lines)?)).ok()?;
        Some((Baseline::joined(framework, card, words)?, String::read(&mut lines)?))
    };
    read().ok_or(Damaged)
}

fn sealed(lines: &str) -> String {
    format!("{}\n{lines}", first_line(lines))
}

fn opened(text: &str) -> Result<&str, Damaged> {
    text.split_once('\n')
        .filter(|(first, lines)| *first == first_line(lines))
        .map(|(_, lines)| lines)
        .ok_or(Damaged)
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
    fn read(lines: &mut Split<'_, char>) -> Option<Self>;
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

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        let line = lines.next()?;
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
    }
}

impl Lines for i32 {
    fn write(&self, lines: &mut String) {
        lines.push_str(&self.to_string());
        lines.push('\n');
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        lines.next()?.parse().ok()
    }
}

impl Lines for bool {
    fn write(&self, lines: &mut String) {
        i32::from(*self).write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Some(i32::read(lines)? == 1)
    }
}

impl Lines for u16 {
    fn write(&self, lines: &mut String) {
        i32::from(*self).write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        i32::read(lines)?.try_into().ok()
    }
}

impl Lines for Points {
    fn write(&self, lines: &mut String) {
        self.quarters().write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        i32::read(lines).map(Points::from_quarters)
    }
}

const BASES: [Basis; 4] = [Basis::Published, Basis::Statute, Basis::Reconstructed, Basis::Assumed];

impl Lines for Basis {
    fn write(&self, lines: &mut String) {
        (0..)
            .zip(BASES)
            .filter(|(_, basis)| basis == self)
            .for_each(|(place, _): (i32, _)| place.write(lines));
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        BASES.get(usize::try_from(i32::read(lines)?).ok()?).copied()
    }
}

impl<T: Lines> Lines for Vec<T> {
    fn write(&self, lines: &mut String) {
        i32::try_from(self.len()).unwrap_or(i32::MAX).write(lines);
        self.iter().for_each(|item| item.write(lines));
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        // Each item takes a line at least, so a count that is too large ends with the text.
        let mut items = Vec::new();
        for _ in 0..i32::read(lines)? {
            items.push(T::read(lines)?);
        }
        Some(items)
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

            fn read(lines: &mut Split<'_, char>) -> Option<Self> {
                Some(Self { $($field: Lines::read(lines)?),+ })
            }
        }
    )+};
}

lines_of! {
    Framework { id, title, year, publisher, about, step, max, bands, provisions, sections }
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
    Citation { text, unconfirmed }
    Note { component, text }
}
