//! Whole rule sets made by chance, held against a second evaluator that shares nothing with the core.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lawgrade_tests::any_rules::{PROVISIONS, drawn, framework};
use lawgrade_tests::both::{self, ids, ratio, set};
use lawgrade_tests::plain;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use scoring::ProvisionSet;
use scoring::diagnose::Code;
use scoring::exact::Points;
use scoring::facts::{Answers, GroupKind, Missing};
use scoring::rules::{Outcome, Rule, Rules, compile, evaluate};
use serde_json::Value;

/// Cases that were found once are kept in this file and tried first for ever.
fn config(cases: u32) -> ProptestConfig {
    let kept = FileFailurePersistence::Direct("failures/algebra.txt");
    ProptestConfig {
        failure_persistence: Some(Box::new(kept)),
        max_global_rejects: cases,
        ..ProptestConfig::with_cases(cases)
    }
}

/// Rules that are made by chance may be too fine or too large, or put what implies each other into one group; nothing else.
fn compiled(file: &Value) -> Result<Rules, TestCaseError> {
    let read = serde_json::from_value(file.clone()).unwrap_or_else(|error| panic!("{error}: {file}"));
    compile(&read).map_err(|found| {
        let excused = [Code::TooFine, Code::TooLarge, Code::TooManyMaximums, Code::ImpliesExcluded];
        let errors = found.iter().filter(|one| one.severity() == scoring::diagnose::Severity::Error);
        let unexpected: Vec<String> =
            errors.filter(|one| !excused.contains(&one.code)).map(|one| format!("{one:?}")).collect();
        match unexpected.is_empty() {
            true => TestCaseError::reject("cannot be counted"),
            false => TestCaseError::fail(unexpected.join("\n")),
        }
    })
}

/// Both evaluators on the same answers: every part, every tally.
fn agree(file: &Value, rules: &Rules, answers: &Answers) -> Result<(), TestCaseError> {
    let plain = both::answers(answers);
    let (scores, outcomes) = plain::evaluate(file, &plain);
    let found = evaluate(rules, answers);
    for (name, expected) in scores.iter().filter(|(name, _)| !name.is_empty()) {
        let score = found.score(rules.find(name).expect("every part has a node"));
        let in_points = |points| ratio(rules.unit().fraction(points));
        prop_assert_eq!(score.applies(), expected.applies, "{} with {:?}", name, plain);
        prop_assert_eq!(in_points(score.earned), expected.earned, "{} with {:?}", name, plain);
        prop_assert_eq!(in_points(score.possible), expected.possible, "{} with {:?}", name, plain);
    }
    let told = rules.tallies().iter().zip(&found.outcomes).map(|(tally, outcome)| match outcome {
        Outcome::NotApplicable => plain::Outcome::NotApplicable,
        Outcome::Withheld { unknown } => plain::Outcome::Withheld(ids(unknown)),
        Outcome::Result { figure, band } => plain::Outcome::Result {
            exact: ratio(figure.exact),
            shown: ratio(figure.shown),
            band: band.map(|band| tally.bands[band].name.clone()),
        },
    });
    prop_assert_eq!(told.collect::<Vec<_>>(), outcomes, "{:?}", plain);
    Ok(())
}

proptest! {
    #![proptest_config(config(500))]

    /// Every set of answers to every set of rules, once without gaps and once with some unknown and not applicable.
    #[test]
    fn both_evaluators_agree(
        file in framework(),
        unknown in 0..1_usize << PROVISIONS,
        not_applicable in 0..1_usize << PROVISIONS,
    ) {
        let rules = compiled(&file)?;
        let may_not_apply: ProvisionSet =
            set(not_applicable).iter().filter(|place| rules.may_not_apply().contains(*place)).collect();
        for bits in 0..1 << PROVISIONS {
            agree(&file, &rules, &Answers::of(set(bits)))?;
            agree(&file, &rules, &Answers::new(set(bits), set(unknown), may_not_apply.clone()))?;
        }
    }

    /// Switching gives the largest law that can be, of all that could be: found by trying every subset.
    #[test]
    fn a_switch_takes_along_no_more_than_it_must(file in framework(), bits in 0..1_usize << PROVISIONS) {
        let rules = compiled(&file)?;
        let implied = rules.implied();
        let allowed = |bits: &usize| allowed(&file, &rules, *bits);
        let held = (0..1 << PROVISIONS).filter(allowed).filter(|held| held & !bits == 0).max_by_key(|held: &usize| held.count_ones());
        let held = held.expect("the empty law can always be");
        let switched = |place, on| Answers::of(set(held)).switched(implied, place, on).held().clone();
        for place in 0..PROVISIONS {
            let largest = |from: usize, with: bool| {
                let subsets = (0..1 << PROVISIONS).filter(|law| law & !from == 0 && (law >> place & 1 == 1) == with);
                set(subsets.filter(allowed).max_by_key(|law: &usize| law.count_ones()).unwrap_or(0))
            };
            prop_assert_eq!(switched(place, false), largest(held, false));
            let with = implied.with(place).iter().fold(held, |law, other| law | 1 << other);
            prop_assert_eq!(switched(place, true), largest(with, true));
        }
        prop_assert_eq!((0..1 << PROVISIONS).filter(|bits| implied.allows(&set(*bits))).count(), (0..1 << PROVISIONS).filter(allowed).count());
    }
}

