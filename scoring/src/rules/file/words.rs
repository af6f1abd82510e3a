//! What a framework says, in another language.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::cards::{Card, Names};
use crate::diagnose::{Code, Diagnostic};
use crate::rules::compile::wrong_text;

use super::{Framework, Part};

/// A framework's texts in another language, by id. Its publisher, the title of its source and its ids are the same
/// in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrameworkWords {
    /// Where the file's JSON Schema is.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The framework's name as readers of the language know it.
    pub title: String,
    /// What is known of the rules and what is not.
    pub about: String,
    /// What is known of the licence of its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What is our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<String>,
    /// The sections, by id.
    pub sections: BTreeMap<String, SectionWords>,
    /// The titles of smaller parts, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub components: BTreeMap<String, String>,
    /// The provisions' labels, by id.
    pub provisions: BTreeMap<String, String>,
    /// Why provisions cannot hold without others, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub because: BTreeMap<String, String>,
    /// When provisions do not apply, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub may_not_apply: BTreeMap<String, String>,
    /// The titles of results, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tallies: BTreeMap<String, String>,
    /// What bands mean, by their letter.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub bands: BTreeMap<String, String>,
    /// The groups of subjects, by the name that the table of cards has.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<String, String>,
    /// Subjects that the language has a name for, by id. All others keep the name that the table has, save countries: see
    /// `subjects` of a framework.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub subjects: BTreeMap<String, String>,
}

/// What a section says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionWords {
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One word for tight places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}

impl FrameworkWords {
    /// The framework with these words in place of its own. What they lack stays.
    pub fn over(&self, framework: &Framework) -> Framework {
        let words = self.by_pointer();
        let mut framework = framework.clone();
        framework.each_text(&mut |pointer, text| {
            if let Some(word) = words.get(&pointer) {
                (*word).clone_into(text);
            }
        });
        framework
    }

    /// What is missing, empty or too much in them for this framework.
    pub fn diagnose(&self, framework: &Framework) -> Vec<Diagnostic> {
        let words = self.by_pointer();
        let (mut known, mut found) = (BTreeSet::new(), Vec::new());
        framework.clone().each_text(&mut |pointer, text| {
            match words.get(&pointer) {
                None => found.push(Diagnostic::in_json(Code::NoWords, &*pointer, &[text.as_str()])),
                Some(word) => {
                    let wrong = wrong_text(word);
                    found.extend(wrong.map(|code| Diagnostic::in_json(code, &*pointer, &[])));
                }
            }
            known.insert(pointer);
        });
        for pointer in words.keys().filter(|pointer| !known.contains(*pointer)) {
            let id = pointer.split('/').nth(2).unwrap_or(pointer).replace("~1", "/").replace("~0", "~");
            found.push(Diagnostic::in_json(Code::UnknownWords, pointer, &[&id]));
        }
        found
    }

    /// What is missing, empty or too much in the names for the cards of this framework.
    pub fn diagnose_names(&self, cards: &[Card]) -> Vec<Diagnostic> {
        let groups: BTreeSet<&str> = cards.iter().filter_map(|card| card.group.as_deref()).collect();
        let subjects = cards.iter().map(|card| card.subject.as_str()).collect();
        let missing = groups.iter().filter(|group| !self.groups.contains_key(**group));
        let mut found: Vec<Diagnostic> = missing
            .map(|group| Diagnostic::in_json(Code::NoWords, pointer("groups", group), &[group]))
            .collect();
        for (list, names, known) in [("groups", &self.groups, groups), ("subjects", &self.subjects, subjects)]
        {
            for (id, name) in names {
                let at = || pointer(list, id);
                if known.contains(id.as_str()) {
                    found.extend(wrong_text(name).map(|code| Diagnostic::in_json(code, at(), &[])));
                } else {
                    found.push(Diagnostic::in_json(Code::UnknownWords, at(), &[id]));
                }
            }
        }
        found
    }

    /// The names of subjects and groups.
    pub fn names(&self) -> Names {
        Names { groups: self.groups.clone(), subjects: self.subjects.clone() }
    }

    /// Every text with where it stands in the file.
    fn by_pointer(&self) -> BTreeMap<String, &str> {
        // A sheet of words may leave them out, as all others.
        let said = |text| Some(text).filter(|text: &&String| !text.is_empty());
        let whole = [
            ("title", said(&self.title)),
            ("about", said(&self.about)),
            ("licence", self.licence.as_ref()),
            ("ours", self.ours.as_ref()),
        ];
        let mut words: BTreeMap<String, &str> = BTreeMap::new();
        words.extend(
            whole.into_iter().filter_map(|(field, text)| Some((format!("/{field}"), text?.as_str()))),
        );
        for (id, section) in &self.sections {
            for (field, text) in [("title", &section.title), ("short", &section.short)] {
                words.extend(text.as_deref().map(|text| (pointer("sections", id) + "/" + field, text)));
            }
        }
        for (list, texts) in [
            ("components", &self.components),
            ("provisions", &self.provisions),
            ("because", &self.because),
            ("mayNotApply", &self.may_not_apply),
            ("tallies", &self.tallies),
            ("bands", &self.bands),
        ] {
            words.extend(texts.iter().map(|(id, text)| (pointer(list, id), text.as_str())));
        }
        words
    }
}

/// Where the words of an id stand in a list.
fn pointer(list: &str, id: &str) -> String {
    format!("/{list}/{}", id.replace('~', "~0").replace('/', "~1"))
}

impl Framework {
    /// Shows every text that a language has words for, with where they stand in its file.
    fn each_text(&mut self, show: &mut dyn FnMut(String, &mut String)) {
        show("/title".to_owned(), &mut self.title);
        show("/about".to_owned(), &mut self.about);
        if let Some(source) = &mut self.source {
            show("/licence".to_owned(), &mut source.licence);
            show("/ours".to_owned(), &mut source.ours);
        }
        for provision in &mut self.provisions {
            show(pointer("provisions", &provision.id), &mut provision.label);
            let more = [("because", &mut provision.because), ("mayNotApply", &mut provision.may_not_apply)];
            for (list, text) in more {
                shown(text, pointer(list, &provision.id), show);
            }
        }
        for tally in &mut self.tallies {
            shown(&mut tally.title, pointer("tallies", &tally.id), show);
        }
        let bands = self.tallies.iter_mut().flat_map(|tally| &mut tally.bands).chain(&mut self.bands);
        for band in bands {
            shown(&mut band.meaning, pointer("bands", &band.grade), show);
        }
        for section in &mut self.sections {
            let at = pointer("sections", &name(section));
            shown(&mut section.title, format!("{at}/title"), show);
            shown(&mut section.short, format!("{at}/short"), show);
            for component in section.components.iter_mut().flatten() {
                each_title(component, show);
            }
        }
    }
}

fn each_title(part: &mut Part, show: &mut dyn FnMut(String, &mut String)) {
    let at = pointer("components", &name(part));
    shown(&mut part.title, at, show);
    for component in part.components.iter_mut().flatten() {
        each_title(component, show);
    }
}

fn shown(text: &mut Option<String>, at: String, show: &mut dyn FnMut(String, &mut String)) {
    if let Some(text) = text {
        show(at, text);
    }
}

/// A part without an id is known by its title.
fn name(part: &Part) -> String {
    part.id.clone().or_else(|| part.title.clone()).unwrap_or_default()
}
