//! Every mistake that data can have, and how it is told.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing)]

use lawgrade_tests::{card, framework};
use scoring::check::{Problem, check};
use scoring::data::{Basis, Card, Citation, Framework, Note, PublishedSection, Rung};
use scoring::{Baseline, Points, Words};

fn quarters(quarters: i32) -> Points {
    Points::from_quarters(quarters)
}

/// All problems after something was done to Connecticut's data, a line for each.
fn told(spoil: impl FnOnce(&mut Framework, &mut Card)) -> String {
    let (mut framework, mut card) = (framework(), card());
    spoil(&mut framework, &mut card);
    let problems = Baseline::new(framework, card, Words::english()).expect_err("the data was spoilt");
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_data_as_it_is_has_none() {
    assert_eq!(check(&framework(), &card()), []);
}

#[test]
fn names() {
    insta::assert_snapshot!(told(|framework, card| {
        framework.id = "PIC 2019".to_owned();
        card.framework = "PIC 2019".to_owned();
        card.id = String::new();
        framework.title = " ".to_owned();
        framework.provisions[3].label = String::new();
        framework.provisions[5].id = "sex-trafficking-law".to_owned();
        framework.sections[1].id = "1".to_owned();
        framework.sections[0].components[1].id = "1.1".to_owned();
        framework.sections[0].title = String::new();
        card.jurisdiction = String::new();
        card.provisions[0].finding = String::new();
        card.provisions[2].id = "nowhere".to_owned();
        card.provisions[3].citations[0].text = String::new();
    }));
}

#[test]
fn grades() {
    insta::assert_snapshot!(told(|framework, _| {
        framework.bands[0].grade = "90".to_owned();
        framework.bands[1].grade = "A/B".to_owned();
        framework.bands[4].grade = " F".to_owned();
    }));
}

#[test]
fn references() {
    insta::assert_snapshot!(told(|framework, card| {
        let rung = &mut framework.sections[1].components[0].rungs[0];
        rung.needs = vec![
            "no-such-law".to_owned(),
            "sex-trafficking-law".to_owned(),
            "sex-trafficking-law".to_owned(),
        ];
        framework.sections[1].components[5].rungs.push(Rung {
            points: quarters(2),
            needs: Vec::new(),
            basis: Basis::Reconstructed,
        });
        card.published.sections[0].id = "7".to_owned();
        card.notes.push(Note { component: "9.9".to_owned(), text: String::new() });
        card.notes.push(Note { component: "9.9".to_owned(), text: "twice".to_owned() });
        card.provisions.pop();
    }));
}

#[test]
fn points() {
    insta::assert_snapshot!(told(|framework, _| {
        let components = &mut framework.sections[0].components;
        components[0].rungs[2].points = quarters(12);
        components[1].rungs[0].points = quarters(5);
        components[2].rungs[0].points = quarters(8);
        components[3].max = quarters(9);
        framework.sections[2].max = quarters(40);
        framework.max = quarters(400);
    }));
}

#[test]
fn ladders() {
    insta::assert_snapshot!(told(|framework, _| {
        framework.step = Points::ZERO;
        framework.sections[3].components[0].rungs.clear();
        let rung = &mut framework.sections[4].components[1].rungs[0];
        rung.needs = framework.provisions.iter().take(7).map(|provision| provision.id.clone()).collect();
        framework.sections[5].components.clear();
    }));
}

#[test]
fn bands_that_overlap() {
    insta::assert_snapshot!(told(|framework, _| {
        framework.bands[1].from = quarters(4 * 90);
        framework.bands[2].grade = "B".to_owned();
        framework.bands[3].grade = String::new();
        framework.bands[4].from = quarters(4);
    }));
}

#[test]
fn nothing_at_all() {
    insta::assert_snapshot!(told(|framework, card| {
        framework.bands.clear();
        framework.sections.clear();
        framework.provisions.clear();
        card.provisions.clear();
        card.notes.clear();
    }));
}

#[test]
fn published_figures() {
    insta::assert_snapshot!(told(|_, card| {
        card.published.sections[3].points = quarters(44);
        card.published.sections.pop();
        card.published.sections.push(PublishedSection { id: "1".to_owned(), points: quarters(40) });
        card.published.total = quarters(4 * 80);
        card.published.grade = "C".to_owned();
    }));
}

#[test]
fn a_card_of_another_framework() {
    insta::assert_snapshot!(told(|_, card| card.framework = "pic-2018".to_owned()));
}

#[test]
fn a_statute_without_a_citation() {
    insta::assert_snapshot!(told(|_, card| {
        card.provisions[4].citations.clear();
        card.provisions[4].basis = Basis::Statute;
        card.provisions[5].citations =
            vec![Citation { text: " ".to_owned(), unconfirmed: true, address: None }];
    }));
}

/// The provisions and the published points are two accounts of one card, and they must agree.
#[test]
fn provisions_that_do_not_earn_the_published_points() {
    insta::assert_snapshot!(told(|_, card| card.provisions[0].in_law = false));
}

#[test]
fn numbers_that_are_not_points() {
    let read = |text: &str| serde_json::from_str::<Points>(text).expect_err("not points").to_string();
    let lines = ["1.3", "1e300", "\"2.5\"", "null"].map(read);
    insta::assert_snapshot!(lines.join("\n"));
}
