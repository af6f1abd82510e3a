//! Frameworks that have a folder of their own: the rules, the cards as a table, the words of each language.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use scoring::Words;
use scoring::cards;
use scoring::diagnose::Diagnostic;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{compile, diagnose};

use super::years::{self, HISTORY};
use super::{shape, shown};
use crate::failure::{Failure, failed};
use crate::files::{files, read};

/// A framework with all that its folder holds.
pub struct Folder {
    /// The rules.
    pub framework: Framework,
    /// How many cards there are.
    pub cards: usize,
    /// The languages that say it, besides English.
    pub languages: Vec<String>,
}

/// Reads every framework that has a folder, and tells what is wrong with it.
///
/// # Errors
/// When a file cannot be read.
pub fn load(data: &Path, languages: &[&str], mistakes: &mut Vec<String>) -> Result<Vec<Folder>, Failure> {
    let entries = std::fs::read_dir(data).map_err(|error| failed(data, error))?;
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.retain(|folder| folder.join("framework.json").is_file());
    folders.sort();
    if folders.is_empty() {
        return Ok(Vec::new());
    }
    let schemas = Schemas { rules: schema(data, "rules")?, words: schema(data, "words")? };
    let mut loaded = Vec::new();
    for folder in folders {
        let mut told = Told { words: Words::english(), mistakes };
        loaded.extend(folder_of(&folder, &schemas, languages, &mut told)?);
    }
    Ok(loaded)
}

struct Schemas {
    rules: Validator,
    words: Validator,
}

fn schema(data: &Path, name: &str) -> Result<Validator, Failure> {
    let file = data.join(format!("schema/{name}.schema.json"));
    let schema = serde_json::from_str(&read(&file)?).map_err(|error| failed(&file, error))?;
    Validator::new(&schema).map_err(|error| failed(&file, error))
}

/// What was told so far, and the words for more.
struct Told<'a> {
    words: Words,
    mistakes: &'a mut Vec<String>,
}

impl Told<'_> {
    fn all(&mut self, file: &Path, found: &[Diagnostic]) {
        let line = |one: &Diagnostic| format!("{} {}", shown(file), one.in_words(&self.words));
        self.mistakes.extend(found.iter().map(line));
    }
}

fn folder_of(
    folder: &Path,
    schemas: &Schemas,
    languages: &[&str],
    told: &mut Told<'_>,
) -> Result<Option<Folder>, Failure> {
    let file = folder.join("framework.json");
    let (framework, found) = shape::read::<Framework>(&schemas.rules, &read(&file)?);
    told.all(&file, &found);
    let Some(framework) = framework else { return Ok(None) };
    told.all(&file, &diagnose(&framework));
    if folder.file_name().is_none_or(|name| name.to_string_lossy() != framework.id) {
        let id = &framework.id;
        told.mistakes.push(format!("{} /id: expected the name of the folder, found “{id}”", shown(&file)));
    }
    let cards = match compile(&framework) {
        Ok(rules) => {
            let file = folder.join("cards.csv");
            let table = cards::read(&rules, &read(&file)?);
            told.all(&file, &table.found);
            let file = folder.join(HISTORY);
            if file.is_file() {
                told.mistakes.extend(years::mistakes(&file, &framework, &rules, &table.cards)?);
            }
            Some(table.cards)
        }
        // What is wrong with the rules was told.
        Err(_) => None,
    };
    let mut known = Vec::new();
    let mut said = Vec::new();
    for language in languages {
        let file = folder.join(format!("words.{language}.json"));
        if file.is_file() {
            let (words, found) = shape::read::<FrameworkWords>(&schemas.words, &read(&file)?);
            told.all(&file, &found);
            if let Some(words) = words {
                told.all(&file, &words.diagnose(&framework));
                // Without cards, nothing is known of their names.
                told.all(
                    &file,
                    &cards.as_deref().map(|cards| words.diagnose_names(cards)).unwrap_or_default(),
                );
            }
            said.push((*language).to_owned());
        } else {
            told.mistakes.push(format!("{}: expected a translation, found no file", shown(&file)));
        }
        known.push(file);
    }
    let of_words =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("words."));
    for file in files(folder, "json")?.iter().filter(|file| of_words(file) && !known.contains(file)) {
        told.mistakes.push(format!("{}: expected the words of a language that there is", shown(file)));
    }
    let cards = cards.map(|cards| cards.len()).unwrap_or_default();
    Ok(Some(Folder { framework, cards, languages: said }))
}
