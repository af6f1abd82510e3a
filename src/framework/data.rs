//! Reading what the build has written into the page of a framework.

use std::sync::Arc;

use scoring::cards::{Names, Naming, Published, unpacked};
use scoring::rules::compile;
use scoring::rules::file::Framework;
use scoring::telling::Cohort;
use scoring::{Words, pack};
use wasm_bindgen::JsError;

use crate::browser;

/// The language of all publishers so far, and of every table.
pub const PUBLISHED: &str = "en";

/// Reads a framework with all its cards: `lines` has the language's tag, its locale, the version of the data, the
/// framework, the language's names for its subjects and what an author found, a line each, then the table of cards. `texts` are those of the
/// language.
///
/// # Errors
/// When anything is damaged.
pub fn read(lines: &str, texts: &str) -> Result<Cohort, JsError> {
    let damaged = || JsError::new("the data is damaged");
    let mut parts = lines.splitn(7, '\n');
    let mut line = || parts.next().ok_or_else(damaged);
    let (language, locale, version) = (line()?, line()?, line()?);
    let (framework, names, findings, table) = (line()?, line()?, line()?, line()?);
    let words = Words::new(language.to_owned(), pack::read_texts(texts)?, browser::speech(locale))?;
    let file: Framework = serde_json::from_str(framework)?;
    let rules = compile(&file).map_err(|_| damaged())?;
    let names: Names = serde_json::from_str(names)?;
    // In their own language, names stay as their publisher writes them.
    let naming: Box<dyn Naming> = match language {
        PUBLISHED => Box::new(Published),
        _ => browser::naming(locale),
    };
    let words = Arc::new(words);
    let cohort = Cohort::new(words, (file, rules), table, (&names, &*naming), version.to_owned());
    Ok(cohort.with_findings(unpacked(findings)))
}
