//! `check-data FILE`: what is wrong with a spreadsheet that an author brings, and what its cards come to.

use std::path::Path;

use comfy_table::{Table, presets};
use scoring::Words;
use scoring::diagnose::Severity;
use scoring::rules::{Outcome, Rules, evaluate};
use site::failure::{Failure, failed};
use workbook::{Brought, read, told};

/// Tells what was found in a spreadsheet, then its cards with their results.
///
/// # Errors
/// When it cannot be opened, or there is a mistake in it.
pub fn check(file: &str) -> Result<(), Failure> {
    let bytes = std::fs::read(file).map_err(|error| failed(Path::new(file), error))?;
    let brought = read(file, &bytes);
    for told in told(&brought.found, &Words::english()) {
        let title = match told.severity {
            Severity::Error => "Mistakes",
            Severity::Warning => "Warnings",
            Severity::Note => "How it was read",
        };
        println!("{title}");
        told.lines.iter().chain(&told.rest).for_each(|line| println!("- {line}"));
        println!();
    }
    if let Brought { framework: Some(framework), rules: Some(rules), cards, .. } = &brought {
        println!(
            "{} ({}): provisions: {}, cards: {}",
            framework.title,
            framework.id,
            rules.provisions().len(),
            cards.len()
        );
        if !cards.is_empty() {
            println!("{}", table(&brought, rules));
        }
    }
    match brought.found.iter().filter(|one| one.severity() == Severity::Error).count() {
        0 => Ok(()),
        1 => Err(Failure::Data("1 mistake".to_owned())),
        mistakes => Err(Failure::Data(format!("{mistakes} mistakes"))),
    }
}

/// A row a card, a column a result.
fn table(brought: &Brought, rules: &Rules) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::UTF8_FULL_CONDENSED);
    let mut head = vec!["Subject", "Name", "Group", "Year"];
    head.extend(rules.tallies().iter().map(|tally| tally.id.as_str()));
    table.set_header(head);
    for card in &brought.cards {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let year = card.year.map(|year| year.to_string()).unwrap_or_default();
        let mut row = vec![card.subject.clone(), text(&card.name), text(&card.group), year];
        for (tally, outcome) in rules.tallies().iter().zip(evaluate(rules, &card.answers).outcomes) {
            let band = outcome.band().and_then(|band| tally.bands.get(band)).map(|band| band.name.clone());
            row.push(match &outcome {
                Outcome::Result { figure, .. } => {
                    let figure = figure.shown.in_decimals().to_string();
                    band.map_or(figure.clone(), |band| format!("{figure} {band}"))
                }
                Outcome::NotApplicable | Outcome::Withheld { .. } => "–".to_owned(),
            });
        }
        table.add_row(row);
    }
    table
}
