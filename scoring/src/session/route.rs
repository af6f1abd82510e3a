//! Which framework and card an address is about.

use std::borrow::Cow;
use std::ops::Range;

use super::Unread;
use crate::address::edition;
use crate::address::members::trimmed;
use crate::address::noise::{self, ADDED, letters};

/// An address, as far as it can be read without rules: which framework and whose card. [`Session::open`] reads the
/// rest.
///
/// [`Session::open`]: super::Session::open
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    /// The framework's id, in small letters.
    pub framework: Cow<'a, str>,
    /// The edition of the rules, from 1; 1, when the address does not say.
    pub edition: u32,
    /// The id of who is graded, in small letters; empty, when the address ends before.
    pub subject: Cow<'a, str>,
    /// The parts behind it.
    pub parts: Cow<'a, str>,
}

impl<'a> Route<'a> {
    /// The route of an address: nothing, when the text says nothing, so that there is nothing to tell.
    ///
    /// The address may stand behind a `#`, be a whole link, or have gone through programs that change links.
    ///
    /// # Errors
    /// A text that says something and names no framework.
    pub fn parse(address: &'a str) -> Result<Option<Self>, Unread> {
        let plain = noise::plain(address);
        let text = if plain == address { Cow::Borrowed(address) } else { Cow::Owned(plain) };
        let found =
            starts(&text).filter_map(|start| Found::at(&text, start)).max_by_key(|found| found.rank());
        if let Some(found) = found {
            let lower = |range| match cut(&text, range) {
                name if name.chars().any(char::is_uppercase) => Cow::Owned(name.to_lowercase()),
                name => name,
            };
            let (framework, edition) = (lower(found.framework), found.edition);
            return Ok(Some(Self {
                framework,
                edition,
                subject: lower(found.subject),
                parts: cut(&text, found.parts),
            }));
        }
        let own = text.split_once('#').map_or(&*text, |(_, own)| own);
        let is_link = own.contains("://");
        let says =
            own.split(ADDED).any(noise::has_name_of_part) || own.split('/').any(noise::has_name_of_part);
        if is_link || says { Err(Unread::NoScenario(trimmed(&text))) } else { Ok(None) }
    }

    /// Whether it is about this framework, whatever the case and the marks of the name.
    pub fn is_of(&self, framework: &str) -> bool {
        letters(&self.framework) == letters(framework)
    }

    /// Whether it is about this subject.
    pub fn is_about(&self, subject: &str) -> bool {
        letters(&self.subject) == letters(subject)
    }
}

/// Where an address may begin: behind each `#`, and where the text does, unless that is a link to a page.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let behind = text.match_indices('#').map(|(index, _)| index + 1);
    let page = text.split('#').next().unwrap_or_default();
    let whole = (!page.contains("://")).then_some(0);
    // Of equals the last counts.
    whole.into_iter().chain(behind.collect::<Vec<_>>().into_iter().rev())
}

/// The parts of an address, by where they stand in a text.
struct Found {
    framework: Range<usize>,
    edition: u32,
    subject: Range<usize>,
    parts: Range<usize>,
}

impl Found {
    fn at(text: &str, start: usize) -> Option<Self> {
        let rest = text.get(start..)?;
        let begins = text.len()
            - rest.trim_start_matches(|sign: char| !sign.is_alphanumeric() && !ADDED.contains(&sign)).len();
        let rest = text.get(begins..)?;
        let name = rest.split(['/', '?', '&', '#']).next().unwrap_or_default();
        if letters(name).is_empty() || name.contains('=') {
            return None;
        }
        let behind = rest.get(name.len()..)?;
        let (subject, parts) = noise::part(behind);
        let (framework, edition) = edition::parted(name);
        let after = text.len() - parts.len() - subject.len();
        Some(Self {
            framework: named(framework, begins),
            edition,
            subject: named(subject, after),
            parts: text.len() - parts.len()..text.len(),
        })
    }

    /// An address that says who is graded is rather one than a name alone.
    fn rank(&self) -> bool {
        !self.subject.is_empty()
    }
}

/// Where the name in a piece of text stands, without the marks around it.
fn named(piece: &str, begins: usize) -> Range<usize> {
    let is_mark = |sign: char| !sign.is_alphanumeric();
    let end = begins + piece.trim_end_matches(is_mark).len();
    let start = begins + piece.len() - piece.trim_start_matches(is_mark).len();
    start.min(end)..end
}

fn cut<'a>(text: &Cow<'a, str>, range: Range<usize>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(range).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(range).unwrap_or_default().to_owned()),
    }
}
