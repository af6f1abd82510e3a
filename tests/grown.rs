//! A card many times over, for measurements.

use scoring::data::{Card, Component, Framework, Section};
use scoring::{Baseline, Words};

/// A provision that two components of the card share. Here its second component needs that of the copy
/// before, so that all copies hang together.
const LINK: &str = "trafficking-law-reaches-buyers";

/// This framework and card `times` over, as one framework of so many times the size in which
/// each copy shares a provision with the next.
pub fn grown(framework: &Framework, card: &Card, times: usize) -> Baseline {
    let (framework, card) = grown_files(framework, card, times);
    Baseline::new(framework, card, Words::english()).expect("copies of what is right are right")
}

/// The same as files.
pub fn grown_files(framework: &Framework, card: &Card, times: usize) -> (Framework, Card) {
    let larger = |points: scoring::Points| (0..times).map(|_| points).sum();
    let mut large = Framework {
        id: format!("grown-{times}"),
        max: larger(framework.max),
        provisions: Vec::new(),
        sections: Vec::new(),
        ..framework.clone()
    };
    for band in &mut large.bands {
        band.from = larger(band.from);
    }
    let mut large_card = Card { framework: large.id.clone(), provisions: Vec::new(), ..card.clone() };
    large_card.published.total = larger(card.published.total);
    large_card.published.sections.clear();
    large_card.notes.clear();
    for copy in 0..times {
        let name = |id: &str, copy: usize| format!("{id}-{copy}");
        for provision in &framework.provisions {
            let mut provision = provision.clone();
            provision.id = name(&provision.id, copy);
            large.provisions.push(provision);
        }
        for finding in &card.provisions {
            let mut finding = finding.clone();
            finding.id = name(&finding.id, copy);
            large_card.provisions.push(finding);
        }
        for section in &framework.sections {
            let components = section.components.iter().map(|component| {
                let mut component = component.clone();
                let linked = component.id == "5.1" && copy > 0;
                for need in component.rungs.iter_mut().flat_map(|rung| &mut rung.needs) {
                    *need = name(need, if linked && need == LINK { copy - 1 } else { copy });
                }
                Component { id: format!("{copy}.{}", component.id), ..component }
            });
            let components = components.collect();
            large.sections.push(Section {
                id: format!("{copy}-{}", section.id),
                components,
                ..section.clone()
            });
        }
        for section in &card.published.sections {
            let mut section = section.clone();
            section.id = format!("{copy}-{}", section.id);
            large_card.published.sections.push(section);
        }
    }
    (large, large_card)
}
