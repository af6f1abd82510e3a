//! A scenario in words, for a reporter to paste.

use crate::document::Document;
use crate::imprint::basis_in_words;
use crate::{Baseline, Difference, Evaluation, Headline, Imprint, certainty, say};

/// The scenario in plain words: what changes in the law, which points move, the result, what it rests on,
/// and the link.
pub fn summary(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> Document {
    let words = baseline.words();
    let mut document = Document::default();
    let difference = Difference::new(baseline, tree);
    result(&mut document, baseline, tree, &difference);
    let is_baseline = tree.scenario.is_baseline();
    if !is_baseline {
        let Difference { added, removed, sections, components } = difference;
        document.heading(say::summary::changes(words));
        let added = added.iter().map(|provision| say::summary::added(words, &provision.label));
        let removed = removed.iter().map(|provision| say::summary::removed(words, &provision.label));
        document.list(added.chain(removed).collect());
        document.heading(say::summary::moves(words));
        let mut lines = Vec::new();
        for moved in components {
            let component = &moved.after.component;
            let what = format!("{} {}", component.id, component.title);
            lines.push(say::summary::moved(words, &what, &moved.before, &moved.after.points, &component.max));
        }
        for moved in sections {
            let section = &moved.after.section;
            let what = say::summary::section(words, &section.id, &section.title);
            lines.push(say::summary::moved(words, &what, &moved.before, &moved.after.points, &section.max));
        }
        if lines.is_empty() {
            document.paragraph(say::summary::no_moves(words));
        }
        document.list(lines);
    }
    document.heading(say::summary::rest(words));
    document.paragraph(basis_in_words(baseline, is_baseline));
    document.paragraph(imprint.opens(words));
    document.paragraph(imprint.of_card(baseline));
    document
}

/// The title of what is told of changed law: the grade, or the points where it stays.
pub(crate) fn title(baseline: &Baseline, tree: &Evaluation) -> String {
    let (words, card) = (baseline.words(), baseline.card());
    let Headline { total, max, grade, .. } = &Headline::new(baseline, tree);
    match card.published.grade == *grade {
        true => say::summary::title_same_grade(words, &card.jurisdiction, grade, total, max),
        false => say::summary::title_other_grade(words, &card.jurisdiction, &card.published.grade, grade),
    }
}

/// Title and first paragraphs: the result, against what was published, and how sure it is.
pub(crate) fn result(
    document: &mut Document,
    baseline: &Baseline,
    tree: &Evaluation,
    difference: &Difference,
) {
    let words = baseline.words();
    let Headline { total, max, grade, .. } = &Headline::new(baseline, tree);
    let (state, framework) = (&baseline.card().jurisdiction, &baseline.framework().title);
    let published = &baseline.card().published;
    if tree.scenario.is_baseline() {
        document.title(say::summary::title_of_card(words, state, total, max, grade));
        return document.paragraph(say::summary::card(words, state, total, max, framework, grade));
    }
    document.title(title(baseline, tree));
    let changes = difference.in_words(words);
    document.paragraph(say::summary::result(
        words,
        &changes,
        state,
        total,
        max,
        framework,
        grade,
        &published.total,
        &published.grade,
    ));
    if let Some(certainty) = certainty(baseline, tree) {
        document.paragraph(certainty.in_words(words, tree));
    }
}
