//! Cards as a table, or beside the provisions where there is one with findings.

use scoring::cards::{Card, Printed};
use scoring::facts::Answer;
use scoring::rules::{NodeId, Rules};

use super::pages::ANSWERS;
use super::{Column, Contents, Page};
use crate::Kind;

/// Whether the one card stands beside the provisions.
pub(super) fn is_one_card(contents: &Contents<'_>) -> bool {
    contents.cards.len() == 1 && !contents.findings.is_empty()
}

/// The answers of the one card, in the order of the provisions.
pub(super) fn one_card(contents: &Contents<'_>) -> Vec<&'static str> {
    let card = contents.cards.first().filter(|_| is_one_card(contents));
    card.map(|card| answers(contents.rules, card)).unwrap_or_default()
}

/// What settings say of the one card.
pub(super) fn settings(contents: &Contents<'_>) -> Vec<Vec<String>> {
    let Some(card) = contents.cards.first() else { return Vec::new() };
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let mut rows = vec![row("Subject", card.subject.clone())];
    rows.extend(card.name.clone().map(|name| row("Name of the subject", name)));
    rows.extend(card.group.clone().map(|group| row("Group of the subject", group)));
    rows.extend(card.year.map(|year| row("Year of the law", year.to_string())));
    rows.extend(
        card.printed
            .iter()
            .filter_map(|one| printed(contents.rules, one))
            .map(|(name, value)| row(&name, value)),
    );
    rows
}

fn answers(rules: &Rules, card: &Card) -> Vec<&'static str> {
    let answer = |index| match card.answers.answer(index) {
        Answer::Yes => "y",
        Answer::No => "n",
        Answer::Unknown => "?",
        Answer::NotApplicable => "n/a",
    };
    (0..rules.provisions().len()).map(answer).collect()
}

/// The table of cards, as the core has it.
pub(super) fn page(contents: &Contents<'_>) -> Page {
    let rules = contents.rules;
    let text = |heading: &str| Column { heading: heading.to_owned(), is_number: false, allowed: Vec::new() };
    let mut columns = vec![text("subject"), text("name"), text("group")];
    columns.push(Column { is_number: true, ..text("year") });
    for id in rules.provisions() {
        columns.push(Column { allowed: ANSWERS.to_vec(), ..text(id) });
    }
    let mut results: Vec<String> = Vec::new();
    for (name, _) in
        contents.cards.iter().flat_map(|card| &card.printed).filter_map(|one| printed(rules, one))
    {
        if !results.contains(&name) {
            results.push(name);
        }
    }
    columns.extend(results.iter().map(|name| Column { is_number: !name.starts_with("band:"), ..text(name) }));
    let row = |card: &Card| {
        let mut row = vec![
            card.subject.clone(),
            card.name.clone().unwrap_or_default(),
            card.group.clone().unwrap_or_default(),
            card.year.map(|year| year.to_string()).unwrap_or_default(),
        ];
        row.extend(answers(rules, card).into_iter().map(str::to_owned));
        let known: Vec<(String, String)> =
            card.printed.iter().filter_map(|one| printed(rules, one)).collect();
        let value =
            |name: &String| known.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        row.extend(results.iter().map(|name| value(name).unwrap_or_default()));
        row
    };
    let rows = contents.cards.iter().map(row).collect();
    let page = Page { kind: Kind::Subjects, columns, rows };
    if page.rows.is_empty() { page } else { page.without_empty_columns(1) }
}

/// The name of the column of a printed result, and what was printed.
fn printed(rules: &Rules, printed: &Printed) -> Option<(String, String)> {
    let tally = |tally: usize| rules.tallies().get(tally);
    let node = |node: NodeId| {
        let shown = rules.tallies().iter().find(|tally| tally.root == node).map(|tally| tally.id.clone());
        rules.node(node).and_then(|node| node.id.clone()).or(shown)
    };
    match *printed {
        Printed::Figure { tally: index, figure } => {
            Some((format!("figure:{}", tally(index)?.id), figure.to_string()))
        }
        Printed::Band { tally: index, band } => {
            let tally = tally(index)?;
            Some((format!("band:{}", tally.id), tally.bands.get(band)?.name.clone()))
        }
        Printed::Earned { node: id, points } => Some((format!("earned:{}", node(id)?), points.to_string())),
        Printed::Possible { node: id, points } => {
            Some((format!("possible:{}", node(id)?), points.to_string()))
        }
    }
}
