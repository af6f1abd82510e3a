//! The address of a scenario: readable, canonical, and honest about what it could not read.
//!
//! `pic-2019/ct-2019/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates`
//! stands behind the `#`. Ids are in the framework's order, and a part is left out when it is empty, so
//! equal scenarios have equal addresses. What the visitor is after follows: `to=B` (in our best reading) or
//! `sure=B` (in every reading), a letter or points; `without=` ids that are left out of plans; and
//! `bill=Name:` ids for each bundle.

use std::sync::Arc;

use crate::aim::bundle_name;
use crate::{
    Aim, Baseline, Bundle, ChangeProblem, Changes, Points, Provision, ProvisionSet, Question, Situation,
    Target, Words, read_changes, say,
};

/// Why a part of an address was not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// The address is about other rules, under which its ids may mean something else. Nothing in it
    /// was applied.
    OtherFramework {
        /// The framework of the page.
        expected: String,
        /// The framework of the address.
        found: String,
    },
    /// The address is about another card. Nothing in it was applied.
    OtherCard {
        /// The card of the page.
        expected: String,
        /// The card of the address.
        found: String,
    },
    /// The address ends before it names a card.
    NoCard,
    /// A part is none that addresses have.
    Unreadable(String),
    /// The target is no grade of the framework and no number of points that it can give.
    NoTarget(String),
    /// A second target; the first one stays.
    SecondTarget(String),
    /// A bill's name had letters that addresses keep for themselves, or too many.
    BillRenamed {
        /// The name in the address.
        found: String,
        /// The name that was kept.
        kept: String,
    },
    /// An id that is to be left out of plans or is in a bill is no provision, or stands there twice.
    NoProvision(String),
    /// One id could not be applied.
    Change(ChangeProblem),
}

impl AddressProblem {
    /// The problem, in a clause.
    pub fn in_words(&self, words: &Words) -> String {
        use say::address::{
            bill_renamed, no_card, no_provision, no_target, other_card, other_framework, second_target,
            unreadable,
        };
        match self {
            AddressProblem::OtherFramework { expected, found } => other_framework(words, found, expected),
            AddressProblem::OtherCard { expected, found } => other_card(words, found, expected),
            AddressProblem::NoCard => no_card(words),
            AddressProblem::Unreadable(part) => unreadable(words, part),
            AddressProblem::NoTarget(target) => no_target(words, target),
            AddressProblem::SecondTarget(target) => second_target(words, target),
            AddressProblem::BillRenamed { found, kept } => bill_renamed(words, found, kept),
            AddressProblem::NoProvision(id) => no_provision(words, id),
            AddressProblem::Change(problem) => problem.in_words(words),
        }
    }
}

/// The canonical address of a situation, without the `#`.
pub fn format_address(baseline: &Baseline, situation: &Situation) -> String {
    let mut address = format!("{}/{}", baseline.framework().id, baseline.card().id);
    let (on, off) = situation.scenario.on_and_off(baseline);
    let Aim { target, question, locked, bundles } = &situation.aim;
    push_ids(&mut address, "/on=", on);
    push_ids(&mut address, "/off=", off);
    if let Some(target) = target {
        address.push_str(match question {
            Question::BestReading => "/to=",
            Question::EveryReading => "/sure=",
        });
        address.push_str(&percent_encoded(&target.to_string()));
    }
    push_ids(&mut address, "/without=", of(baseline, locked));
    for Bundle { name, provisions } in bundles {
        push_ids(&mut address, &format!("/bill={}:", percent_encoded(name)), of(baseline, provisions));
    }
    address
}

fn of<'a>(baseline: &'a Baseline, set: &ProvisionSet) -> Vec<&'a Arc<Provision>> {
    set.iter().filter_map(|place| baseline.provisions().get(place)).collect()
}

fn push_ids(address: &mut String, name: &str, provisions: Vec<&Arc<Provision>>) {
    let mut before = name;
    for provision in provisions {
        address.push_str(before);
        address.push_str(&provision.id);
        before = ",";
    }
}

