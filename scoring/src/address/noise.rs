//! What an address gains on its way, and what of that is nobody's.
//!
//! Links are encoded, wrapped, tracked, broken over lines, put into quotes and beautified; people write them by hand.
//! What holds for all of that:
//!
//! - A name is known by its letters and digits ([`letters`]): case, hyphens of any kind, spaces, quotes and signs that
//!   cannot be seen do not count.
//! - The address begins with the framework's name, wherever that stands in a longer link ([`address_in`]).
//! - Behind a `?`, an `&` or another `#` stands what others have added. It is passed over, unless it has a part's name
//!   or names a provision: then somebody may have meant it ([`is_nobodys`]).
//! - A browser's `:~:text=…` and what follows is never ours.

use std::borrow::Cow;

use super::ids::{self, Ids};
use super::{edition, percent};
use crate::Baseline;

/// The marks behind which stands what others have added.
pub(crate) const ADDED: [char; 3] = ['?', '&', '#'];

/// The names of the parts that addresses have.
const PARTS: [&str; 6] = ["on", "off", "to", "sure", "without", "bill"];

/// The text without what programs do to a whole link: encoded, wrapped or broken for mail, in letters of full width.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace("=\r\n", "").replace("=\n", "");
    let text = percent::decoded(&spaced(&unwrapped(&text)));
    let text = text.split(":~:").next().unwrap_or_default();
    if text.contains('/') { text.to_owned() } else { text.chars().map(narrow).collect() }
}

/// The text without what quoted-printable does, which writes each `=` as `=3D`.
pub(crate) fn unquoted<'a>(ids: &dyn Ids, text: &'a str) -> Cow<'a, str> {
    let low = text.to_ascii_lowercase();
    let quoted = PARTS.iter().any(|part| *part != "bill" && low.contains(&format!("/{part}=3d")))
        && low.matches('=').count() == low.matches("=3d").count()
        && !ids::all(ids).any(|id| id.starts_with("3d"));
    if quoted { text.replace("=3D", "=").replace("=3d", "=").into() } else { text.into() }
}

/// The link inside of one by Proofpoint, which has an encoding of its own; other wrappers percent-encode it.
fn unwrapped(text: &str) -> Cow<'_, str> {
    if let Some((_, link)) = text.split_once("urldefense.proofpoint.com/v2/url?u=") {
        let link = link.split('&').next().unwrap_or_default();
        return link.replace('_', "/").replace('-', "%").into();
    }
    if let Some((_, link)) = text.split_once("urldefense.com/v3/__") {
        // Of what it hides behind `*`, a link to a scenario has the `#` and then only `%`.
        let link = link.split("__;").next().unwrap_or_default();
        return link.replacen('*', "#", 1).replace('*', "%").into();
    }
    text.into()
}

/// The text with spaces where forms write `+` for them: in names. A grade may be “A+”.
fn spaced(text: &str) -> String {
    let parts = text.split('/').map(|part| match part.get(..5) {
        Some(name) if name.eq_ignore_ascii_case("bill=") => part.replace('+', " "),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// An address within a longer text.
#[derive(Clone, Copy)]
pub(super) struct AddressIn<'a> {
    /// The edition of the rules that it was made under; 1, when it does not say.
    pub edition: u16,
    /// What stands behind the framework's name.
    pub behind: &'a str,
}

/// The address in a text; nothing, when the text does not name the framework. Where it does so more than once,
/// as in the name of a campaign, the one before the card's name counts.
pub(super) fn address_in<'a>(baseline: &Baseline, text: &'a str) -> Option<AddressIn<'a>> {
    let (framework, card) = (letters(&baseline.framework().id), letters(&baseline.card().id));
    let mut first = None;
    let mut end = 0;
    for piece in text.split_inclusive(['/', '?', '&', '#', '=']) {
        end += piece.len();
        let name = piece.trim_end_matches(['/', '?', '&', '#', '=']);
        let (id, edition) = edition::parted(name);
        if letters(id) == framework {
            let behind = text.get(end - (piece.len() - name.len())..).unwrap_or_default();
            let found = AddressIn { edition, behind };
            if letters(part(behind).0) == card {
                return Some(found);
            }
            first = first.or(Some(found));
        }
    }
    first
}

/// Whether a word of a text is an address, or a link that holds one.
pub(crate) fn holds_scenario(baseline: &Baseline, word: &str) -> bool {
    address_in(baseline, &unquoted(baseline, &plain(word))).is_some_and(|found| found.behind.starts_with('/'))
}

/// The first part of what stands behind a name, and what stands behind that.
pub(crate) fn part(behind: &str) -> (&str, &str) {
    let begins = behind.trim_start_matches('/');
    let end = if begins.len() == behind.len() { Some(0) } else { begins.find(['/', '?', '&', '#']) };
    begins.split_at_checked(end.unwrap_or(begins.len())).unwrap_or_default()
}

/// Whether a piece that others have added can carry no meaning here.
pub(crate) fn is_nobodys(ids: &dyn Ids, piece: &str) -> bool {
    let mut words = piece.split(|letter| !is_of_id(letter));
    !has_name_of_part(piece) && !words.any(|word| ids.index(&word.to_ascii_lowercase()).is_some())
}

/// Whether a piece has the name of a part that addresses have.
pub(crate) fn has_name_of_part(piece: &str) -> bool {
    piece.split_once('=').is_some_and(|(name, _)| PARTS.contains(&letters(name).as_str()))
}

/// Whether ids have such letters.
pub(crate) fn is_of_id(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '.'
}

/// The letters and digits of a name, all that it is known by.
pub(crate) fn letters(name: &str) -> String {
    let known = name.chars().map(narrow).filter(|letter| !is_mark(*letter));
    known.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The text in the marks of a keyboard: grades have signs that count.
fn typed(text: &str) -> String {
    let hyphens = |letter| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        letter => narrow(letter),
    };
    text.chars().map(hyphens).filter(|letter| letter.is_ascii() || !is_mark(*letter)).collect()
}

/// What a value that was typed means to `read`, with or without marks around it: a grade may be “A+”, in a sentence.
pub(crate) fn meant<T>(value: &str, mut read: impl FnMut(&str) -> Option<T>) -> Option<T> {
    let value = typed(value);
    let mut text = value.trim().trim_start_matches(['"', '\'', '(', '[', '<']);
    loop {
        if let Some(found) = read(text) {
            return Some(found);
        }
        text = text.strip_suffix(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric())?;
    }
}

/// The index of the name that a text is; if it is none, of one in other case.
pub(crate) fn named(names: &[&str], text: &str) -> Option<usize> {
    let same = names.iter().position(|name| *name == text);
    same.or_else(|| names.iter().position(|name| name.eq_ignore_ascii_case(text)))
}

/// A letter of full width as the one of a keyboard.
fn narrow(letter: char) -> char {
    match u32::from(letter) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a sign is no letter and no digit, also one that cannot be seen.
fn is_mark(sign: char) -> bool {
    match sign {
        sign if sign.is_ascii() => !sign.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => {
            true
        }
        '\u{fe00}'..='\u{fe6f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' => true,
        _ => false,
    }
}
