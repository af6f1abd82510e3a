//! The scenarios that the visitor keeps on this device.

use leptos::prelude::*;
use scoring::shelf::{FileProblem, Found, Saved, Shelf, read};

use super::workbench::Workbench;
use crate::browser::json;
use crate::browser::storage::{self, NotKept};

/// The name under which the browser keeps them.
const PLACE: &str = "lawgrade.scenarios";
/// Where a text goes that could not be read, so that nothing overwrites it.
const ASIDE: &str = "lawgrade.scenarios.unreadable";

/// The shelf, and how it is kept. Made once, by the root.
#[derive(Clone, Copy)]
pub struct SavedScenarios {
    shelf: RwSignal<Shelf>,
    // Tells of scenarios that came, went or moved, but not of another name: a list that is made anew takes the
    // focus away from the name that is being edited.
    arranged: RwSignal<()>,
    removed: RwSignal<Option<(usize, Saved)>>,
    trouble: RwSignal<Option<Trouble>>,
    // Whether what the browser keeps must stay as it is, because it could be neither read nor put aside.
    sealed: StoredValue<bool>,
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
    pub fn new(workbench: Workbench) -> Self {
        let saved = Self {
            shelf: RwSignal::default(),
            arranged: RwSignal::new(()),
            removed: RwSignal::default(),
            trouble: RwSignal::default(),
            sealed: StoredValue::new(false),
        };
        saved.load(workbench);
        storage::on_written_elsewhere(PLACE, move || saved.load(workbench));
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

    /// The addresses of the scenarios. Tracked, but names are not.
    pub fn addresses(self) -> Vec<String> {
        self.arranged.track();
        self.shelf.with_untracked(|shelf| shelf.saved().iter().map(|saved| saved.address.clone()).collect())
    }

    /// The name of the scenario at this place. Tracked.
    pub fn name(self, place: usize) -> String {
        self.shelf.with(|shelf| shelf.saved().get(place).map(|saved| saved.name.clone()).unwrap_or_default())
    }

    /// The name of the newest scenario. Not tracked.
    pub fn last_name(self) -> String {
        self.shelf
            .with_untracked(|shelf| shelf.saved().last().map(|saved| saved.name.clone()).unwrap_or_default())
    }

    /// The scenario that was removed last and can be put back. Tracked.
    pub fn removed(self) -> Option<String> {
        self.removed.with(|removed| removed.as_ref().map(|(_, saved)| saved.name.clone()))
    }

    /// What is wrong with keeping them. Tracked.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Saves a scenario under a name.
    pub fn save(self, name: &str, address: String) {
        self.arrange(|shelf| shelf.save(name, address));
    }

    /// Gives the scenario at this place another name.
    pub fn rename(self, place: usize, name: &str) {
        self.shelf.update(|shelf| shelf.rename(place, name));
        self.keep();
    }

    /// Puts a copy behind the scenario at this place.
    pub fn duplicate(self, place: usize) {
        self.arrange(|shelf| shelf.duplicate(place));
    }

    /// Removes the scenario at this place; [`put_back`](Self::put_back) brings it back.
    pub fn remove(self, place: usize) {
        let mut removed = None;
        self.arrange(|shelf| removed = shelf.remove(place));
        self.removed.set(removed.map(|saved| (place, saved)));
    }

    /// Brings back what was removed last, and says to which place.
    pub fn put_back(self) -> Option<usize> {
        let (place, saved) = self.removed.try_update(Option::take)??;
        self.arrange(|shelf| shelf.put_back(place, saved));
        Some(place)
    }

    /// Adds the scenarios of a file's text: how many were added, and every problem with the file.
    pub fn import(self, workbench: Workbench, text: &str) -> (usize, Vec<String>) {
        let (scenarios, problems) = read_text(workbench, text);
        let mut added = 0;
        self.arrange(|shelf| added = shelf.add(scenarios));
        (added, problems.iter().map(ToString::to_string).collect())
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

    fn arrange(self, change: impl FnOnce(&mut Shelf)) {
        self.shelf.update(change);
        self.removed.set(None);
        self.arranged.notify();
        self.keep();
    }

    fn load(self, workbench: Workbench) {
        let text = match storage::read(PLACE) {
            Ok(text) => text.unwrap_or_default(),
            Err(_) => return self.trouble.set(Some(Trouble::NotKept)),
        };
        let mut shelf = Shelf::default();
        if !text.is_empty() {
            let (scenarios, problems) = read_text(workbench, &text);
            shelf.add(scenarios);
            // An address that this card does not know is kept as it is; anything else would be lost.
            let lost = problems.iter().any(|problem| !matches!(problem, FileProblem::Address { .. }));
            if lost {
                self.trouble.set(Some(Trouble::Unreadable));
                self.sealed.set_value(storage::write(ASIDE, &text).is_err());
            }
        }
        self.shelf.set(shelf);
        self.arranged.notify();
    }

    fn keep(self) {
        let sealed = self.sealed.get_value();
        let kept = if sealed { Err(NotKept) } else { storage::write(PLACE, &self.export()) };
        self.trouble.update(|trouble| match kept {
            Err(_) => *trouble = Some(Trouble::NotKept),
            Ok(()) if *trouble == Some(Trouble::NotKept) => *trouble = None,
            Ok(()) => {}
        });
    }
}

fn read_text(workbench: Workbench, text: &str) -> (Vec<Saved>, Vec<FileProblem>) {
    // What is no JSON is judged like JSON that is nothing of ours.
    let found: Found = json::from_text(text).unwrap_or(Found::Other);
    read(&workbench.baseline(), &found)
}
