//! `spreadsheet`: a framework of the site with its cards as a workbook, to change and bring back.

use std::collections::BTreeMap;
use std::path::Path;

use scoring::Words;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::{cards, rules};
use serde::de::DeserializeOwned;
use site::failure::{Failure, failed};
use site::files::{files, read, root, write};
use workbook::write::{Contents, csv, xlsx};

/// Writes the framework of this id, with its cards and words, into a file: a text where its name ends in `.csv`, else a
/// workbook.
///
/// # Errors
/// When there is no such framework, something of it is not right, or the file cannot be written.
pub fn create(id: &str, file: &str) -> Result<(), Failure> {
    let folder = root().join("data").join(id);
    let path = folder.join("framework.json");
    let framework: Framework = parsed(&path)?;
    let compiled = rules::compile(&framework);
    let rules = compiled.map_err(|found| Failure::Data(format!("{} mistakes", found.len())))?;
    let cards = cards::read(&rules, &read(&folder.join("cards.csv"))?).cards;
    let mut words: BTreeMap<String, FrameworkWords> = BTreeMap::new();
    for path in files(&folder, "json")? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let tag = name.strip_prefix("words.").and_then(|name| name.strip_suffix(".json"));
        if let Some(tag) = tag {
            words.insert(tag.to_owned(), parsed(&path)?);
        }
    }
    let findings = BTreeMap::new();
    let contents =
        Contents { framework: &framework, rules: &rules, cards: &cards, findings: &findings, words: &words };
    let path = Path::new(file);
    let bytes = if file.ends_with(".csv") {
        csv(&contents).into_bytes()
    } else {
        xlsx(&contents, &Words::english()).map_err(|error| failed(path, error))?
    };
    write(path, bytes)
}

fn parsed<T: DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    serde_json::from_str(&read(path)?).map_err(|error| failed(path, error))
}
