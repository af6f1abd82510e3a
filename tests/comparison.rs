//! Scenarios side by side.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use lawgrade_tests::{any_scenario, connecticut, scenario};
use proptest::prelude::*;
use scoring::{Baseline, Comparison, Order, Row, evaluate};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn three() -> Comparison {
    let buyers = scenario(&CONNECTICUT, &["trafficking-law-reaches-buyers"], &[]);
    let age = scenario(&CONNECTICUT, &["no-age-mistake-defense"], &["racketeering-predicates"]);
    let same = scenario(&CONNECTICUT, &["registration-buying"], &["registration-online-enticing"]);
    let named = [("Buyers", buyers), ("Age, and no racketeering", age), ("No points", same)];
    Comparison::new(&CONNECTICUT, &named.map(|(name, scenario)| (name.to_owned(), scenario)))
}

fn written(comparison: &Comparison) -> String {
    let mut lines = Vec::new();
    for column in &comparison.columns {
        lines.push(format!("[{}: {}]", column.name, column.changes));
    }
    for rows in [&comparison.result, &comparison.sections, &comparison.provisions] {
        lines.push(String::new());
        for row in rows {
            let cell = |cell: &scoring::Cell| format!("{}{}", cell.text, if cell.differs { "*" } else { "" });
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            lines.push(format!("{}: {}", row.name, cells.join(" | ")));
        }
    }
    lines.join("\n")
}

#[test]
fn side_by_side() {
    insta::assert_snapshot!(written(&three()));
}

#[test]
fn in_the_order_of_a_column() {
    let mut falling = three();
    falling.sort(Order::Falling(1));
    insta::assert_snapshot!(written(&falling));
}

#[test]
fn a_column_that_is_not_there_sorts_nothing() {
    let mut sorted = three();
    sorted.sort(Order::Rising(9));
    assert_eq!(sorted, three());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    /// Every figure is the tree's, only provisions that differ are shown, and each of those is.
    #[test]
    fn a_column_is_its_scenario(scenarios in proptest::collection::vec(any_scenario(&CONNECTICUT), 0..6), column in 0usize..6) {
        let named: Vec<_> = scenarios.iter().cloned().map(|scenario| (String::new(), scenario)).collect();
        let mut comparison = Comparison::new(&CONNECTICUT, &named);
        prop_assert_eq!(comparison.columns.len(), scenarios.len() + 1);
        for (place, scenario) in scenarios.iter().enumerate() {
            let tree = evaluate(&CONNECTICUT, scenario);
            let column = |rows: &[Row]| -> Vec<String> { rows.iter().map(|row| row.cells[place + 1].text.clone()).collect() };
            prop_assert_eq!(column(&comparison.result), [tree.total.to_string(), tree.band.grade.clone()]);
            let sections: Vec<_> = tree.sections.iter().map(|score| score.points.to_string()).collect();
            prop_assert_eq!(column(&comparison.sections), sections);
            let differing = comparison.provisions.iter().filter(|row| row.cells[place + 1].differs).count();
            prop_assert_eq!(differing, scenario.size());
        }
        prop_assert!(comparison.provisions.iter().all(|row| row.cells.iter().any(|cell| cell.differs)));
        comparison.sort(Order::Falling(column));
        let ranks: Vec<_> = comparison.sections.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.rank).collect();
        prop_assert!(ranks.is_sorted_by(|a, b| a >= b));
    }
}
