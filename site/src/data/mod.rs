//! `check-data`: every mistake in the data files, each with its file and its place.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use scoring::check::{self, File, Problem};
use scoring::data::{Card, Framework, Statutes};
use scoring::{Baseline, Headline, Scenario, Words, evaluate};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::{Failure, failed};
use crate::files::{files, read, root};

mod constraints;
mod editions;
mod frameworks;
mod languages;
mod law;
mod partly_read;
mod published;
mod shape;
#[cfg(test)]
mod tests;
mod years;

pub use constraints::{Constraint, Gaps, constraints};
pub use languages::Translation;
pub use law::{Bill, BillSource, Bills, DateOf, Status};
pub use partly_read::{PartlyRead, printed_total};
pub use published::{PrintedResult, printed};
pub use years::HISTORY;

use frameworks::Folder;
use languages::Languages;

/// Where the rules of earlier editions stand, each as it was.
const EARLIER: &str = "frameworks/earlier";

/// A framework with one of its cards.
pub struct Pair {
    /// The joined data.
    pub baseline: Baseline,
    /// The same in every language, English first.
    pub translations: Vec<Translation>,
    /// The statutes that it cites.
    pub statutes: Vec<Statutes>,
    /// Bills about what it grades.
    pub bills: Vec<Bill>,
}

/// All data under a folder, and what is wrong with it.
struct Survey {
    pairs: Vec<Pair>,
    folders: Vec<Folder>,
    partly_read: Vec<PartlyRead>,
    /// Every mistake, a line for each.
    mistakes: Vec<String>,
}

/// Checks all data and tells every mistake.
///
/// # Errors
/// When there is a mistake, or a file cannot be read.
pub fn check() -> Result<(), Failure> {
    let Survey { pairs, folders, partly_read, mistakes } = survey(&root().join("data"))?;
    for mistake in &mistakes {
        eprintln!("{mistake}");
    }
    if !mistakes.is_empty() {
        let plural = if mistakes.len() == 1 { "mistake" } else { "mistakes" };
        return Err(Failure::Data(format!("{} {plural}", mistakes.len())));
    }
    for pair in &pairs {
        println!(
            "{} on {}: {} provisions, {} components. No mistakes.",
            pair.baseline.card().id,
            pair.baseline.framework().id,
            pair.baseline.provisions().len(),
            evaluate(&pair.baseline, &Scenario::default()).components().count(),
        );
        for Translation { language, baseline } in &pair.translations {
            let headline = Headline::new(baseline, &evaluate(baseline, &Scenario::default()));
            println!("  {}: {}", language.name, headline.in_words(baseline.words()));
        }
    }
    for PartlyRead { rules, cards } in &partly_read {
        for card in cards {
            let unknown = card.answers.unknown().len();
            let known = rules.provisions().len() - unknown;
            println!(
                "{} on {}: {known} answers known, {unknown} unknown. No mistakes.",
                card.subject,
                rules.id()
            );
        }
    }
    for Folder { framework, cards, languages } in &folders {
        println!(
            "{}: {} provisions, {cards} cards, in en, {}. No mistakes.",
            framework.id,
            framework.provisions.len(),
            languages.join(", "),
        );
    }
    Ok(())
}

/// Reads every card under a data folder with its framework.
///
/// # Errors
/// At the first mistake; [`check`] tells them all.
pub fn pairs() -> Result<Vec<Pair>, Failure> {
    let Survey { pairs, mistakes, .. } = survey(&root().join("data"))?;
    match mistakes.into_iter().next() {
        Some(mistake) => Err(Failure::Data(mistake)),
        None => Ok(pairs),
    }
}

