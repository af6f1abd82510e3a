//! The scenarios that a visitor has given a name and keeps.

mod brought;
mod file;
mod json_value;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::address::holds_scenario;
use crate::{
    AddressProblem, Baseline, Difference, Evaluation, Headline, Words, evaluate, format_address,
    parse_address, say,
};

pub use brought::{import, text_of};
pub use file::{FileProblem, Kind, read};
pub use json_value::Found;

/// A scenario under its name, kept as its address: that names its framework and year, so it means the
/// same later, and what another card or a later version has written is not lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Saved {
    /// What the visitor calls it; no two on a shelf are the same.
    pub name: String,
    /// The address, without the `#`.
    pub address: String,
}

/// What reads the addresses of saved scenarios: a card with its rules, or all the cards of a framework.
pub trait AddressReader {
    /// The language in which it is told what cannot be read.
    fn words(&self) -> &Words;

    /// Whether a piece of a text is the address of a scenario that can be read here.
    fn holds_scenario(&self, text: &str) -> bool;

    /// Reads an address.
    fn read(&self, address: &str) -> ReadAddress;
}

/// An address that was read, as far as that was possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAddress {
    /// A name for the scenario, when it is given none.
    pub suggested_name: String,
    /// The canonical address of what could be read.
    pub canonical: String,
    /// What could not be read, each in a clause.
    pub unread: Vec<String>,
}

impl AddressReader for Baseline {
    fn words(&self) -> &Words {
        self.words()
    }

    fn holds_scenario(&self, text: &str) -> bool {
        holds_scenario(self, text)
    }

    fn read(&self, address: &str) -> ReadAddress {
        let (situation, unread) = parse_address(self, address);
        let is_of_another = unread.iter().any(AddressProblem::is_of_another_card);
        ReadAddress {
            // What is about another card is not to bear this one's name.
            suggested_name: match is_of_another {
                true => address.to_owned(),
                false => suggested_name(self, &evaluate(self, &situation.scenario)),
            },
            canonical: if is_of_another { address.to_owned() } else { format_address(self, &situation) },
            unread: unread.iter().map(|problem| problem.in_words(self.words())).collect(),
        }
    }
}

/// Saved scenarios, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    saved: Vec<Saved>,
}

/// A shelf as a file: what the page keeps, and what a visitor exports.
#[derive(Debug, Serialize)]
pub struct File<'a> {
    lawgrade: u32,
    scenarios: &'a [Saved],
}

/// The version of the file that this program writes.
const VERSION: u32 = 1;

impl Shelf {
    /// The scenarios, the oldest first.
    pub fn saved(&self) -> &[Saved] {
        &self.saved
    }

    /// Puts a scenario on the shelf. Where the name is taken, a number is put behind it.
    pub fn save(&mut self, name: &str, address: String) {
        let name = self.free(name, None);
        self.saved.push(Saved { name, address });
    }

    /// Gives a scenario another name, with a number behind it where that is taken. A name without a
    /// letter changes nothing.
    pub fn rename(&mut self, index: usize, name: &str) {
        if kept_name(name).is_empty() {
            return;
        }
        let name = self.free(name, Some(index));
        if let Some(saved) = self.saved.get_mut(index) {
            saved.name = name;
        }
    }

    /// Puts a copy behind a scenario.
    pub fn duplicate(&mut self, index: usize) {
        if let Some(Saved { name, address }) = self.saved.get(index).cloned() {
            let name = self.free(&name, None);
            let _ = self.put_back(index + 1, Saved { name, address });
        }
    }

    /// Takes a scenario away; [`put_back`](Self::put_back) is the inverse.
    pub fn remove(&mut self, index: usize) -> Option<Saved> {
        (index < self.saved.len()).then(|| self.saved.remove(index))
    }

    /// Puts a scenario in at its place, or at the end when the shelf has become shorter; says where.
    pub fn put_back(&mut self, index: usize, mut saved: Saved) -> usize {
        saved.name = self.free(&saved.name, None);
        let index = index.min(self.saved.len());
        self.saved.insert(index, saved);
        index
    }

    /// Adds scenarios that are not there yet under the same name and address; says how many.
    pub fn add(&mut self, scenarios: Vec<Saved>) -> usize {
        let before = self.saved.len();
        let (mut known, mut names) = (BTreeSet::new(), BTreeSet::new());
        for saved in &self.saved {
            // One after the other: a set that is collected sorts first (see `order.rs`).
            known.insert(saved.clone());
            names.insert(saved.name.clone());
        }
        let mut next = BTreeMap::new();
        for Saved { name, address } in scenarios {
            let saved = Saved { name: kept_name(&name), address };
            if !known.insert(saved.clone()) {
                continue;
            }
            let number = next.entry(saved.name.clone()).or_insert(2);
            let (name, after) = free(&saved.name, *number, |name| names.contains(name));
            *number = after;
            names.insert(name.clone());
            self.saved.push(Saved { name, address: saved.address });
        }
        self.saved.len() - before
    }

    /// As a file.
    pub fn file(&self) -> File<'_> {
        File { lawgrade: VERSION, scenarios: &self.saved }
    }

    /// The name, or with the first number behind it that makes it one of its own. `own` is the place
    /// whose name does not count.
    fn free(&self, name: &str, own: Option<usize>) -> String {
        let others = || self.saved.iter().enumerate().filter(|(index, _)| Some(*index) != own);
        free(name, 2, |name| others().any(|(_, saved)| saved.name == name)).0
    }
}

/// The name if it is free, else with the first number from `number` on behind it that makes it so; and the
/// number to go on with.
fn free(name: &str, mut number: u32, taken: impl Fn(&str) -> bool) -> (String, u32) {
    let name = kept_name(name);
    let mut free = name.clone();
    while taken(&free) {
        free = format!("{name} ({number})");
        number = number.saturating_add(1);
    }
    (free, number)
}

/// The longest name of a scenario, in letters.
pub(crate) const LONGEST: usize = 80;

/// A name as it is kept: not too long, and without signs that would turn the text around it.
fn kept_name(name: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain = name.trim().chars().filter(|letter| !letter.is_control() && !turns(*letter));
    plain.take(LONGEST).collect::<String>().trim().to_owned()
}

/// A name for a scenario that was given none: "82.5, grade B: 1 provision added".
pub fn suggested_name(baseline: &Baseline, tree: &Evaluation) -> String {
    let (words, Headline { total, grade, .. }) = (baseline.words(), Headline::new(baseline, tree));
    let changes = Difference::new(baseline, tree).in_words(words);
    say::shelf::suggested_name(words, &total, &grade, &changes)
}
