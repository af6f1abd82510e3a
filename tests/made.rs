//! Small frameworks and cards made by chance, with provisions that components share.

use proptest::prelude::*;
use scoring::data::{
    Band, Basis, Card, Component, Finding, Framework, Provision, Published, PublishedSection, Rung, Section,
    Source,
};
use scoring::{Baseline, Points, Words};

/// How many provisions the made components choose from.
const POOL: usize = 9;

/// A component as it is made: its maximum in steps, the provisions that fill it, and lower rungs as the
/// share of those provisions (a bit each) and of the points.
type Made = (i32, Vec<usize>, Vec<(u8, i32)>);

fn component() -> impl Strategy<Value = Made> {
    let provisions = proptest::sample::subsequence((0..POOL).collect::<Vec<_>>(), 1..=4);
    (1..=5i32, provisions, proptest::collection::vec((1..15u8, 1..5i32), 0..3))
}

/// A framework of one to three sections with a card of it; what is published is what it earns.
pub fn baseline() -> impl Strategy<Value = Baseline> {
    let sections = proptest::collection::vec(proptest::collection::vec(component(), 1..=4), 1..=3);
    (sections, proptest::collection::vec(any::<bool>(), POOL))
        .prop_map(|(sections, in_law)| join(&sections, &in_law))
}

fn join(sections: &[Vec<Made>], in_law: &[bool]) -> Baseline {
    let half = |steps: i32| Points::from_quarters(2 * steps);
    let id = |place: usize| format!("p{place}");
    let mut used = [false; POOL];
    let sections: Vec<Section> = (1..)
        .zip(sections)
        .map(|(number, made)| {
            let components = (1..).zip(made).map(|(place, (max, needs, lower))| {
                needs.iter().for_each(|&need| used[need] = true);
                let mut rungs = vec![(needs.clone(), *max)];
                for (share, points) in lower {
                    let some: Vec<usize> =
                        (0..).zip(needs).filter(|(bit, _)| share >> bit & 1 == 1).map(|(_, n)| *n).collect();
                    if !some.is_empty() && points < max {
                        rungs.push((some, *points));
                    }
                }
                let rungs = rungs.into_iter().map(|(needs, points)| Rung {
                    points: half(points),
                    needs: needs.into_iter().map(id).collect(),
                    basis: Basis::Reconstructed,
                });
                Component {
                    id: format!("{number}.{place}"),
                    title: "made".to_owned(),
                    max: half(*max),
                    basis: Basis::Reconstructed,
                    rungs: rungs.collect(),
                }
            });
            let components: Vec<Component> = components.collect();
            Section {
                id: number.to_string(),
                title: "made".to_owned(),
                short: "made".to_owned(),
                max: components.iter().map(|component| component.max).sum(),
                components,
            }
        })
        .collect();
    let max: Points = sections.iter().map(|section| section.max).sum();
    let bands = [("A", 3), ("B", 2), ("C", 1), ("F", 0)];
    let bands = bands.map(|(grade, quarter)| Band {
        grade: grade.to_owned(),
        from: Points::from_quarters(max.quarters() * quarter / 4 + quarter),
    });
    let provisions: Vec<usize> = (0..POOL).filter(|&place| used[place]).collect();
    let holds = |need: &String| in_law[need[1..].parse::<usize>().expect("made ids are numbers")];
    let earned = |component: &Component| {
        let satisfied = component.rungs.iter().filter(|rung| rung.needs.iter().all(holds));
        satisfied.map(|rung| rung.points).max().unwrap_or_default()
    };
    let published: Vec<PublishedSection> = sections
        .iter()
        .map(|section| PublishedSection {
            id: section.id.clone(),
            points: section.components.iter().map(earned).sum(),
        })
        .collect();
    let total: Points = published.iter().map(|section| section.points).sum();
    let grade = bands.iter().find(|band| total >= band.from).unwrap_or(&bands[3]).grade.clone();
    let card = Card {
        id: "made".to_owned(),
        framework: "made".to_owned(),
        jurisdiction: "Nowhere".to_owned(),
        year: 2019,
        year_note: "made".to_owned(),
        source: Source { title: "made".to_owned(), address: "https://example.org".to_owned() },
        published: Published { total, grade, sections: published },
        provisions: provisions
            .iter()
            .map(|&place| Finding {
                id: id(place),
                in_law: in_law[place],
                basis: Basis::Published,
                finding: "made".to_owned(),
                citations: Vec::new(),
            })
            .collect(),
        notes: Vec::new(),
    };
    let framework = Framework {
        id: "made".to_owned(),
        title: "Made".to_owned(),
        year: 2019,
        edition: 1,
        publisher: "Nobody".to_owned(),
        about: "made".to_owned(),
        step: half(1),
        max,
        bands: bands.to_vec(),
        provisions: provisions.iter().map(|&place| Provision { id: id(place), label: id(place) }).collect(),
        sections,
        earlier: Vec::new(),
    };
    Baseline::new(framework, card, Words::english()).expect("what is made is right")
}