/// Whether a law can be, by what the file says alone.
fn allowed(file: &Value, rules: &Rules, bits: usize) -> bool {
    let held = ids(&set(bits));
    let implied = file["provisions"].as_array().into_iter().flatten().all(|provision| {
        let mut others = provision["implies"].as_array().into_iter().flatten();
        !held.contains(provision["id"].as_str().expect("an id"))
            || others.all(|other| held.contains(other.as_str().expect("an id")))
    });
    let holds = |place: usize| bits >> place & 1 == 1;
    implied
        && rules.implied().groups().iter().all(|group| match group.kind {
            GroupKind::Levels => group.members.windows(2).all(|pair| holds(pair[0]) || !holds(pair[1])),
            GroupKind::OneOf => group.members.iter().filter(|member| holds(**member)).count() <= 1,
        })
}

/// The rules that are made have everything in them, and most of them can be counted.
#[test]
fn chance_makes_rules_of_every_kind() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let made = 300;
    for file in drawn(framework(), made) {
        let Ok(rules) = compiled(&file) else { continue };
        *seen.entry("rules").or_default() += 1;
        let mut see = |what, is: bool| *seen.entry(what).or_default() += usize::from(is);
        for node in rules.nodes() {
            see(kind(&node.rule), true);
            see("extra credit", node.extra);
            see("a part that may not apply", !node.applies.is_empty());
            see("a penalty", matches!(node.rule, Rule::When { points, .. } if points < Points::ZERO));
            see(
                "less than nothing otherwise",
                matches!(node.rule, Rule::Best { otherwise, .. } if otherwise < Points::ZERO),
            );
        }
        see("levels", rules.implied().groups().iter().any(|group| group.kind == GroupKind::Levels));
        see(
            "at most one of several",
            rules.implied().groups().iter().any(|group| group.kind == GroupKind::OneOf),
        );
        see("implications", (0..PROVISIONS).any(|place| rules.implied().with(place).len() > 1));
        see("no bands", rules.tallies().iter().all(|tally| tally.bands.is_empty()));
        see(
            "a gate on a band",
            rules.tallies().iter().flat_map(|tally| &tally.bands).any(|band| !band.requires.is_empty()),
        );
        see("several tallies", rules.tallies().len() > 1);
        see("unknown answers that are left out", rules.missing() == Missing::LeaveOut);
        see("unknown answers that withhold", rules.missing() == Missing::Withhold);
        see("a broken unit", rules.unit().per_point() > 4);
        see("deep", depth(&rules) >= 5);
    }
    assert_eq!(seen.len(), 21, "{seen:?}");
    assert!(seen.values().all(|count| *count >= 20), "{seen:?}");
    assert!(seen["rules"] * 10 >= made * 8, "{seen:?}");
}

fn kind(rule: &Rule) -> &'static str {
    match rule {
        Rule::When { .. } => "when",
        Rule::Best { .. } => "best",
        Rule::Sum { .. } => "sum",
        Rule::Mean { .. } => "mean",
        Rule::Within { .. } => "within",
        Rule::Gate { .. } => "gate",
    }
}

/// How many nodes stand above one another.
fn depth(rules: &Rules) -> usize {
    let mut depths: Vec<usize> = Vec::new();
    for node in rules.nodes() {
        let below = node.rule.parts().into_iter().map(|part| depths[part.index()]).max();
        depths.push(1 + below.unwrap_or(0));
    }
    depths.into_iter().max().unwrap_or(0)
}
