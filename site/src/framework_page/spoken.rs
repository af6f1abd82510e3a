//! A framework in the words of one language.

use std::path::Path;
use std::sync::Arc;

use scoring::Words;
use scoring::cards::{self, Names};
use scoring::data::Language;
use scoring::rules::compile;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::telling::Cohort;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, failed};
use crate::files::read;
use crate::names::NodeNames;

/// The language of all publishers so far, and of every table.
pub const PUBLISHED: &str = "en";

/// A framework in a language, what the language calls its subjects, and its cards.
pub struct Spoken {
    /// The framework, its texts in the language.
    pub framework: Framework,
    /// What the language calls its subjects and their groups.
    pub names: Names,
    /// The table of cards.
    pub cards: String,
}

impl Spoken {
    /// Reads the folder of a framework.
    ///
    /// # Errors
    /// When a file is missing or wrong.
    pub fn read(data: &Path, language: &Language) -> Result<Self, Failure> {
        let framework: Framework = parsed(&data.join("framework.json"))?;
        let cards = read(&data.join("cards.csv"))?;
        let words = data.join(format!("words.{}.json", language.id));
        if !words.is_file() {
            return Ok(Self { framework, names: Names::default(), cards });
        }
        let words: FrameworkWords = parsed(&words)?;
        Ok(Self { framework: words.over(&framework), names: words.names(), cards })
    }

    /// All cards, as the page's program reads them, and what the language knows of their names. `english` has the
    /// texts that `language` is a translation of.
    ///
    /// # Errors
    /// When the rules do not compile, or Node cannot be asked for names.
    pub fn cohort(&self, language: &Language, english: &Language) -> Result<(Cohort, NodeNames), Failure> {
        let Self { framework, names, cards } = self;
        let wrong = || Failure::Missing(format!("{}: its rules do not compile", framework.id));
        let rules = compile(framework).map_err(|_| wrong())?;
        let read = cards::read(&rules, cards).cards;
        let naming = NodeNames::new(&language.locale, &read, names, language.id == PUBLISHED)?;
        let words = Arc::new(Words::of(language, english));
        let cohort = Cohort::new(words, (framework.clone(), rules), cards, (names, &naming), String::new());
        Ok((cohort, naming))
    }
}

fn parsed<T: DeserializeOwned>(file: &Path) -> Result<T, Failure> {
    serde_json::from_str(&read(file)?).map_err(|error| failed(file, error))
}
