//! The rules of 2019, compiled, against the core that the page runs on.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lawgrade_tests::scenarios::golden;
use lawgrade_tests::{connecticut, file};
use scoring::exact::{Fraction, Points};
use scoring::facts::Answers;
use scoring::ranges::{Readings, ranges};
use scoring::rules::{self, Outcome, Rule, Rules, Why, compile};
use scoring::{Baseline, Question, Scenario, certainty, plan, plans};

fn pic() -> Rules {
    let framework =
        serde_json::from_str(&file("data/frameworks/pic-2019.json")).expect("the framework can be read");
    compile(&framework).expect("the framework is right")
}

/// Points of the old core are quarters.
fn quarters(rules: &Rules, points: Points) -> i32 {
    i32::try_from(points.units() * 4 / rules.unit().per_point()).expect("few points")
}

#[test]
fn todays_file_compiles_as_it_is() {
    let rules = pic();
    assert_eq!((rules.id(), rules.edition()), ("pic-2019", 2));
    assert_eq!(rules.unit().per_point(), 2, "everything is in half points");
    let counts = [rules.provisions().len(), rules.nodes().iter().filter(|node| node.id.is_some()).count()];
    let baseline = connecticut();
    let components = baseline.sections().iter().map(|section| 1 + section.components.len()).sum::<usize>();
    assert_eq!(counts, [baseline.provisions().len(), components]);
}

/// Every section, component, rung, total and letter of every golden scenario.
#[test]
fn the_algebra_gives_what_the_ladders_gave() {
    let (rules, baseline) = (pic(), connecticut());
    for situation in golden(&baseline) {
        let found = rules::evaluate(&rules, &answers(&baseline, &situation.scenario));
        let tree = scoring::evaluate(&baseline, &situation.scenario);
        for section in &tree.sections {
            let score = found.score(rules.find(&section.section.id).expect("the section"));
            assert_eq!(quarters(&rules, score.earned), section.points.quarters());
            assert_eq!(quarters(&rules, score.possible), section.section.max.quarters());
            for component in &section.components {
                let id = rules.find(&component.component.id).expect("the component");
                let score = found.score(id);
                assert_eq!(quarters(&rules, score.earned), component.points.quarters());
                assert_eq!(quarters(&rules, score.possible), component.component.max.quarters());
                let Some(Rule::Best { of, .. }) = rules.node(id).map(|node| &node.rule) else {
                    unreachable!("a component is a ladder")
                };
                let rung = match score.why {
                    Why::Best(rung) => of.iter().position(|of| *of == rung),
                    _ => None,
                };
                let counted = |counted| component.component.rungs.iter().position(|rung| rung == counted);
                assert_eq!(rung, component.rung.as_ref().and_then(counted));
            }
        }
        let [Outcome::Result { figure, band: Some(band) }] = found.outcomes.as_slice() else {
            unreachable!("one result, with a letter")
        };
        assert_eq!(figure.exact.to_string(), tree.total.to_string());
        assert_eq!(rules.tallies()[0].bands[*band].name, tree.band.grade);
    }
}

fn answers(baseline: &Baseline, scenario: &Scenario) -> Answers {
    let holds = |provision: &&std::sync::Arc<scoring::Provision>| scenario.holds(provision);
    Answers::of(baseline.provisions().iter().filter(holds).map(|one| one.index).collect())
}

/// The readings of Connecticut's card: its printed sections, in steps of half a point.
fn readings(rules: &Rules, baseline: &Baseline) -> Readings {
    let units = |points: scoring::Points| {
        Points::of_units(i64::from(points.quarters()) * rules.unit().per_point() / 4)
    };
    let section = |section: &std::sync::Arc<scoring::Section>| {
        (rules.find(&section.id).expect("the section"), units(section.published))
    };
    let printed: Vec<_> = baseline.sections().iter().map(section).collect();
    let card = answers(baseline, &Scenario::default());
    Readings::new(rules, &card, &printed, units(baseline.framework().step)).expect("the card has readings")
}

