//! Scenarios side by side, of one subject or of several under the same rules.

use crate::comparison::{Cell, Column, Comparison, Row};
use crate::exact::Fraction;
use crate::facts::Answer;
use crate::rules::{Evaluation, NodeId};
use crate::say;

use super::{Scenario, title};

/// Compares a card, which stands in the first column as it was published, with scenarios, each under its name. What
/// differs from the first column is marked.
pub fn compared(card: &Scenario<'_>, scenarios: &[(String, Scenario<'_>)]) -> Comparison {
    let telling = card.telling;
    let words = &telling.words;
    let published = Column { name: say::comparison::published_card(words), changes: card.subject.to_owned() };
    let columns = scenarios.iter().map(|(name, scenario)| {
        let changes = match scenario.card.subject == card.card.subject {
            true => scenario.changes(),
            // Whoever compares subjects must see whose law a column is.
            false => say::scenario::of_subject(words, &scenario.subject, &scenario.changes()),
        };
        Column { name: name.clone(), changes }
    });
    let all: Vec<&Evaluation> =
        std::iter::once(&card.before).chain(scenarios.iter().map(|(_, scenario)| &scenario.now)).collect();
    let results = (0..telling.rules.tallies().len())
        .map(|tally| row(telling.tally(tally), all.iter().map(|evaluation| result(card, tally, evaluation))));
    let parts = telling.parts().into_iter().filter(|(depth, ..)| *depth == 0);
    let parts = parts
        .map(|(_, node, part)| row(title(part), all.iter().map(|evaluation| points(card, node, evaluation))));
    Comparison {
        columns: std::iter::once(published).chain(columns).collect(),
        result: results.collect(),
        parts: say::framework::by_part(words),
        sections: parts.collect(),
        provisions: provisions(card, scenarios),
    }
}

fn result(card: &Scenario<'_>, tally: usize, evaluation: &Evaluation) -> Cell {
    let text = evaluation.outcomes.get(tally).map(|outcome| card.telling.result(tally, outcome));
    Cell {
        text: text.unwrap_or_default(),
        rank: evaluation.figure(tally).map(|figure| figure.exact),
        differs: evaluation.outcomes.get(tally) != card.before.outcomes.get(tally),
    }
}

fn points(card: &Scenario<'_>, node: NodeId, evaluation: &Evaluation) -> Cell {
    let (score, before) = (evaluation.score(node), card.before.score(node));
    Cell {
        text: card.telling.points(score),
        rank: score.applies().then(|| card.telling.rules.unit().fraction(score.earned)),
        differs: (score.earned, score.possible, score.applies())
            != (before.earned, before.possible, before.applies()),
    }
}

/// The provisions that are not the same in all columns.
fn provisions(card: &Scenario<'_>, scenarios: &[(String, Scenario<'_>)]) -> Vec<Row> {
    let telling = card.telling;
    let all =
        || std::iter::once(&card.card.answers).chain(scenarios.iter().map(|(_, scenario)| scenario.answers));
    let differing = (0..telling.rules.provisions().len()).filter(|provision| {
        let published = card.card.answers.answer(*provision);
        all().any(|answers| answers.answer(*provision) != published)
    });
    let rows = differing.map(|provision| {
        let published = card.card.answers.answer(provision);
        let cell = |answer: Answer| Cell {
            text: card.word(answer),
            rank: match answer {
                Answer::Yes => Some(Fraction::ONE),
                Answer::No => Some(Fraction::ZERO),
                Answer::Unknown | Answer::NotApplicable => None,
            },
            differs: answer != published,
        };
        row(telling.label(provision).to_owned(), all().map(|answers| cell(answers.answer(provision))))
    });
    rows.collect()
}

fn row(name: String, cells: impl Iterator<Item = Cell>) -> Row {
    Row { name, cells: cells.collect() }
}
