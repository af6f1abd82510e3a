//! Plans against trying every subset: none is smaller, none is missing, each reaches the target.
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use lawgrade_tests::{connecticut, made};
use proptest::prelude::*;
use scoring::{
    Baseline, Goal, Outcome, Plans, Points, Provision, ProvisionSet, Question, Scenario, certainty, evaluate,
    plan, solve, worth,
};

const EVERYTHING: usize = usize::MAX;

fn points(decimal: f64) -> Points {
    Points::from_decimal(decimal).expect("a table holds points")
}

fn goal(target: Points, question: Question) -> Goal {
    Goal { target, question, locked: ProvisionSet::default(), bundles: Vec::new(), limit: EVERYTHING }
}

/// What counts for the question: the total, or the least total over all readings.
fn reached(baseline: &Baseline, scenario: &Scenario, question: Question) -> Points {
    let tree = evaluate(baseline, scenario);
    match question {
        Question::BestReading => tree.total,
        Question::EveryReading => certainty(baseline, &tree).expect("the card has readings").total.low,
    }
}

/// All smallest subsets that reach the goal, found by trying every subset in the order of size, up to
/// `most` provisions; nothing, when none does.
fn tried(
    baseline: &Baseline,
    scenario: &Scenario,
    goal: &Goal,
    most: usize,
) -> Option<BTreeSet<Vec<String>>> {
    // What counts as one change: a bundle, or a provision that is in none.
    let off = |provision: &&Arc<Provision>| !scenario.holds(provision);
    let mut free: Vec<Vec<&Arc<Provision>>> = Vec::new();
    for bundle in &goal.bundles {
        let members = baseline.provisions().iter().filter(off);
        free.push(members.filter(|provision| bundle.contains(provision.index)).collect());
    }
    for provision in baseline.provisions().iter().filter(off) {
        if !goal.bundles.iter().any(|bundle| bundle.contains(provision.index)) {
            free.push(vec![provision]);
        }
    }
    free.retain(|unit| {
        !unit.is_empty() && !unit.iter().any(|provision| goal.locked.contains(provision.index))
    });
    for size in 0..=most.min(free.len()) {
        let mut found = BTreeSet::new();
        choose(free.len(), size, &mut Vec::new(), &mut |chosen| {
            let mut with = scenario.clone();
            let mut on: Vec<_> = chosen.iter().filter_map(|&index| free.get(index)).flatten().collect();
            on.iter().for_each(|provision| with.switch(provision));
            if reached(baseline, &with, goal.question) >= goal.target {
                on.sort_by_key(|provision| provision.index);
                found.insert(on.into_iter().map(|provision| provision.id.clone()).collect());
            }
        });
        if !found.is_empty() {
            return Some(found);
        }
    }
    None
}

/// Calls `each` with every choice of `size` indexes below `count`, in order.
fn choose(count: usize, size: usize, chosen: &mut Vec<usize>, each: &mut impl FnMut(&[usize])) {
    if chosen.len() == size {
        return each(chosen);
    }
    for next in chosen.last().map_or(0, |last| last + 1)..count {
        chosen.push(next);
        choose(count, size, chosen, each);
        chosen.pop();
    }
}

fn listed(plans: &Plans) -> BTreeSet<Vec<String>> {
    plans.plans.iter().map(|plan| plan.on.iter().map(|provision| provision.id.clone()).collect()).collect()
}

fn agrees(baseline: &Baseline, scenario: &Scenario, goal: &Goal) -> Result<(), TestCaseError> {
    let tried = tried(baseline, scenario, goal, usize::MAX);
    match plan(baseline, scenario, goal) {
        Outcome::TooLarge { .. } => prop_assert!(false, "so few provisions are no large search"),
        Outcome::Already => prop_assert!(tried.is_some_and(|sets| sets.contains(&Vec::new()))),
        Outcome::Impossible { best, band } => {
            prop_assert_eq!(tried, None);
            let mut most = Goal { target: best, ..goal.clone() };
            prop_assert!(self::tried(baseline, scenario, &most, usize::MAX).is_some());
            most.target = best + Points::from_quarters(1);
            prop_assert_eq!(self::tried(baseline, scenario, &most, usize::MAX), None);
            prop_assert_eq!(&band, baseline.band(best));
        }
        Outcome::Reachable(plans) => {
            let tried = tried.expect("the planner found a plan");
            prop_assert_eq!(plans.count, tried.len() as u128);
            prop_assert_eq!(plans.plans.len(), tried.len());
            if goal.bundles.is_empty() {
                prop_assert!(tried.iter().all(|set| set.len() == plans.fewest));
            }
            let needed = |goal: &Goal| -> Option<Vec<String>> {
                let needed = solve(baseline, scenario, goal, true).needed?;
                Some(needed.iter().map(|provision| provision.id.clone()).collect())
            };
            let common = baseline.provisions().iter().map(|p| p.id.clone());
            let common: Vec<_> = common.filter(|id| tried.iter().all(|set| set.contains(id))).collect();
            prop_assert_eq!(needed(goal), Some(common.clone()));
            // The same when the list is cut short.
            let short = Goal { limit: 1, ..goal.clone() };
            prop_assert_eq!(needed(&short), Some(common.clone()));
            for plan in &plans.plans {
                let mut with = scenario.clone();
                plan.on.iter().for_each(|provision| with.switch(provision));
                prop_assert_eq!(plan.total, reached(baseline, &with, goal.question));
            }
        }
    }
    Ok(())
}

