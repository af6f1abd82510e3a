//! The years of a framework: the table beside its cards that says what held before.

use std::path::Path;

use scoring::cards::{self, Card};
use scoring::rules::Rules;
use scoring::rules::file::Framework;
use scoring::years::{Fault, Wrong, Years};
use scoring::{ProvisionSet, Words};

use super::shown;
use crate::failure::Failure;
use crate::files::read;

/// What the table is called, in the framework's folder.
pub const HISTORY: &str = "history.csv";

/// Everything that is wrong with the table, a line for each.
///
/// # Errors
/// When it cannot be read.
pub(super) fn mistakes(
    file: &Path,
    framework: &Framework,
    rules: &Rules,
    cards: &[Card],
) -> Result<Vec<String>, Failure> {
    let table = cards::read(rules, &read(file)?);
    let words = Words::english();
    let told: Vec<String> =
        table.found.iter().map(|one| format!("{} {}", shown(file), one.in_words(&words))).collect();
    // What is wrong with a row leaves answers unknown.
    if !told.is_empty() {
        return Ok(told);
    }
    let faults = Years::new(rules, cards, table.cards, framework.year).err().unwrap_or_default();
    let line = |Fault { subject, year, wrong }: &Fault| {
        let year = year.map(|year| format!(" {year}")).unwrap_or_default();
        format!("{} {subject}{year}: {}", shown(file), in_words(wrong, framework, rules))
    };
    Ok(faults.iter().map(line).collect())
}

fn in_words(wrong: &Wrong, framework: &Framework, rules: &Rules) -> String {
    match wrong {
        Wrong::NoCard => "expected a subject that has a card".to_owned(),
        Wrong::NoRow => "expected a row for every card, found none".to_owned(),
        Wrong::NoYear => "expected a year in every row".to_owned(),
        Wrong::AfterLast => format!("expected a year up to that of the cards, {}", framework.year),
        Wrong::NotAfter(before) => format!("expected a year after that of the row before, {before}"),
        Wrong::Unanswered => "expected a yes or a no to every question".to_owned(),
        Wrong::NothingMoves => "expected an answer that the row before does not have".to_owned(),
        Wrong::OtherThanCard(provisions) => {
            format!("expected the card’s answers in the last row, found others to {}", ids(provisions, rules))
        }
    }
}

fn ids(provisions: &ProvisionSet, rules: &Rules) -> String {
    let ids = provisions.iter().filter_map(|provision| rules.provisions().get(provision).cloned());
    ids.collect::<Vec<_>>().join(", ")
}
