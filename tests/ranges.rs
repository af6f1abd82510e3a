//! Ranges of answers that are unknown, against every law that they may stand for.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lawgrade_tests::any_rules::{PROVISIONS, framework};
use lawgrade_tests::both::{self, ratio, set};
use lawgrade_tests::plain::{self, Ids, Laws, Outcome, Ratio, Score};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use scoring::ProvisionSet;
use scoring::exact::Points;
use scoring::facts::Answers;
use scoring::ranges::{NodeRange, Ranges, Stop, ranges};
use scoring::rules::{Rules, compile};
use serde_json::Value;

/// The least and the most of some figures.
fn ends(figures: impl Iterator<Item = Ratio> + Clone) -> Option<(Ratio, Ratio)> {
    figures.clone().reduce(Ratio::min).zip(figures.reduce(Ratio::max))
}

/// What the second evaluator gives for every law.
struct Tried {
    scores: Vec<BTreeMap<String, Score>>,
    outcomes: Vec<Vec<Outcome>>,
}

fn tried(file: &Value, answers: &plain::Answers) -> Tried {
    let laws = Laws::new(file).completions(answers);
    let each =
        |held: Ids| plain::evaluate(file, &plain::Answers { held, unknown: Ids::new(), ..answers.clone() });
    let (scores, outcomes) = laws.into_iter().map(each).unzip();
    Tried { scores, outcomes }
}

fn node_agrees(name: &str, found: NodeRange, tried: &Tried, rules: &Rules) -> Result<(), TestCaseError> {
    let scores = || tried.scores.iter().map(|scores| scores[name]);
    let applying = || scores().filter(|score| score.applies);
    let points = |points: Points| ratio(rules.unit().fraction(points));
    prop_assert_eq!(found.may_apply, applying().next().is_some(), "{}", name);
    prop_assert_eq!(found.may_not_apply, scores().any(|score| !score.applies), "{}", name);
    let nothing = (Ratio(0, 1), Ratio(0, 1));
    let earned = ends(applying().map(|score| score.earned)).unwrap_or(nothing);
    prop_assert_eq!((points(found.least), points(found.most)), earned, "{}", name);
    let possible = ends(applying().map(|score| score.possible)).unwrap_or(nothing);
    prop_assert_eq!((points(found.least_possible), points(found.most_possible)), possible, "{}", name);
    Ok(())
}

fn tallies_agree(found: &Ranges, tried: &Tried, rules: &Rules) -> Result<(), TestCaseError> {
    for (index, (range, tally)) in found.tallies.iter().zip(rules.tallies()).enumerate() {
        let outcomes = || tried.outcomes.iter().map(|outcomes| &outcomes[index]);
        let exact = |outcome: &Outcome| match outcome {
            Outcome::Result { exact, .. } => Some(*exact),
            _ => None,
        };
        let figures = range.figures.map(|(least, most)| (ratio(least), ratio(most)));
        prop_assert_eq!(figures, ends(outcomes().filter_map(exact)));
        prop_assert_eq!(range.may_have_none, outcomes().any(|outcome| exact(outcome).is_none()));
        let band = |outcome: &Outcome| match outcome {
            Outcome::Result { band: Some(name), .. } => {
                tally.bands.iter().position(|band| band.name == *name)
            }
            _ => None,
        };
        let bands = || outcomes().filter_map(band);
        prop_assert_eq!(range.bands, bands().max().zip(bands().min()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("failures/ranges.txt"))),
        ..ProptestConfig::with_cases(600)
    })]

    /// Every part and every tally, whatever holds, is unknown or does not apply.
    #[test]
    fn no_range_is_too_wide_or_too_narrow(
        file in framework(),
        held in 0..1_usize << PROVISIONS,
        unknown in 0..1_usize << PROVISIONS,
        not_applicable in 0..1_usize << PROVISIONS,
    ) {
        let Ok(rules) = compile(&serde_json::from_value(file.clone()).expect("a framework")) else {
            return Err(TestCaseError::reject("cannot be counted"));
        };
        let may_not_apply: ProvisionSet =
            set(not_applicable).iter().filter(|place| rules.may_not_apply().contains(*place)).collect();
        let answers = Answers::new(set(held), set(unknown), may_not_apply);
        let plain = both::answers(&answers);
        let tried = tried(&file, &plain);
        let found = ranges(&rules, &answers, None, &mut || true).expect("few provisions are never too many");
        prop_assert_eq!(found.is_none(), tried.scores.is_empty());
        let Some(found) = found else { return Ok(()) };
        for name in tried.scores[0].keys().filter(|name| !name.is_empty()) {
            let node = rules.find(name).expect("every part has a node");
            node_agrees(name, found.nodes[node.index()], &tried, &rules)?;
        }
        tallies_agree(&found, &tried, &rules)?;
    }
}

#[test]
fn whoever_asks_can_stop_it() {
    let file = framework_of_forty();
    let rules = compile(&serde_json::from_value(file).expect("a framework")).expect("the rules are right");
    let unknown = Answers::new(ProvisionSet::default(), (0..40).collect(), ProvisionSet::default());
    assert_eq!(ranges(&rules, &unknown, None, &mut || false), Err(Stop::Interrupted));
    let all = ranges(&rules, &unknown, None, &mut || true).expect("small").expect("a law fits");
    let root = all.nodes.last().expect("a root");
    assert_eq!((root.least.units(), root.most.units()), (0, 40));
}

/// Forty questions that have nothing to do with each other: 2^40 laws.
fn framework_of_forty() -> Value {
    let ids: Vec<String> = (0..40).map(|place| format!("p{place}")).collect();
    let provisions: Vec<Value> =
        ids.iter().map(|id| serde_json::json!({"id": id, "label": "made"})).collect();
    serde_json::json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": provisions, "sections": [{"id": "all", "checklist": ids}],
    })
}
