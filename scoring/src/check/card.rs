//! What a card must fulfil, given its framework.

use super::{File, Findings, Mistake, Path, Problem};
use crate::data::{Basis, Card, Framework};
use crate::indices::indices;
use crate::rules::reached;

/// Every mistake in a card. A card of another framework is told once; nothing else in it can be judged.
pub(super) fn check(framework: &Framework, card: &Card) -> Vec<Problem> {
    let mut found = Findings::new(File::Card);
    let file = Path::FILE;
    found.id(file.field("id"), &card.id);
    if card.framework != framework.id {
        let mistake =
            Mistake::OtherFramework { expected: framework.id.clone(), found: card.framework.clone() };
        found.add(file.field("framework"), mistake);
        return found.problems;
    }
    found.text(file.field("jurisdiction"), &card.jurisdiction);
    found.text(file.field("yearNote"), &card.year_note);
    let source = file.field("source");
    found.text(source.field("title"), &card.source.title);
    found.text(source.field("address"), &card.source.address);
    findings(framework, card, &mut found);
    published(framework, card, &mut found);
    notes(framework, card, &mut found);
    found.problems
}

fn findings(framework: &Framework, card: &Card, found: &mut Findings) {
    let known = indices(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    let all = indices(&mut card.provisions.iter().map(|finding| finding.id.as_str()));
    for (index, finding) in card.provisions.iter().enumerate() {
        let path = Path::FILE.item("provisions", index);
        found.known(path.field("id"), &finding.id, &known, "provisions");
        found.first(path.field("id"), &finding.id, index, &all);
        found.text(path.field("finding"), &finding.finding);
        for (index, citation) in finding.citations.iter().enumerate() {
            let path = path.item("citations", index);
            found.text(path.field("text"), &citation.text);
            if citation.address.as_ref().is_some_and(|address| !address.starts_with("https://")) {
                found.add(path.field("address"), Mistake::Missing("an address that begins with “https://”"));
            }
        }
        if finding.basis == Basis::Statute && finding.citations.iter().all(|citation| citation.unconfirmed) {
            found.add(
                path.field("citations"),
                Mistake::Missing("a confirmed citation, because the basis is “statute”"),
            );
        }
    }
    for provision in framework.provisions.iter().filter(|provision| !all.contains_key(provision.id.as_str()))
    {
        found.add(Path::FILE.field("provisions"), Mistake::NoFinding(provision.id.clone()));
    }
}

fn published(framework: &Framework, card: &Card, found: &mut Findings) {
    let published = &card.published;
    let figures = Path::FILE.field("published");
    let known = indices(&mut framework.sections.iter().map(|section| section.id.as_str()));
    let all = indices(&mut published.sections.iter().map(|section| section.id.as_str()));
    for (index, printed) in published.sections.iter().enumerate() {
        let path = figures.item("sections", index);
        found.known(path.field("id"), &printed.id, &known, "sections");
        found.first(path.field("id"), &printed.id, index, &all);
        let section = known.get(printed.id.as_str()).and_then(|&index| framework.sections.get(index));
        if let Some(section) = section {
            found.at_most(path.field("points"), printed.points, section.max, "section", &section.id);
        }
    }
    for section in framework.sections.iter().filter(|section| !all.contains_key(section.id.as_str())) {
        found.add(figures.field("sections"), Mistake::NoPublishedSection(section.id.clone()));
    }

    let total = published.total;
    let sum = published.sections.iter().map(|section| section.points).sum();
    found.sum(figures.field("total"), total, "published sections", sum);
    let band = reached(&framework.bands, |band| total >= band.from);
    if let Some(band) = band.filter(|band| band.grade != published.grade) {
        let (expected, printed) = (band.grade.clone(), published.grade.clone());
        found.add(figures.field("grade"), Mistake::WrongGrade { total, expected, found: printed });
    }
}

fn notes(framework: &Framework, card: &Card, found: &mut Findings) {
    let components = framework.sections.iter().flat_map(|section| &section.components);
    let known = indices(&mut components.map(|component| component.id.as_str()));
    let all = indices(&mut card.notes.iter().map(|note| note.component.as_str()));
    for (index, note) in card.notes.iter().enumerate() {
        let path = Path::FILE.item("notes", index);
        found.known(path.field("component"), &note.component, &known, "components");
        found.first(path.field("component"), &note.component, index, &all);
        found.text(path.field("text"), &note.text);
    }
}
