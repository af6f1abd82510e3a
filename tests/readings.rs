//! Ranges over all readings, against plain enumeration.
#![allow(missing_docs, clippy::expect_used)]

use std::collections::BTreeSet;

use lawgrade_tests::{connecticut, made, scenario};
use proptest::prelude::*;
use scoring::{
    Baseline, ComponentScore, Evaluation, Points, ProvisionSet, Range, Scenario, Status, certainty, evaluate,
};

fn points(decimal: f64) -> Points {
    Points::from_decimal(decimal).expect("a table holds points")
}

/// Every reading of a section, one after the other: the points of each component on the card.
fn readings(card: &[ComponentScore], left: Points, step: Points) -> Vec<Vec<Points>> {
    let Some((first, rest)) = card.split_first() else {
        return if left == Points::ZERO { vec![Vec::new()] } else { Vec::new() };
    };
    let values: Vec<Points> = match first.status() {
        Status::Partial => steps_between(first.component.max, step),
        _ => vec![first.points],
    };
    let mut all = Vec::new();
    for value in values {
        for rest in readings(rest, left - value, step) {
            all.push([vec![value], rest].concat());
        }
    }
    all
}

/// All steps strictly between none and the maximum.
fn steps_between(max: Points, step: Points) -> Vec<Points> {
    (1..max.quarters() / step.quarters()).map(|n| Points::from_quarters(n * step.quarters())).collect()
}

/// What the sections can earn in the scenario, by trying every reading and every value.
fn enumerated(baseline: &Baseline, tree: &Evaluation) -> Vec<(BTreeSet<Points>, u64)> {
    let step = baseline.framework().step;
    let card = evaluate(baseline, &Scenario::default());
    card.sections
        .iter()
        .zip(&tree.sections)
        .map(|(before, after)| {
            let readings = readings(&before.components, before.section.published, step);
            let mut sums = BTreeSet::new();
            for reading in &readings {
                let mut reached = BTreeSet::from([Points::ZERO]);
                for (value, score) in reading.iter().zip(&after.components) {
                    let values = in_scenario(*value, score, &tree.scenario, step);
                    reached = reached
                        .iter()
                        .flat_map(|sum| values.iter().map(move |value| *sum + *value))
                        .collect();
                }
                sums.extend(reached);
            }
            (sums, u64::try_from(readings.len()).expect("few readings"))
        })
        .collect()
}

fn in_scenario(value: Points, score: &ComponentScore, scenario: &Scenario, step: Points) -> Vec<Points> {
    let differing = || score.component.provisions.iter().filter(|provision| scenario.differs(provision));
    if differing().next().is_none() {
        return vec![value];
    }
    if score.status() != Status::Partial {
        return vec![score.points];
    }
    let only_added = differing().all(|provision| !provision.law.in_law);
    let only_removed = differing().all(|provision| provision.law.in_law);
    let mut values = steps_between(score.component.max, step);
    values.retain(|new| (!only_added || *new >= value) && (!only_removed || *new <= value));
    values
}

fn agrees(baseline: &Baseline, scenario: &Scenario) -> Result<(), TestCaseError> {
    let tree = evaluate(baseline, scenario);
    let certainty = certainty(baseline, &tree).expect("the card has readings");
    let sections = enumerated(baseline, &tree);
    let mut totals = BTreeSet::from([Points::ZERO]);
    for ((sums, readings), section) in sections.iter().zip(&certainty.sections) {
        prop_assert_eq!(sums.first(), Some(&section.range.low));
        prop_assert_eq!(sums.last(), Some(&section.range.high));
        prop_assert_eq!(*readings, section.readings);
        totals = totals.iter().flat_map(|total| sums.iter().map(move |sum| *total + *sum)).collect();
    }
    let Range { low, high } = certainty.total;
    prop_assert_eq!((totals.first(), totals.last()), (Some(&low), Some(&high)));
    prop_assert!(low <= tree.total && tree.total <= high);
    let grades: BTreeSet<&str> = totals.iter().map(|total| baseline.band(*total).grade.as_str()).collect();
    let told: BTreeSet<&str> = certainty.grades.iter().map(|band| band.grade.as_str()).collect();
    prop_assert_eq!(grades, told);
    Ok(())
}

/// The counts of the facts on the framework, section 7, under its strict reading.
#[test]
fn connecticut_has_as_many_readings_as_counted() {
    let baseline = connecticut();
    let card =
        certainty(&baseline, &evaluate(&baseline, &Scenario::default())).expect("the card has readings");
    let counts: Vec<u64> = card.sections.iter().map(|section| section.readings).collect();
    assert_eq!(counts, [1, 12, 1, 1, 65, 4]);
    assert_eq!(card.total, Range { low: points(79.0), high: points(79.0) });
    assert_eq!(card.grades.len(), 1);
}

#[test]
fn a_law_that_reaches_buyers_is_a_b_in_every_reading() {
    let baseline = connecticut();
    let range = |on: &[&str]| {
        let tree = evaluate(&baseline, &scenario(&baseline, on, &[]));
        let certainty = certainty(&baseline, &tree).expect("the card has readings");
        let grades: Vec<String> = certainty.grades.iter().map(|band| band.grade.clone()).collect();
        (certainty.total.low, certainty.total.high, grades.concat())
    };
    assert_eq!(range(&["trafficking-law-reaches-buyers"]), (points(82.0), points(83.5), "B".to_owned()));
    // The registration of buyers gives exactly 80 in our reading, and 79.5 in one in which 2.10 had 2.
    assert_eq!(range(&["registration-buying"]), (points(79.5), points(81.0), "BC".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn connecticut_agrees_with_enumeration(switched in proptest::collection::vec(proptest::bool::weighted(0.1), 77)) {
        let baseline = connecticut();
        let places: ProvisionSet = (0..).zip(switched).filter(|(_, is)| *is).map(|(place, _)| place).collect();
        agrees(&baseline, &Scenario::from_switched(places))?;
    }

    #[test]
    fn made_frameworks_agree_with_enumeration(baseline in made::baseline(), switched in proptest::collection::vec(any::<bool>(), 9)) {
        let count = baseline.provisions().len();
        let places: ProvisionSet = (0..count).zip(switched).filter(|(_, is)| *is).map(|(place, _)| place).collect();
        agrees(&baseline, &Scenario::from_switched(places))?;
    }
}
