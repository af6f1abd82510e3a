//! Rules far beyond trying every law: either an exact answer, or one that says so, and soon.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::{Effort, Goal, Outcome, Target, plan};
use scoring::ranges::{Stop, ranges};
use scoring::rules::{Rules, compile, evaluate};
use serde_json::{Value, json};

fn ids(count: usize) -> Vec<String> {
    (0..count).map(|place| format!("p{place}")).collect()
}

fn rules(count: usize, implies: impl Fn(usize) -> Vec<String>, sections: Value) -> Rules {
    let provisions: Vec<Value> = (0..count)
        .map(|place| json!({"id": format!("p{place}"), "label": "made", "implies": implies(place)}))
        .collect();
    let file = json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": provisions, "sections": sections,
    });
    compile(&serde_json::from_value(file).expect("a framework")).expect("the rules are right")
}

fn to(figure: i64) -> Goal {
    let target = Target::Figure(Fraction::whole(figure));
    let nothing = ProvisionSet::default();
    Goal { tally: 0, target, readings: None, locked: nothing, bundles: Vec::new(), limit: 5 }
}

fn found(rules: &Rules, figure: i64) -> Outcome {
    plan(rules, &Answers::default(), &to(figure), &mut || true)
}

/// Any 3 of 100 that earn a point each: 161,700 plans, of which 5 are listed.
#[test]
fn plans_beyond_listing_are_counted() {
    let rules = rules(100, |_| Vec::new(), json!([{"checklist": ids(100)}]));
    let Outcome::Reachable(plans) = found(&rules, 3) else { panic!("any three do") };
    assert_eq!((plans.fewest, plans.count, plans.plans.len()), (3, 161_700, 5));
}

/// A ladder over more provisions than a word has bits: its top needs all of them.
#[test]
fn no_provision_is_cut_off() {
    let rungs = json!([{"rungs": [{"points": 1, "needs": ids(30)}, {"points": 2, "needs": ids(100)}]}]);
    let rules = rules(100, |_| Vec::new(), rungs);
    for (figure, fewest) in [(1, 30), (2, 100)] {
        let Outcome::Reachable(plans) = found(&rules, figure) else { panic!("a rung can be reached") };
        assert_eq!((plans.fewest, plans.count), (fewest, 1));
        assert_eq!(plans.plans[0].on, (0..fewest).collect());
    }
}

/// A chain of a thousand parts, each of which shares a provision with the next.
#[test]
fn a_long_chain_is_no_tree_of_every_choice() {
    let parts: Vec<Value> = (0..60)
        .map(|place| json!({"points": 1, "needs": [format!("p{place}"), format!("p{}", place + 1)]}))
        .collect();
    let rules = rules(61, |_| Vec::new(), json!([{"components": parts}]));
    let Outcome::Reachable(plans) = found(&rules, 10) else { panic!("eleven in a row earn ten") };
    assert_eq!((plans.fewest, plans.count), (11, 51));
}

/// Every part shares provisions with every other, each weighs something else: nothing falls apart, nothing is the same.
fn tangle() -> Rules {
    let part = |place: usize| {
        let needs =
            [place, place * 7 + 3, place * 13 + 5, place * 29 + 11].map(|place| format!("p{}", place % 64));
        let needs: std::collections::BTreeSet<String> = needs.into();
        json!({"points": place * place + 1, "needs": needs})
    };
    rules(64, |_| Vec::new(), json!([{"components": (0..200).map(part).collect::<Vec<_>>()}]))
}

#[test]
fn what_is_too_large_says_so_and_offers_what_it_has() {
    let rules = tangle();
    let all = evaluate(&rules, &Answers::of((0..64).collect())).scores.last().expect("a root").earned.units();
    let Outcome::TooLarge { found } = found(&rules, all / 2) else { panic!("nobody can know the fewest") };
    let found = found.expect("one change after the other gets there");
    let reached = evaluate(&rules, &Answers::of(found.on.clone())).scores.last().expect("a root").earned;
    assert!(reached.units() >= all / 2 && found.off.is_empty());
    assert_eq!(found.figure, Fraction::whole(reached.units()));
}

/// One that all others need: it is decided first, and then each of them alone.
#[test]
fn all_that_need_the_same_fall_apart() {
    let rules =
        rules(40, |place| if place == 0 { Vec::new() } else { ids(1) }, json!([{"checklist": ids(40)}]));
    let Outcome::Reachable(plans) = found(&rules, 4) else { panic!("any three do") };
    assert_eq!((plans.fewest, plans.count, plans.plans.len()), (3, 9139, 5));
    assert!(plans.plans.iter().all(|plan| plan.on.contains(0) && plan.on.len() == 4));
    let Outcome::Reachable(plans) = found(&rules, 1) else { panic!("the one does") };
    assert_eq!((plans.fewest, plans.count), (1, 40));
    let unknown = Answers::new(ProvisionSet::default(), (0..40).collect(), ProvisionSet::default());
    let all = ranges(&rules, &unknown, None, &mut || true).expect("small").expect("a law fits");
    let root = all.nodes.last().expect("a root");
    assert_eq!((root.least.units(), root.most.units()), (0, 40));
}

/// Twenty in a ring, and twenty others that need two of them: so many ways to decide them together are not gone through.
#[test]
fn too_many_that_hang_together_are_refused() {
    let two = |place: usize| [place % 20, (place + 1) % 20].map(|place| format!("p{place}")).to_vec();
    let rules =
        rules(40, |place| if place < 20 { Vec::new() } else { two(place) }, json!([{"checklist": ids(40)}]));
    let Outcome::TooLarge { found } = found(&rules, 4) else { panic!("there are 2^39 ways") };
    assert_eq!(found.expect("any four do").on.len(), 4);
    let unknown = Answers::new(ProvisionSet::default(), (0..40).collect(), ProvisionSet::default());
    assert_eq!(ranges(&rules, &unknown, None, &mut || true), Err(Stop::TooLarge));
}

/// Wherever it is, a search stops when it is told to, and asks often enough.
#[test]
fn a_search_stops_when_it_is_told_to() {
    let rules = tangle();
    let mut asked = 0;
    let mut answer_no_after = |times: usize| {
        asked = 0;
        let outcome = plan(&rules, &Answers::default(), &to(1_000_000), &mut || {
            asked += 1;
            asked <= times
        });
        (outcome, asked)
    };
    for times in [0, 1, 10, 100] {
        assert_eq!(answer_no_after(times), (Outcome::Interrupted, times + 1));
    }
    let (outcome, asked) = answer_no_after(usize::MAX);
    assert!(matches!(outcome, Outcome::TooLarge { .. }));
    let most = usize::try_from(2 * Effort::MOST / Effort::BETWEEN).expect("not so many");
    assert!((1000..=most + 2).contains(&asked), "{asked}");
}
