//! Whether chance makes every shape: what `algebra.rs`, `ranges.rs`, `ranks.rs` and `any_plans.rs` hold, they hold of
//! what is made.

use std::collections::BTreeMap;

use lawgrade_tests::any_rules::{drawn, framework};
use scoring::ProvisionSet;
use scoring::exact::{Halves, Points, Seen};
use scoring::facts::{Condition, GroupKind, Missing};
use scoring::plans::{Outcome, plan};
use scoring::rules::{Node, Rule, Rules, Tally, compile};

use crate::any_plans::question::{Chance, chance};

/// How many shapes are looked for.
const SHAPES: usize = 28;

/// The nodes that a result is made of.
fn below(rules: &Rules, tally: &Tally) -> Vec<Node> {
    let (mut found, mut waiting) = (Vec::new(), vec![tally.root]);
    while let Some(node) = waiting.pop().and_then(|id| rules.node(id)) {
        waiting.extend(node.rule.parts());
        found.push(node.clone());
    }
    found
}

/// Every shape, and whether a result has it.
fn shapes(rules: &Rules, tally: &Tally) -> Vec<(&'static str, bool)> {
    let nodes = below(rules, tally);
    let any = |is: &dyn Fn(&Node) -> bool| nodes.iter().any(is);
    let asks = |is: &dyn Fn(&Condition) -> bool| any(&|node| node.rule.condition().is_some_and(is));
    let weights = |node: &Node| match &node.rule {
        Rule::Mean { of, .. } => of.iter().map(|share| share.weight).collect(),
        _ => Vec::new(),
    };
    let capped = |node: &Node| matches!(node.rule, Rule::Within { most: Some(_), .. });
    let groups = |kind| rules.implied().groups().iter().filter(move |group| group.kind == kind);
    let looked_at = |members: &[usize]| members.iter().any(|member| tally.provisions.contains(*member));
    let needs = |place: usize| rules.implied().with(place).minus(&[place].into_iter().collect());
    let seen = |sees, halves| {
        let rounds = tally.scale.decimals.is_some() && tally.bands.len() > 1;
        rounds && tally.scale.bands_see == sees && tally.scale.halves == halves
    };
    let may_not_apply: ProvisionSet = rules.may_not_apply().common(&tally.provisions);
    vec![
        ("a ladder or levels", any(&|node| matches!(node.rule, Rule::Best { .. }))),
        ("a sum", any(&|node| matches!(node.rule, Rule::Sum { .. }))),
        (
            "negative points",
            any(&|node| matches!(node.rule, Rule::When { points, .. } if points < Points::ZERO)),
        ),
        (
            "less than nothing otherwise",
            any(&|node| matches!(node.rule, Rule::Best { otherwise, .. } if otherwise < Points::ZERO)),
        ),
        ("one of some", asks(&|needs| needs.any.len() > 1)),
        ("none of others", asks(&|needs| !needs.none.is_empty())),
        ("a mean", any(&|node| weights(node).len() > 1)),
        ("a mean with weights", any(&|node| weights(node).windows(2).any(|two| two[0] != two[1]))),
        ("an upper bound", any(&capped)),
        ("a lower bound", any(&|node| matches!(node.rule, Rule::Within { least: Some(_), .. }))),
        ("extra credit", any(&|node| node.extra)),
        ("extra credit with a cap", any(&|node| node.extra && capped(node))),
        ("a gate", any(&|node| matches!(node.rule, Rule::Gate { .. }))),
        ("what does not apply because of an answer", any(&|node| !node.applies.is_empty())),
        ("what a card may say does not apply", !may_not_apply.is_empty()),
        (
            "levels",
            groups(GroupKind::Levels).any(|group| group.members.len() > 1 && looked_at(&group.members)),
        ),
        ("at most one of several", groups(GroupKind::OneOf).any(|group| looked_at(&group.members))),
        ("implications", tally.provisions.iter().any(|place| !needs(place).is_empty())),
        (
            "levels that something else needs",
            groups(GroupKind::Levels).any(|group| {
                let outside = tally.provisions.iter().filter(|place| !group.members.contains(place));
                outside
                    .into_iter()
                    .any(|place| group.members.iter().any(|member| needs(place).contains(*member)))
            }),
        ),
        ("a share", tally.scale.of.is_some()),
        ("no bands", tally.bands.is_empty()),
        ("a gate on a band", tally.bands.iter().any(|band| !band.requires.is_empty())),
        ("a letter before rounding", seen(Seen::Exact, Halves::Up) || seen(Seen::Exact, Halves::Even)),
        ("a letter after rounding up", seen(Seen::Shown, Halves::Up)),
        ("a letter after rounding to even", seen(Seen::Shown, Halves::Even)),
        ("several results", rules.tallies().len() > 1),
        ("answers that are left out", rules.missing() == Missing::LeaveOut),
        ("answers that withhold", rules.missing() == Missing::Withhold),
    ]
}

fn enough(seen: &BTreeMap<&str, usize>, least: usize) {
    assert_eq!(seen.len(), SHAPES);
    let few: Vec<_> = seen.iter().filter(|(_, count)| **count < least).collect();
    assert!(few.is_empty(), "{few:?} of {seen:?}");
}

#[test]
fn rules_of_every_shape_are_made() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for file in drawn(framework(), 600) {
        let Ok(rules) = compile(&serde_json::from_value(file).expect("a framework")) else { continue };
        // The first result is the one that is ranked.
        for (shape, is) in rules.tallies().first().into_iter().flat_map(|tally| shapes(&rules, tally)) {
            *seen.entry(shape).or_default() += usize::from(is);
        }
    }
    enough(&seen, 20);
}

/// Of the result that is asked about, in searches that find something; as many as a run of `any_plans.rs` has.
#[test]
fn plans_lead_through_every_shape() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, rules, question) in drawn(chance(), 800).filter_map(Chance::question) {
        if let Outcome::Reachable(_) = plan(&rules, &question.answers, &question.goal, &mut || true) {
            for (shape, is) in shapes(&rules, &rules.tallies()[question.goal.tally]) {
                *seen.entry(shape).or_default() += usize::from(is);
            }
        }
    }
    enough(&seen, 5);
}
