//! A scenario in words, for a reporter to paste.

use crate::document::Document;
use crate::{Imprint, ProvisionSet, Words, say};

use super::{Scenario, title};

/// The scenario in plain words: what changes, which results and parts move, what it rests on, and the link.
pub fn summary(scenario: &Scenario<'_>, imprint: &Imprint) -> Document {
    let words = &scenario.telling.words;
    let mut document = Document::default();
    result(&mut document, scenario);
    if !scenario.is_card() {
        changes(&mut document, scenario, |_| None);
        document.heading(say::summary::moves(words));
        let moved = moved(scenario);
        if moved.is_empty() {
            document.paragraph(say::summary::no_moves(words));
        }
        let line = |[what, before, now]: &[String; 3]| say::scenario::moved(words, what, before, now);
        document.list(moved.iter().map(line).collect());
    }
    basis(&mut document, scenario, imprint);
    document
}

/// The title of what is told of changed answers: the result before and now.
pub(super) fn title_of_changes(scenario: &Scenario<'_>) -> String {
    let (words, subject) = (&scenario.telling.words, &scenario.subject);
    let (before, now) = (scenario.result_of(&scenario.before), scenario.result());
    match before == now {
        true => say::scenario::title_same(words, subject, &now),
        false => say::scenario::title_changed(words, subject, &before, &now),
    }
}

/// Title and first paragraph: the result, against the card and what was printed, and the rank.
pub(super) fn result(document: &mut Document, scenario: &Scenario<'_>) {
    let (telling, subject) = (scenario.telling, &scenario.subject);
    let words = &telling.words;
    let (before, now) = (scenario.result_of(&scenario.before), scenario.result());
    let framework = telling.framework();
    let first = if scenario.is_card() {
        document.title(say::scenario::title(words, subject, &now));
        say::scenario::card(words, subject, &framework, &now)
    } else {
        document.title(title_of_changes(scenario));
        say::scenario::result(words, subject, &scenario.changes(), &framework, &now, &before)
    };
    let lines = [Some(first), Some(telling.published_in_words(scenario.card)), scenario.standing()];
    document.paragraph(lines.into_iter().flatten().collect::<Vec<_>>().join(" "));
}

/// What is changed, a line for each provision, with what there is to say besides.
pub(super) fn changes(
    document: &mut Document,
    scenario: &Scenario<'_>,
    besides: impl Fn(usize) -> Option<String>,
) {
    let words = &scenario.telling.words;
    let lines = |provisions: &ProvisionSet, says: fn(&Words, &dyn crate::Filling) -> String| -> Vec<String> {
        let line = |provision| {
            let said = says(words, &scenario.telling.label(provision));
            besides(provision).map_or(said.clone(), |besides| format!("{said} {besides}"))
        };
        provisions.iter().map(line).collect()
    };
    document.heading(say::scenario::changes(words));
    let mut all = lines(&scenario.added, say::summary::added);
    all.extend(lines(&scenario.removed, say::summary::removed));
    document.list(all);
}

/// The parts and the further results that are another than on the card: what each is called, before and now.
pub(super) fn moved(scenario: &Scenario<'_>) -> Vec<[String; 3]> {
    let telling = scenario.telling;
    let parts = telling.parts().into_iter().map(|(_, node, part)| {
        let points = |evaluation: &crate::rules::Evaluation| telling.points(evaluation.score(node));
        [title(part), points(&scenario.before), points(&scenario.now)]
    });
    let outcomes = scenario.before.outcomes.iter().zip(&scenario.now.outcomes).enumerate().skip(1);
    let results = outcomes.map(|(tally, (before, now))| {
        let name = say::scenario::result_named(&telling.words, &telling.tally(tally));
        [name, telling.result(tally, before), telling.result(tally, now)]
    });
    parts.chain(results).filter(|[_, before, now]| before != now).collect()
}

/// What the figures rest on, where they come from, and where the scenario opens again.
pub(super) fn basis(document: &mut Document, scenario: &Scenario<'_>, imprint: &Imprint) {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    document.heading(say::summary::rest(words));
    document.paragraph(in_words(scenario));
    if let Some(source) = &telling.file.source {
        let address = source.address.as_deref().unwrap_or_default();
        document.paragraph(say::sheet::source(words, &source.title, &address));
        document.paragraph(source.ours.clone());
    }
    document.paragraph(imprint.opens(words));
    document.paragraph(imprint.line(words, telling.rules.id(), &scenario.card.subject));
}

/// What is published, what is not, and by whom, in sentences.
pub(super) fn in_words(scenario: &Scenario<'_>) -> String {
    let (words, publisher) = (&scenario.telling.words, &scenario.telling.file.publisher);
    let mut sentences = vec![say::scenario::rests_on(words, publisher)];
    if !scenario.is_card() {
        sentences.push(say::scenario::changes_are(words));
    }
    sentences.push(say::scenario::independent(words));
    sentences.join(" ")
}
