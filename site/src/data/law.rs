//! The law behind cards: where the official texts of what they cite stand, and the bills about it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use scoring::Baseline;
use scoring::data::{Basis, Card, CardBill, Language, Statutes};
use serde::Deserialize;

use crate::failure::Failure;

use super::{load, shown};

/// Bills and acts about what a card grades.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Bills {
    /// The id of the card.
    pub card: String,
    /// The bills.
    pub bills: Vec<Bill>,
}

/// A bill, or an act that it has become.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bill {
    /// The id, which is the place of it on its page.
    pub id: String,
    /// As the legislature writes it.
    pub number: String,
    /// Its official title, where it is known.
    pub title: Option<String>,
    /// The year.
    pub year: u16,
    /// Its official page.
    pub address: String,
    /// What became of it.
    pub status: Status,
    /// The day of what [`date_of`](Self::date_of) says, such as "2018-04-19".
    pub date: String,
    /// What was on that day.
    pub date_of: DateOf,
    /// Provisions that it would put into law.
    pub on: Vec<String>,
    /// Provisions that it would take out of law.
    pub off: Vec<String>,
    /// What that rests on.
    pub basis: Basis,
    /// Where the facts come from.
    pub sources: Vec<BillSource>,
    /// What it does and why it changes these answers, by language.
    pub says: BTreeMap<String, String>,
}

/// What became of a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It was not passed.
    NotPassed,
    /// It is law since the card.
    Law,
}

/// What a bill's day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DateOf {
    /// It was reported with a file number.
    File,
    /// It took effect.
    Effect,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BillSource {
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub address: String,
}

impl Bill {
    /// The bill as calculators offer it in a language.
    ///
    /// # Errors
    /// When its date is none, or the language lacks a text for it.
    pub(super) fn offered(&self, language: &Language) -> Result<CardBill, Failure> {
        Ok(CardBill {
            number: self.number.clone(),
            title: self.title.clone(),
            happened: self.happened(language)?,
            address: self.address.clone(),
            is_law: self.status == Status::Law,
            basis: self.basis,
            on: self.on.clone(),
            off: self.off.clone(),
        })
    }

    /// What became of it and when, in a sentence.
    fn happened(&self, language: &Language) -> Result<String, Failure> {
        let date = date(&self.date, language)?;
        let text = match (self.status, self.date_of) {
            (Status::NotPassed, DateOf::File) => "not_passed",
            (Status::NotPassed, DateOf::Effect) => {
                return Err(Failure::Data(format!("{}: what was not passed took no effect", self.id)));
            }
            (Status::Law, DateOf::Effect) => "in_effect",
            (Status::Law, DateOf::File) => "passed",
        };
        Ok(language.page_text("law", text, &[("date", &date)])?)
    }
}

/// A day such as "2018-04-19" as a language writes it.
fn date(date: &str, language: &Language) -> Result<String, Failure> {
    let said = |name: &str, fillings: &[(&str, &str)]| language.page_text("law", name, fillings);
    let wrong = || Failure::Data(format!("“{date}” is no day"));
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(wrong()) };
    let months = said("months", &[])?;
    let month = month.parse::<usize>().ok().and_then(|month| months.split(", ").nth(month.checked_sub(1)?));
    let month = month.ok_or_else(wrong)?;
    let day = day.trim_start_matches('0');
    Ok(said("date", &[("year", year), ("month", month), ("day", day)])?)
}

/// All statutes, and every mistake in them. Each citation of `cards` gets the address of its official text.
pub(super) fn statutes(
    folder: &Path,
    cards: &mut [(PathBuf, Card)],
    mistakes: &mut Vec<String>,
) -> Result<Vec<Statutes>, Failure> {
    let cards_are_whole = mistakes.is_empty();
    let all: Vec<(PathBuf, Statutes)> = load(folder, "statutes", "statutes", mistakes)?;
    for (file, statutes) in &all {
        let mut cited = BTreeSet::new();
        for (card_file, card) in cards.iter_mut() {
            statutes.link(card);
            for citation in statutes.unknown(card) {
                mistakes.push(format!(
                    "{}: expected sections that {} has, found “{}”",
                    shown(card_file),
                    shown(file),
                    citation.text
                ));
            }
            let citations = card.provisions.iter().flat_map(|finding| &finding.citations);
            cited.extend(citations.filter_map(|one| statutes.number(&one.text)).map(str::to_owned));
        }
        let mut seen = BTreeSet::new();
        for section in &statutes.sections {
            let wrong = match (seen.insert(&section.section), cited.contains(&section.section)) {
                (false, _) => "each section once",
                (true, false) if cards_are_whole => "sections that a card cites",
                (true, _) => continue,
            };
            mistakes.push(format!("{}: expected {wrong}, found “{}”", shown(file), section.section));
        }
    }
    Ok(all.into_iter().map(|(_, statutes)| statutes).collect())
}

/// All bills, by card.
pub(super) fn bills(folder: &Path, mistakes: &mut Vec<String>) -> Result<Vec<(PathBuf, Bills)>, Failure> {
    load(folder, "bills", "bills", mistakes)
}

/// What is wrong with bills of a card, whose texts are to be in all `languages`.
pub(super) fn check(file: &Path, bills: &Bills, baseline: &Baseline, languages: &[&str]) -> Vec<String> {
    let mut mistakes = Vec::new();
    let mut tell = |bill: &Bill, what: String| mistakes.push(format!("{} {}: {what}", shown(file), bill.id));
    let mut seen = BTreeSet::new();
    for bill in &bills.bills {
        if !seen.insert(&bill.id) {
            tell(bill, "expected an id that no other bill has".to_owned());
        }
        for (ids, is_on) in [(&bill.on, true), (&bill.off, false)] {
            for id in ids {
                match baseline.provisions().iter().find(|provision| provision.id == *id) {
                    None => tell(bill, format!("expected the id of a provision, found “{id}”")),
                    Some(provision) if provision.law.in_law == is_on => {
                        let state = if is_on { "in law" } else { "not in law" };
                        tell(
                            bill,
                            format!("expected what it changes, found “{id}”, which is {state} already"),
                        );
                    }
                    Some(_) => {}
                }
            }
        }
        for language in languages.iter().filter(|language| !bill.says.contains_key(**language)) {
            tell(bill, format!("expected a text in “{language}”"));
        }
    }
    mistakes
}