/// What every reading leaves, of every section, the total and the letter, in every golden scenario.
#[test]
fn ranges_are_what_they_were() {
    let (rules, baseline) = (pic(), connecticut());
    let readings = readings(&rules, &baseline);
    for situation in golden(&baseline) {
        let tree = scoring::evaluate(&baseline, &situation.scenario);
        let before = certainty(&baseline, &tree).expect("the card has readings");
        let after = ranges(&rules, &answers(&baseline, &situation.scenario), Some(&readings), &mut || true);
        let after = after.expect("nothing is unknown").expect("a law fits");
        for (section, range) in baseline.sections().iter().zip(&before.sections) {
            let node = after.nodes[rules.find(&section.id).expect("the section").index()];
            let (low, high) = (quarters(&rules, node.least), quarters(&rules, node.most));
            assert_eq!((low, high), (range.range.low.quarters(), range.range.high.quarters()));
        }
        let [tally] = after.tallies.as_slice() else { unreachable!("one result") };
        let (low, high) = tally.figures.expect("there is a total");
        let printed = (before.total.low.to_string(), before.total.high.to_string());
        assert_eq!((low.to_string(), high.to_string()), printed);
        let letter = |band: usize| rules.tallies()[0].bands[band].name.clone();
        let (worst, best) = tally.bands.expect("there are letters");
        let letters =
            [before.grades.last(), before.grades.first()].map(|band| band.expect("one").grade.clone());
        assert_eq!([letter(worst), letter(best)], letters);
    }
}

/// Golden scenarios with an aim, in the reading of the aim: by the rules of the file and by those made of the ladders as few
/// changes, as many plans, the same ones. Every eighth,
/// which takes seconds instead of a minute.
#[test]
fn plans_of_the_file_are_those_of_the_ladders() {
    let (rules, baseline) = (pic(), connecticut());
    let readings = readings(&rules, &baseline);
    let mut seen: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for situation in golden(&baseline).into_iter().step_by(8) {
        let Some(goal) = situation.aim.goal(&baseline, 300) else { continue };
        let every = goal.question == Question::EveryReading;
        let asked = plans::Goal {
            tally: 0,
            target: plans::Target::Figure(
                Fraction::new(goal.target.quarters().into(), 4).expect("four is above zero"),
            ),
            readings: every.then(|| readings.clone()),
            locked: goal.locked.clone(),
            bundles: goal.bundles.clone(),
            limit: goal.limit,
        };
        let start = answers(&baseline, &situation.scenario);
        let after = plans::plan(&rules, &start, &asked, &mut || true);
        let kind = match (plan(&baseline, &situation.scenario, &goal), after) {
            (scoring::Outcome::Already, plans::Outcome::Already) => "already",
            (scoring::Outcome::Impossible { best, .. }, plans::Outcome::Impossible { best: after }) => {
                assert_eq!(after.map(|best| best.to_string()), Some(best.to_string()));
                "impossible"
            }
            (scoring::Outcome::Reachable(before), plans::Outcome::Reachable(after)) => {
                assert_eq!((before.fewest, before.count), (after.fewest, after.count));
                assert_eq!(before.plans.len(), after.plans.len());
                let on = |plan: &scoring::Plan| plan.on.iter().map(|one| one.index).collect::<Vec<_>>();
                let before: BTreeMap<_, _> =
                    before.plans.iter().map(|plan| (on(plan), plan.total.to_string())).collect();
                let listed: BTreeMap<_, _> = after
                    .plans
                    .iter()
                    .map(|plan| (plan.on.iter().collect::<Vec<_>>(), plan.figure.to_string()))
                    .collect();
                assert!(after.plans.iter().all(|plan| plan.off.is_empty()), "there are no penalties");
                // A list that is cut short need not be cut at the same place.
                match after.count == after.plans.len() as u128 {
                    true => assert_eq!(before, listed),
                    false => assert_eq!(listed.len(), before.len()),
                }
                "reachable"
            }
            (before, after) => unreachable!("{before:?} is now {after:?}"),
        };
        *seen.entry((kind, every)).or_default() += 1;
    }
    assert!(seen.len() >= 5 && seen.values().sum::<usize>() > 100, "{seen:?}");
}