/// All pairs that are right, all frameworks that could be read, and every mistake.
fn survey(folder: &Path) -> Result<Survey, Failure> {
    let mut mistakes = Vec::new();
    let mut frameworks: Vec<(PathBuf, Framework)> = load(folder, "frameworks", "framework", &mut mistakes)?;
    let earlier = load(folder, EARLIER, "framework", &mut mistakes)?;
    editions::join(&mut frameworks, &earlier, &mut mistakes);
    let mut cards: Vec<(PathBuf, Card)> = load(folder, "cards", "card", &mut mistakes)?;
    let statutes = law::statutes(folder, &mut cards, &mut mistakes)?;
    let bills = law::bills(folder, &mut mistakes)?;

    repeated_ids(frameworks.iter().map(|(file, framework)| (file, framework.id.as_str())), &mut mistakes);
    repeated_ids(cards.iter().map(|(file, card)| (file, card.id.as_str())), &mut mistakes);

    let whole = mistakes.is_empty();
    let languages = Languages::load(folder, &mut mistakes)?;
    if let Some(languages) = &languages {
        let frameworks = frameworks.iter().map(|(_, framework)| framework);
        languages.check(frameworks, cards.iter().map(|(_, card)| card), whole, &mut mistakes)?;
    }

    let folders = languages.as_ref().map(|known| frameworks::load(folder, &known.ids(), &mut mistakes));
    let folders = folders.transpose()?.unwrap_or_default();

    let mut rules: Vec<PathBuf> = frameworks.iter().chain(&earlier).map(|(file, _)| file.clone()).collect();
    rules.extend(folders.iter().map(|one| folder.join(&one.framework.id).join("framework.json")));

    let mut pairs = Vec::new();
    let mut used = Vec::new();
    for (card_file, card) in cards {
        let Some((framework_file, framework)) = frameworks.iter().find(|(_, f)| f.id == card.framework)
        else {
            let ids: Vec<_> = frameworks.iter().map(|(_, framework)| framework.id.as_str()).collect();
            mistakes.push(format!(
                "{} /framework: expected one of the frameworks ({}), found “{}”",
                shown(&card_file),
                ids.join(", "),
                card.framework
            ));
            continue;
        };
        used.push(framework_file.clone());
        match Baseline::new(framework.clone(), card, Words::english()) {
            Ok(baseline) => {
                let translations = languages.as_ref().map(|languages| languages.translations(&baseline));
                let mut translations = translations.transpose()?.unwrap_or_default();
                let spoken: Vec<&str> = translations.iter().map(|one| one.language.id.as_str()).collect();
                let own: Vec<&(PathBuf, Bills)> =
                    bills.iter().filter(|(_, bills)| bills.card == baseline.card().id).collect();
                for (file, bills) in &own {
                    mistakes.extend(law::check(file, bills, &baseline, &spoken));
                }
                let bills: Vec<Bill> = own.into_iter().flat_map(|(_, own)| own.bills.clone()).collect();
                for translation in &mut translations {
                    translation.offer(&bills)?;
                }
                pairs.push(Pair { baseline, translations, statutes: statutes.clone(), bills });
            }
            Err(problems) => {
                mistakes.extend(problems.iter().map(|problem| line(problem, framework_file, &card_file)))
            }
        }
    }
    for (file, framework) in frameworks.iter().filter(|(file, _)| !used.contains(file)) {
        let problems = check::check_framework(framework);
        mistakes.extend(problems.iter().map(|problem| line(problem, file, file)));
    }
    // Of rules that are wrong, nothing can be held against printed points.
    let mut partly_read = Vec::new();
    if mistakes.is_empty() {
        for (_, framework) in &frameworks {
            partly_read.extend(PartlyRead::read(folder, &framework.id, &mut mistakes)?);
        }
    }
    // Nor are they an edition of anything.
    if mistakes.is_empty() {
        mistakes.extend(editions::check(folder, &rules)?);
    }
    let mut seen = HashSet::new();
    mistakes.retain(|mistake| seen.insert(mistake.clone()));
    Ok(Survey { pairs, folders, partly_read, mistakes })
}

/// Notes each file whose id another file has: addresses could not tell them apart.
fn repeated_ids<'a>(ids: impl Iterator<Item = (&'a PathBuf, &'a str)>, mistakes: &mut Vec<String>) {
    let mut seen: HashMap<&str, &PathBuf> = HashMap::new();
    for (file, id) in ids {
        if let Some(first) = seen.get(id) {
            mistakes.push(format!(
                "{} /id: expected an id that no other file has, found “{id}”, the id of {}",
                shown(file),
                shown(first)
            ));
        } else {
            seen.insert(id, file);
        }
    }
}

/// The files of one kind that could be read, after telling how they differ from their schema.
fn load<T: DeserializeOwned>(
    folder: &Path,
    kind: &str,
    schema: &str,
    mistakes: &mut Vec<String>,
) -> Result<Vec<(PathBuf, T)>, Failure> {
    let schema_file = folder.join(format!("schema/{schema}.schema.json"));
    let schema = serde_json::from_str(&read(&schema_file)?).map_err(|error| failed(&schema_file, error))?;
    let validator = Validator::new(&schema).map_err(|error| failed(&schema_file, error))?;

    let mut loaded = Vec::new();
    for file in files(&folder.join(kind), "json")? {
        let text = read(&file)?;
        let value: Value = match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(error) => {
                mistakes.push(format!("{} line {}: expected JSON, {error}", shown(&file), error.line()));
                continue;
            }
        };
        let before = mistakes.len();
        for error in validator.iter_errors(&value) {
            let path = error.instance_path().to_string();
            let path = if path.is_empty() { "/" } else { &path };
            // The library shortens long lists; here the list is what was expected.
            let told = match error.kind() {
                ValidationErrorKind::Enum { options } => {
                    format!("expected one of {options}, found {}", error.instance())
                }
                _ => error.to_string(),
            };
            mistakes.push(format!("{} {path}: {told}", shown(&file)));
        }
        match serde_json::from_value(value) {
            Ok(data) => loaded.push((file, data)),
            // The schema has told it already, with its place.
            Err(_) if mistakes.len() > before => {}
            Err(error) => mistakes.push(format!("{}: {error}", shown(&file))),
        }
    }
    Ok(loaded)
}

fn line(problem: &Problem, framework: &Path, card: &Path) -> String {
    let file = match problem.file {
        File::Framework => framework,
        File::Card => card,
    };
    format!("{} {}: {}", shown(file), problem.path, problem.mistake)
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}
