//! What a page needs to show cards that an author has brought: what is wrong with the file, the data that the program of a
//! framework's page reads, and all cards at once as HTML. A program of its own, which shows nothing itself.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use overview::Beside;
use scoring::cards::{Card, Names, Naming, Published, packed};
use scoring::rules::Rules;
use scoring::rules::file::{Framework, Source};
use scoring::telling::{Cohort, Overview};
use scoring::{Words, pack};
use serde::Serialize;
use wasm_bindgen::JsError;
use workbook::write::{Contents, subject_table};
use workbook::{Brought, card_file, told};

use crate::browser;
use crate::framework::PUBLISHED;
use crate::host_api;

/// The page that shows it.
pub struct Page {
    words: Arc<Words>,
    locale: String,
    world: Option<String>,
}

/// A file that was read.
#[derive(Serialize)]
struct Read {
    told: Vec<Told>,
    card: Option<Shown>,
}

/// A file that was read for another program.
#[derive(Serialize)]
struct Diagnosed {
    diagnostics: Vec<host_api::Told>,
    /// The card file; none where nothing of it works.
    card: Option<String>,
}

/// What was found of one severity: the first of it in sentences, and how many more there are.
#[derive(Serialize)]
struct Told {
    severity: &'static str,
    lines: Vec<String>,
    rest: Option<String>,
}

/// What a page shows of the cards. Every text is as its author wrote it, and none is markup.
#[derive(Serialize)]
struct Shown {
    id: String,
    title: String,
    year: u16,
    publisher: String,
    about: String,
    source: Option<Source>,
    language: String,
    /// How many cards there are in the year that is shown.
    cards: usize,
    /// The years that the law of some subject has, the last first; none where no subject has several.
    years: Vec<u16>,
    /// Which of them is shown.
    law: Option<u16>,
    /// What `framework::Reading` reads.
    data: String,
    /// All cards at once, as HTML in which no text of the author's is markup.
    overview: String,
    /// The card file.
    file: Option<String>,
}

impl Page {
    /// A page in a language, with all its texts. `world` is the address of the shapes of countries, where they can be
    /// loaded.
    ///
    /// # Errors
    /// When the texts are damaged.
    pub fn new(language: &str, locale: &str, texts: &str, world: Option<String>) -> Result<Self, JsError> {
        let texts = pack::read_texts(texts)?;
        let words = Words::new(language.to_owned(), texts, browser::speech(locale))?;
        Ok(Self { words: Arc::new(words), locale: locale.to_owned(), world })
    }

    /// Reads a file of any kind that authors bring, and gives what was found and what a page shows of it in this year or, where it
    /// has no such year, in its last one, as JSON.
    ///
    /// # Errors
    /// Only when what was read cannot be handed over.
    pub fn read(&self, name: &str, bytes: &[u8], year: Option<u16>) -> Result<String, JsError> {
        let brought = workbook::read(name, bytes);
        let told = told(&brought.found, &self.words).into_iter().map(|told| Told {
            severity: told.severity.name(),
            lines: told.lines,
            rest: told.rest,
        });
        let told = told.collect();
        Ok(serde_json::to_string(&Read { told, card: self.shown(brought, year)? })?)
    }

    /// Reads a file of any kind that authors bring, and gives everything that was found and its card file, as JSON for other
    /// programs.
    ///
    /// # Errors
    /// Only when what was read cannot be handed over.
    pub fn diagnose(&self, name: &str, bytes: &[u8]) -> Result<String, JsError> {
        let brought = workbook::read(name, bytes);
        let diagnostics = brought.found.iter().map(|found| host_api::Told::new(found, &self.words)).collect();
        Ok(serde_json::to_string(&Diagnosed { diagnostics, card: card_file::write(&brought) })?)
    }

