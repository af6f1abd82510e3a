//! The sheet that goes on paper: a scenario as a page that can be handed out.

use crate::document::Document;
use crate::imprint::rest;
use crate::summary::result;
use crate::{
    Baseline, Difference, Evaluation, Explanation, Imprint, Provision, Scenario, Statement, evaluate,
};

/// The scenario with every reason and citation of what it changes, all sections, and all components.
pub fn sheet(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> Document {
    let mut document = Document::default();
    let difference = Difference::new(baseline, tree);
    result(&mut document, baseline, tree, &difference);
    sections(&mut document, baseline, tree);
    let is_baseline = tree.scenario.is_baseline();
    if !is_baseline {
        document.heading("What changes in the law");
        let added = difference.added.iter().map(|provision| change("Added", provision));
        let removed = difference.removed.iter().map(|provision| change("Removed", provision));
        document.list(added.chain(removed).collect());
        document.heading("Why these points");
        for score in tree.components().filter(|score| score.changed) {
            document.paragraph(format!("{} {}", score.component.id, score.component.title));
            let statements = Explanation::new(score).statements;
            // What the number rests on stands in the table below.
            let (first, rest) = statements.split_at(statements.len().min(1));
            let rest = rest.iter().filter(|statement| !statement.provisions.is_empty());
            document.list(first.iter().chain(rest).map(in_one_line).collect());
        }
    }
    document.heading("Every component");
    let card = evaluate(baseline, &Scenario::default());
    let components = card.components().zip(tree.components()).map(|(before, score)| {
        let component = &score.component;
        let mark = if score.changed { "* " } else { "" };
        vec![
            format!("{mark}{} {}", component.id, component.title),
            before.points.to_string(),
            score.points.to_string(),
            component.max.to_string(),
            score.basis().word().to_owned(),
        ]
    });
    let head = vec!["Component (* its law is changed)", "Card", "Here", "Of", "Points are"];
    document.table(head, components.collect());
    document.heading("What the figures rest on");
    document.paragraph(rest(baseline, is_baseline));
    let card = baseline.card();
    document.paragraph(format!("{} Source: {}, {}", card.year_note, card.source.title, card.source.address));
    document.paragraph(format!("Open this scenario: {}", imprint.link));
    document.paragraph(imprint.line(baseline));
    document
}

fn sections(document: &mut Document, baseline: &Baseline, tree: &Evaluation) {
    let section = |score: &crate::SectionScore| {
        let section = &score.section;
        let name = format!("{} {}", section.id, section.title);
        vec![name, section.published.to_string(), score.points.to_string(), section.max.to_string()]
    };
    let mut rows: Vec<_> = tree.sections.iter().map(section).collect();
    let (published, max) = (baseline.card().published.total, baseline.framework().max);
    rows.push(vec!["Total".to_owned(), published.to_string(), tree.total.to_string(), max.to_string()]);
    document.table(vec!["Section", "Published", "This scenario", "Of"], rows);
}

fn change(mark: &str, provision: &Provision) -> String {
    let law = &provision.law;
    let state = if law.in_law { "In law" } else { "Not in law" };
    let cited = if law.citations.is_empty() { String::new() } else { format!("{}. ", law.cited()) };
    let counts_in = provision.counts_in.join(", ");
    format!(
        "{mark}: {}. Today: {state}. {} {cited}({}) Counts in {counts_in}.",
        provision.label,
        law.finding,
        law.basis.word()
    )
}

fn in_one_line(statement: &Statement) -> String {
    let labels: Vec<&str> = statement.provisions.iter().map(|provision| provision.label.as_str()).collect();
    match labels.is_empty() {
        true => statement.text.clone(),
        false => format!("{} {}.", statement.text, labels.join("; ")),
    }
}
