//! Editions of rules: an address made under one keeps its result, so rules change only together with their edition.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use scoring::data::{EarlierEdition, Framework};
use serde_json::Value;

use crate::assets::hash;
use crate::failure::{Failure, failed};
use crate::files::read;

use super::shown;

/// Where the fingerprint of each edition stands, by framework, the first first.
const FILE: &str = "editions.json";

/// What says nothing about points: texts, where they come from, and how sure they are.
const TEXTS: [&str; 12] = [
    "$schema",
    "about",
    "basis",
    "because",
    "edition",
    "label",
    "publisher",
    "short",
    "source",
    "subjects",
    "title",
    "year",
];

/// Tells each framework what its earlier editions had otherwise.
pub(super) fn join(
    frameworks: &mut [(PathBuf, Framework)],
    earlier: &[(PathBuf, Framework)],
    mistakes: &mut Vec<String>,
) {
    for (file, before) in earlier {
        let now = frameworks.iter_mut().find(|(_, now)| now.id == before.id && now.edition > before.edition);
        match now {
            Some((_, now)) => now.earlier.push(EarlierEdition::of(before, now)),
            None => mistakes.push(format!(
                "{}: expected an edition before that of the present rules, found {} of “{}”",
                shown(file),
                before.edition,
                before.id
            )),
        }
    }
    for (file, now) in frameworks {
        now.earlier.sort_by_key(|earlier| earlier.edition);
        let known = now.earlier.iter().map(|earlier| earlier.edition);
        if !known.eq(1..now.edition) {
            mistakes.push(format!(
                "{}: expected the files of all editions before {} in data/{}, since addresses were made under them",
                shown(file),
                now.edition,
                super::EARLIER
            ));
        }
    }
}

/// What is wrong with the editions of these frameworks, each by its file.
pub(super) fn check(folder: &Path, frameworks: &[impl AsRef<Path>]) -> Result<Vec<String>, Failure> {
    let file = folder.join(FILE);
    let known: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&read(&file)?).map_err(|error| failed(&file, error))?;
    let mut mistakes = Vec::new();
    for framework in frameworks {
        let framework = framework.as_ref();
        // What is no JSON was told already.
        let Ok(rules) = serde_json::from_str::<Value>(&read(framework)?) else { continue };
        let Some(id) = rules.get("id").and_then(Value::as_str) else { continue };
        let edition = rules.get("edition").and_then(Value::as_u64).unwrap_or(1);
        let found = fingerprint(&rules);
        let place = usize::try_from(edition).ok().and_then(|edition| edition.checked_sub(1));
        let expected = known.get(id).and_then(|editions| editions.get(place?));
        if expected != Some(&found) {
            mistakes.push(format!(
                "{}: expected the rules of edition {edition}, {}, found {found}. Rules that change get the next edition and its fingerprint in {}",
                shown(framework),
                expected.map_or("which has no fingerprint yet", String::as_str),
                shown(&file),
            ));
        }
    }
    Ok(mistakes)
}

/// What tells rules apart, whatever their texts say.
fn fingerprint(rules: &Value) -> String {
    hash(without_texts(rules).to_string().as_bytes())
}

fn without_texts(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| !TEXTS.contains(&name.as_str()));
            // That something may not apply is a rule; why is a text.
            let kept = kept.map(|(name, value)| match name.as_str() {
                "mayNotApply" => (name.clone(), Value::Bool(true)),
                _ => (name.clone(), without_texts(value)),
            });
            // In the same order, however a file has them.
            let kept: BTreeMap<String, Value> = kept.collect();
            Value::Object(kept.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(without_texts).collect()),
        other => other.clone(),
    }
}
