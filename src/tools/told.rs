//! What became of something that the visitor asked for, where it was asked for.

use leptos::prelude::*;

use super::workbench::Workbench;
use crate::browser::Handed;
use crate::browser::files::{self, File};
use crate::view::element::{Part, element, living, nothing, words};

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
    pub fn tell(self, line: impl Into<String>) {
        let line = line.into();
        self.by_hand.set(None);
        self.workbench.announce(&line);
        self.at.set_value(self.workbench.address());
        self.line.set(line);
    }

    /// Tells what became of a text; one that nothing has taken is laid out to be copied by hand.
    pub fn tell_handed(self, handed: Handed, what: &str, text: String) {
        match handed {
            Handed::Shared => self.tell(format!("{what} was shared.")),
            Handed::Cancelled => self.tell("Sharing was cancelled.".to_owned()),
            Handed::Copied => self.tell(format!("{what} is in the clipboard.")),
            Handed::Refused => {
                self.tell(format!("This browser does not let the page copy. {what} is selected below: press Ctrl or Cmd with C."));
                self.by_hand.set(Some(text));
                self.workbench.focus_soon("#by-hand");
            }
        }
    }

    /// Hands a file to the visitor and tells what became of it.
    pub fn download(self, file: &File) {
        self.tell_made(file.name, files::download(file).is_ok());
    }

    /// Tells whether a file could be made.
    pub fn tell_made(self, name: &str, made: bool) {
        self.tell(match made {
            true => format!("{name} was handed to the browser to save."),
            false => format!("The browser did not let the page make {name}."),
        });
    }

    /// Where it is shown.
    pub fn place(self) -> Part {
        let by_hand = living(move || {
            match self.by_hand.get() {
            Some(text) => {
                view! { <textarea id="by-hand" readonly rows="4" aria-label="Text to copy" prop:value=text></textarea> }
                    .into_any()
            }
            None => nothing(),
        }
        });
        let line = living(move || {
            self.workbench.track();
            let line = self.line.get();
            let stale = self.at.with_value(|at| *at != self.workbench.address());
            words("p", "told", if stale { String::new() } else { line })
        });
        element("div", "outcomes", vec![line, by_hand])
    }
}
