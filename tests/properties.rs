//! What must hold for every scenario.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use lawgrade_tests::connecticut;
use proptest::prelude::*;
use scoring::{
    Aim, Baseline, Evaluation, History, Points, Question, Report, Scenario, Situation, Target, evaluate,
    format_address, parse_address, parse_canonical, read_changes,
};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn any_scenario() -> impl Strategy<Value = Scenario> {
    lawgrade_tests::any_scenario(&CONNECTICUT)
}

fn sum(points: impl Iterator<Item = Points>) -> Points {
    points.sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn the_tree_adds_up_at_each_level(scenario in any_scenario()) {
        let tree: Evaluation = evaluate(&CONNECTICUT, &scenario);
        prop_assert_eq!(tree.total, sum(tree.sections.iter().map(|section| section.points)));
        for section in &tree.sections {
            prop_assert_eq!(section.points, sum(section.components.iter().map(|score| score.points)));
            prop_assert!(section.points >= Points::ZERO && section.points <= section.section.max);
        }
        prop_assert!(tree.total >= tree.band.from);
    }

    /// The rung that counted is satisfied, no satisfied one is worth more, and what is said to be
    /// missing is just what the next rung lacks.
    #[test]
    fn the_reason_for_every_point_is_true(scenario in any_scenario()) {
        let tree = evaluate(&CONNECTICUT, &scenario);
        for score in tree.components() {
            let satisfied = |needs: &[std::sync::Arc<scoring::Provision>]| needs.iter().all(|need| scenario.holds(need));
            let best = score.component.rungs.iter().filter(|rung| satisfied(&rung.needs)).map(|rung| rung.points).max();
            prop_assert_eq!(score.points, best.unwrap_or(Points::ZERO));
            if let Some(rung) = &score.rung {
                prop_assert!(satisfied(&rung.needs) && rung.points == score.points);
            }
            match &score.next {
                None => prop_assert_eq!(score.points, score.component.max),
                Some(next) => {
                    prop_assert!(next.rung.points > score.points && !next.missing.is_empty());
                    let mut granted = scenario.clone();
                    next.missing.iter().for_each(|provision| granted.switch(provision));
                    let after = evaluate(&CONNECTICUT, &granted);
                    let after = after.component(&score.component.id).expect("the component is still there");
                    prop_assert!(after.points >= next.rung.points);
                }
            }
        }
    }

    /// In this framework no rung is a penalty, so more law never earns less.
    #[test]
    fn adding_a_provision_never_lowers_a_score(scenario in any_scenario(), which in any::<prop::sample::Index>()) {
        let mut added = scenario.clone();
        let off: Vec<_> = CONNECTICUT.provisions().iter().filter(|provision| !scenario.holds(provision)).collect();
        prop_assume!(!off.is_empty());
        added.switch(off[which.index(off.len())]);
        let (before, after) = (evaluate(&CONNECTICUT, &scenario), evaluate(&CONNECTICUT, &added));
        for (before, after) in before.components().zip(after.components()) {
            prop_assert!(after.points >= before.points, "{}", before.component.id);
        }
        prop_assert!(after.total >= before.total);
    }

    /// Ids are a full description: what a scenario writes, it reads again, in any order.
    #[test]
    fn changes_describe_the_scenario(scenario in any_scenario()) {
        let mut changes = scenario.changes(&CONNECTICUT);
        changes.on.reverse();
        changes.off.reverse();
        let (read, problems) = read_changes(&CONNECTICUT, &changes);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(read, scenario);
    }

    /// Resetting puts exactly these provisions back to the law in force.
    #[test]
    fn a_reset_changes_only_what_it_names(scenario in any_scenario(), section in 0usize..6) {
        let components = &CONNECTICUT.sections()[section].components;
        let mut reset = scenario.clone();
        reset.reset(components.iter().flat_map(|component| &component.provisions));
        for provision in CONNECTICUT.provisions() {
            let named = components.iter().any(|component| component.provisions.contains(provision));
            prop_assert_eq!(reset.differs(provision), !named && scenario.differs(provision));
        }
    }

    #[test]
    fn switching_twice_changes_nothing(scenario in any_scenario(), which in any::<prop::sample::Index>()) {
        let provision = which.get(CONNECTICUT.provisions());
        let mut switched = scenario.clone();
        switched.switch(provision);
        prop_assert_ne!(&switched, &scenario);
        prop_assert_ne!(switched.holds(provision), scenario.holds(provision));
        switched.switch(provision);
        prop_assert_eq!(switched, scenario);
    }

    /// Any steps followed by as many undos are the start, and as many redos are the end.
    #[test]
    fn undo_is_the_inverse_of_a_step(steps in proptest::collection::vec(any_scenario(), 0..20)) {
        let mut history: History = History::default();
        for step in &steps {
            history.step(step.clone().into());
        }
        let end = history.clone();
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        prop_assert!(undone <= steps.len() && history.now().scenario.is_baseline() && !history.can_undo());
        for _ in 0..undone {
            prop_assert!(history.redo());
        }
        prop_assert_eq!(&history, &end);
        prop_assert_eq!(history.now().scenario.clone(), steps.last().cloned().unwrap_or_default());
    }

    #[test]
    fn hostile_addresses_do_no_harm(address in "(pic-2019/ct-2019/((to|sure|without|bill|on)=)?)?\\PC{0,60}") {
        let (situation, _) = parse_address(&CONNECTICUT, &address);
        let canonical = format_address(&CONNECTICUT, &situation);
        prop_assert_eq!(parse_canonical(&CONNECTICUT, &canonical), Some(situation.clone()));
        prop_assert_eq!(parse_address(&CONNECTICUT, &canonical), (situation, Vec::new()));
    }

    /// The reader of canonical addresses never reads anything else than the other, and nothing that the other has
    /// to tell about.
    #[test]
    fn what_is_canonical_is_read_alike(
        scenario in any_scenario(),
        cut in any::<prop::sample::Index>(),
        put in "(on|off|to|sure|without|bill|/|,|=|:|%|A|1|0|sex-tourism-crime|[ -~])?",
    ) {
        let address = format_address(&CONNECTICUT, &scenario.clone().into());
        let (before, behind) = address.split_at(cut.index(address.len() + 1));
        let changed = format!("{before}{put}{behind}");
        if let Some(situation) = parse_canonical(&CONNECTICUT, &changed) {
            prop_assert_eq!(parse_address(&CONNECTICUT, &changed), (situation, Vec::new()));
        }
    }

    /// What a visitor is after comes back as it was, whatever the bills are called.
    #[test]
    fn an_address_reopens_the_aim(
        scenario in any_scenario(),
        target in proptest::option::of(prop_oneof!["[ABCDF]".prop_map(Target::Grade), (0..=205i32).prop_map(|halves| Target::Points(Points::from_quarters(2 * halves)))]),
        every in any::<bool>(),
        locked in any_scenario(),
        bills in proptest::collection::vec(("\\PC{0,70}", any::<prop::sample::Index>()), 0..12),
    ) {
        let mut aim = Aim { target, ..Aim::default() };
        if every && aim.target.is_some() {
            aim.question = Question::EveryReading;
        }
        aim.locked = CONNECTICUT.provisions().iter().filter(|p| locked.differs(p)).map(|p| p.index).collect();
        for (name, which) in &bills {
            let provision: &std::sync::Arc<_> = which.get(CONNECTICUT.provisions());
            aim.put_into_bundle(name, provision);
        }
        for provision in CONNECTICUT.provisions() {
            let within = aim.bundles.iter().filter(|bundle| bundle.provisions.contains(provision.index)).count();
            prop_assert!(within <= 1);
        }
        let situation = Situation { scenario, aim };
        let address = format_address(&CONNECTICUT, &situation);
        // Nothing in it ends a link in mail or in a sentence.
        prop_assert!(!address.contains(|c: char| !c.is_ascii() || " ()<>[]\"'".contains(c)), "{address}");
        prop_assert_eq!(parse_canonical(&CONNECTICUT, &address), Some(situation.clone()));
        let (read, problems) = parse_address(&CONNECTICUT, &format!("#{address}"));
        prop_assert_eq!(problems, []);
        prop_assert_eq!(&read, &situation);
        let encoded = address.replace('/', "%2F").replace('=', "%3D");
        prop_assert_eq!(parse_address(&CONNECTICUT, &encoded).0, situation);
    }
}

