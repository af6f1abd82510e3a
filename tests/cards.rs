//! The cards of the frameworks that have a table: their answers give every result that was printed.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use lawgrade_tests::file;
use scoring::ProvisionSet;
use scoring::cards::{Card, Printed, read};
use scoring::exact::Fraction;
use scoring::rules::file::Framework;
use scoring::rules::{Evaluation, Outcome, Rules, compile, diagnose, evaluate};

fn rules(path: &str) -> Rules {
    let framework: Framework =
        serde_json::from_str(&file(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(diagnose(&framework), [], "{path}");
    compile(&framework).expect("nothing was found")
}

/// A result as it is printed, with its letter.
fn printed(rules: &Rules, found: &Evaluation, tally: usize) -> (Fraction, Option<String>) {
    let Outcome::Result { figure, band } = &found.outcomes[tally] else { panic!("there is a result") };
    (figure.shown, band.map(|band| rules.tallies()[tally].bands[band].name.clone()))
}

/// The cards of a framework's table, each of whose printed results the rules must give; how many results there are.
fn cards(rules: &Rules) -> (Vec<Card>, usize) {
    let table = read(rules, &file(&format!("data/{}/cards.csv", rules.id())));
    assert_eq!(table.found, [], "{}", rules.id());
    let mut results = 0;
    for card in &table.cards {
        let found = evaluate(rules, &card.answers);
        for one in &card.printed {
            let fits = match *one {
                Printed::Figure { tally, figure } => printed(rules, &found, tally).0 == figure,
                Printed::Band { tally, band } => {
                    printed(rules, &found, tally).1.as_ref() == Some(&rules.tallies()[tally].bands[band].name)
                }
                Printed::Earned { node, points } => rules.unit().fraction(found.score(node).earned) == points,
                Printed::Possible { node, points } => {
                    rules.unit().fraction(found.score(node).possible) == points
                }
            };
            assert!(fits, "{one:?} of {}", card.subject);
            results += 1;
        }
    }
    (table.cards, results)
}

/// Eight sections and an index for each economy, the same as in the panel of 50 years.
#[test]
fn the_cards_of_women_business_and_the_law() {
    let rules = rules("data/wbl-2020/framework.json");
    let (cards, results) = cards(&rules);
    assert_eq!((cards.len(), results), (190, 190 * 9));
    let panel = file("tests/vectors/wbl-2020.csv");
    let lines = panel.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let yes = |answers: &str| -> ProvisionSet {
        answers.char_indices().filter(|(_, answer)| *answer == '1').map(|(place, _)| place).collect()
    };
    let mut last: Vec<ProvisionSet> =
        lines.filter(|line| line[2] == "2020").map(|line| yes(line[3])).collect();
    for card in &cards {
        let place = last.iter().position(|held| held == card.answers.held());
        last.swap_remove(place.unwrap_or_else(|| panic!("{} is not in the panel", card.subject)));
    }
    assert!(last.is_empty());
}

/// Five items, a total and a letter for each state.
#[test]
fn sunlight_on_lobbying() {
    let (cards, results) = cards(&rules("data/sunlight-2015/framework.json"));
    assert_eq!((cards.len(), results), (50, 50 * 7));
    let below = |one: &Printed| matches!(one, Printed::Figure { figure, .. } if *figure < Fraction::ZERO);
    assert!(cards.iter().any(|card| card.printed.iter().any(below)), "some are below zero");
}

/// How many items are met and how many apply, the share and the letter for each body.
#[test]
fn open_meetings_in_chicago() {
    let (cards, results) = cards(&rules("data/chicago-2019/framework.json"));
    assert_eq!((cards.len(), results), (148, 148 * 4));
}

/// Looked up in the cells themselves: no published answer contradicts an implication, and each one has its reason.
#[test]
fn no_published_answer_contradicts_an_implication() {
    let mut drawn = 0;
    for name in ["wbl-2020", "sunlight-2015", "chicago-2019"] {
        let framework: Framework =
            serde_json::from_str(&file(&format!("data/{name}/framework.json"))).expect("a framework");
        let table = file(&format!("data/{name}/cards.csv"));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let names = reader.headers().expect("a first row").clone();
        let column = |id: &str| names.iter().position(|name| name == id).expect("a column");
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let levels = framework.sections.iter().filter_map(|section| section.levels.as_ref());
        let pairs = levels.flat_map(|levels| levels.windows(2));
        let mut pairs: Vec<(&str, &str)> =
            pairs.map(|pair| (pair[1].provision.as_str(), pair[0].provision.as_str())).collect();
        for provision in &framework.provisions {
            assert_eq!(provision.because.is_some(), !provision.implies.is_empty(), "{}", provision.id);
            pairs.extend(provision.implies.iter().map(|other| (provision.id.as_str(), other.as_str())));
        }
        for (one, other) in pairs {
            let rows = || rows.iter().filter(|row| &row[column(one)] == "y");
            assert!(rows().count() > 0, "{one} holds somewhere");
            assert!(rows().all(|row| &row[column(other)] == "y"), "{one} without {other}");
            drawn += 1;
        }
    }
    assert_eq!(drawn, 10);
}
