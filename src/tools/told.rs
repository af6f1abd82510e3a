//! What became of something that the visitor asked for, where it was asked for.

use leptos::prelude::*;
use scoring::say;

use super::workbench::Workbench;
use crate::browser::Handed;
use crate::browser::files::{self, File};
use crate::view::element::{Part, element, living, nothing};
use crate::view::filled::written;

/// The outcome of the last thing done in one part of the page.
#[derive(Clone, Copy)]
pub struct Told {
    workbench: Workbench,
    line: RwSignal<String>,
    // The address when it was told: once that is another, the line may no longer be true.
    at: StoredValue<String>,
    // A text that the visitor must copy by hand.
    by_hand: RwSignal<Option<String>>,
}

/// A text that the visitor takes elsewhere. Only links are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The link of the scenario.
    Link,
    /// The summary.
    Summary,
}

impl Told {
    /// Nothing told yet. Call it within an owner.
    pub fn new() -> Self {
        Self {
            workbench: Workbench::here(),
            line: RwSignal::default(),
            at: StoredValue::default(),
            by_hand: RwSignal::default(),
        }
    }

    /// Shows and announces an outcome.
    pub fn tell(self, line: String) {
        self.by_hand.set(None);
        self.workbench.announce(&line);
        self.at.set_value(self.workbench.address());
        self.line.set(line);
    }

    /// Tells what became of a text; one that nothing has taken is laid out to be copied by hand.
    pub fn tell_handed(self, handed: Handed, what: Taken, text: String) {
        let words = self.workbench.words();
        self.tell(match (handed, what) {
            (Handed::Shared, _) => say::told::shared(&words),
            (Handed::Cancelled, _) => say::told::not_shared(&words),
            (Handed::Copied, Taken::Link) => say::told::link_copied(&words),
            (Handed::Copied, Taken::Summary) => say::told::summary_copied(&words),
            (Handed::Refused, Taken::Link) => say::told::link_by_hand(&words),
            (Handed::Refused, Taken::Summary) => say::told::summary_by_hand(&words),
        });
        if handed == Handed::Refused {
            self.by_hand.set(Some(text));
            self.workbench.focus_soon("#by-hand");
        }
    }

    /// Hands a file to the visitor and tells what became of it.
    pub fn download(self, file: &File) {
        self.tell_made(file.name, files::download(file).is_ok());
    }

    /// Tells whether a file could be made.
    pub fn tell_made(self, name: &str, made: bool) {
        let words = self.workbench.words();
        self.tell(match made {
            true => say::told::made(&words, &name),
            false => say::told::not_made(&words, &name),
        });
    }

    /// Where it is shown.
    pub fn place(self) -> Part {
        let by_hand = living(move || match self.by_hand.get() {
            Some(text) => {
                let label = say::told::by_hand(&self.workbench.words());
                view! { <textarea id="by-hand" readonly rows="4" aria-label=label prop:value=text></textarea> }
                    .into_any()
            }
            None => nothing(),
        });
        let line = written(move || {
            self.workbench.track();
            let line = self.line.get();
            let stale = self.at.with_value(|at| *at != self.workbench.address());
            if stale { String::new() } else { line }
        });
        let line = view! { <p class="told">{line}</p> }.into_any();
        element("div", "outcomes", vec![line, by_hand])
    }
}
