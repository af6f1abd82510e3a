//! The scenarios that the visitor keeps on this device.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::shelf::{AddressReader, FileProblem, Found, Saved, Shelf, import, read, text_of};
use scoring::{Words, say};

use crate::browser::storage::{self, NotKept};
use crate::browser::{self, json};

/// The name under which the browser keeps them.
const PLACE: &str = "lawgrade.scenarios";
/// Where a text goes that could not be read, so that nothing overwrites it.
const ASIDE: &str = "lawgrade.scenarios.unreadable";

/// The shelf, and how it is kept. Made once, by the root.
#[derive(Clone, Copy)]
pub struct SavedScenarios {
    reader: StoredValue<Arc<dyn AddressReader + Send + Sync>>,
    shelf: RwSignal<Shelf>,
    // Tells of scenarios that came, went or moved, but not of another name: a list that is made anew takes the
    // focus away from the name that is being edited.
    arranged: RwSignal<()>,
    removed: RwSignal<Option<(usize, Saved)>>,
    trouble: RwSignal<Option<Trouble>>,
    // Whether what the browser keeps must stay as it is, because it could be neither read nor put aside.
    sealed: StoredValue<bool>,
    // What this tab has last seen the browser keep.
    known: StoredValue<Option<String>>,
}

/// What came of a file that was imported.
pub struct Imported {
    /// How many scenarios were added.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// Every problem with the file, in a sentence.
    pub problems: Vec<String>,
}

/// Why scenarios are not kept as they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser keeps nothing for this page, or not as much.
    NotKept,
    /// What was kept could not be read. It was put aside.
    Unreadable,
}

impl SavedScenarios {
    /// What this browser keeps. Call it within the root's owner.
    pub fn new(reader: Arc<dyn AddressReader + Send + Sync>) -> Self {
        let saved = Self {
            reader: StoredValue::new(reader),
            shelf: RwSignal::default(),
            arranged: RwSignal::new(()),
            removed: RwSignal::default(),
            trouble: RwSignal::default(),
            sealed: StoredValue::new(false),
            known: StoredValue::new(None),
        };
        saved.load();
        storage::on_written_elsewhere(PLACE, move || saved.load());
        saved
    }

