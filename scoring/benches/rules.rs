//! How long the rules take, natively: `cargo xtask bench`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use lawgrade_tests::grown::grown;
use lawgrade_tests::{card, connecticut, framework};
use scoring::{
    Baseline, Changes, Goal, ProvisionSet, Question, Report, Scenario, certainty, evaluate, plan,
    read_changes, total,
};

fn evaluations(criterion: &mut Criterion) {
    let baseline = connecticut();
    let on = vec!["trafficking-law-reaches-buyers".to_owned(), "no-age-mistake-defense".to_owned()];
    let off = vec!["racketeering-predicates".to_owned()];
    let (changed, problems) = read_changes(&baseline, &Changes { on, off });
    assert!(problems.is_empty());

    let mut group = criterion.benchmark_group("evaluate");
    group.bench_function("the card", |b| {
        let scenario = Scenario::default();
        b.iter(|| evaluate(black_box(&baseline), black_box(&scenario)))
    });
    group.bench_function("three changes", |b| b.iter(|| evaluate(black_box(&baseline), black_box(&changed))));
    group.bench_function("three changes, the total alone", |b| {
        b.iter(|| total(black_box(&baseline), black_box(&changed)))
    });
    let evaluation = evaluate(&baseline, &changed);
    group.bench_function("three changes, what is certain of it", |b| {
        b.iter(|| certainty(black_box(&baseline), black_box(&evaluation)))
    });
    group.bench_function("three changes, with the report as JSON", |b| {
        b.iter(|| {
            let evaluation = evaluate(black_box(&baseline), black_box(&changed));
            serde_json::to_string(&Report::new(&baseline, &evaluation)).map(|json| json.len())
        })
    });
    group.finish();
}

/// What reaches the band at this place from the top.
fn goal(baseline: &Baseline, band: usize, question: Question) -> Goal {
    let target = baseline.bands().nth(band).expect("there are bands").from;
    Goal { target, question, locked: ProvisionSet::default(), bundles: Vec::new(), limit: 100 }
}

fn plans(criterion: &mut Criterion) {
    let baseline = connecticut();
    let unchanged = Scenario::default();
    let mut group = criterion.benchmark_group("plan");
    for question in [Question::BestReading, Question::EveryReading] {
        for band in baseline.bands().take(2) {
            let goal = Goal { target: band.from, ..goal(&baseline, 0, question) };
            group.bench_function(format!("{} in {question:?}", band.grade), |b| {
                b.iter(|| plan(black_box(&baseline), black_box(&unchanged), black_box(&goal)))
            });
        }
    }
    group.sample_size(10);
    for times in [10, 50] {
        let baseline = grown(&framework(), &card(), times);
        for question in [Question::BestReading, Question::EveryReading] {
            let goal = goal(&baseline, 0, question);
            group.bench_function(format!("A in {question:?}, {times} times the size"), |b| {
                b.iter(|| plan(black_box(&baseline), black_box(&unchanged), black_box(&goal)))
            });
        }
    }
    let tree = evaluate(&baseline, &unchanged);
    group.bench_function("certainty of the card", |b| {
        b.iter(|| certainty(black_box(&baseline), black_box(&tree)))
    });
    group.finish();
}

criterion_group!(benches, evaluations, plans);
criterion_main!(benches);
