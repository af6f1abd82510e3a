//! All cards of a framework at once: ranks, steps and who has what, against a second way to count them.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use scoring::cards::Published;
use scoring::exact::Fraction;
use scoring::rules::evaluate;
use scoring::telling::{Cohort, Overview};

use crate::telling::{ENGLISH, SPANISH, made};

/// How many cards each framework has.
const CARDS: [usize; 3] = [190, 50, 148];

/// The leading figure of each card, by the id of its subject.
fn figures(cohort: &Cohort) -> BTreeMap<&str, Fraction> {
    let figure = |answers| evaluate(&cohort.telling.rules, answers).figure(0).map(|figure| figure.shown);
    cohort.cards.iter().filter_map(|card| Some((&*card.subject, figure(&card.answers)?))).collect()
}

#[test]
fn ranks_are_those_of_an_independent_count() {
    for (cohort, cards) in ENGLISH.iter().zip(CARDS) {
        let (overview, figures) = (Overview::new(cohort, &Published), figures(cohort));
        assert_eq!((overview.rows.len(), figures.len()), (cards, cards));
        let mut last = 0;
        for row in &overview.rows {
            let card = &cohort.cards[row.card];
            let own = figures[&*card.subject];
            let better = figures.values().filter(|other| **other > own).count();
            let equal = figures.values().filter(|other| **other == own).count();
            let rank = row.rank.expect("every card has a result");
            assert_eq!((rank.rank, rank.tied, rank.of), (better + 1, equal - 1, cards), "{}", card.subject);
            assert_eq!(row.figure, Some(own));
            assert!(rank.rank >= last, "from the best to the worst");
            last = rank.rank;
        }
    }
}

#[test]
fn every_card_lies_in_one_step_and_better_ones_in_no_lower_one() {
    for cohort in ENGLISH.iter() {
        let overview = Overview::new(cohort, &Published);
        let counted: usize = overview.steps.iter().map(|step| step.cards.len()).sum();
        assert_eq!(counted, cohort.cards.len());
        let steps: Vec<usize> = overview.rows.iter().map(|row| row.step.expect("it has one")).collect();
        assert!(steps.is_sorted());
    }
}

#[test]
fn who_has_what_is_what_the_table_says() {
    for cohort in ENGLISH.iter() {
        let table = std::fs::read_to_string(format!(
            "{}/../data/{}/cards.csv",
            env!("CARGO_MANIFEST_DIR"),
            cohort.telling.rules.id()
        ));
        let table = table.expect("it can be read");
        // No cell of an answer is in quotes, and no name in these tables has a comma before the answers that counts.
        let rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(table.as_bytes())
            .records()
            .map(|record| record.expect("a row").iter().map(str::to_owned).collect())
            .collect();
        for holders in Overview::new(cohort, &Published).holders {
            let id = &cohort.telling.rules.provisions()[holders.provision];
            let column = rows[0].iter().position(|name| name == id).expect("it has a column");
            let said = |word: &str| rows[1..].iter().filter(|row| row[column] == word).count();
            let of = [&holders.yes, &holders.no, &holders.not_applicable].map(Vec::len);
            assert_eq!(of, ["y", "n", "n/a"].map(said), "{id}");
            assert_eq!(holders.unknown.len() + of.iter().sum::<usize>(), rows.len() - 1, "{id}");
        }
    }
}

fn told(cohort: &Cohort) -> String {
    let overview = Overview::new(cohort, &Published);
    let steps = overview.steps.iter().map(|step| format!("{}: {}", step.name, step.cards.len()));
    let table = overview.spreadsheet(cohort, "about");
    let lines: Vec<&str> = table.lines().collect();
    let some =
        [0, 1, 2, 3, lines.len() / 2, lines.len() - 2, lines.len() - 1].map(|line| lines[line].to_owned());
    steps.chain(some).collect::<Vec<_>>().join("\n")
}

#[test]
fn rankings_and_steps() {
    let told: Vec<String> = ENGLISH.iter().chain(SPANISH.iter()).map(told).collect();
    insta::assert_snapshot!(told.join("\n\n----\n\n"));
}

#[test]
fn results_that_are_missing_stand_last_and_in_no_step() {
    let framework = serde_json::json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "Nobody", "about": "Made.",
        "missing": "withhold", "max": 25,
        "provisions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}],
        "sections": [{"title": "All", "components": [{"points": 20, "needs": ["a"]}, {"points": 5, "needs": ["b"]}]}],
        "tallies": [{"id": "total"}]
    });
    let cohort = made(framework, "subject,a,b\none,,y\ntwo,y,y\nthree,n,n\nfour,y,n\n", "en");
    let overview = Overview::new(&cohort, &Published);
    let order: Vec<&str> = overview.rows.iter().map(|row| cohort.cards[row.card].subject.as_str()).collect();
    assert_eq!(order, ["two", "four", "three", "one"]);
    let last = overview.rows.last().expect("there are rows");
    assert_eq!((last.rank, last.figure, last.step), (None, None, None));
    let steps: Vec<(&str, usize)> =
        overview.steps.iter().map(|step| (step.name.as_str(), step.cards.len())).collect();
    assert_eq!(
        steps,
        [
            ("20 to 25", 2),
            ("15 to below 20", 0),
            ("10 to below 15", 0),
            ("5 to below 10", 0),
            ("0 to below 5", 1)
        ]
    );
}
