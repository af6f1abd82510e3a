//! Scenarios with their results, kept as data for every implementation: `data/expected/`.
//!
//! The browser's tests read the same file; see `browser.rs`.
#![allow(missing_docs, clippy::expect_used)]

#[path = "cases.rs"]
mod cases;

use cases::Expected;
use lawgrade_tests::{card, connecticut, file, first_edition};
use scoring::{Baseline, Changes, Report, Words, evaluate, read_changes};
use serde_json::Value;

#[test]
fn every_scenario_gives_its_result() {
    hold("data/expected/ct-2019.json", &connecticut());
}

/// Under the rules that old addresses were made under.
#[test]
fn every_scenario_gives_the_result_of_its_edition() {
    let baseline = Baseline::new(first_edition(), card(), Words::english()).expect("the card was right");
    hold("data/expected/earlier/ct-2019@1.json", &baseline);
}

fn hold(path: &str, baseline: &Baseline) {
    let expected: Expected = serde_json::from_str(&file(path)).expect("the file can be read");
    assert_eq!((expected.framework.as_str(), expected.card.as_str()), ("pic-2019", "ct-2019"));
    for case in expected.scenarios {
        let (scenario, problems) = read_changes(baseline, &case.changes);
        assert_eq!(problems, [], "{}", case.name);
        let tree = evaluate(baseline, &scenario);
        let report = serde_json::to_value(Report::new(baseline, &tree)).expect("a report is plain data");
        let field = |value: &Value, name: &str| value.get(name).cloned().unwrap_or_default();
        assert_eq!(field(&report, "total").as_f64(), Some(case.total), "{}", case.name);
        assert_eq!(field(&report, "grade"), case.grade, "{}", case.name);
        let sections = field(&report, "sections");
        let sections = sections.as_array().expect("sections are a list");
        let points: Vec<_> =
            sections.iter().filter_map(|section| field(section, "points").as_f64()).collect();
        assert_eq!(points, case.sections, "{}", case.name);
        for (id, points) in &case.components {
            let score = tree.component(id).expect("the framework has the component");
            assert_eq!(*points, score.points.to_decimal(), "{}: {id}", case.name);
        }
    }
}

/// The shape that other pages rely on.
#[test]
fn the_report_keeps_its_shape() {
    let baseline = connecticut();
    let changes = Changes { on: vec!["trafficking-law-reaches-buyers".to_owned()], off: Vec::new() };
    let (scenario, _) = read_changes(&baseline, &changes);
    let tree = evaluate(&baseline, &scenario);
    let report =
        serde_json::to_string_pretty(&Report::new(&baseline, &tree)).expect("a report is plain data");
    insta::assert_snapshot!(report);
}
