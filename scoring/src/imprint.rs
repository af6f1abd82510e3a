//! What a document that leaves the page says about where it comes from.

use crate::{Baseline, Words, say};

/// What only a page knows and a document that leaves it must say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The link under which the scenario opens again; its address alone, where no page is known that others can open.
    pub link: String,
    /// The day, as it is to be written.
    pub date: String,
    /// The version of the data.
    pub version: String,
}

impl Imprint {
    /// Whether others can open the scenario by its link alone.
    pub fn is_link(&self) -> bool {
        self.link.contains("://")
    }

    /// Where the scenario opens again.
    pub(crate) fn opens(&self, words: &Words) -> String {
        match self.is_link() {
            true => say::summary::link(words, &self.link),
            false => say::summary::address(words, &self.link),
        }
    }

    /// Who, when, from which data: the ids of a framework and a card.
    pub(crate) fn line(&self, words: &Words, framework: &str, card: &str) -> String {
        say::imprint::line(words, &self.date, &framework, &card, &self.version)
    }

    /// The same for the card of a baseline.
    pub(crate) fn of_card(&self, baseline: &Baseline) -> String {
        self.line(baseline.words(), &baseline.framework().id, &baseline.card().id)
    }
}

/// What is published, what is not, and by whom, in sentences.
pub fn basis_in_words(baseline: &Baseline, is_baseline: bool) -> String {
    let (words, publisher) = (baseline.words(), &baseline.framework().publisher);
    let reconstructed = match is_baseline {
        true => say::imprint::reconstructed(words),
        false => say::imprint::all_reconstructed(words),
    };
    [say::imprint::published(words, publisher), reconstructed, say::imprint::not_official(words, publisher)]
        .join(" ")
}