proptest! {
    // Whole trees as text: slower, so fewer.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// An address reopens its scenario with the same tree, byte for byte, also after a mail program has
    /// encoded it or put something behind it.
    #[test]
    fn an_address_reopens_its_scenario(scenario in any_scenario(), behind in "[.,;:)\\]>\"' ]{0,3}") {
        let address = format_address(&CONNECTICUT, &scenario.clone().into());
        let tree = |scenario: &Scenario| {
            let tree = evaluate(&CONNECTICUT, scenario);
            serde_json::to_string(&Report::new(&CONNECTICUT, &tree)).expect("a report is plain data")
        };
        let encoded = address.replace(',', "%2C").replace('=', "%3d");
        for written in [format!("#{address}"), format!("{address}{behind}"), encoded] {
            let (read, problems) = parse_address(&CONNECTICUT, &written);
            prop_assert_eq!(problems, []);
            prop_assert_eq!(tree(&read.scenario), tree(&scenario));
            prop_assert_eq!(format_address(&CONNECTICUT, &read), address.clone());
        }
    }

    /// Whatever an address says, nothing panics, and every id that was not applied is named.
    #[test]
    fn no_id_is_lost_silently(on in ids(), off in ids()) {
        let address = format!("pic-2019/ct-2019/on={}/off={}", on.join(","), off.join(","));
        let (scenario, problems) = parse_address(&CONNECTICUT, &address);
        let applied = scenario.scenario.changes(&CONNECTICUT);
        let told: Vec<String> = problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect();
        for id in on.iter().chain(&off) {
            let named = told.iter().any(|line| line.contains(&format!("“{id}”")));
            prop_assert!(named || applied.on.contains(id) || applied.off.contains(id), "{id} of {address}");
        }
    }
}

/// Ids as an address may hold them: real ones, near misses and nonsense.
fn ids() -> impl Strategy<Value = Vec<String>> {
    let real = any::<prop::sample::Index>().prop_map(|which| which.get(CONNECTICUT.provisions()).id.clone());
    proptest::collection::vec(prop_oneof![3 => real, 1 => "[a-z0-9][a-z0-9-]{0,8}[a-z0-9]"], 0..12)
}
