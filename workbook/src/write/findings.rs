//! Findings on the law of each of several subjects, as a sheet of their own.

use scoring::cards::{Card, Finding};

use super::pages::{choice, number, text};
use super::{Contents, Page};
use crate::Kind;
use crate::kind::{BASIS, CITATION, FINDING, PROVISION, WHOSE, YEAR};
use crate::layout::choices::{self, BASES};

/// The sheet, in the order of the cards and of their provisions; nothing where there are no such findings.
pub(super) fn page(contents: &Contents<'_>) -> Option<Page> {
    let columns = vec![
        text(&WHOSE),
        number(&YEAR),
        text(&PROVISION),
        text(&FINDING),
        text(&CITATION),
        choice(&BASIS, BASES),
    ];
    let row = |card: &Card, id: &String, found: &Finding| {
        let Finding { finding, citation, basis } = found.clone();
        vec![
            card.subject.clone(),
            card.year.map(|year| year.to_string()).unwrap_or_default(),
            id.clone(),
            finding.unwrap_or_default(),
            citation.unwrap_or_default(),
            basis.map(|basis| choices::name(&basis)).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = each(contents).map(|(card, id, found)| row(card, id, found)).collect();
    (!rows.is_empty()).then(|| Page { kind: Kind::Findings, columns, rows }.without_empty_columns(1))
}

/// All such findings, each with its card and its provision.
pub(crate) fn each<'a>(contents: &Contents<'a>) -> impl Iterator<Item = (&'a Card, &'a String, &'a Finding)> {
    let Contents { cards, rules, subject_findings, .. } = *contents;
    cards.iter().flat_map(move |card| {
        let of_card = subject_findings.get(&(card.subject.clone(), card.year));
        let of_provision = move |id| Some((card, id, of_card?.get(id)?));
        rules.provisions().iter().filter_map(of_provision)
    })
}
