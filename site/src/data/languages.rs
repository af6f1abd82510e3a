//! The languages: their texts, and their words for frameworks and cards.

use std::path::{Path, PathBuf};

use scoring::check::{LanguageProblem, check_card_words, check_framework_words, check_language};
use scoring::data::{Card, CardBill, CardWords, Framework, FrameworkWords, Language};
use scoring::{Baseline, Words};
use serde::de::DeserializeOwned;

use super::{Bill, shown};
use crate::failure::Failure;
use crate::files::{files, read};

/// A card on its framework in one language.
pub struct Translation {
    /// The language.
    pub language: Language,
    /// The card on its framework, in the language's words.
    pub baseline: Baseline,
}

impl Translation {
    /// Has calculators offer bills.
    ///
    /// # Errors
    /// When a bill's date is none, or the language lacks a text.
    pub(super) fn offer(&mut self, bills: &[Bill]) -> Result<(), Failure> {
        let bills: Vec<CardBill> =
            bills.iter().map(|bill| bill.offered(&self.language)).collect::<Result<_, _>>()?;
        self.baseline = self.baseline.clone().with_bills(bills);
        Ok(())
    }
}

/// All languages but English, with what they say of frameworks and cards.
pub struct Languages {
    folder: PathBuf,
    english: Language,
    others: Vec<Language>,
}

/// The language that all others are held against.
const ENGLISH: &str = "en";

impl Languages {
    /// Reads the texts of all languages, and tells what is wrong with them. Nothing, when there is no
    /// English, which is told.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn load(data: &Path, mistakes: &mut Vec<String>) -> Result<Option<Self>, Failure> {
        let folder = data.join("languages");
        let mut languages = Vec::new();
        for file in files(&folder, "json")? {
            let Some(language) = parsed::<Language>(&file, mistakes)? else { continue };
            if file.file_stem().is_none_or(|stem| stem.to_string_lossy() != language.id) {
                let id = &language.id;
                mistakes.push(format!("{} /id: expected the name of the file, found “{id}”", shown(&file)));
            }
            languages.push((file, language));
        }
        let Some(english) = languages.iter().find(|(_, language)| language.id == ENGLISH) else {
            mistakes.push(format!("{}: expected English, en.json, found none that is right", shown(&folder)));
            return Ok(None);
        };
        let english = english.1.clone();
        for (file, language) in &languages {
            tell(file, check_language(&english, language), mistakes);
        }
        let others = languages.into_iter().map(|(_, language)| language);
        let others = others.filter(|language| language.id != ENGLISH).collect();
        Ok(Some(Self { folder, english, others }))
    }

    /// The ids of all languages but English.
    pub fn ids(&self) -> Vec<&str> {
        self.others.iter().map(|language| language.id.as_str()).collect()
    }

    /// Tells what each language lacks for these frameworks and cards, and what else it has; files of others
    /// only where the list is whole.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn check<'a>(
        &self,
        frameworks: impl Iterator<Item = &'a Framework> + Clone,
        cards: impl Iterator<Item = &'a Card> + Clone,
        whole: bool,
        mistakes: &mut Vec<String>,
    ) -> Result<(), Failure> {
        for language in &self.others {
            let mut known = Vec::new();
            for framework in frameworks.clone() {
                let file = self.file(language, &framework.id);
                if let Some(words) = self.words::<FrameworkWords>(&file, mistakes)? {
                    tell(&file, check_framework_words(framework, &words), mistakes);
                }
                known.push(file);
            }
            for card in cards.clone() {
                let file = self.file(language, &card.id);
                if let Some(words) = self.words::<CardWords>(&file, mistakes)? {
                    tell(&file, check_card_words(card, &words), mistakes);
                }
                known.push(file);
            }
            if whole {
                self.tell_others(language, &known, mistakes)?;
            }
        }
        Ok(())
    }

    /// The card in every language, English first. Only languages that say all of it.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn translations(&self, baseline: &Baseline) -> Result<Vec<Translation>, Failure> {
        let mut translations =
            vec![Translation { language: self.english.clone(), baseline: baseline.clone() }];
        // What is wrong has been told.
        let told = &mut Vec::new();
        for language in &self.others {
            let (framework, card) = (baseline.framework(), baseline.card());
            let framework_words: Option<FrameworkWords> =
                self.words(&self.file(language, &framework.id), told)?;
            let card_words: Option<CardWords> = self.words(&self.file(language, &card.id), told)?;
            let Some((framework_words, card_words)) = framework_words.zip(card_words) else { continue };
            let words = Words::of(language, &self.english);
            let joined = Baseline::new(framework_words.over(framework), card_words.over(card), words);
            translations.extend(joined.map(|baseline| Translation { language: language.clone(), baseline }));
        }
        Ok(translations)
    }

    /// Tells files of a language that belong to no framework and no card.
    fn tell_others(
        &self,
        language: &Language,
        known: &[PathBuf],
        mistakes: &mut Vec<String>,
    ) -> Result<(), Failure> {
        let folder = self.folder.join(&language.id);
        if !folder.is_dir() {
            return Ok(());
        }
        let others = files(&folder, "json")?.into_iter().filter(|file| !known.contains(file));
        let told = others
            .map(|file| format!("{}: expected the id of a framework or card as its name", shown(&file)));
        mistakes.extend(told);
        Ok(())
    }

    fn file(&self, language: &Language, id: &str) -> PathBuf {
        self.folder.join(&language.id).join(format!("{id}.json"))
    }

    fn words<T: DeserializeOwned>(
        &self,
        file: &Path,
        mistakes: &mut Vec<String>,
    ) -> Result<Option<T>, Failure> {
        if file.exists() {
            return parsed(file, mistakes);
        }
        mistakes.push(format!("{}: expected a translation, found no file", shown(file)));
        Ok(None)
    }
}

fn parsed<T: DeserializeOwned>(file: &Path, mistakes: &mut Vec<String>) -> Result<Option<T>, Failure> {
    match serde_json::from_str(&read(file)?) {
        Ok(data) => Ok(Some(data)),
        Err(error) => {
            mistakes.push(format!("{} line {}: {error}", shown(file), error.line()));
            Ok(None)
        }
    }
}

fn tell(file: &Path, problems: Vec<LanguageProblem>, mistakes: &mut Vec<String>) {
    mistakes.extend(problems.iter().map(|problem| format!("{} {problem}", shown(file))));
}
