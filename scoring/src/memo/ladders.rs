//! The memo about a scenario of a card of ladders.

use crate::evaluation::Evaluation;
use crate::imprint::basis_in_words;
use crate::summary::title;
use crate::{Baseline, Difference, Imprint, Points, Provision, Words, certainty, say};

use super::{Memo, Wanted};

/// The memo about a scenario. Such a card has no others beside it, so nothing is said of them.
pub fn memo(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> Memo {
    let (words, card, framework) = (baseline.words(), baseline.card(), baseline.framework());
    let Difference { added, removed, sections, components } = Difference::new(baseline, tree);
    let result = |total: Points, grade: &String| say::memo::result(words, &total, &framework.max, grade);
    let before = result(card.published.total, &card.published.grade);
    let after = result(tree.total, &tree.band.grade);
    let moved = |name: String, before: Points, after: Points, max: Points| {
        [name, say::points::of_max(words, &before, &max), say::points::of_max(words, &after, &max)]
    };
    let (was, is) = (&card.published, &tree.band);
    let mut figures = vec![
        moved(say::sheet::total(words), was.total, tree.total, framework.max),
        [say::comparison::grade(words), was.grade.clone(), is.grade.clone()],
    ];
    figures.extend(sections.iter().map(|of| {
        let section = &of.after.section;
        let name = say::summary::section(words, &section.id, &section.title);
        moved(name, of.before, of.after.points, section.max)
    }));
    figures.extend(components.iter().map(|of| {
        let component = &of.after.component;
        let name = format!("{} {}", component.id, component.title);
        moved(name, of.before, of.after.points, component.max)
    }));
    let sure = certainty(baseline, tree).map(|certainty| certainty.in_words(words, tree));
    let source = say::sheet::source(words, &card.source.title, &card.source.address);
    Memo {
        title: title(baseline, tree),
        subject: card.jurisdiction.clone(),
        framework: framework.title.clone(),
        publisher: framework.publisher.clone(),
        year: card.year.to_string(),
        before,
        after,
        added: added.iter().map(|provision| wanted(words, provision)).collect(),
        removed: removed.iter().map(|provision| wanted(words, provision)).collect(),
        figures,
        certain: sure.into_iter().chain([basis_in_words(baseline, false)]).collect(),
        sources: vec![format!("{} {source}", card.year_note), imprint.of_card(baseline)],
        opens: imprint.opens(words),
        date: imprint.date.clone(),
    }
}

fn wanted(words: &Words, provision: &Provision) -> Wanted {
    let law = &provision.law;
    Wanted {
        label: provision.label.clone(),
        today: Some(say::memo::today(
            words,
            &format!("{} ({}).", law.finding.trim_end_matches('.'), law.basis.word(words)),
        )),
        law: (!law.citations.is_empty()).then(|| law.cited_in_full(words)),
        others: None,
    }
}