fn reachable(target: f64, question: Question) -> Plans {
    let baseline = connecticut();
    match plan(&baseline, &Scenario::default(), &goal(points(target), question)) {
        Outcome::Reachable(plans) => plans,
        other => panic!("expected plans, found {other:?}"),
    }
}

/// Connecticut needs 1 point for a B and 11 for an A (facts on the framework, 7.2).
#[test]
fn connecticut_to_a_b_and_an_a() {
    let baseline = connecticut();
    let card = Scenario::default();
    let mut lines = Vec::new();
    for target in [80.0, 90.0] {
        for question in [Question::BestReading, Question::EveryReading] {
            let plans = reachable(target, question);
            let tried = tried(&baseline, &card, &goal(points(target), question), plans.fewest);
            assert_eq!(Some(listed(&plans)), tried, "{target} {question:?}");
            lines.push(format!("{target} in {question:?}: {} changes, {} plans", plans.fewest, plans.count));
            for plan in &plans.plans {
                let ids: Vec<_> = plan.on.iter().map(|provision| provision.id.as_str()).collect();
                lines.push(format!("  {} with {}", plan.total, ids.join(" + ")));
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_target_that_is_reached_and_one_that_is_out_of_reach() {
    let baseline = connecticut();
    let card = Scenario::default();
    assert_eq!(plan(&baseline, &card, &goal(points(79.0), Question::EveryReading)), Outcome::Already);
    let all: ProvisionSet = baseline.provisions().iter().map(|provision| provision.index).collect();
    let locked = Goal { locked: all, ..goal(points(80.0), Question::BestReading) };
    let best = Outcome::Impossible { best: points(79.0), band: baseline.band(points(79.0)).clone() };
    assert_eq!(plan(&baseline, &card, &locked), best);
    let beyond = plan(&baseline, &card, &goal(points(103.0), Question::BestReading));
    assert_eq!(
        beyond,
        Outcome::Impossible { best: points(102.5), band: baseline.band(points(102.5)).clone() }
    );
}

#[test]
fn what_was_found_is_said_in_words() {
    let baseline = connecticut();
    let all: ProvisionSet = baseline.provisions().iter().map(|provision| provision.index).collect();
    let mut lines = Vec::new();
    for question in [Question::BestReading, Question::EveryReading] {
        for target in [79.0, 80.0, 90.0, 103.0] {
            let outcome = plan(&baseline, &Scenario::default(), &goal(points(target), question));
            lines.push(format!("{target}: {}", outcome.in_words(baseline.words(), question)));
        }
        let locked = Goal { locked: all.clone(), ..goal(points(80.0), question) };
        let outcome = plan(&baseline, &Scenario::default(), &locked);
        lines.push(format!("80, all left out: {}", outcome.in_words(baseline.words(), question)));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_limit_shortens_the_list_and_not_the_count() {
    let baseline = connecticut();
    let all = reachable(80.0, Question::BestReading);
    let few = Goal { limit: 2, ..goal(points(80.0), Question::BestReading) };
    let Outcome::Reachable(few) = plan(&baseline, &Scenario::default(), &few) else {
        panic!("a B can be reached")
    };
    assert_eq!(few.count, all.count);
    assert_eq!(few.plans.as_slice(), all.plans.get(..2).expect("there are more than two plans"));
}

#[test]
fn the_worth_of_single_changes_is_ranked() {
    let ranked = worth(&connecticut(), &Scenario::default());
    let first: Vec<_> =
        ranked.iter().take(3).map(|(provision, points)| (provision.id.as_str(), *points)).collect();
    assert_eq!(first.first(), Some(&("trafficking-law-reaches-buyers", points(3.5))));
    assert!(ranked.is_sorted_by_key(|(_, points)| -*points));
}

/// A bill is one change: the A that takes four takes fewer when two of them are in one bill.
#[test]
fn a_bundle_counts_as_one_change() {
    let baseline = connecticut();
    let card = Scenario::default();
    let alone = reachable(90.0, Question::BestReading);
    let first = alone.plans.first().expect("there is a plan");
    let bundle: ProvisionSet = first.on.iter().take(2).map(|provision| provision.index).collect();
    let bundled = Goal { bundles: vec![bundle], ..goal(points(90.0), Question::BestReading) };
    let Outcome::Reachable(plans) = plan(&baseline, &card, &bundled) else { panic!("an A can be reached") };
    assert_eq!((alone.fewest, plans.fewest), (4, 3));
    assert_eq!(Some(listed(&plans)), tried(&baseline, &card, &bundled, 3));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn made_frameworks_agree_with_trying_everything(
        baseline in made::baseline(),
        switched in proptest::collection::vec(proptest::bool::weighted(0.2), 9),
        locked in proptest::collection::vec(proptest::bool::weighted(0.15), 9),
        bundled in proptest::collection::vec(0..5usize, 9),
        share in 0..=110i32,
        every in any::<bool>(),
    ) {
        let chosen = |flags: Vec<bool>| -> ProvisionSet {
            (0..baseline.provisions().len()).zip(flags).filter(|(_, is)| *is).map(|(place, _)| place).collect()
        };
        let target = Points::from_quarters(baseline.framework().max.quarters() * share / 100);
        let question = if every { Question::EveryReading } else { Question::BestReading };
        // Two bundles at most; the rest of the numbers is for provisions on their own.
        let bundle = |number| chosen(bundled.iter().map(|bundle| *bundle == number).collect());
        let bundles = [bundle(0), bundle(1)].into_iter().filter(|bundle| !bundle.is_empty()).collect();
        let goal = Goal { locked: chosen(locked), bundles, ..goal(target, question) };
        agrees(&baseline, &Scenario::from_switched(chosen(switched)), &goal)?;
    }
}
