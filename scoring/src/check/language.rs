//! What a language's files must fulfil: nothing of the English ones is missing, nothing else is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{
    COUNT, Card, CardWords, Framework, FrameworkWords, Language, Messages, OTHER, PageTexts, SectionWords,
    Text, placeholders,
};

/// One mistake in a language's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {mistake}")]
pub struct LanguageProblem {
    /// The place in the file, as a JSON pointer such as `/messages/headline/line`.
    pub path: String,
    /// What is wrong and what was expected.
    pub mistake: LanguageMistake,
}

/// What can be wrong with a language's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum LanguageMistake {
    #[error("expected a translation of “{0}”, found none")]
    NoTranslation(String),
    #[error("expected texts as in English, found none")]
    NoGroup,
    #[error("expected a name that English has, found “{0}”")]
    UnknownName(String),
    #[error("expected the id of {kind}, found “{id}”")]
    UnknownId { kind: &'static str, id: String },
    #[error("expected some text, found none")]
    Empty,
    #[error("expected a text in one line and without tabs")]
    NotOneLine,
    #[error("expected the placeholders {expected}, as in English, found {found}")]
    OtherPlaceholders { expected: String, found: String },
    #[error("expected a form for each category of numbers, as in English, found one text")]
    NoForms,
    #[error("expected one text, as in English, found forms for categories of numbers")]
    NotPlain,
    #[error("expected the form “other”, found none")]
    NoOther,
    #[error("expected a text without <, > and &, so that it can stand in a page")]
    Markup,
    #[error("expected one of zero, one, two, few, many and other, found “{0}”")]
    UnknownCategory(String),
}

/// The categories of numbers that languages tell apart (CLDR).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

/// Every mistake in a language's texts, against the English ones. English itself is one too.
pub fn check_language(english: &Language, language: &Language) -> Vec<LanguageProblem> {
    let mut found = Found::default();
    for (field, text) in
        [("id", &language.id), ("name", &language.name), ("locale", &language.locale), ("and", &language.and)]
    {
        found.text(format!("/{field}"), text);
    }
    found.groups("/messages", &english.messages, &language.messages);
    found.groups("/page", &as_messages(&english.page), &as_messages(&language.page));
    for (group, texts) in &language.page {
        for (name, _) in texts.iter().filter(|(_, text)| text.contains(['<', '>', '&'])) {
            found.add(format!("/page/{group}/{name}"), LanguageMistake::Markup);
        }
    }
    found.problems
}

/// Every mistake in a framework's words.
pub fn check_framework_words(framework: &Framework, words: &FrameworkWords) -> Vec<LanguageProblem> {
    let mut found = Found::default();
    found.text("/title".to_owned(), &words.title);
    found.text("/about".to_owned(), &words.about);
    let sections = || framework.sections.iter();
    let part = |part: fn(&SectionWords) -> &String| -> BTreeMap<String, String> {
        words.sections.iter().map(|(id, words)| (id.clone(), part(words).clone())).collect()
    };
    let titles: Vec<_> = sections().map(|section| (&section.id, &section.title)).collect();
    found.texts("sections", "/title", "a section", &titles, &part(|words| &words.title));
    // An id that is missing or unknown is told once, with the titles.
    for (id, words) in &words.sections {
        found.text(format!("/sections/{id}/short"), &words.short);
    }
    let components = sections().flat_map(|section| &section.components);
    let titles: Vec<_> = components.map(|component| (&component.id, &component.title)).collect();
    found.texts("components", "", "a component", &titles, &words.components);
    let labels: Vec<_> = framework.provisions.iter().map(|one| (&one.id, &one.label)).collect();
    found.texts("provisions", "", "a provision", &labels, &words.provisions);
    found.problems
}

/// Every mistake in a card's words.
pub fn check_card_words(card: &Card, words: &CardWords) -> Vec<LanguageProblem> {
    let mut found = Found::default();
    found.text("/jurisdiction".to_owned(), &words.jurisdiction);
    found.text("/yearNote".to_owned(), &words.year_note);
    found.text("/source".to_owned(), &words.source);
    let findings: Vec<_> = card.provisions.iter().map(|one| (&one.id, &one.finding)).collect();
    found.texts("findings", "", "a provision with a finding", &findings, &words.findings);
    let notes: Vec<_> = card.notes.iter().map(|note| (&note.component, &note.text)).collect();
    found.texts("notes", "", "a component with a note", &notes, &words.notes);
    found.problems
}

