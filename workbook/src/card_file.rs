//! A card file: everything that an author has brought in one JSON text, for programs to hand on. It is read as if it
//! came from a stranger.
//!
//! ```json
//! {"lawgrade": 1, "language": "en", "framework": {}, "cards": "subject,name\n", "findings": {}, "words": {"es": {}}}
//! ```
//!
//! `framework` and the words of each language have the form of the site's own files (`data/schema`), `cards` is their
//! table as CSV, `findings` has `finding`, `citation` and `basis` by provision; where there are several cards, `subjectFindings`
//! is a list of those on the law of one, each with `subject`, `year` where it has several, and `provision`. What is empty is left out.

mod cards;
mod findings;
mod shape;
mod tidied;

use std::collections::BTreeMap;

use scoring::cards::{Finding, Findings};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::diagnose;
use scoring::rules::file::{Framework, FrameworkWords};
use serde_json::{Map, Value};

use crate::brought::{Brought, may_follow_from_rules};
use crate::cell_reader::{Reading, Stage};
use crate::file::limits::{MEGABYTE, RULES};
use crate::layout::words::tag;
use crate::remnant::remnant;
use crate::tidy::plain;
use crate::write::{Contents, subject_table};
use shape::{name_below, of_shape};
use tidied::tidied;

/// The version of the format, and the field that tells it apart from all other JSON.
const VERSION: u64 = 1;
const MARK: &str = "lawgrade";

/// The field of findings on the law of each of several subjects.
const SUBJECT_FINDINGS: &str = "subjectFindings";

/// The language of texts whose author has not said it.
const USUAL_LANGUAGE: &str = "en";

/// The largest card file, in bytes. All of it is held in memory at once, many times as large.
pub const MOST: usize = 8 * MEGABYTE;

/// The fields of the whole.
const FIELDS: [&str; 7] = [MARK, "language", "framework", "cards", "findings", SUBJECT_FINDINGS, "words"];

/// Writes all that was brought; nothing where no framework works, or where the file would be larger than [`MOST`].
pub fn write(brought: &Brought) -> Option<String> {
    let contents = brought.contents()?;
    let Contents { framework, cards, findings, words, .. } = contents;
    let language = Some(brought.language.as_str()).filter(|tag| !tag.is_empty());
    let mut fields = Map::new();
    fields.insert(MARK.to_owned(), VERSION.into());
    fields.insert("language".to_owned(), language.unwrap_or(USUAL_LANGUAGE).into());
    fields.insert("framework".to_owned(), serde_json::to_value(framework).ok()?);
    if !cards.is_empty() {
        fields.insert("cards".to_owned(), subject_table(&contents).into());
    }
    if !findings.is_empty() {
        fields.insert("findings".to_owned(), serde_json::to_value(findings).ok()?);
    }
    let of_subjects = findings::written(&contents);
    if !of_subjects.is_empty() {
        fields.insert(SUBJECT_FINDINGS.to_owned(), of_subjects.into());
    }
    if !words.is_empty() {
        fields.insert("words".to_owned(), serde_json::to_value(words).ok()?);
    }
    Some(Value::Object(fields).to_string()).filter(|text| text.len() <= MOST)
}

/// Whether a file is meant as a card file, by what is in it.
pub fn is_meant(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mark = format!("\"{MARK}\"");
    bytes.trim_ascii_start().starts_with(b"{")
        && bytes.windows(mark.len()).any(|part| part == mark.as_bytes())
}

/// Reads a card file. Everything is checked again; whatever works is there, with what is wrong beside it.
pub fn read(text: &str) -> Brought {
    let mut reading = Reading::default();
    let brought = brought(text, &mut reading);
    Brought { found: reading.finish(), ..brought.unwrap_or_default() }
}

/// The same of a file's bytes.
pub(crate) fn read_bytes(bytes: &[u8]) -> Brought {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(_) => {
            let found = vec![Diagnostic::at(Code::BrokenFile, At::File, &[])];
            Brought { found, ..Brought::default() }
        }
    }
}

