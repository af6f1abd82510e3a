//! The scenarios that a visitor has given a name and keeps.

mod file;
mod found;

use serde::Serialize;

use crate::{Baseline, Difference, Evaluation, Headline};

pub use file::{FileProblem, read};
pub use found::Found;

/// A scenario under its name, kept as its address: that names its framework and year, so it means the
/// same later, and what another card or a later version has written is not lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// What the visitor calls it; no two on a shelf are the same.
    pub name: String,
    /// The address, without the `#`.
    pub address: String,
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
    pub fn rename(&mut self, place: usize, name: &str) {
        if name.trim().is_empty() {
            return;
        }
        let name = self.free(name, Some(place));
        if let Some(saved) = self.saved.get_mut(place) {
            saved.name = name;
        }
    }

    /// Puts a copy behind a scenario.
    pub fn duplicate(&mut self, place: usize) {
        if let Some(Saved { name, address }) = self.saved.get(place).cloned() {
            let name = self.free(&name, None);
            self.put_back(place + 1, Saved { name, address });
        }
    }

    /// Takes a scenario away; [`put_back`](Self::put_back) is the inverse.
    pub fn remove(&mut self, place: usize) -> Option<Saved> {
        (place < self.saved.len()).then(|| self.saved.remove(place))
    }

    /// Puts a scenario in at its place, or at the end when the shelf has become shorter.
    pub fn put_back(&mut self, place: usize, mut saved: Saved) {
        saved.name = self.free(&saved.name, None);
        self.saved.insert(place.min(self.saved.len()), saved);
    }

    /// Adds scenarios that are not there yet under the same name and address; says how many.
    pub fn add(&mut self, scenarios: Vec<Saved>) -> usize {
        let before = self.saved.len();
        for saved in scenarios {
            if !self.saved.contains(&saved) {
                self.save(&saved.name, saved.address);
            }
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
        let name = name.trim();
        let taken = |name: &str| {
            let mut others = self.saved.iter().enumerate().filter(|(place, _)| Some(*place) != own);
            others.any(|(_, saved)| saved.name == name)
        };
        let numbered = (2u32..).map(|number| format!("{name} {number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }
}

/// A name for a scenario that was given none: "82.5, grade B: 1 provision added".
pub fn suggested_name(baseline: &Baseline, tree: &Evaluation) -> String {
    let Headline { total, grade, .. } = Headline::new(baseline, tree);
    format!("{total}, grade {grade}: {}", Difference::new(baseline, tree).in_words())
}
