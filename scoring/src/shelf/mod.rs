//! The scenarios that a visitor has given a name and keeps.

mod brought;
mod elsewhere;
mod file;
mod json_value;
mod saved_result;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::holds_scenario;
use crate::{
    AddressProblem, Baseline, Difference, Evaluation, Headline, Words, evaluate, format_address,
    parse_address, say,
};

pub use brought::{import, text_of};
pub use elsewhere::{Elsewhere, SavedElsewhere, SavedLines};
pub use file::{FileProblem, Kind, read};
pub use json_value::Found;
pub use saved_result::{Day, Expected, SavedResult};

pub(crate) use saved_result::Leading;

/// A scenario under its name, kept as its address: that names its framework and year, so it means the
/// same later, and what another card or a later version has written is not lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// What the visitor calls it; no two on a shelf are the same.
    pub name: String,
    /// The address, without the `#`.
    pub address: String,
    /// What it came to when it was saved; nothing, where an earlier release has saved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<SavedResult>,
}

impl Saved {
    fn keep_later(&mut self, result: Option<SavedResult>) {
        if result.as_ref().map(SavedResult::date) > self.result.as_ref().map(SavedResult::date) {
            self.result = result;
        }
    }
}

/// What reads the addresses of saved scenarios: a card with its rules, or all the cards of a framework.
pub trait AddressReader {
    /// The language in which it is told what cannot be read.
    fn words(&self) -> &Words;

    /// Whether a piece of a text is the address of a scenario that can be read here.
    fn holds_scenario(&self, text: &str) -> bool;

    /// Reads an address.
    fn read(&self, address: &str) -> ReadAddress;

    /// What the scenario of an address comes to on a day, given as `2026-05-03`. Nothing, where it is about another card, or
    /// that is no day.
    fn result_of(&self, address: &str, date: &str) -> Option<SavedResult>;
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

    fn result_of(&self, address: &str, date: &str) -> Option<SavedResult> {
        let (situation, unread) = parse_address(self, address);
        let is_of_another = unread.iter().any(AddressProblem::is_of_another_card);
        (!is_of_another).then(|| SavedResult::of_card(self, &evaluate(self, &situation.scenario), date))?
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

    /// Puts a scenario on the shelf, with what it comes to now, and says where. Where the name is taken, a number is put
    /// behind it; but the same scenario under the same name is there already, and gets the result of now.
    pub fn save(&mut self, name: &str, address: String, result: Option<SavedResult>) -> usize {
        let name = kept_name(name);
        let again = self.saved.iter_mut().enumerate();
        let mut again = again.filter(|(_, saved)| saved.name == name && saved.address == address);
        if let Some((index, saved)) = again.next() {
            saved.result = result;
            return index;
        }
        let name = self.free(&name, None);
        self.saved.push(Saved { name, address, result });
        self.saved.len() - 1
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
        if let Some(copy) = self.saved.get(index).cloned() {
            let _ = self.put_back(index + 1, copy);
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

    /// Adds scenarios that are not there yet under the same name and address; says how many. Of those that are, the
    /// result that was saved later stays.
    pub fn add(&mut self, scenarios: Vec<Saved>) -> usize {
        let before = self.saved.len();
        // Maps of one kind: each other kind is 2 kB of the program. No name has the sign that parts it from the address.
        let (mut known, mut names, mut next) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let key = |name: &str, address: &str| format!("{name}\n{address}");
        for (index, saved) in self.saved.iter().enumerate() {
            // One after the other: a set that is collected sorts first (see `order.rs`).
            known.entry(key(&saved.name, &saved.address)).or_insert(index);
            names.insert(saved.name.clone(), 0);
        }
        for Saved { name, address, result } in scenarios {
            let name = kept_name(&name);
            let same = key(&name, &address);
            if let Some(saved) = known.get(&same).and_then(|index| self.saved.get_mut(*index)) {
                saved.keep_later(result);
                continue;
            }
            known.insert(same, self.saved.len());
            let number = next.entry(name.clone()).or_insert(2);
            let (name, after) = free(&name, *number, |name| names.contains_key(name));
            *number = after;
            names.insert(name.clone(), 0);
            self.saved.push(Saved { name, address, result });
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
fn free(name: &str, mut number: usize, taken: impl Fn(&str) -> bool) -> (String, usize) {
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
