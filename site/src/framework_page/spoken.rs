//! The frameworks that have a folder, in the words of each language.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use scoring::Words;
use scoring::cards::{self, Names};
use scoring::data::Language;
use scoring::rules::compile;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::telling::Cohort;
use scoring::years::Years;

use crate::data::HISTORY;
use crate::failure::{Failure, failed};
use crate::files::{parsed, read, root};
use crate::names::NodeNames;

/// The language of all publishers so far, and of every table.
pub const PUBLISHED: &str = "en";

/// The frameworks that have a page.
///
/// # Errors
/// When the data cannot be read.
pub fn ids() -> Result<Vec<String>, Failure> {
    let data = root().join("data");
    let entries = std::fs::read_dir(&data).map_err(|error| failed(&data, error))?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut ids: Vec<String> = folders
        .filter(|folder| folder.join("cards.csv").is_file())
        .filter_map(|folder| Some(folder.file_name()?.to_string_lossy().into_owned()))
        .collect();
    ids.sort();
    Ok(ids)
}

/// All frameworks that have a page, in each of the languages.
///
/// # Errors
/// As for [`ids`] and [`Spoken::read`].
pub fn spoken(languages: &[&Language]) -> Result<Vec<Vec<Spoken>>, Failure> {
    let [english, ..] = languages else {
        return Err(Failure::Missing("the pages are in no language".to_owned()));
    };
    let ids = ids()?;
    let in_language = |language: &&Language| {
        let read = |id: &String| Spoken::read(&folder_of(id), language, english);
        ids.iter().map(read).collect()
    };
    languages.iter().map(in_language).collect()
}

/// The folder of a framework's data.
pub fn folder_of(id: &str) -> PathBuf {
    root().join("data").join(id)
}

/// A framework in a language, with its cards.
pub struct Spoken {
    /// The framework, its texts in the language.
    pub framework: Framework,
    /// What the language calls its subjects and their groups.
    pub names: Names,
    /// The table of cards.
    pub cards: String,
    /// All cards, as the page's program reads them.
    pub cohort: Cohort,
    /// What Node knows of their names.
    pub naming: NodeNames,
    /// What held before, where that is known, as a table and as the rules give it, in the order of the cards.
    pub history: Option<(String, Years)>,
}

impl Spoken {
    /// Reads the folder of a framework. `english` has the texts that `language` is a translation of.
    ///
    /// # Errors
    /// When a file is missing or wrong, the rules do not compile, or Node cannot be asked for names.
    pub fn read(data: &Path, language: &Language, english: &Language) -> Result<Self, Failure> {
        let (framework, names) = framework(data, language)?;
        let cards = read(&data.join("cards.csv"))?;
        let wrong = || Failure::Missing(format!("{}: its rules do not compile", framework.id));
        let rules = compile(&framework).map_err(|_| wrong())?;
        let subjects = cards::read(&rules, &cards).cards;
        let naming = NodeNames::new(&language.locale, &subjects, &names, language.id == PUBLISHED)?;
        let words = Arc::new(Words::of(language, english));
        let cohort = Cohort::new(words, (framework.clone(), rules), &cards, (&names, &naming), String::new());
        let history = history(data, &framework, &cohort)?;
        Ok(Self { framework, names, cards, cohort, naming, history })
    }
}

fn history(data: &Path, framework: &Framework, cohort: &Cohort) -> Result<Option<(String, Years)>, Failure> {
    let file = data.join(HISTORY);
    if !file.is_file() {
        return Ok(None);
    }
    let table = read(&file)?;
    let rules = &cohort.telling.rules;
    let years = Years::new(rules, &cohort.cards, cards::read(rules, &table).cards, framework.year);
    let years = years.map_err(|_| Failure::Data(format!("{}: mistakes", file.display())))?;
    Ok(Some((table, years)))
}

/// A framework in a language, and what the language calls its subjects.
///
/// # Errors
/// When a file is missing or wrong.
pub fn framework(data: &Path, language: &Language) -> Result<(Framework, Names), Failure> {
    let framework: Framework = parsed(&data.join("framework.json"))?;
    let words = data.join(format!("words.{}.json", language.id));
    if !words.is_file() {
        return Ok((framework, Names::default()));
    }
    let words: FrameworkWords = parsed(&words)?;
    Ok((words.over(&framework), words.names()))
}
