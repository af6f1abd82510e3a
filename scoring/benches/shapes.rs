//! How long rules of any shape take, natively.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use lawgrade_tests::grown::grown_files;
use lawgrade_tests::{card, file, framework};
use scoring::ProvisionSet;
use scoring::data::Card;
use scoring::exact::{Fraction, Points};
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome, Target, plan};
use scoring::ranges::{Readings, ranges};
use scoring::rank::{moves, ranked_figure};
use scoring::rules::{Rules, compile, evaluate, evaluate_into};

/// The framework of 2019 with a card, and what the card prints.
struct Pic {
    rules: Rules,
    card: Answers,
    readings: Readings,
}

impl Pic {
    fn new(framework: &scoring::data::Framework, card: &Card) -> Self {
        let json = serde_json::to_value(framework).expect("a framework is data");
        let rules = compile(&serde_json::from_value(json).expect("a framework")).expect("it is right");
        let held = card.provisions.iter().filter(|finding| finding.in_law);
        let held = Answers::of(held.filter_map(|finding| rules.provision(&finding.id)).collect());
        let units = |points: scoring::Points| {
            Points::of_units(i64::from(points.quarters()) * rules.unit().per_point() / 4)
        };
        let sections = card.published.sections.iter();
        let printed: Vec<_> =
            sections.map(|one| (rules.find(&one.id).expect("a section"), units(one.points))).collect();
        let readings =
            Readings::new(&rules, &held, &printed, units(framework.step)).expect("there are readings");
        Self { rules, card: held, readings }
    }
}

fn wbl() -> (Rules, Vec<Answers>) {
    let json = file("data/wbl-2020/framework.json");
    let rules = compile(&serde_json::from_str(&json).expect("a framework")).expect("it is right");
    let table = file("tests/vectors/wbl-2020.csv");
    let lines = table.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let held = |line: Vec<&str>| {
        let digits = line[3].char_indices().filter(|(_, answer)| *answer == '1');
        Answers::of(digits.map(|(place, _)| place).collect())
    };
    (rules, lines.filter(|line| line[2] == "2020").map(held).collect())
}

fn goal(target: Target, readings: Option<&Readings>) -> Goal {
    let readings = readings.cloned();
    Goal { tally: 0, target, readings, locked: ProvisionSet::default(), bundles: Vec::new(), limit: 100 }
}

fn evaluations(criterion: &mut Criterion) {
    let pic = Pic::new(&framework(), &card());
    let (rules, world) = wbl();
    let mut group = criterion.benchmark_group("rules");
    let mut scores = Vec::new();
    group.bench_function("evaluate Connecticut", |b| {
        b.iter(|| evaluate(black_box(&pic.rules), black_box(&pic.card)))
    });
    group.bench_function("evaluate Connecticut, the scores alone", |b| {
        b.iter(|| evaluate_into(black_box(&pic.rules), black_box(&pic.card), &mut scores));
    });
    group.bench_function("evaluate an economy", |b| {
        b.iter(|| evaluate(black_box(&rules), black_box(&world[0])))
    });
    group.bench_function("evaluate an economy, the scores alone", |b| {
        b.iter(|| evaluate_into(black_box(&rules), black_box(&world[0]), &mut scores));
    });
    group.bench_function("what all readings of Connecticut leave", |b| {
        b.iter(|| ranges(black_box(&pic.rules), &pic.card, Some(&pic.readings), &mut || true));
    });
    let unknown = Answers::new(ProvisionSet::default(), (0..35).collect(), ProvisionSet::default());
    group.bench_function("the ranges of an economy of which nothing is known", |b| {
        b.iter(|| ranges(black_box(&rules), &unknown, None, &mut || true));
    });
    group.sample_size(10);
    let figures: Vec<Fraction> = world
        .iter()
        .filter_map(|one| ranked_figure(&rules.tallies()[0], &evaluate(&rules, one).outcomes[0]))
        .collect();
    group.bench_function("all 6,650 single changes ranked", |b| {
        b.iter(|| {
            let each = world.iter().enumerate().map(|(place, one)| {
                let mut others = figures.clone();
                others.remove(place);
                moves(black_box(&rules), 0, one, &others).len()
            });
            each.sum::<usize>()
        });
    });
    group.finish();
}

fn plans(criterion: &mut Criterion) {
    let pic = Pic::new(&framework(), &card());
    let mut group = criterion.benchmark_group("plans");
    for (letter, band) in [("A", 0), ("B", 1)] {
        for (reading, readings) in [("our reading", None), ("every reading", Some(&pic.readings))] {
            let goal = goal(Target::Band(band), readings);
            group.bench_function(format!("Connecticut to {letter} in {reading}"), |b| {
                b.iter(|| plan(black_box(&pic.rules), &pic.card, &goal, &mut || true));
            });
        }
    }
    let (rules, world) = wbl();
    let least = world.iter().min_by_key(|one| one.held().len()).expect("economies");
    for figure in [100, 75] {
        let goal = goal(Target::Figure(Fraction::whole(figure)), None);
        group.bench_function(format!("the economy with the fewest answers to {figure}"), |b| {
            b.iter(|| plan(black_box(&rules), least, &goal, &mut || true));
        });
    }
    group.sample_size(10);
    for times in [10, 50] {
        let (framework, card) = grown_files(&framework(), &self::card(), times);
        let pic = Pic::new(&framework, &card);
        for (reading, readings) in [("our reading", None), ("every reading", Some(&pic.readings))] {
            let goal = goal(Target::Band(0), readings);
            let found = plan(&pic.rules, &pic.card, &goal, &mut || true);
            let told = match &found {
                Outcome::Reachable(plans) => format!("{} changes", plans.fewest),
                other => format!("{other:?}").chars().take(20).collect(),
            };
            group.bench_function(format!("{times} times Connecticut to A in {reading}: {told}"), |b| {
                b.iter(|| plan(black_box(&pic.rules), &pic.card, &goal, &mut || true));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, evaluations, plans);
criterion_main!(benches);
