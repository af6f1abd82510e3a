//! Saved scenarios: names, files, and what is wrong with a file.
#![allow(missing_docs, clippy::expect_used)]

use std::sync::LazyLock;

use lawgrade_tests::{any_scenario, connecticut, scenario};
use proptest::prelude::*;
use scoring::shelf::{Found, Saved, Shelf, read, suggested_name};
use scoring::{Baseline, Scenario, evaluate, format_address, parse_address};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn read_text(text: &str) -> (Vec<Saved>, Vec<String>) {
    let found: Found = serde_json::from_str(text).expect("the text is JSON");
    let (scenarios, problems) = read(&CONNECTICUT, &found);
    (scenarios, problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect())
}

fn written(shelf: &Shelf) -> String {
    serde_json::to_string(&shelf.file()).expect("a shelf is plain data")
}

fn names(shelf: &Shelf) -> Vec<&str> {
    shelf.saved().iter().map(|saved| saved.name.as_str()).collect()
}

#[test]
fn names_are_unique() {
    let mut shelf = Shelf::default();
    for name in ["Bill 5", " Bill 5 ", "Bill 5", "Other"] {
        shelf.save(name, String::new());
    }
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (2)", "Bill 5 (3)", "Other"]);
    shelf.rename(3, "Bill 5");
    shelf.rename(0, "Bill 5");
    shelf.rename(1, "   ");
    shelf.rename(9, "Nobody");
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (2)", "Bill 5 (3)", "Bill 5 (4)"]);
    shelf.duplicate(0);
    shelf.duplicate(9);
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (5)", "Bill 5 (2)", "Bill 5 (3)", "Bill 5 (4)"]);
}

#[test]
fn what_is_removed_can_be_put_back() {
    let mut shelf = Shelf::default();
    for name in ["a", "b", "c"] {
        shelf.save(name, format!("{name}-address"));
    }
    let before = shelf.clone();
    let removed = shelf.remove(1).expect("there is a second");
    assert_eq!(names(&shelf), ["a", "c"]);
    shelf.put_back(1, removed.clone());
    assert_eq!(shelf, before);
    assert_eq!(shelf.remove(7), None);
    // Meanwhile the name was given to another, and the shelf became shorter.
    shelf.remove(1);
    shelf.rename(0, "b");
    shelf.remove(1);
    shelf.put_back(5, removed);
    assert_eq!(names(&shelf), ["b", "b (2)"]);
}

#[test]
fn a_name_is_suggested() {
    let suggested = |on: &[&str], off: &[&str]| {
        suggested_name(&CONNECTICUT, &evaluate(&CONNECTICUT, &scenario(&CONNECTICUT, on, off)))
    };
    let lines = [
        suggested(&[], &[]),
        suggested(&["trafficking-law-reaches-buyers"], &[]),
        suggested(&["trafficking-law-reaches-buyers"], &["racketeering-predicates", "sex-trafficking-law"]),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_problem_with_a_file_is_told_by_its_place() {
    let files = [
        "[]",
        "17",
        "null",
        "{}",
        r#"{"lawgrade": "1"}"#,
        r#"{"lawgrade": 2, "scenarios": [{"name": "later", "address": "pic-2019/ct-2019"}]}"#,
        r#"{"lawgrade": 1}"#,
        r#"{"lawgrade": 1, "scenarios": {}}"#,
        r#"{"lawgrade": 1, "scenarios": [
            3, {}, {"name": "no address"}, {"address": 4, "name": "x"}, {"address": "pic-2019/ct-2019"},
            {"name": " ", "address": "pic-2019/ct-2019/on=no-age-mistake-defense"},
            {"name": "unknown", "address": "pic-2019/ct-2019/on=no-such-law,no-age-mistake-defense/of=x"},
            {"name": "elsewhere", "address": "pic-2019/ny-2019/on=no-age-mistake-defense"},
            {"name": "\u202eevil", "address": "pic-2019/ct-2019"},
            {"name": "NAME", "address": "pic-2019/ct-2019"},
            {"name": ["deep", {"er": [[[[1]]]]}], "address": "other-2024/ct-2024"}
        ], "more": true}"#,
    ];
    let long = "long ".repeat(20);
    let files = files.map(|file| file.replace("NAME", &long));
    let told: Vec<String> = files
        .iter()
        .map(|file| {
            let (scenarios, problems) = read_text(file);
            let kept: Vec<String> =
                scenarios.iter().map(|saved| format!("  kept: {} ({})", saved.name, saved.address)).collect();
            [problems, kept].concat().join("\n")
        })
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let mut shelf = Shelf::default();
    shelf.save("a", "pic-2019/ct-2019".to_owned());
    let saved = |name: &str, address: &str| Saved { name: name.to_owned(), address: address.to_owned() };
    let added = shelf.add(vec![saved("a", "pic-2019/ct-2019"), saved("a", "pic-2019/ct-2019/off=x")]);
    assert_eq!((added, names(&shelf)), (1, vec!["a", "a (2)"]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// What is exported is imported as it was, and every scenario opens as it was saved.
    #[test]
    fn a_file_brings_everything_back(scenarios in proptest::collection::vec(("\\PC{1,20}", any_scenario(&CONNECTICUT)), 0..6)) {
        let mut shelf = Shelf::default();
        let nameless = |name: &str| name.trim().is_empty() || name.chars().any(|c| c.is_control() || "\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c));
        for (name, scenario) in scenarios.iter().filter(|(name, _)| !nameless(name)) {
            shelf.save(name, format_address(&CONNECTICUT, &scenario.clone().into()));
        }
        let (read, problems) = read_text(&written(&shelf));
        prop_assert_eq!(problems, Vec::<String>::new());
        let mut again = Shelf::default();
        prop_assert_eq!(again.add(read), shelf.saved().len());
        prop_assert_eq!(&again, &shelf);
        prop_assert_eq!(again.add(shelf.saved().to_vec()), 0);
        let opened: Vec<Scenario> = shelf.saved().iter().map(|saved| parse_address(&CONNECTICUT, &saved.address).0.scenario).collect();
        let saved: Vec<Scenario> = scenarios.into_iter().filter(|(name, _)| !nameless(name)).map(|(_, scenario)| scenario).collect();
        prop_assert_eq!(opened, saved);
    }
}
