//! A scenario in words, for a reporter to paste.

use std::sync::Arc;

use crate::document::Document;
use crate::imprint::rest;
use crate::{Baseline, Difference, Evaluation, Headline, Imprint, Points, Provision, certainty};

/// The scenario in plain words: what changes in the law, which points move, the result, what it rests on,
/// and the link.
pub fn summary(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> Document {
    let mut document = Document::default();
    let difference = Difference::new(baseline, tree);
    result(&mut document, baseline, tree, &difference);
    let is_baseline = tree.scenario.is_baseline();
    if !is_baseline {
        let Difference { added, removed, sections, components } = difference;
        document.heading("What changes in the law");
        document.list([named("Added", &added), named("Removed", &removed)].concat());
        document.heading("Which points move");
        let mut lines = Vec::new();
        for moved in components {
            let component = &moved.after.component;
            let what = format!("{} {}", component.id, component.title);
            lines.push(line(&what, moved.before, moved.after.points, component.max));
        }
        for moved in sections {
            let section = &moved.after.section;
            let what = format!("Section {}, {}", section.id, section.title);
            lines.push(line(&what, moved.before, moved.after.points, section.max));
        }
        if lines.is_empty() {
            document.paragraph("None. Under these rules the changes earn nothing and cost nothing.");
        }
        document.list(lines);
    }
    document.heading("What the figures rest on");
    document.paragraph(rest(baseline, is_baseline));
    document.paragraph(format!("Open this scenario: {}", imprint.link));
    document.paragraph(imprint.line(baseline));
    document
}

/// Title and first paragraphs: the result, against what was published, and how sure it is.
pub(crate) fn result(
    document: &mut Document,
    baseline: &Baseline,
    tree: &Evaluation,
    difference: &Difference,
) {
    let Headline { total, max, grade, .. } = Headline::new(baseline, tree);
    let (state, rules) = (&baseline.card().jurisdiction, &baseline.framework().title);
    let published = &baseline.card().published;
    if tree.scenario.is_baseline() {
        document.title(format!("{state}: {total} of {max}, grade {grade}"));
        document.paragraph(format!(
            "{state}’s law earns {total} of {max} points under the {rules}, grade {grade}, as published. \
             Nothing is changed in this scenario."
        ));
        return;
    }
    document.title(match published.grade == grade {
        true => format!("{state}: still grade {grade}, {total} of {max}"),
        false => format!("{state}: from grade {} to grade {grade}", published.grade),
    });
    document.paragraph(format!(
        "With {}, {state}’s law would earn {total} of {max} points under the {rules}, grade {grade}. \
         The published report card gives {}, grade {}.",
        difference.in_words(),
        published.total,
        published.grade
    ));
    if let Some(certainty) = certainty(baseline, tree) {
        document.paragraph(certainty.in_words(tree));
    }
}

fn named(mark: &str, provisions: &[Arc<Provision>]) -> Vec<String> {
    provisions.iter().map(|provision| format!("{mark}: {}.", provision.label)).collect()
}

fn line(what: &str, before: Points, after: Points, max: Points) -> String {
    format!("{what}: from {before} to {after} of {max}.")
}
