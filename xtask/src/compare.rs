//! `compare-rules`: what a change of rules changes, as a page in Markdown.

use std::path::Path;

use scoring::ProvisionSet;
use scoring::cards::{self, Card};
use scoring::facts::Answers;
use scoring::rules::compile;
use scoring::rules::file::Framework;
use site::compare::compare;
use site::data;
use site::failure::{Failure, failed};
use site::files::read;

/// Prints what differs between two files of a framework's rules.
///
/// # Errors
/// When a file cannot be read, or has a mistake in it.
pub fn print(before: &str, after: &str) -> Result<(), Failure> {
    let (before_file, after_file) = (Path::new(before), Path::new(after));
    let (before, after) = (framework(before_file)?, framework(after_file)?);
    let cards = cards_of(before_file, &before)?;
    print!("{}", compare(&before, &after, &cards)?.markdown());
    Ok(())
}

fn framework(file: &Path) -> Result<Framework, Failure> {
    serde_json::from_str(&read(file)?).map_err(|error| failed(file, error))
}

/// The cards of a framework: the table beside it, or those of this project that have a file each.
fn cards_of(file: &Path, framework: &Framework) -> Result<Vec<Card>, Failure> {
    let table = file.with_file_name("cards.csv");
    if table.is_file() {
        let Ok(rules) = compile(framework) else { return Ok(Vec::new()) };
        return Ok(cards::read(&rules, &read(&table)?).cards);
    }
    let pairs = data::pairs()?;
    let own = pairs.iter().filter(|pair| pair.baseline.framework().id == framework.id);
    let card = |pair: &data::Pair| {
        let provisions = pair.baseline.provisions();
        let held: ProvisionSet =
            provisions.iter().filter(|one| one.law.in_law).map(|one| one.index).collect();
        Card {
            subject: pair.baseline.card().id.clone(),
            name: Some(pair.baseline.card().jurisdiction.clone()),
            group: None,
            year: Some(pair.baseline.card().year),
            answers: Answers::of(held),
            printed: Vec::new(),
        }
    };
    Ok(own.map(card).collect())
}
