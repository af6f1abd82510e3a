//! Addresses that were changed on their way, what of them cannot be read, and what they came to under earlier rules.

use leptos::prelude::*;
use scoring::{AddressProblem, Then, Words, say};

use super::workbench::Workbench;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, list, living, nothing, text};

/// How many parts are listed before the rest is folded.
const LISTED: usize = 20;

/// What of the last address could not be applied, until the visitor closes the notice or opens another.
#[derive(Clone, Copy)]
pub struct Unread {
    workbench: Workbench,
    told: RwSignal<Told>,
}

#[derive(Clone, Default)]
struct Told {
    /// Each part, in a sentence.
    parts: Vec<String>,
    /// Where the address was cut off: the id that it may have ended with, and the whole address with it.
    mended: Option<(String, String)>,
    /// What its scenario came to under the rules of its time, and what makes the difference, each in a sentence.
    then: Option<(String, Vec<String>)>,
}

impl Told {
    fn new(problems: Vec<AddressProblem>, then: Option<(String, Vec<String>)>, words: &Words) -> Self {
        let parts = problems.iter().map(|problem| problem.in_words(words)).collect();
        let mended = problems.into_iter().find_map(|problem| match problem {
            AddressProblem::CutOff { meant, mended, .. } => Some((meant, mended)),
            _ => None,
        });
        Self { parts, mended, then }
    }

    fn is_nothing(&self) -> bool {
        self.parts.is_empty() && self.then.is_none()
    }
}

impl Unread {
    /// Nothing yet. Call it within the tools' owner.
    pub fn new(workbench: Workbench) -> Self {
        Self { workbench, told: RwSignal::default() }
    }

    /// Opens what an address says, and tells the rest; see [`Workbench::read`].
    pub fn read(self, address: &str, new_entry: Option<bool>) {
        let problems = self.workbench.read(address, new_entry);
        let (baseline, words) = (self.workbench.baseline(), self.workbench.words());
        let then = Then::of(&baseline, address, &self.workbench.scenario());
        let then = then.map(|then| {
            let components = then.components.iter().map(|one| one.in_words(&words)).collect();
            (then.in_words(&baseline), components)
        });
        self.told.set(Told::new(problems, then, &words));
    }

    /// Takes the notice away.
    pub fn forget(self) {
        if self.told.with_untracked(|told| !told.is_nothing()) {
            self.told.set(Told::default());
        }
    }

    /// Names every part of the address that was not applied.
    pub fn notice(self) -> Part {
        let words = self.workbench.words();
        living(move || match self.told.get() {
            told if told.is_nothing() => nothing(),
            told => self.list(&words, told),
        })
    }

    fn list(self, words: &Words, Told { mut parts, mended, then }: Told) -> Part {
        let rest = parts.split_off(parts.len().min(LISTED));
        let mut content = Vec::new();
        if !parts.is_empty() {
            content.push(text("strong", "", say::unread::title(words)));
            content.push(text("p", "", say::unread::explanation(words)));
            content.push(list("", parts));
            if !rest.is_empty() {
                let title = text("summary", "", say::unread::more(words, &rest.len()));
                content.push(element("details", "", vec![title, list("", rest)]));
            }
        }
        if let Some((id, address)) = mended {
            let open = move || {
                self.workbench.open(&address);
            };
            content.push(button(words, say::unread::mend(words, &id), String::new(), open));
        }
        if let Some((results, components)) = then {
            content.push(text("strong", "", say::edition::title(words)));
            content.push(text("p", "", results));
            let why = text("summary", "", say::edition::why(words));
            content.push(element("details", "", vec![why, list("", components)]));
        }
        content
            .push(button(words, say::unread::close(words), say::unread::this(words), move || self.forget()));
        let content = element("div", "", content);
        view! { <div class="notice unread" role="alert">{content}</div> }.into_any()
    }
}
