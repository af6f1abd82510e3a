//! A card written out to be read: what it comes to, and every answer under the part that asks for it.

use crate::document::Document;
use crate::facts::Answer;
use crate::rules::{Outline, Question};
use crate::say;

use super::{Scenario, summary, title};

/// The scenario with all results, and for each part its points and answers, ending in what the figures rest on.
pub fn written(scenario: &Scenario<'_>) -> Document {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let mut document = Document::default();
    document.title(say::scenario::title(words, &scenario.subject, &scenario.result()));
    document.paragraph(lead(scenario));
    if telling.rules.tallies().len() > 1 {
        document.heading(say::scenario::results(words));
        let results = scenario.now.outcomes.iter().enumerate();
        let row = |(tally, outcome)| vec![telling.tally(tally), telling.result(tally, outcome)];
        document
            .table(vec![say::framework::result(words), say::sheet::card(words)], results.map(row).collect());
    }
    for part in &telling.outline {
        add_part(&mut document, scenario, part);
    }
    document.heading(say::summary::rest(words));
    document.paragraph(summary::in_words(scenario));
    document
}

/// The result, what was printed, and the rank.
fn lead(scenario: &Scenario<'_>) -> String {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let result = say::written::lead(words, &scenario.subject, &telling.framework(), &scenario.result());
    let mut sentences = vec![result, telling.published_in_words(scenario.card)];
    if let Some(rank) = scenario.rank(&scenario.now) {
        sentences.push(say::written::rank(words, &rank.rank, &rank.of));
        sentences.extend((rank.tied > 0).then(|| say::written::tied(words, &rank.tied)));
    }
    sentences.join(" ")
}

fn add_part(document: &mut Document, scenario: &Scenario<'_>, part: &Outline) {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let points = part.node.map(|node| telling.points(scenario.now.score(node)));
    match (&part.title, points) {
        (Some(_), Some(points)) => document.heading(say::written::part(words, &title(part), &points)),
        (Some(_), None) => document.heading(title(part)),
        (None, _) => document.heading(say::written::rest(words)),
    }
    if !part.questions.is_empty() {
        let head = vec![say::written::question(words), say::written::answer(words)];
        document.table(head, part.questions.iter().flat_map(|question| rows(scenario, question)).collect());
    }
    part.parts.iter().for_each(|part| add_part(document, scenario, part));
}

/// A row for a provision; for a group one for each member, so that a reader sees what the others would be.
fn rows(scenario: &Scenario<'_>, question: &Question) -> Vec<Vec<String>> {
    let telling = scenario.telling;
    let counts = question.node.is_none_or(|node| scenario.now.score(node).applies());
    let row = |provision: usize| {
        // What another answer leaves without a meaning has none on the card either.
        let answer = if counts { scenario.answers.answer(provision) } else { Answer::NotApplicable };
        vec![telling.label(provision).to_owned(), scenario.word(answer)]
    };
    question.asked.provisions(&telling.rules).into_iter().map(row).collect()
}
