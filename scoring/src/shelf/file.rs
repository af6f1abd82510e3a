//! Reading saved scenarios from a file, and saying what in it is not right, and where.

use super::{Found, Saved, VERSION, kept_name};
use crate::{AddressProblem, Baseline, parse_address};

/// What is not right in a file of scenarios. Each tells its place as a JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// It is no file of saved scenarios. Nothing was taken from it.
    #[error("this is no file of Lawgrade scenarios; nothing was taken from it")]
    NotOurs,
    /// It was written by another version, whose scenarios may mean something else. Nothing was taken.
    #[error("/lawgrade: expected version {VERSION}, found {0}; nothing was taken from it")]
    OtherVersion(String),
    /// It has no list of scenarios.
    #[error("/scenarios: expected a list")]
    NoList,
    /// An entry is no scenario. It was left out.
    #[error("/scenarios/{0}: expected a name and an address; it was left out")]
    NotAScenario(usize),
    /// An entry has no name that can be kept as it is. It was given one.
    #[error("/scenarios/{place}/name: expected a name of 1 to 80 letters; it is called “{name}” now")]
    NoName {
        /// The entry.
        place: usize,
        /// The name it was given.
        name: String,
    },
    /// A part of an address cannot be applied here. The entry is kept as it is.
    #[error("/scenarios/{place}/address: {problem}")]
    Address {
        /// The entry.
        place: usize,
        /// What is wrong with its address.
        problem: AddressProblem,
    },
}

/// The scenarios of a file, and every problem with it. What can be kept is kept, with its address as it
/// stands: also when this card cannot show all of it.
pub fn read(baseline: &Baseline, file: &Found) -> (Vec<Saved>, Vec<FileProblem>) {
    let nothing = |problem| (Vec::new(), vec![problem]);
    let version = match file.field("lawgrade") {
        Some(Found::Number(version)) => version.to_string(),
        Some(_) => "something else".to_owned(),
        None => return nothing(FileProblem::NotOurs),
    };
    if version != VERSION.to_string() {
        return nothing(FileProblem::OtherVersion(version));
    }
    let Some(Found::List(entries)) = file.field("scenarios") else {
        return nothing(FileProblem::NoList);
    };
    let mut scenarios = Vec::new();
    let mut problems = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let Some(Found::Text(address)) = entry.field("address") else {
            problems.push(FileProblem::NotAScenario(place));
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
                let name = if kept.is_empty() { format!("Scenario {}", place + 1) } else { kept };
                problems.push(FileProblem::NoName { place, name: name.clone() });
                name
            }
        };
        let (_, unread) = parse_address(baseline, address);
        problems.extend(unread.into_iter().map(|problem| FileProblem::Address { place, problem }));
        scenarios.push(Saved { name, address: address.clone() });
    }
    (scenarios, problems)
}