/// The situation of an address, with or without the `#`, and whatever in it was not applied.
///
/// Lenient where nothing can be lost by it: percent-encoding is undone, and punctuation that a mail
/// program or a sentence has put behind the address is passed over. An empty address is the baseline.
pub fn parse_address(baseline: &Baseline, address: &str) -> (Situation, Vec<AddressProblem>) {
    let decoded = percent_decoded(address.strip_prefix('#').unwrap_or(address));
    let whole = decoded.trim();
    let address = whole.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let behind = whole.get(address.len()..).unwrap_or_default();
    let mut parts = address.split('/');
    let (framework, card) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());

    let expected = (&baseline.framework().id, &baseline.card().id);
    let problem = if address.is_empty() {
        return (Situation::default(), Vec::new());
    } else if framework != expected.0 {
        AddressProblem::OtherFramework { expected: expected.0.clone(), found: framework.to_owned() }
    } else if card.is_empty() {
        AddressProblem::NoCard
    } else if card != expected.1 {
        AddressProblem::OtherCard { expected: expected.1.clone(), found: card.to_owned() }
    } else {
        return read_parts(baseline, parts, behind);
    };
    (Situation::default(), vec![problem])
}

/// `behind` is what was passed over at the end: a target there may be a grade such as “A+”.
fn read_parts<'a>(
    baseline: &Baseline,
    parts: impl Iterator<Item = &'a str>,
    behind: &str,
) -> (Situation, Vec<AddressProblem>) {
    let mut changes = Changes::default();
    let mut aim = Aim::default();
    let mut problems = Vec::new();
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    while let Some(part) = parts.next() {
        let behind = if parts.peek().is_none() { behind } else { "" };
        let (name, value) = part.split_once('=').unwrap_or_default();
        match name {
            "on" => changes.on.extend(split(value).map(str::to_owned)),
            "off" => changes.off.extend(split(value).map(str::to_owned)),
            "to" | "sure" => match read_target(baseline, value, behind) {
                None => problems.push(AddressProblem::NoTarget(value.to_owned())),
                Some(_) if aim.target.is_some() => {
                    problems.push(AddressProblem::SecondTarget(value.to_owned()));
                }
                target => {
                    aim.target = target;
                    aim.question = if name == "to" { Question::BestReading } else { Question::EveryReading };
                }
            },
            "without" => {
                for id in split(value) {
                    match baseline.provision(id).filter(|provision| !aim.locked.contains(provision.place)) {
                        Some(provision) => aim.locked.toggle(provision.place),
                        None => problems.push(AddressProblem::NoProvision(id.to_owned())),
                    }
                }
            }
            "bill" => read_bundle(baseline, part, value, &mut aim, &mut problems),
            _ => problems.push(AddressProblem::Unreadable(part.to_owned())),
        }
    }
    let (scenario, unread) = read_changes(baseline, &changes);
    problems.extend(unread.into_iter().map(AddressProblem::Change));
    (Situation { scenario, aim }, problems)
}

fn split(ids: &str) -> impl Iterator<Item = &str> {
    ids.split(',').map(str::trim).filter(|id| !id.is_empty())
}

/// The grade that the value is, with as much as it can have of what stands behind it; else the points.
fn read_target(baseline: &Baseline, value: &str, behind: &str) -> Option<Target> {
    let fits = |grade: &str| grade.strip_prefix(value).is_some_and(|rest| behind.starts_with(rest));
    let grades = baseline.bands().map(|band| &band.grade).filter(|grade| fits(grade));
    match grades.max_by_key(|grade| grade.len()) {
        Some(grade) => Some(Target::Grade(grade.clone())),
        None => {
            let points = value.parse::<Points>().ok()?;
            Aim::can_be_target(baseline, points).then_some(Target::Points(points))
        }
    }
}

fn read_bundle(
    baseline: &Baseline,
    part: &str,
    value: &str,
    aim: &mut Aim,
    problems: &mut Vec<AddressProblem>,
) {
    let (name, ids) = value.split_once(':').unwrap_or_default();
    let kept = bundle_name(name);
    if kept.is_empty() || split(ids).next().is_none() {
        return problems.push(AddressProblem::Unreadable(part.to_owned()));
    }
    if kept != name {
        problems.push(AddressProblem::BillRenamed { found: name.to_owned(), kept });
    }
    for id in split(ids) {
        match baseline.provision(id).filter(|provision| aim.bundle_of(provision).is_none()) {
            Some(provision) => drop(aim.put_into_bundle(name, provision)),
            None => problems.push(AddressProblem::NoProvision(id.to_owned())),
        }
    }
}

/// The text as it can stand in a link without ending it, in mail and in a sentence.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => encoded.push(char::from(byte)),
            byte => {
                let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0').to_ascii_uppercase();
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
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
