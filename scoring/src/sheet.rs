//! The sheet that goes on paper: a scenario as a page that can be handed out.

use crate::document::Document;
use crate::imprint::basis_in_words;
use crate::summary::result;
use crate::{
    Baseline, Difference, Evaluation, Explanation, Imprint, Points, Provision, Scenario, Statement, Words,
    evaluate, say,
};

/// The scenario with every reason and citation of what it changes, all sections, and all components.
pub fn sheet(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> Document {
    let words = baseline.words();
    let mut document = Document::default();
    let difference = Difference::new(baseline, tree);
    result(&mut document, baseline, tree, &difference);
    sections(&mut document, baseline, tree);
    let is_baseline = tree.scenario.is_baseline();
    if !is_baseline {
        document.heading(say::summary::changes(words));
        let added = difference.added.iter().map(|provision| change(words, provision));
        let removed = difference.removed.iter().map(|provision| change(words, provision));
        document.list(added.chain(removed).collect());
        document.heading(say::sheet::why(words));
        for score in tree.components().filter(|score| score.changed()) {
            document.paragraph(format!("{} {}", score.component.id, score.component.title));
            let statements = Explanation::new(words, score).statements;
            // What the number rests on stands in the table below.
            let (first, rest) = statements.split_at(statements.len().min(1));
            let rest = rest.iter().filter(|statement| !statement.provisions.is_empty());
            document.list(first.iter().chain(rest).map(in_one_line).collect());
        }
    }
    document.heading(say::sheet::components(words));
    let card = evaluate(baseline, &Scenario::default());
    let components = card.components().zip(tree.components()).map(|(before, score)| {
        let component = &score.component;
        let mark = if score.changed() { "* " } else { "" };
        vec![
            format!("{mark}{} {}", component.id, component.title),
            words.number(&before.points),
            words.number(&score.points),
            words.number(&component.max),
            score.basis().word(words),
        ]
    });
    let head = vec![
        say::sheet::component(words),
        say::sheet::card(words),
        say::sheet::here(words),
        say::sheet::of(words),
        say::sheet::points_are(words),
    ];
    document.table(head, components.collect());
    document.heading(say::summary::rest(words));
    document.paragraph(basis_in_words(baseline, is_baseline));
    let card = baseline.card();
    let source = say::sheet::source(words, &card.source.title, &card.source.address);
    document.paragraph(format!("{} {source}", card.year_note));
    document.paragraph(imprint.opens(words));
    document.paragraph(imprint.of_card(baseline));
    document
}

fn sections(document: &mut Document, baseline: &Baseline, tree: &Evaluation) {
    let words = baseline.words();
    let number = |points: Points| words.number(&points);
    let section = |score: &crate::SectionScore| {
        let section = &score.section;
        let name = format!("{} {}", section.id, section.title);
        vec![name, number(section.published), number(score.points), number(section.max)]
    };
    let mut rows: Vec<_> = tree.sections.iter().map(section).collect();
    let (published, max) = (baseline.card().published.total, baseline.framework().max);
    rows.push(vec![say::sheet::total(words), number(published), number(tree.total), number(max)]);
    let head = vec![
        say::sheet::section(words),
        say::sheet::published(words),
        say::sheet::this_scenario(words),
        say::sheet::of(words),
    ];
    document.table(head, rows);
}

/// What is changed, what the law says today and what that rests on, and where it counts.
fn change(words: &Words, provision: &Provision) -> String {
    let law = &provision.law;
    let changed = if law.in_law { say::sheet::removed } else { say::sheet::added };
    let mut sentences = vec![changed(words, &provision.label), law.finding.clone()];
    if !law.citations.is_empty() {
        sentences.push(format!("{}.", law.cited_in_full(words)));
    }
    sentences.push(format!("({})", law.basis.word(words)));
    sentences.push(say::sheet::counts_in(words, &provision.counts_in.join(", ")));
    sentences.join(" ")
}

fn in_one_line(statement: &Statement) -> String {
    let labels: Vec<&str> = statement.provisions.iter().map(|provision| provision.label.as_str()).collect();
    match labels.is_empty() {
        true => statement.text.clone(),
        false => format!("{} {}.", statement.text, labels.join("; ")),
    }
}
