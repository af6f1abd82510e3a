//! A plan for every published card, against what can be shown without the planner.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use lawgrade_tests::file;
use lawgrade_tests::plain::{self, Asked, Change, Ids, Laws, Ratio, tried};
use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome, Plan, Target, plan};
use scoring::rules::{Rules, compile, evaluate};
use serde_json::Value;

struct Published {
    file: Value,
    rules: Rules,
    lines: Vec<Vec<String>>,
}

fn published(name: &str) -> Published {
    let json: Value =
        serde_json::from_str(&file(&format!("data/{name}/framework.json"))).expect("a framework");
    let rules = compile(&serde_json::from_value(json.clone()).expect("a framework")).expect("it is right");
    let table = file(&format!("tests/vectors/{name}.csv"));
    let lines = table.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect());
    Published { file: json, rules, lines: lines.collect() }
}

fn goal(target: Target) -> Goal {
    let nothing = ProvisionSet::default();
    Goal { tally: 0, target, readings: None, locked: nothing, bundles: Vec::new(), limit: usize::MAX }
}

impl Published {
    fn names(&self, set: &ProvisionSet) -> Ids {
        set.iter().map(|place| self.rules.provisions()[place].clone()).collect()
    }

    /// The next letter of every different card, against trying every law.
    fn to_the_next_letter(&self, cards: impl Iterator<Item = Answers>) -> [usize; 3] {
        let mut known: BTreeMap<[Ids; 3], plain::Outcome> = BTreeMap::new();
        let mut done = BTreeSet::new();
        let (mut all, mut different, mut plans) = (0, 0, 0);
        for answers in cards {
            let found = evaluate(&self.rules, &answers);
            let scoring::rules::Outcome::Result { band: Some(band), .. } = &found.outcomes[0] else {
                panic!("there is a letter")
            };
            let plain = plain::Answers {
                held: self.names(answers.held()),
                unknown: Ids::new(),
                not_applicable: self.names(answers.not_applicable()),
            };
            all += 1;
            let is_new = done.insert((plain.held.clone(), plain.not_applicable.clone()));
            let Some(next) = band.checked_sub(1).filter(|_| is_new) else { continue };
            let Outcome::Reachable(found) =
                plan(&self.rules, &answers, &goal(Target::Band(next)), &mut || true)
            else {
                panic!("a better letter can be reached")
            };
            let asked = Asked {
                tally: 0,
                target: plain::Target::Band(next),
                locked: Ids::new(),
                bundles: Vec::new(),
            };
            let tried = tried(&self.file, &plain, &asked, &mut known);
            let change = |plan: &Plan| Change { on: self.names(&plan.on), off: self.names(&plan.off) };
            let ratio = |figure: Fraction| Ratio(figure.numerator(), figure.denominator());
            let listed: BTreeMap<Change, Ratio> =
                found.plans.iter().map(|plan| (change(plan), ratio(plan.figure))).collect();
            assert_eq!(Some(found.fewest), tried.fewest, "{plain:?}");
            assert_eq!((&listed, found.count), (&tried.plans, listed.len() as u128), "{plain:?}");
            different += 1;
            plans += listed.len();
        }
        [all, different, plans]
    }
}

/// To 100 there is one way: everything that is missing. Of two questions of which one implies the other it takes one.
#[test]
fn every_economy_to_a_hundred() {
    let wbl = published("wbl-2020");
    let needs = Laws::new(&wbl.file).needs;
    let (mut changes, mut already) = (0, 0);
    for line in &wbl.lines {
        let digits = || line[3].chars().enumerate();
        let held: ProvisionSet =
            digits().filter(|(_, answer)| *answer == '1').map(|(place, _)| place).collect();
        let missing: ProvisionSet =
            digits().filter(|(_, answer)| *answer == '0').map(|(place, _)| place).collect();
        let target = Target::Figure(Fraction::whole(100));
        match plan(&wbl.rules, &Answers::of(held), &goal(target), &mut || true) {
            Outcome::Already => {
                assert!(missing.is_empty(), "{line:?}");
                already += 1;
            }
            Outcome::Reachable(plans) => {
                let whole =
                    Plan { on: missing.clone(), off: ProvisionSet::default(), figure: Fraction::whole(100) };
                assert_eq!(plans.plans, [whole], "{line:?}");
                let names = wbl.names(&missing);
                let comes_along =
                    |one: &&String| names.iter().any(|other| other != *one && needs[other].contains(*one));
                assert_eq!(plans.fewest, names.iter().filter(|one| !comes_along(one)).count(), "{line:?}");
                changes += plans.fewest;
            }
            other => panic!("{other:?} for {line:?}"),
        }
    }
    assert!(already > 0 && changes > 10 * wbl.lines.len(), "{already} {changes}");
}

#[test]
fn every_state_to_its_next_letter() {
    let sunlight = published("sunlight-2015");
    let lowest = [-1, -1, -1, -2, -1];
    let cards = sunlight.lines.iter().map(|line| {
        let mut held = ProvisionSet::default();
        for ((group, lowest), cell) in sunlight.rules.implied().groups().iter().zip(lowest).zip(&line[1..6]) {
            let level = usize::try_from(cell.parse::<i64>().expect("points") - lowest).expect("not below");
            held = held.union(&group.members[..level].iter().copied().collect());
        }
        Answers::of(held)
    });
    let [all, different, plans] = sunlight.to_the_next_letter(cards);
    assert_eq!(all, 50);
    assert!(different > 20 && plans > different, "{different} {plans}");
}

#[test]
fn every_body_to_its_next_letter() {
    let chicago = published("chicago-2019");
    let items = [
        "website",
        "schedule-online",
        "agendas-online",
        "minutes-online-in-time",
        "minutes-complete",
        "meetings-recorded",
        "no-registration-in-advance",
        "comment-on-any-matter",
        "hour-of-comment",
        "rarely-cancelled",
        "varied-times",
        "comment-policy",
    ];
    let cards = chicago.lines.iter().map(|line| {
        let answers = |answer: &str| -> ProvisionSet {
            let answered = items.iter().zip(line).filter(|(_, cell)| *cell == answer);
            answered.map(|(id, _)| chicago.rules.provision(id).expect("a provision")).collect()
        };
        let told = |place: &usize| chicago.rules.may_not_apply().contains(*place);
        Answers::new(answers("1"), ProvisionSet::default(), answers("NA").iter().filter(told).collect())
    });
    let [all, different, plans] = chicago.to_the_next_letter(cards);
    assert_eq!(all, 148);
    assert!(different > 20 && plans > different, "{different} {plans}");
}
