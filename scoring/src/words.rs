//! The words that the core speaks: the texts of one language.

use std::fmt;
use std::sync::Arc;

use crate::data::Language;
use crate::exact::Fraction;
use crate::speech::{Plain, Speech};
use crate::{Points, say};

/// A language: its texts, in the order of [`say`], and how it writes numbers and lists.
#[derive(Clone)]
pub struct Words {
    id: String,
    texts: Vec<String>,
    speech: Arc<dyn Speech>,
}

/// Texts that are not as many as the program says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} texts, found {found}")]
#[expect(missing_docs, reason = "the message says it")]
pub struct WrongNumberOfTexts {
    pub expected: usize,
    pub found: usize,
}

impl Words {
    /// A language from its texts, as [`Language::texts`] gives them.
    ///
    /// # Errors
    /// When they are not as many as the program says: they belong to another version of it.
    pub fn new(id: String, texts: Vec<String>, speech: Arc<dyn Speech>) -> Result<Self, WrongNumberOfTexts> {
        match (say::ENGLISH.len(), texts.len()) {
            (expected, found) if expected != found => Err(WrongNumberOfTexts { expected, found }),
            _ => Ok(Self { id, texts, speech }),
        }
    }

    /// English, which every program has that asks for it here, and none else.
    pub fn english() -> Self {
        let texts = say::ENGLISH.iter().map(|text| (*text).to_owned()).collect();
        let speech = Arc::new(Plain { and: say::AND.to_owned() });
        Self { id: say::ID.to_owned(), texts, speech }
    }

    /// A language from its file, for programs without a browser. What it lacks is not said.
    pub fn of(language: &Language, english: &Language) -> Self {
        let speech = Arc::new(Plain { and: language.and.clone() });
        Self { id: language.id.clone(), texts: language.texts(&english.messages), speech }
    }

    /// The language's tag, such as `es`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The texts, as [`Words::new`] takes them.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// A number, whole or of points, as the language writes it.
    pub fn number(&self, number: &dyn fmt::Display) -> String {
        self.speech.number(&number.to_string())
    }

    /// The items in a row: “a, b and c”.
    pub fn list(&self, items: &[String]) -> String {
        self.speech.list(items)
    }

    /// The text at this index with its placeholders filled.
    pub(crate) fn say(&self, index: usize, fillings: &[&dyn Filling]) -> String {
        let text = self.texts.get(index).map_or("", String::as_str);
        self.filled(text, "", fillings)
    }

    /// The text at this index in the form for a number.
    pub(crate) fn count(&self, index: usize, count: &dyn fmt::Display, fillings: &[&dyn Filling]) -> String {
        let text = self.texts.get(index).map_or("", String::as_str);
        let count = count.to_string();
        let category = self.speech.plural(&count);
        let forms = || text.split('\n').filter_map(|line| line.split_once('\t'));
        let form = forms().find(|(known, _)| *known == category);
        let form = form.or_else(|| forms().find(|(known, _)| *known == "other"));
        self.filled(form.map_or("", |(_, form)| form), &self.speech.number(&count), fillings)
    }

    fn filled(&self, text: &str, count: &str, fillings: &[&dyn Filling]) -> String {
        let mut parts = text.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let mut letters = part.chars();
            match letters.next() {
                Some('#') => filled.push_str(count),
                index => {
                    let index = index.and_then(|digit| digit.to_digit(10)).map(|index| index as usize);
                    if let Some(filling) = index.and_then(|index| fillings.get(index)) {
                        filling.fill(self, &mut filled);
                    }
                }
            }
            // Behind the name stands the closing brace.
            letters.next();
            filled.push_str(letters.as_str());
        }
        filled
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.texts == other.texts
    }
}

impl Eq for Words {}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.id)
    }
}

/// What can stand in place of a placeholder: texts as they are, numbers as the language writes them.
pub trait Filling {
    /// Writes it behind a text.
    fn fill(&self, words: &Words, text: &mut String);
}

impl Filling for String {
    fn fill(&self, _: &Words, text: &mut String) {
        text.push_str(self);
    }
}

impl Filling for &str {
    fn fill(&self, _: &Words, text: &mut String) {
        text.push_str(self);
    }
}

impl Filling for Points {
    fn fill(&self, words: &Words, text: &mut String) {
        text.push_str(&words.number(self));
    }
}

impl Filling for Fraction {
    fn fill(&self, words: &Words, text: &mut String) {
        text.push_str(&words.number(&self.in_decimals()));
    }
}

impl Filling for usize {
    fn fill(&self, words: &Words, text: &mut String) {
        text.push_str(&words.number(self));
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Marks what it writes, and takes every number to be of one category.
    struct Marked(String);

    impl Speech for Marked {
        fn number(&self, number: &str) -> String {
            format!("<{number}>")
        }

        fn plural(&self, _: &str) -> String {
            self.0.clone()
        }

        fn list(&self, items: &[String]) -> String {
            items.concat()
        }
    }

    fn languages() -> Vec<Language> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/languages");
        let entries = std::fs::read_dir(folder).expect("the languages are there");
        let files = entries.map(|entry| entry.expect("the languages can be listed").path());
        let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "json"));
        let read = |file| std::fs::read_to_string(file).expect("a language can be read");
        files.map(|file| serde_json::from_str(&read(file)).expect("a language is right")).collect()
    }

    /// Every form of every text of every language, said with each placeholder’s name in its place.
    #[test]
    fn every_text_is_said_with_every_placeholder_filled() {
        let languages = languages();
        let english = languages.iter().find(|language| language.id == "en").expect("there is English");
        let mut said = 0;
        for language in &languages {
            let texts = language.texts(&english.messages);
            let names = english.messages.iter().flat_map(|(group, texts)| {
                texts.iter().map(move |(name, english)| (group, name, english.placeholders()))
            });
            for (index, (group, name, names)) in names.enumerate() {
                let fillings: Vec<String> = names.iter().map(|name| format!("<{name}>")).collect();
                let fillings: Vec<&dyn Filling> = fillings.iter().map(|filling| filling as _).collect();
                let text = language.messages.get(group).and_then(|texts| texts.get(name));
                for (category, form) in text.expect("the language says it").forms() {
                    let speech = Arc::new(Marked(category.unwrap_or_default().to_owned()));
                    let words = Words::new(language.id.clone(), texts.clone(), speech).expect("all texts");
                    let expected = form.replace("{count}", "<7>").replace('{', "<").replace('}', ">");
                    let filled = match category {
                        Some(_) => words.count(index, &7, &fillings),
                        None => words.say(index, &fillings),
                    };
                    assert_eq!(filled, expected, "{} {group}/{name}", language.id);
                    said += 1;
                }
            }
        }
        assert!(said >= languages.len() * say::ENGLISH.len());
    }

    /// A category that the language has no form for is said as any other number.
    #[test]
    fn the_other_form_stands_in() {
        let texts = say::ENGLISH.iter().map(|text| (*text).to_owned()).collect();
        let words =
            Words::new("en".to_owned(), texts, Arc::new(Marked("many".to_owned()))).expect("all texts");
        assert_eq!(say::points::with_unit(&words, &1_000_000), "<1000000> points");
    }
}