#[derive(Default)]
struct Found {
    problems: Vec<LanguageProblem>,
}

impl Found {
    fn add(&mut self, path: String, mistake: LanguageMistake) {
        self.problems.push(LanguageProblem { path, mistake });
    }

    /// Notes a text that is empty or has more than one line.
    fn text(&mut self, path: String, text: &str) {
        if text.trim().is_empty() {
            self.add(path, LanguageMistake::Empty);
        } else if text.contains(['\n', '\t']) {
            self.add(path, LanguageMistake::NotOneLine);
        }
    }

    /// Notes what is missing, empty or unknown in texts by id. `behind` follows the id in the path.
    fn texts(
        &mut self,
        list: &str,
        behind: &str,
        kind: &'static str,
        english: &[(&String, &String)],
        words: &BTreeMap<String, String>,
    ) {
        let mut unknown: BTreeSet<&String> = words.keys().collect();
        for (id, english) in english {
            unknown.remove(id);
            let path = format!("/{list}/{id}{behind}");
            match words.get(*id) {
                Some(text) => self.text(path, text),
                None => self.add(path, LanguageMistake::NoTranslation((*english).clone())),
            }
        }
        for id in unknown {
            self.add(format!("/{list}"), LanguageMistake::UnknownId { kind, id: id.clone() });
        }
    }

    /// Notes what is missing, unknown or wrong in texts by group and name.
    fn groups(&mut self, list: &str, english: &Messages, language: &Messages) {
        for (group, texts) in english {
            let path = format!("{list}/{group}");
            let Some(translated) = language.get(group) else {
                self.add(path, LanguageMistake::NoGroup);
                continue;
            };
            for (name, english) in texts {
                let path = format!("{path}/{name}");
                match translated.get(name) {
                    Some(text) => self.message(&path, english, text),
                    None => self.add(path, LanguageMistake::NoTranslation(shown(english))),
                }
            }
            for name in translated.keys().filter(|name| !texts.contains_key(*name)) {
                self.add(path.clone(), LanguageMistake::UnknownName(name.clone()));
            }
        }
        for group in language.keys().filter(|group| !english.contains_key(*group)) {
            self.add(list.to_owned(), LanguageMistake::UnknownName(group.clone()));
        }
    }

    fn message(&mut self, path: &str, english: &Text, text: &Text) {
        match (english, text) {
            (Text::Plain(_), Text::Forms(_)) => return self.add(path.to_owned(), LanguageMistake::NotPlain),
            (Text::Forms(_), Text::Plain(_)) => return self.add(path.to_owned(), LanguageMistake::NoForms),
            (_, Text::Forms(forms)) if !forms.contains_key(OTHER) => {
                self.add(path.to_owned(), LanguageMistake::NoOther);
            }
            _ => {}
        }
        let expected = || english.forms().filter(|(category, _)| category.is_none_or(|name| name == OTHER));
        let expected: BTreeSet<&str> = expected().flat_map(|(_, form)| placeholders(form)).collect();
        for (category, form) in text.forms() {
            let path = category.map(|category| format!("{path}/{category}")).unwrap_or(path.to_owned());
            if let Some(unknown) = category.filter(|category| !CATEGORIES.contains(category)) {
                self.add(path.clone(), LanguageMistake::UnknownCategory(unknown.to_owned()));
            }
            // “One change” needs no number.
            let said = matches!(category, Some("zero" | "one" | "two"));
            let counted = |names: BTreeSet<&str>| -> String {
                let names = names.into_iter().filter(|name| !(said && *name == COUNT));
                let names: Vec<_> = names.map(|name| format!("{{{name}}}")).collect();
                if names.is_empty() { "none".to_owned() } else { names.join(", ") }
            };
            let (expected, found) = (counted(expected.clone()), counted(placeholders(form).collect()));
            if expected != found && !form.trim().is_empty() {
                let mistake = LanguageMistake::OtherPlaceholders { expected, found };
                self.add(path.clone(), mistake);
            }
            self.text(path, form);
        }
    }
}

fn as_messages(page: &PageTexts) -> Messages {
    let plain = |texts: &BTreeMap<String, String>| {
        texts.iter().map(|(name, text)| (name.clone(), Text::Plain(text.clone()))).collect()
    };
    page.iter().map(|(group, texts)| (group.clone(), plain(texts))).collect()
}

/// An English text as it is told: its form for any number.
fn shown(text: &Text) -> String {
    text.forms().last().map(|(_, form)| form.to_owned()).unwrap_or_default()
}
