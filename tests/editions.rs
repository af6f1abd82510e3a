//! Addresses of earlier editions of the rules: what they came to then and come to now.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use lawgrade_tests::{card, first_edition, framework};
use scoring::data::EarlierEdition;
use scoring::{
    AddressProblem, Baseline, Scenario, Then, Words, evaluate, format_address, parse_address, parse_canonical,
};

/// Connecticut's card under the present rules, which know what the first edition had otherwise.
fn present() -> Baseline {
    let mut now = framework();
    now.earlier = vec![EarlierEdition::of(&first_edition(), &now)];
    Baseline::new(now, card(), Words::english()).expect("the card is right")
}

fn before() -> Baseline {
    Baseline::new(first_edition(), card(), Words::english())
        .expect("the card was right under the first edition")
}

/// What the second edition corrects, and nothing else.
#[test]
fn four_questions_differ() {
    let baseline = present();
    let earlier = baseline.framework().earlier.first().expect("there is a first edition");
    let ids: Vec<&str> = earlier.components.iter().map(|component| component.id.as_str()).collect();
    assert_eq!((earlier.edition, baseline.framework().edition), (1, 2));
    assert_eq!(ids, ["1.1", "1.4", "2.10", "4.2"]);
}

/// The card comes to the same under both, so its address names none, and what names one is read as well.
#[test]
fn the_card_stays() {
    let baseline = present();
    assert_eq!(format_address(&baseline, &Default::default()), "pic-2019/ct-2019");
    assert_eq!(parse_canonical(&baseline, "pic-2019/ct-2019"), Some(Default::default()));
    for address in ["pic-2019/ct-2019", "pic-2019@1/ct-2019", "pic-2019@2/ct-2019"] {
        assert_eq!(parse_address(&baseline, address), (Default::default(), Vec::new()), "{address}");
        assert_eq!(Then::of(&baseline, address, &Scenario::default()), None, "{address}");
    }
}

/// An address without an edition is of the first, whatever has become of it on its way.
#[test]
fn both_results_are_told() {
    let baseline = present();
    let mut told = BTreeSet::new();
    for address in [
        "pic-2019/ct-2019/off=racketeering-predicates",
        "pic-2019@1/ct-2019/off=racketeering-predicates",
        "https://example.org/#PIC-2019%401/ct-2019/off=racketeering-predicates&utm_source=mail",
    ] {
        let (situation, problems) = parse_address(&baseline, address);
        assert_eq!(problems, [], "{address}");
        assert_eq!(parse_canonical(&baseline, address), None, "{address}");
        let then = Then::of(&baseline, address, &situation.scenario).expect("the first edition gave it less");
        told.insert(format!(
            "{}\n{}",
            then.in_words(&baseline),
            then.components[0].in_words(baseline.words())
        ));
    }
    let told: Vec<String> = told.into_iter().collect();
    insta::assert_snapshot!(told.join("\n\n"));
    let now = "pic-2019@2/ct-2019/off=racketeering-predicates";
    let (situation, _) = parse_address(&baseline, now);
    assert_eq!(Then::of(&baseline, now, &situation.scenario), None);
    assert_eq!(format_address(&baseline, &situation), now);
}

/// Whatever is switched, the result of then is the one that the rules of then give.
#[test]
fn the_result_of_then_is_that_of_the_rules_of_then() {
    let (now, before) = (present(), before());
    let changed = now.provisions().iter().filter(|provision| {
        let of = |id: &String| {
            now.framework().earlier.iter().flat_map(|one| &one.components).any(|one| one.id == *id)
        };
        provision.counts_in.iter().any(of)
    });
    let changed: Vec<_> = changed.collect();
    assert_eq!(changed.len(), 10);
    for mask in 0_u32..1 << changed.len() {
        let switched = changed.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
        let scenario = Scenario::from_switched(switched.map(|(_, provision)| provision.index).collect());
        let address = format_address(&before, &scenario.clone().into());
        let then = Then::of(&now, &address, &scenario);
        let (tree, old) = (evaluate(&now, &scenario), evaluate(&before, &scenario));
        let differs = tree.components().zip(old.components()).any(|(now, then)| now.points != then.points);
        assert_eq!(then.is_some(), differs, "{address}");
        if let Some(then) = then {
            assert_eq!((then.total, &then.band.grade), (old.total, &old.band.grade), "{address}");
            assert_eq!(then.now.total, tree.total);
        }
    }
}

/// A page that is older than a link says so, and shows what it can.
#[test]
fn an_edition_to_come_is_told() {
    let baseline = present();
    for found in [0, 3] {
        let address = format!("pic-2019@{found}/ct-2019/off=racketeering-predicates");
        let (situation, problems) = parse_address(&baseline, &address);
        assert_eq!(problems, [AddressProblem::UnknownEdition { expected: 2, found }]);
        assert_eq!(situation.scenario.size(), 1);
        assert_eq!(Then::of(&baseline, &address, &situation.scenario), None);
    }
}
