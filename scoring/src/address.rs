//! The address of a scenario: readable, canonical, and honest about what it could not read.
//!
//! `pic-2019/ct-2019/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates`
//! stands behind the `#`. Ids are in the framework's order, and a part is left out when it is empty, so
//! equal scenarios have equal addresses.

use crate::{Baseline, ChangeProblem, Changes, Scenario, read_changes};

/// Why a part of an address was not applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressProblem {
    /// The address is about other rules, under which its ids may mean something else. Nothing in it
    /// was applied.
    #[error("it is for the framework “{found}”, and this page has “{expected}”; nothing in it was applied")]
    OtherFramework {
        /// The framework of the page.
        expected: String,
        /// The framework of the address.
        found: String,
    },
    /// The address is about another card. Nothing in it was applied.
    #[error("it is for the card “{found}”, and this page has “{expected}”; nothing in it was applied")]
    OtherCard {
        /// The card of the page.
        expected: String,
        /// The card of the address.
        found: String,
    },
    /// The address ends before it names a card.
    #[error("it names no card")]
    NoCard,
    /// A part is neither `on=` nor `off=`.
    #[error("the part “{0}” could not be read")]
    Unreadable(String),
    /// One id could not be applied.
    #[error(transparent)]
    Change(#[from] ChangeProblem),
}

/// The canonical address of a scenario, without the `#`.
pub fn format_address(baseline: &Baseline, scenario: &Scenario) -> String {
    let mut address = format!("{}/{}", baseline.framework().id, baseline.card().id);
    let Changes { on, off } = scenario.changes(baseline);
    for (name, ids) in [("/on=", on), ("/off=", off)] {
        if !ids.is_empty() {
            address.push_str(name);
            address.push_str(&ids.join(","));
        }
    }
    address
}

/// The scenario of an address, with or without the `#`, and whatever in it was not applied.
///
/// Lenient where nothing can be lost by it: percent-encoding is undone, and punctuation that a mail
/// program or a sentence has put behind the address is passed over. An empty address is the baseline.
pub fn parse_address(baseline: &Baseline, address: &str) -> (Scenario, Vec<AddressProblem>) {
    let decoded = percent_decoded(address.strip_prefix('#').unwrap_or(address));
    let address = decoded.trim().trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut parts = address.split('/');
    let (framework, card) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());

    let expected = (&baseline.framework().id, &baseline.card().id);
    let problem = if address.is_empty() {
        return (Scenario::default(), Vec::new());
    } else if framework != expected.0 {
        AddressProblem::OtherFramework { expected: expected.0.clone(), found: framework.to_owned() }
    } else if card.is_empty() {
        AddressProblem::NoCard
    } else if card != expected.1 {
        AddressProblem::OtherCard { expected: expected.1.clone(), found: card.to_owned() }
    } else {
        return read_parts(baseline, parts);
    };
    (Scenario::default(), vec![problem])
}

fn read_parts<'a>(
    baseline: &Baseline,
    parts: impl Iterator<Item = &'a str>,
) -> (Scenario, Vec<AddressProblem>) {
    let mut changes = Changes::default();
    let mut problems = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let (list, ids) = match part.split_once('=') {
            Some(("on", ids)) => (&mut changes.on, ids),
            Some(("off", ids)) => (&mut changes.off, ids),
            _ => {
                problems.push(AddressProblem::Unreadable(part.to_owned()));
                continue;
            }
        };
        list.extend(ids.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned));
    }
    let (scenario, unread) = read_changes(baseline, &changes);
    problems.extend(unread.into_iter().map(AddressProblem::Change));
    (scenario, problems)
}

/// The text with `%2C` and the like undone. What is no such sequence, or no UTF-8, stays readable.
fn percent_decoded(text: &str) -> String {
    let digit =
        |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while let Some(&byte) = bytes.get(place) {
        match (byte, digit(bytes.get(place + 1)), digit(bytes.get(place + 2))) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(high << 4 | low);
                place += 3;
            }
            _ => {
                decoded.push(byte);
                place += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
