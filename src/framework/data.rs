//! Reading what the build has written into the page of a framework.

use std::sync::Arc;

use scoring::cards::{self, Names, Naming, Published, unpacked};
use scoring::rules::file::Framework;
use scoring::rules::{Rules, compile};
use scoring::telling::Cohort;
use scoring::{Words, pack};
use wasm_bindgen::JsError;

use crate::browser;

/// The language of all publishers so far, and of every table.
pub const PUBLISHED: &str = "en";

/// A framework with all its cards that is being read, a step at a time: the page answers in between.
pub struct Reading {
    next: Option<Step>,
    cohort: Option<Cohort>,
}

/// A step of reading, and what comes of it.
type Step = Box<dyn FnOnce() -> Result<Read, JsError>>;

enum Read {
    More(Step),
    All(Box<Cohort>),
}

/// Gives what is to be done next.
fn then(step: impl FnOnce() -> Result<Read, JsError> + 'static) -> Result<Read, JsError> {
    Ok(Read::More(Box::new(step)))
}

impl Reading {
    /// `lines` has the language's tag, its locale, the version of the data, the framework, the language's names for its
    /// subjects and what an author found, a line each, then the table of cards. `texts` are those of the language.
    pub fn new(lines: String, texts: String) -> Self {
        Self { next: Some(Box::new(move || words(&lines, &texts))), cohort: None }
    }

    /// Does a step, and says whether there is more to do.
    ///
    /// # Errors
    /// When anything is damaged.
    pub fn go_on(&mut self) -> Result<bool, JsError> {
        let Some(step) = self.next.take() else { return Ok(false) };
        match step()? {
            Read::More(step) => self.next = Some(step),
            Read::All(cohort) => self.cohort = Some(*cohort),
        }
        Ok(self.next.is_some())
    }

    /// What was read, once there is nothing more to do.
    pub fn cohort(self) -> Option<Cohort> {
        self.cohort
    }
}

fn damaged() -> JsError {
    JsError::new("the data is damaged")
}

/// What is read of the page beside the framework.
struct Rest {
    words: Arc<Words>,
    locale: String,
    version: String,
    names: String,
    findings: String,
    table: String,
}

fn words(lines: &str, texts: &str) -> Result<Read, JsError> {
    let mut parts = lines.splitn(7, '\n').map(str::to_owned);
    let mut line = || parts.next().ok_or_else(damaged);
    let (language, locale, version) = (line()?, line()?, line()?);
    let (framework, names, findings, table) = (line()?, line()?, line()?, line()?);
    let words = Words::new(language, pack::read_texts(texts)?, browser::speech(&locale))?;
    let rest = Rest { words: Arc::new(words), locale, version, names, findings, table };
    then(move || {
        let file: Framework = serde_json::from_str(&framework)?;
        then(move || {
            let rules = compile(&file).map_err(|_| damaged())?;
            then(move || cards(rest, file, rules))
        })
    })
}

fn cards(rest: Rest, file: Framework, rules: Rules) -> Result<Read, JsError> {
    let Rest { words, locale, version, names, findings, table } = rest;
    let cards = cards::read(&rules, &table).cards;
    then(move || {
        let names: Names = serde_json::from_str(&names)?;
        // In their own language, names stay as their publisher writes them.
        let naming: Box<dyn Naming> = match words.id() {
            PUBLISHED => Box::new(Published),
            _ => browser::naming(&locale),
        };
        let cohort = Cohort::of_cards(words, (file, rules), cards, (&names, &*naming), version);
        Ok(Read::All(Box::new(cohort.with_findings(unpacked(&findings)))))
    })
}
