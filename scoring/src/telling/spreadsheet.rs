//! A scenario as a table for spreadsheets.

use crate::cards::Printed;
use crate::data::Basis;
use crate::exact::Fraction;
use crate::rules::{NodeId, Outcome, Outline};
use crate::spreadsheet::{Line, Marks};
use crate::{Imprint, say};

use super::{Scenario, summary, title};

/// The results, every part and every provision as a line of CSV; see [`crate::spreadsheet()`] for what is done so that
/// spreadsheets open it as it is.
pub fn spreadsheet(scenario: &Scenario<'_>, imprint: &Imprint) -> String {
    written(scenario, imprint, &Marks::COMMAS)
}

/// The same for spreadsheets that are set to a decimal comma.
pub fn spreadsheet_with_semicolons(scenario: &Scenario<'_>, imprint: &Imprint) -> String {
    written(scenario, imprint, &Marks::SEMICOLONS)
}

fn written(scenario: &Scenario<'_>, imprint: &Imprint, marks: &Marks) -> String {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let outcomes = scenario.now.outcomes.iter().enumerate();
    let mut lines: Vec<Line<'_>> =
        outcomes.map(|(tally, outcome)| of_result(scenario, tally, outcome)).collect();
    for part in &telling.outline {
        of_part(scenario, part, &mut lines);
    }
    let line = imprint.line(words, telling.rules.id(), &scenario.card.subject);
    lines.extend(Line::about(words, format!("{line} {}", summary::in_words(scenario)), imprint));
    marks.table(words, lines)
}

fn of_result<'a>(scenario: &Scenario<'a>, index: usize, outcome: &Outcome) -> Line<'a> {
    let telling = scenario.telling;
    let tally = telling.rules.tallies().get(index);
    let line = Line {
        line: telling.tally(index),
        points: outcome.figure().map(|figure| decimal(figure.shown)),
        of: if index == 0 { telling.most() } else { tally.and_then(|tally| tally.scale.of) }.map(decimal),
        published: telling.published_figure(scenario.card, index).map(decimal),
        basis: basis(scenario, telling.published_figure(scenario.card, index).is_some()),
        reason: telling.result(index, outcome),
        id: tally.map_or("", |tally| &tally.id),
        ..Line::default()
    };
    if index > 0 {
        return line;
    }
    let told = [
        Some(format!("{}: {}.", line.reason, scenario.changes())),
        Some(telling.published_in_words(scenario.card)),
        scenario.standing(),
    ];
    Line {
        title: format!("{}, {}", scenario.subject, telling.framework()),
        reason: told.into_iter().flatten().collect::<Vec<_>>().join(" "),
        id: &scenario.card.subject,
        ..line
    }
}

fn of_part<'a>(scenario: &Scenario<'a>, part: &'a Outline, lines: &mut Vec<Line<'a>>) {
    let telling = scenario.telling;
    let name = title(part);
    if let (Some(node), Some(_)) = (part.node, &part.title) {
        let score = scenario.now.score(node);
        let points = |points| score.applies().then(|| decimal(telling.rules.unit().fraction(points)));
        lines.push(Line {
            line: say::scenario::part(&telling.words),
            title: name.clone(),
            points: points(score.earned),
            of: points(score.possible),
            published: published(scenario, node),
            basis: basis(scenario, published(scenario, node).is_some()),
            reason: telling.points(score),
            id: part.id.as_deref().unwrap_or_default(),
            ..Line::default()
        });
    }
    let asked = part.questions.iter().flat_map(|question| question.asked.provisions(&telling.rules));
    lines.extend(asked.map(|provision| of_provision(scenario, &name, provision)));
    part.parts.iter().for_each(|part| of_part(scenario, part, lines));
}

/// What a figure rests on: as long as nothing is changed, it may be one that was printed.
fn basis(scenario: &Scenario<'_>, is_printed: bool) -> String {
    match is_printed && scenario.is_card() {
        true => Basis::Published.word(&scenario.telling.words),
        false => say::scenario::computed(&scenario.telling.words),
    }
}

/// The points of a part that the publisher printed.
fn published(scenario: &Scenario<'_>, node: NodeId) -> Option<String> {
    scenario.card.printed.iter().find_map(|printed| match *printed {
        Printed::Earned { node: of, points } if of == node => Some(decimal(points)),
        _ => None,
    })
}

fn of_provision<'a>(scenario: &Scenario<'a>, part: &str, provision: usize) -> Line<'a> {
    let telling = scenario.telling;
    let words = &telling.words;
    let found = telling.finding(&scenario.card.subject, provision);
    Line {
        line: say::spreadsheet::provision(words, &part),
        title: telling.label(provision).to_owned(),
        in_force: scenario.word(scenario.card.answers.answer(provision)),
        in_scenario: scenario.word(scenario.answers.answer(provision)),
        change: match () {
            () if scenario.added.contains(provision) => say::spreadsheet::added(words),
            () if scenario.removed.contains(provision) => say::spreadsheet::removed(words),
            () => String::new(),
        },
        finding: found.and_then(|found| found.finding.as_deref()).unwrap_or_default(),
        citation: found.and_then(|found| found.citation.clone()).unwrap_or_default(),
        finding_basis: found.and_then(|found| found.basis).map(|basis| basis.word(words)).unwrap_or_default(),
        id: telling.rules.provisions().get(provision).map_or("", String::as_str),
        ..Line::default()
    }
}

/// A plain decimal, whatever the language.
fn decimal(number: Fraction) -> String {
    number.in_decimals().to_string()
}