fn brought(text: &str, reading: &mut Reading) -> Option<Brought> {
    if text.len() > MOST {
        reading.find(Stage::File, Code::FileTooLarge, At::File, &[&(MOST / MEGABYTE).to_string()]);
        return None;
    }
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => {
            let at = At::Position { line: error.line(), column: error.column() };
            reading.find(Stage::File, Code::NotJson, at, &[]);
            return None;
        }
    };
    let Value::Object(mut fields) = value else {
        reading.take(Stage::File, [shape::wrong("", &value)]);
        return None;
    };
    match fields.get(MARK) {
        Some(version) if version.as_u64() == Some(VERSION) => {}
        Some(other) => reading.take(Stage::File, [shape::wrong(&format!("/{MARK}"), other)]),
        None => reading.find(Stage::File, Code::MissingField, At::Json(String::new()), &[MARK]),
    }
    let table = fields.remove("cards");
    let mut fields: BTreeMap<String, Value> =
        fields.into_iter().map(|(name, value)| (plain(&name), value)).collect();
    for (name, value) in &mut fields {
        let at = name_below("", name);
        if !FIELDS.contains(&name.as_str()) {
            reading.find(Stage::File, Code::UnknownField, At::Json(at.clone()), &[name]);
        }
        *value = tidied(std::mem::take(value), &at, reading);
    }
    let Some(framework) = fields.get("framework") else {
        reading.find(Stage::File, Code::MissingField, At::Json(String::new()), &["framework"]);
        return None;
    };
    let framework: Framework = match of_shape(framework, "/framework") {
        Ok(framework) => framework,
        Err(found) => {
            reading.take(Stage::File, [found]);
            return None;
        }
    };
    let language = language(fields.get("language"), reading);
    ruled(&framework, (table.as_ref(), &fields), language, reading)
}

/// The language that the file says.
fn language(value: Option<&Value>, reading: &mut Reading) -> String {
    let Some(value) = value else { return USUAL_LANGUAGE.to_owned() };
    let known = value.as_str().and_then(tag);
    if known.is_none() {
        reading.take(Stage::Heading, [shape::wrong("/language", value)]);
    }
    known.unwrap_or_else(|| USUAL_LANGUAGE.to_owned())
}

/// What is there once the framework has been read.
fn ruled(
    framework: &Framework,
    (table, fields): (Option<&Value>, &BTreeMap<String, Value>),
    language: String,
    reading: &mut Reading,
) -> Option<Brought> {
    if framework.provisions.len() > RULES {
        let at = At::Json("/framework/provisions".to_owned());
        reading.find(Stage::File, Code::TooManyRows, at, &[&RULES.to_string()]);
        return None;
    }
    reading.take(Stage::Rules, diagnose(framework).into_iter().map(|one| below("/framework", one)));
    let is_whole = !reading.is_wrong_until(Stage::Rules);
    let (framework, rules) = remnant(framework)?;
    let mut of_cards = Reading::default();
    let cards = table.map(|table| cards::read(&rules, table, &mut of_cards)).unwrap_or_default();
    reading.merge(of_cards, |one| is_whole || !may_follow_from_rules(one.code));
    let mut findings = Findings::new();
    for (id, at, finding) in each::<Finding>(fields.get("findings"), "/findings", reading) {
        if rules.provision(&id).is_some() {
            findings.insert(id, finding);
        } else if is_whole {
            reading.find(Stage::Words, Code::UnknownProvision, At::Json(at), &[&id]);
        }
    }
    let of_subjects = fields.get(SUBJECT_FINDINGS);
    let subject_findings = findings::read(of_subjects, (&cards, &rules), &mut findings, is_whole, reading);
    let mut words = BTreeMap::new();
    for (language, at, said) in each::<FrameworkWords>(fields.get("words"), "/words", reading) {
        let Some(language) = tag(&language) else {
            reading.find(Stage::Words, Code::UnknownField, At::Json(at), &[&language]);
            continue;
        };
        if is_whole {
            let found = [said.diagnose(&framework), said.diagnose_names(&cards)].concat();
            reading.take(Stage::Words, found.into_iter().map(|one| below(&at, one)));
        }
        words.insert(language, said);
    }
    Some(Brought {
        framework: Some(framework),
        rules: Some(rules),
        cards,
        findings,
        subject_findings,
        words,
        language,
        found: Vec::new(),
    })
}

/// The values of an object that have the shape that they should, by name, each with its place.
fn each<T: serde::de::DeserializeOwned>(
    value: Option<&Value>,
    at: &str,
    reading: &mut Reading,
) -> Vec<(String, String, T)> {
    match value {
        None => Vec::new(),
        Some(Value::Object(fields)) => {
            let mut all = Vec::new();
            for (name, value) in fields {
                let at = name_below(at, name);
                match of_shape(value, &at) {
                    Ok(read) => all.push((name.clone(), at, read)),
                    Err(found) => reading.take(Stage::Words, [found]),
                }
            }
            all
        }
        Some(other) => {
            reading.take(Stage::Words, [shape::wrong(at, other)]);
            Vec::new()
        }
    }
}

/// A mistake in a part of the file, by its place in the whole.
fn below(at: &str, mut found: Diagnostic) -> Diagnostic {
    if let At::Json(pointer) = &mut found.at {
        pointer.insert_str(0, at);
    }
    found
}