    /// The saved scenarios of this page, from anywhere below the root.
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads the shelf. Tracked.
    pub fn with_shelf<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with(read)
    }

    /// What `make` makes of each scenario and its place. Tracked, but names are not.
    pub fn each<T>(self, mut make: impl FnMut(usize, &Saved) -> T) -> Vec<T> {
        self.arranged.track();
        self.shelf.with_untracked(|shelf| {
            shelf.saved().iter().enumerate().map(|(place, saved)| make(place, saved)).collect()
        })
    }

    /// The name of the scenario at this place. Tracked.
    pub fn name(self, place: usize) -> String {
        self.shelf.with(|shelf| shelf.saved().get(place).map(|saved| saved.name.clone()).unwrap_or_default())
    }

    /// What became of the scenario that was saved at this place, in words. Not tracked.
    pub fn outcome(self, place: usize, words: &Words) -> String {
        let name = untrack(|| self.name(place));
        match self.trouble.get_untracked() {
            Some(Trouble::NotKept) => say::saved_list::held(words, &name),
            _ => say::saved_list::saved(words, &name),
        }
    }

    /// The scenario that was removed last and can be put back. Tracked.
    pub fn removed(self) -> Option<String> {
        self.removed.with(|removed| removed.as_ref().map(|(_, saved)| saved.name.clone()))
    }

    /// What is wrong with keeping them. Tracked.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Saves a scenario under a name, with what it comes to; says at which place.
    pub fn save(self, name: &str, address: String) -> usize {
        let result = self.reader.get_value().result_of(&address, &browser::date());
        let first = self.shelf.with_untracked(|shelf| shelf.saved().is_empty());
        let mut place = 0;
        self.arrange(|shelf| place = shelf.save(name, address, result));
        if first {
            storage::ask_to_persist();
        }
        place
    }

    /// Gives the scenario at this place another name.
    pub fn rename(self, place: usize, name: &str) {
        if let Some(place) = self.found_again(place) {
            self.shelf.update(|shelf| shelf.rename(place, name));
            self.keep();
        }
    }

    /// Puts a copy behind the scenario at this place; says where.
    pub fn duplicate(self, place: usize) -> Option<usize> {
        let place = self.found_again(place)?;
        self.arrange(|shelf| shelf.duplicate(place));
        Some(place + 1)
    }

    /// Removes the scenario at this place; [`put_back`](Self::put_back) brings it back.
    pub fn remove(self, place: usize) {
        let Some(place) = self.found_again(place) else { return };
        let mut removed = None;
        self.arrange(|shelf| removed = shelf.remove(place));
        self.removed.set(removed.map(|saved| (place, saved)));
    }

    /// Brings back what was removed last, and says to which place.
    pub fn put_back(self) -> Option<usize> {
        let (place, saved) = self.removed.try_update(Option::take)??;
        let mut back = None;
        self.arrange(|shelf| back = Some(shelf.put_back(place, saved)));
        back
    }

    /// Adds the scenarios of a file.
    pub fn import(self, bytes: &[u8]) -> Imported {
        let reader = self.reader.get_value();
        let text = text_of(bytes);
        let (scenarios, problems) = import(&*reader, &text, json::found(&text).as_ref());
        let (found, mut added) = (scenarios.len(), 0);
        self.arrange(|shelf| added = shelf.add(scenarios));
        let problems = problems.iter().map(|problem| problem.in_words(reader.words())).collect();
        Imported { added, known: found - added, problems }
    }

    /// All of them as a file.
    pub fn export(self) -> String {
        self.shelf.with_untracked(|shelf| json::to_text(&shelf.file()))
    }

    /// What could not be read, as it was found.
    pub fn unreadable(self) -> Option<String> {
        let place = if self.sealed.get_value() { PLACE } else { ASIDE };
        storage::read(place).ok().flatten()
    }

    /// Throws away what could not be read.
    pub fn discard_unreadable(self) {
        if self.sealed.get_value() {
            self.sealed.set_value(false);
            self.keep();
        }
        storage::remove(ASIDE);
        self.trouble.update(|trouble| *trouble = trouble.filter(|trouble| *trouble != Trouble::Unreadable));
    }

    fn arrange(self, change: impl FnOnce(&mut Shelf)) {
        self.refresh();
        self.shelf.update(change);
        self.removed.set(None);
        self.arranged.notify();
        self.keep();
    }

    /// Takes in what another tab may have kept meanwhile, so that a change is made to that and not to what
    /// this tab remembers. A page that was frozen has heard of nothing.
    fn refresh(self) {
        let kept = storage::read(PLACE).ok().flatten();
        if kept.is_some() && kept != self.known.get_value() {
            self.load();
        }
    }

    /// The place that the scenario now has which had this one: names are unique, places move.
    fn found_again(self, place: usize) -> Option<usize> {
        let name = self.shelf.with_untracked(|shelf| Some(shelf.saved().get(place)?.name.clone()))?;
        self.refresh();
        self.shelf.with_untracked(|shelf| shelf.saved().iter().position(|saved| saved.name == name))
    }

    fn load(self) {
        let text = match storage::read(PLACE) {
            Ok(text) => text.unwrap_or_default(),
            Err(_) => return self.trouble.set(Some(Trouble::NotKept)),
        };
        self.known.set_value(Some(text.clone()));
        let mut shelf = Shelf::default();
        if !text.is_empty() {
            let (scenarios, problems) = read_text(&*self.reader.get_value(), &text);
            shelf.add(scenarios);
            // An address that this card does not know is kept as it is, and a scenario without a name is
            // kept under a new one; anything else would be lost.
            let harmless = |problem: &FileProblem| {
                matches!(problem, FileProblem::Address { .. } | FileProblem::NoName { .. })
            };
            if !problems.iter().all(harmless) {
                self.sealed.set_value(put_aside(&text).is_err());
            }
        }
        let aside = storage::read(ASIDE).ok().flatten().is_some();
        if aside || self.sealed.get_value() {
            self.trouble.set(Some(Trouble::Unreadable));
        }
        // What this tab failed to store exists only in its memory.
        if self.trouble.get_untracked() == Some(Trouble::NotKept) {
            shelf.add(self.shelf.with_untracked(|shelf| shelf.saved().to_vec()));
        }
        self.shelf.set(shelf);
        self.arranged.notify();
    }

    fn keep(self) {
        let text = self.export();
        let kept = if self.sealed.get_value() { Err(NotKept) } else { storage::write(PLACE, &text) };
        if kept.is_ok() {
            self.known.set_value(Some(text));
        }
        self.trouble.update(|trouble| match kept {
            Err(_) => *trouble = Some(Trouble::NotKept),
            Ok(()) if *trouble == Some(Trouble::NotKept) => *trouble = None,
            Ok(()) => {}
        });
    }
}

/// Keeps a text that could not be read beside what was put aside before.
fn put_aside(text: &str) -> Result<(), NotKept> {
    let before = storage::read(ASIDE)?.unwrap_or_default();
    if before.contains(text) {
        return Ok(());
    }
    let space = if before.is_empty() { "" } else { "\n\n" };
    storage::write(ASIDE, &format!("{before}{space}{text}"))
}

fn read_text(reader: &dyn AddressReader, text: &str) -> (Vec<Saved>, Vec<FileProblem>) {
    // What is no JSON is judged like JSON that is nothing of ours.
    let found = json::found(text).unwrap_or(Found::Other);
    read(reader, &found)
}
