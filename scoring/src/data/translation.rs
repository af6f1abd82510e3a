//! The words of a framework and of a card in another language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Card, Framework};

/// What a framework says, in another language. Its publisher and its ids are the same in all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkWords {
    /// The framework's name as readers of the language know it.
    pub title: String,
    /// What is known of the rules and what is not.
    pub about: String,
    /// The sections, by id.
    pub sections: BTreeMap<String, SectionWords>,
    /// The components' titles, by id.
    pub components: BTreeMap<String, String>,
    /// The provisions' labels, by id.
    pub provisions: BTreeMap<String, String>,
}

/// What a section says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SectionWords {
    /// The title.
    pub title: String,
    /// One word for tight places.
    pub short: String,
}

/// What a card says, in another language. Its citations are the same in all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardWords {
    /// The state.
    pub jurisdiction: String,
    /// How certain the year is.
    pub year_note: String,
    /// The title of the published card.
    pub source: String,
    /// The findings, by their provision's id.
    pub findings: BTreeMap<String, String>,
    /// The notes, by their component's id.
    pub notes: BTreeMap<String, String>,
}

impl FrameworkWords {
    /// The framework with these words in place of its own. What they lack stays.
    pub fn over(&self, framework: &Framework) -> Framework {
        let mut framework = framework.clone();
        framework.title.clone_from(&self.title);
        framework.about.clone_from(&self.about);
        for provision in &mut framework.provisions {
            put(&mut provision.label, self.provisions.get(&provision.id));
        }
        for section in &mut framework.sections {
            let words = self.sections.get(&section.id);
            put(&mut section.title, words.map(|words| &words.title));
            put(&mut section.short, words.map(|words| &words.short));
            for component in &mut section.components {
                put(&mut component.title, self.components.get(&component.id));
            }
        }
        framework
    }
}

impl CardWords {
    /// The card with these words in place of its own. What they lack stays.
    pub fn over(&self, card: &Card) -> Card {
        let mut card = card.clone();
        card.jurisdiction.clone_from(&self.jurisdiction);
        card.year_note.clone_from(&self.year_note);
        card.source.title.clone_from(&self.source);
        for finding in &mut card.provisions {
            put(&mut finding.finding, self.findings.get(&finding.id));
        }
        for note in &mut card.notes {
            put(&mut note.text, self.notes.get(&note.component));
        }
        card
    }
}

fn put(text: &mut String, words: Option<&String>) {
    if let Some(words) = words {
        text.clone_from(words);
    }
}
