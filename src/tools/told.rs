//! What became of something that the visitor asked for, where it was asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::say;
use wasm_bindgen::JsValue;

use super::ways::{ByHand, Ways, by_hand, ways};
use crate::browser::files::{File, Made};
use crate::browser::{self, Handed, Surroundings};
use crate::stage::Stage;
use crate::view::element::{Part, element, living, nothing};
use crate::view::filled::written;

/// The outcome of the last thing done in one part of the page.
#[derive(Clone, Copy)]
pub struct Told<S> {
    stage: S,
    line: RwSignal<String>,
    // The address when it was told: once that is another, the line may no longer be true.
    at: StoredValue<String>,
    // What the visitor must take by hand.
    by_hand: RwSignal<Option<ByHand>, LocalStorage>,
    // Other ways to what a browser may not have handed over.
    ways: RwSignal<Option<Ways>, LocalStorage>,
}

/// A text that the visitor takes elsewhere. Only links are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The link of the scenario.
    Link,
    /// The address of the scenario, where no link leads to it.
    Address,
    /// The summary.
    Summary,
    /// The memo.
    Memo,
    /// The letter.
    Letter,
}

impl<S: Stage> Told<S> {
    /// Nothing told yet. Call it within an owner.
    pub fn new() -> Self {
        Self {
            stage: S::here(),
            line: RwSignal::default(),
            at: StoredValue::default(),
            by_hand: RwSignal::new_local(None),
            ways: RwSignal::new_local(None),
        }
    }

    /// Shows and announces an outcome.
    pub fn tell(self, line: String) {
        self.by_hand.set(None);
        self.ways.set(None);
        self.stage.announce(&line);
        self.at.set_value(self.stage.address());
        self.line.set(line);
    }

    /// Tells what became of a text; one that nothing has taken is laid out to be copied by hand.
    pub fn tell_handed(self, handed: Handed, what: Taken, text: String) {
        let words = self.stage.words();
        self.tell(match (handed, what) {
            (Handed::Shared, _) => say::told::shared(&words),
            (Handed::Cancelled, _) => say::told::not_shared(&words),
            (Handed::Copied, Taken::Link) => say::told::link_copied(&words),
            (Handed::Copied, Taken::Address) => say::told::address_copied(&words),
            (Handed::Copied, Taken::Summary) => say::told::summary_copied(&words),
            (Handed::Copied, Taken::Memo) => say::told::memo_copied(&words),
            (Handed::Copied, Taken::Letter) => say::told::letter_copied(&words),
            (Handed::Refused, Taken::Link) => say::told::link_by_hand(&words),
            (Handed::Refused, Taken::Address) => say::told::address_by_hand(&words),
            (Handed::Refused, Taken::Summary) => say::told::summary_by_hand(&words),
            (Handed::Refused, Taken::Memo) => say::told::memo_by_hand(&words),
            (Handed::Refused, Taken::Letter) => say::told::letter_by_hand(&words),
        });
        if handed == Handed::Refused {
            self.lay_out(ByHand::Text(text));
        }
    }

    /// Hands a file to the visitor and tells what became of it.
    pub fn download(self, file: &File) {
        self.hand(file.name, Made::of(file));
    }

    /// Has the browser save a file. Whether it does nobody says, so that other ways to it are offered beside.
    pub fn hand(self, name: &'static str, made: Result<Made, JsValue>) {
        let words = self.stage.words();
        let Ok(made) = made else { return self.tell(say::told::not_made(&words, &name)) };
        let around = browser::surroundings();
        let asked = around != Surroundings::Forbidding && made.save().is_ok();
        self.tell(match (asked, around) {
            (true, Surroundings::Doubtful) => say::told::doubtful(&words, &name),
            (true, _) => say::told::made(&words, &name),
            (false, _) => say::told::forbidden(&words, &name),
        });
        self.ways.set(Some(Ways::File(made)));
    }

    /// Tells that the browser may not print.
    pub fn tell_of_printing(self) {
        self.tell(say::told::print_asked(&self.stage.words()));
        self.ways.set(Some(Ways::Page));
    }

    /// Tells what became of a file that was to be taken another way.
    pub fn tell_file_handed(self, handed: Handed, made: Made) {
        let words = self.stage.words();
        self.tell(match (handed, &made.text) {
            (Handed::Shared, _) => say::told::file_shared(&words, &made.name),
            (Handed::Cancelled, _) => say::told::not_shared(&words),
            (Handed::Copied, _) => say::told::file_copied(&words, &made.name),
            (Handed::Refused, Some(_)) => say::told::file_by_hand(&words, &made.name),
            (Handed::Refused, None) => say::told::picture(&words),
        });
        match (handed, &made.text) {
            (Handed::Refused, Some(text)) => self.lay_out(ByHand::Text(text.clone())),
            (Handed::Refused, None) => self.lay_out(ByHand::Picture(made)),
            _ => self.ways.set(Some(Ways::File(made))),
        }
    }

    /// Takes a file another way, which needs some time.
    pub fn take(self, made: Made, way: impl AsyncFnOnce(&Made) -> Handed + 'static) {
        spawn_local(async move {
            let handed = way(&made).await;
            self.tell_file_handed(handed, made);
        });
    }

    fn lay_out(self, what: ByHand) {
        self.by_hand.set(Some(what));
        self.stage.focus_soon("#by-hand");
    }

    // Once the page shows something else, what was told may no longer be true.
    fn is_stale(self) -> bool {
        self.stage.track();
        self.at.with_value(|at| *at != self.stage.address())
    }

    /// Where it is shown.
    pub fn place(self) -> Part {
        let stage = self.stage;
        let laid_out = living(move || match self.by_hand.get() {
            Some(what) => by_hand(stage, what),
            None => nothing(),
        });
        let ways = living(move || match self.ways.get() {
            Some(found) if !self.is_stale() => ways(stage, self, found),
            _ => nothing(),
        });
        let line = written(move || {
            let line = self.line.get();
            if self.is_stale() { String::new() } else { line }
        });
        let line = view! { <p class="told">{line}</p> }.into_any();
        element("div", "outcomes", vec![line, ways, laid_out])
    }
}
