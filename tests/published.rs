//! What is published: Connecticut's card, and totals with the letters that they got.
#![allow(missing_docs, clippy::expect_used)]

use lawgrade_tests::{card, connecticut, framework, scenario};
use scoring::{Baseline, Points, ProvisionSet, Scenario, Status, Words, evaluate};

fn points(decimal: f64) -> Points {
    Points::from_decimal(decimal).expect("a table holds points")
}

/// The printed card (seed/connecticut-report-card.txt): points, maximum.
const PRINTED: [(&str, f64, f64); 6] = [
    ("1", 10.0, 10.0),
    ("2", 16.5, 25.0),
    ("3", 14.5, 15.0),
    ("4", 5.0, 10.0),
    ("5", 20.5, 27.5),
    ("6", 12.5, 15.0),
];

#[test]
fn connecticut_earns_what_its_card_prints() {
    let tree = evaluate(&connecticut(), &Scenario::default());
    let sections: Vec<_> = tree
        .sections
        .iter()
        .map(|score| (score.section.id.as_str(), score.points, score.section.max))
        .collect();
    let printed: Vec<_> =
        PRINTED.iter().map(|&(id, earned, max)| (id, points(earned), points(max))).collect();
    assert_eq!(sections, printed);
    assert_eq!((tree.total, tree.band.grade.as_str()), (points(79.0), "C"));
}

/// The points come out of provisions and rungs: without the published figures in the file, evaluation
/// gives the same, and the published figures that no longer fit are told as mistakes.
#[test]
fn the_points_do_not_come_from_the_published_figures() {
    let mut forged = card();
    for section in &mut forged.published.sections {
        section.points = Points::ZERO;
    }
    forged.published.total = Points::ZERO;
    forged.published.grade = "F".to_owned();
    let problems = Baseline::new(framework(), forged, Words::english()).expect_err("the figures do not fit");
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 6, "{told:#?}");
    assert_eq!(
        told.first().map(String::as_str),
        Some(
            "card /published/sections/0/points: expected the provisions of section 1 to earn 0, as published; they earn 10"
        )
    );
}

/// The reconstruction of Connecticut's points, component by component (facts on the framework, 7.0).
#[test]
fn every_component_earns_its_reconstructed_points() {
    let expected = [
        ("1.1", 2.5),
        ("1.2", 2.5),
        ("1.3", 2.5),
        ("1.4", 2.5),
        ("2.1", 0.0),
        ("2.2", 2.5),
        ("2.3", 2.5),
        ("2.4", 2.5),
        ("2.5", 2.5),
        ("2.6", 0.0),
        ("2.7", 2.5),
        ("2.8", 1.5),
        ("2.9", 1.0),
        ("2.10", 1.5),
        ("3.1", 2.5),
        ("3.2", 2.5),
        ("3.3", 2.5),
        ("3.4", 2.5),
        ("3.5", 2.0),
        ("3.6", 2.5),
        ("4.1", 0.0),
        ("4.2", 2.5),
        ("4.3", 0.0),
        ("4.4", 2.5),
        ("5.1", 1.5),
        ("5.2", 0.0),
        ("5.3", 2.5),
        ("5.4", 2.5),
        ("5.5", 2.5),
        ("5.6", 2.5),
        ("5.7", 2.0),
        ("5.8", 1.0),
        ("5.9", 1.5),
        ("5.10", 2.0),
        ("5.11", 2.5),
        ("6.1", 2.5),
        ("6.2", 1.0),
        ("6.3", 2.5),
        ("6.4", 2.5),
        ("6.5", 2.5),
        ("6.6", 1.5),
    ];
    let tree = evaluate(&connecticut(), &Scenario::default());
    let earned: Vec<_> = tree.components().map(|score| (score.component.id.as_str(), score.points)).collect();
    assert_eq!(earned, expected.map(|(id, earned)| (id, points(earned))));
}

/// Bounds are inclusive and nothing is rounded up. Tennessee's 79.5 of 2012 was a C, Hawaii's 60 of 2014
/// a D, South Dakota's 58.5 of 2014 an F (facts on the framework, 1.3).
#[test]
fn totals_fall_in_their_bands() {
    let baseline = connecticut();
    for (total, grade) in [
        (0.0, "F"),
        (58.5, "F"),
        (59.5, "F"),
        (59.75, "F"),
        (60.0, "D"),
        (68.5, "D"),
        (69.5, "D"),
        (70.0, "C"),
        (73.0, "C"),
        (79.0, "C"),
        (79.5, "C"),
        (79.75, "C"),
        (80.0, "B"),
        (83.5, "B"),
        (89.5, "B"),
        (89.75, "B"),
        (90.0, "A"),
        (92.0, "A"),
        (98.0, "A"),
        (102.5, "A"),
        (-1.0, "F"),
    ] {
        assert_eq!(baseline.band(points(total)).grade, grade, "{total}");
    }
}

#[test]
fn everything_in_law_is_full_and_nothing_in_law_is_none() {
    let baseline = connecticut();
    let all = |in_law| -> ProvisionSet {
        let differing = baseline.provisions().iter().filter(|provision| provision.law.in_law != in_law);
        differing.map(|provision| provision.index).collect()
    };
    let best = evaluate(&baseline, &Scenario::from_switched(all(true)));
    assert_eq!((best.total, best.band.grade.as_str()), (points(102.5), "A"));
    assert!(best.components().all(|score| score.status() == Status::Full && score.next.is_none()));
    let worst = evaluate(&baseline, &Scenario::from_switched(all(false)));
    assert_eq!((worst.total, worst.band.grade.as_str()), (Points::ZERO, "F"));
    assert!(worst.components().all(|score| score.status() == Status::None && score.rung.is_none()));
}

/// One law can serve two components (facts on the framework, 7.2: 82.5, a B).
#[test]
fn a_trafficking_law_that_reaches_buyers_alone_gives_a_b() {
    let baseline = connecticut();
    let tree = evaluate(&baseline, &scenario(&baseline, &["trafficking-law-reaches-buyers"], &[]));
    assert_eq!((tree.total, tree.band.grade.as_str()), (points(82.5), "B"));
    let before = evaluate(&baseline, &Scenario::default());
    let moved: Vec<_> = tree
        .components()
        .zip(before.components())
        .filter(|(after, before)| after.points != before.points)
        .map(|(after, before)| (after.component.id.as_str(), before.points, after.points))
        .collect();
    assert_eq!(moved, [("2.1", points(0.0), points(2.5)), ("5.1", points(1.5), points(2.5))]);
}
