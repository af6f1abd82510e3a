//! Reading saved scenarios from a file, and saying what in it is not right, and where.

use super::{AddressReader, Expected, Found, LONGEST, Saved, SavedResult, VERSION, kept_name};
use crate::{Words, say};

/// What is not right in a file of scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is no file of saved scenarios, but of this kind. Nothing was taken from it.
    NotOurs(Kind),
    /// It was written by another version, whose scenarios may mean something else, or names none that is a
    /// number. Nothing was taken.
    OtherVersion(Option<i64>),
    /// It has no list of scenarios.
    NoList,
    /// An entry is no scenario. It was left out.
    NotAScenario(usize),
    /// An entry has no name that can be kept as it is. It was given one.
    NoName {
        /// The entry.
        index: usize,
        /// The name it was given.
        name: String,
    },
    /// A field of what an entry came to is not as it should be. The entry is kept without it.
    Result {
        /// The entry.
        index: usize,
        /// The field; nothing, where there are no fields.
        field: &'static str,
        /// What should be there.
        expected: Expected,
    },
    /// A part of an address cannot be applied here. The entry is kept as it is.
    Address {
        /// The entry.
        index: usize,
        /// What is wrong with its address, in a clause.
        problem: String,
    },
    /// A part of a link in a text cannot be applied here, as the clause says. The link is kept as it is.
    Link(String),
}

/// What a file is that holds no scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is in it.
    Empty,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// A workbook, a text of an office program, or an archive.
    Document,
    /// A web page, perhaps the whole calculator in one file.
    Page,
    /// Data of something else.
    OtherData,
    /// A text in which no scenario has its link.
    OtherText,
}

impl Kind {
    fn word(self, words: &Words) -> String {
        match self {
            Kind::Empty => say::shelf::empty(words),
            Kind::Picture => say::shelf::picture(words),
            Kind::Pdf => say::shelf::pdf(words),
            Kind::Document => say::shelf::document(words),
            Kind::Page => say::shelf::web_page(words),
            Kind::OtherData => say::shelf::other_data(words),
            Kind::OtherText => say::shelf::other_text(words),
        }
    }
}

impl FileProblem {
    /// The problem, in a clause behind its place in the file as a JSON pointer.
    pub fn in_words(&self, words: &Words) -> String {
        let version = VERSION.to_string();
        match self {
            FileProblem::NotOurs(kind) => say::shelf::not_ours(words, &kind.word(words)),
            FileProblem::Link(problem) => problem.clone(),
            FileProblem::OtherVersion(found) => {
                let told = match found {
                    Some(found) => say::shelf::other_version(words, &version, &found.to_string()),
                    None => say::shelf::no_version(words, &version),
                };
                format!("/lawgrade: {told}")
            }
            FileProblem::NoList => format!("/scenarios: {}", say::shelf::no_list(words)),
            FileProblem::NotAScenario(index) => {
                format!("/scenarios/{index}: {}", say::shelf::not_a_scenario(words))
            }
            FileProblem::NoName { index, name } => {
                format!("/scenarios/{index}/name: {}", say::shelf::no_name(words, &LONGEST, name))
            }
            FileProblem::Result { index, field, expected } => {
                let gap = if field.is_empty() { "" } else { "/" };
                let told = say::shelf::bad_result(words, &expected.word(words));
                format!("/scenarios/{index}/result{gap}{field}: {told}")
            }
            FileProblem::Address { index, problem } => {
                format!("/scenarios/{index}/address: {problem}")
            }
        }
    }
}

/// The scenarios of a file, and every problem with it. What can be kept is kept, with its address as it
/// stands: also when this card cannot show all of it.
pub fn read(reader: &dyn AddressReader, file: &Found) -> (Vec<Saved>, Vec<FileProblem>) {
    let nothing = |problem| (Vec::new(), vec![problem]);
    match file.field("lawgrade") {
        Some(Found::Number(version)) if *version == i64::from(VERSION) => {}
        Some(Found::Number(version)) => return nothing(FileProblem::OtherVersion(Some(*version))),
        Some(_) => return nothing(FileProblem::OtherVersion(None)),
        None => return nothing(FileProblem::NotOurs(Kind::OtherData)),
    }
    let Some(Found::List(entries)) = file.field("scenarios") else {
        return nothing(FileProblem::NoList);
    };
    let mut scenarios = Vec::new();
    let mut problems = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(Found::Text(address)) = entry.field("address") else {
            problems.push(FileProblem::NotAScenario(index));
            continue;
        };
        let name = match entry.field("name") {
            Some(Found::Text(name)) if kept_name(name) == name.trim() && !name.trim().is_empty() => {
                name.clone()
            }
            found => {
                let kept = match found {
                    Some(Found::Text(name)) => kept_name(name),
                    _ => String::new(),
                };
                let unnamed = || say::shelf::unnamed(reader.words(), &(index + 1));
                let name = if kept.is_empty() { unnamed() } else { kept };
                problems.push(FileProblem::NoName { index, name: name.clone() });
                name
            }
        };
        let unread = reader.read(address).unread;
        problems.extend(unread.into_iter().map(|problem| FileProblem::Address { index, problem }));
        let wrong = |field, expected| problems.push(FileProblem::Result { index, field, expected });
        let result = entry.field("result").and_then(|found| SavedResult::read(found, wrong));
        scenarios.push(Saved { name, address: address.clone(), result });
    }
    (scenarios, problems)
}