    /// What a page shows in a year; nothing, where nothing works.
    fn shown(&self, brought: Brought, year: Option<u16>) -> Result<Option<Shown>, JsError> {
        let file = card_file::write(&brought);
        let Brought { framework, rules, cards, findings, subject_findings, words, language, .. } = brought;
        let Some((framework, rules)) = framework.zip(rules) else { return Ok(None) };
        let language = if language.is_empty() { PUBLISHED.to_owned() } else { language };
        let said = words.get(self.words.id());
        let (framework, names) = match said {
            Some(said) => (said.over(&framework), said.names()),
            None => (framework, Names::default()),
        };
        let years = years(&cards);
        let last = years.first().copied();
        let law = year.filter(|year| years.contains(year)).or(last);
        let cards = match law {
            Some(law) => of_year(cards, law, last == Some(law)),
            None => cards,
        };
        let contents = Contents {
            framework: &framework,
            rules: &rules,
            cards: &cards,
            findings: &findings,
            subject_findings: &subject_findings,
            words: &words,
        };
        let table = subject_table(&contents);
        let found_of = |card: &Card| subject_findings.get(&(card.subject.clone(), card.year));
        let of_subjects = cards.iter().filter_map(|card| Some((card.subject.as_str(), found_of(card)?)));
        let (data, table) = self.data((&framework, &names), &packed(&findings, of_subjects), &table)?;
        let overview = self.overview((&framework, rules), &table, &names, &language)?;
        let Framework { id, title, year, publisher, about, source, .. } = framework;
        Ok(Some(Shown {
            id,
            title,
            year,
            publisher,
            about,
            source,
            language,
            cards: cards.len(),
            years,
            law,
            data,
            overview,
            file,
        }))
    }

    /// The lines that `framework::Reading` reads, and the table in them.
    fn data(
        &self,
        (framework, names): (&Framework, &Names),
        findings: &str,
        table: &str,
    ) -> Result<(String, String), JsError> {
        let rules = without_links(&serde_json::to_string(framework)?);
        let names = without_links(&serde_json::to_string(names)?);
        let findings = without_links(findings);
        let table = without_links(table);
        let mut version = DefaultHasher::new();
        (&rules, &names, &findings, &table).hash(&mut version);
        let version = format!("{:08x}", version.finish() >> 32);
        let (language, locale) = (self.words.id(), &self.locale);
        Ok((format!("{language}\n{locale}\n{version}\n{rules}\n{names}\n{findings}\n{table}"), table))
    }

    fn overview(
        &self,
        (framework, rules): (&Framework, Rules),
        table: &str,
        names: &Names,
        language: &str,
    ) -> Result<String, JsError> {
        let naming: Box<dyn Naming> = match self.words.id() {
            PUBLISHED => Box::new(Published),
            _ => browser::naming(&self.locale),
        };
        let of_file = (framework.clone(), rules);
        let cohort = Cohort::new(self.words.clone(), of_file, table, (names, &*naming), String::new());
        let card = |subject: &str| format!("#{}/{subject}", framework.id);
        let beside = Beside { is_brought: true, table: None, world: self.world.as_deref(), card: &card };
        let all = Overview::new(&cohort, &*naming);
        Ok(overview::html(&cohort, &all, language, beside, None)?)
    }
}

/// The years of the cards, the last first, where a subject has several.
fn years(cards: &[Card]) -> Vec<u16> {
    let mut subjects = BTreeSet::new();
    if cards.iter().all(|card| subjects.insert(card.subject.as_str())) {
        return Vec::new();
    }
    let years: BTreeSet<u16> = cards.iter().filter_map(|card| card.year).collect();
    years.into_iter().rev().collect()
}

/// The cards of a year. A row that says no year is of the last, so that nobody is lost; but nobody stands there twice.
fn of_year(mut cards: Vec<Card>, year: u16, is_last: bool) -> Vec<Card> {
    let own = cards.iter().filter(|card| card.year == Some(year));
    let own: BTreeSet<String> = own.map(|card| card.subject.clone()).collect();
    cards.retain(|card| match card.year {
        Some(of) => of == year,
        None => is_last && !own.contains(&card.subject),
    });
    cards
}

/// The texts without what programs take for an address and make a link of; it looks the same.
fn without_links(texts: &str) -> String {
    texts.replace("://", ":\u{2060}//")
}
