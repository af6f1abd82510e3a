//! Printed points that bind unknown answers: against every law, by the second evaluator; and the two cards of the publisher.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lawgrade_tests::both::ratio;
use lawgrade_tests::plain::{self, Ids, Ratio};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::FileFailurePersistence;
use scoring::ProvisionSet;
use scoring::binding::{BoundCard, BoundPlan, Certainty, LawChange, Refused, Span};
use scoring::cards::{self, Card};
use scoring::exact::{Fraction, Points};
use scoring::rules::file::Framework;
use scoring::rules::{Rules, compile};
use serde_json::{Value, json};

/// How many provisions a made file has.
const COUNT: usize = 7;

fn id(place: usize) -> String {
    format!("p{place}")
}

/// Ladders over a few provisions, so that some are in several; some earn more where something does not hold.
fn file() -> impl Strategy<Value = Value> {
    let all = || subsequence((0..COUNT).collect::<Vec<_>>(), 1..=2);
    let needs = (all(), subsequence((0..COUNT).collect::<Vec<_>>(), 0..=1), proptest::bool::weighted(0.15));
    let needs = needs.prop_map(|(all, none, has_none)| {
        let names = |places: &[usize]| places.iter().map(|place| id(*place)).collect::<Vec<_>>();
        let none: Vec<usize> = none.into_iter().filter(|one| has_none && !all.contains(one)).collect();
        if none.is_empty() { json!(names(&all)) } else { json!({"all": names(&all), "none": names(&none)}) }
    });
    let rung = (select(vec![0.5, 1.0, 1.5, 2.5, -0.5]), needs)
        .prop_map(|(points, needs)| json!({"points": points, "needs": needs}));
    let rungs = proptest::collection::vec(rung, 1..=3);
    let section = proptest::collection::vec(rungs, 1..=3);
    proptest::collection::vec(section, 1..=3).prop_map(|sections| {
        let provisions: Vec<Value> =
            (0..COUNT).map(|place| json!({"id": id(place), "label": "made"})).collect();
        let sections = sections.into_iter().enumerate().map(|(number, of)| {
            let component = |(place, rungs): (usize, Vec<Value>)| {
                json!({"id": format!("s{number}.{place}"), "title": "Made", "rungs": rungs})
            };
            let of: Vec<Value> = of.into_iter().enumerate().map(component).collect();
            json!({"id": format!("s{number}"), "title": "Made", "components": of})
        });
        json!({
            "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.", "provisions": provisions,
            "sections": sections.collect::<Vec<_>>(),
        })
    })
}

/// What is known of a law, and what was printed of it.
#[derive(Clone, Debug)]
struct Case {
    file: Value,
    /// `y`, `n` or `?` for each provision.
    answers: Vec<char>,
    /// What was printed: section `s0` and so on, and the total under an empty name.
    printed: BTreeMap<String, String>,
    on: Ids,
    off: Ids,
}

fn case() -> impl Strategy<Value = Case> {
    let law = proptest::collection::vec((any::<bool>(), proptest::bool::weighted(0.7)), COUNT);
    let printed = proptest::collection::vec(proptest::bool::weighted(0.7), 4);
    let some = || proptest::collection::vec(proptest::bool::weighted(0.25), COUNT);
    // Now and then something is printed that no law earns.
    let wrong = proptest::bool::weighted(0.1);
    (file(), law, printed, some(), some(), wrong).prop_map(|(file, law, is_printed, on, off, wrong)| {
        let held: Ids = (0..COUNT).filter(|place| law[*place].0).map(id).collect();
        let earned = earned(&file, &held);
        let names = ["", "s0", "s1", "s2"].into_iter().zip(is_printed).filter(|(_, is)| *is);
        let printed = names.filter_map(|(name, _)| {
            let Ratio(over, under) = *earned.get(name)?;
            let over = if wrong { over + under } else { over };
            Some((name.to_owned(), format!("{over}/{under}")))
        });
        let answer = |(holds, unknown): &(bool, bool)| match (holds, unknown) {
            (_, true) => '?',
            (true, false) => 'y',
            (false, false) => 'n',
        };
        let chosen = |of: Vec<bool>| (0..COUNT).filter(|place| of[*place]).map(id).collect::<Ids>();
        Case {
            printed: printed.collect(),
            answers: law.iter().map(answer).collect(),
            on: chosen(on),
            off: chosen(off),
            file,
        }
    })
}

/// What each part earns under a law, by the second evaluator.
fn earned(file: &Value, held: &Ids) -> BTreeMap<String, Ratio> {
    let answers = plain::Answers { held: held.clone(), ..plain::Answers::default() };
    plain::evaluate(file, &answers).0.into_iter().map(|(name, score)| (name, score.earned)).collect()
}

impl Case {
    fn core(&self) -> (Rules, Card) {
        let framework: Framework = serde_json::from_value(self.file.clone()).expect("the file is right");
        let rules = compile(&framework).expect("the rules are right");
        let (mut heads, mut cells) = (vec!["subject".to_owned()], vec!["here".to_owned()]);
        for (name, points) in &self.printed {
            heads.push(if name.is_empty() { "figure:total".to_owned() } else { format!("earned:{name}") });
            cells.push(points.clone());
        }
        for (place, answer) in self.answers.iter().enumerate() {
            heads.push(id(place));
            cells.push(answer.to_string());
        }
        let table = cards::read(&rules, &format!("{}\n{}\n", heads.join(","), cells.join(",")));
        (rules, table.cards.into_iter().next().expect("there is a card"))
    }

    /// Every law that fits the answers and earns what was printed.
    fn laws(&self) -> Vec<Ids> {
        let fits = |held: &Ids| {
            let answered = self.answers.iter().enumerate();
            answered.into_iter().all(|(place, answer)| match answer {
                'y' => held.contains(&id(place)),
                'n' => !held.contains(&id(place)),
                _ => true,
            })
        };
        let is_printed = |held: &Ids| {
            let earned = earned(&self.file, held);
            self.printed.iter().all(|(name, points)| {
                let Ratio(over, under) = earned[name];
                points.parse() == Ok(Fraction::new(over, under).expect("a fraction"))
            })
        };
        let all = (0..1_usize << COUNT)
            .map(|mask| (0..COUNT).filter(|place| mask >> place & 1 == 1).map(id).collect::<Ids>());
        all.filter(fits).filter(is_printed).collect()
    }

    fn after(&self, law: &Ids, on: &Ids, off: &Ids) -> Ratio {
        let held = law.union(on).filter(|one| !off.contains(*one)).cloned().collect();
        earned(&self.file, &held)[""]
    }
}

fn set(ids: &Ids) -> ProvisionSet {
    (0..COUNT).filter(|place| ids.contains(&id(*place))).collect()
}

fn shown(rules: &Rules, span: Span) -> (Ratio, Ratio) {
    let points = |points: Points| ratio(rules.unit().fraction(points));
    (points(span.least), points(span.most))
}

fn ends(figures: impl Iterator<Item = Ratio> + Clone) -> (Ratio, Ratio) {
    let least = figures.clone().reduce(Ratio::min).expect("there is a law");
    (least, figures.reduce(Ratio::max).expect("there is a law"))
}

/// All sets of provisions that are not known to hold, by how many they have.
fn additions(case: &Case) -> Vec<Ids> {
    let open: Vec<usize> = (0..COUNT).filter(|place| case.answers[*place] != 'y').collect();
    let mut sets: Vec<Ids> = (0..1_usize << open.len())
        .map(|mask| (0..open.len()).filter(|bit| mask >> bit & 1 == 1).map(|bit| id(open[bit])).collect())
        .collect();
    sets.sort_by_key(Ids::len);
    sets
}

fn agrees(case: &Case) -> Result<(), TestCaseError> {
    let (rules, card) = case.core();
    let bound = BoundCard::new(&rules, &card).expect("ladders are followed");
    let laws = case.laws();
    let change = LawChange { on: set(&case.on), off: set(&case.off) };
    let Ok(span) = bound.span(&change) else {
        prop_assert!(laws.is_empty());
        let cannot = bound.span(&change).expect_err("it cannot be").parts;
        prop_assert!(!cannot.is_empty());
        return Ok(());
    };
    prop_assert!(!laws.is_empty());
    prop_assert_eq!(shown(&rules, span), ends(laws.iter().map(|law| case.after(law, &case.on, &case.off))));
    for place in 0..COUNT {
        let holding = laws.iter().filter(|law| law.contains(&id(place))).count();
        let settled = match (case.answers[place], holding) {
            ('?', 0) => Some(false),
            ('?', all) if all == laws.len() => Some(true),
            _ => None,
        };
        prop_assert_eq!(bound.settled(place), Ok(settled), "{}", place);
    }
    for (node, span) in bound.pieces().expect("there is a law") {
        let name = rules.node(node).and_then(|node| node.id.clone()).expect("each ladder has a name");
        let found = ends(laws.iter().map(|law| earned(&case.file, law)[&name]));
        prop_assert_eq!(shown(&rules, span), found, "{}", name);
    }
    plans_agree(case, &rules, &bound, &laws)
}

fn plans_agree(case: &Case, rules: &Rules, bound: &BoundCard, laws: &[Ids]) -> Result<(), TestCaseError> {
    let additions = additions(case);
    let nothing = Ids::new();
    let spans: Vec<(usize, (Ratio, Ratio))> = additions
        .iter()
        .map(|on| (on.len(), ends(laws.iter().map(|law| case.after(law, on, &nothing)))))
        .collect();
    let (_, (_, now)) = spans[0];
    for more in [0, 1, 2, 4] {
        let target = Ratio(now.0 * 2 + more * now.1, now.1 * 2);
        let units = rules.unit().count(Fraction::new(target.0, target.1).expect("a fraction"));
        let Some(units) = units else { continue };
        for certainty in [Certainty::Certain, Certainty::Possible] {
            let reaches = |(least, most): (Ratio, Ratio)| match certainty {
                Certainty::Certain => plain::is_at_least(least, target),
                Certainty::Possible => plain::is_at_least(most, target),
            };
            let fewest = spans.iter().find(|(_, ends)| reaches(*ends)).map(|(count, _)| *count);
            match bound.plan(units, certainty, &ProvisionSet::default(), COUNT) {
                Ok(BoundPlan::Found { on, span }) => {
                    prop_assert_eq!(Some(on.len()), fewest);
                    let ids = (0..COUNT).filter(|place| on.contains(*place)).map(id).collect::<Ids>();
                    let tried = ends(laws.iter().map(|law| case.after(law, &ids, &nothing)));
                    prop_assert_eq!(shown(rules, span), tried);
                    prop_assert!(reaches(tried));
                }
                Ok(BoundPlan::OutOfReach) => prop_assert_eq!(None, fewest),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("failures/binding.txt"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_counts_is_what_earns_the_printed_points(case in case()) {
        agrees(&case)?;
    }
}

/// A target of points, in units of the rules.
fn units(rules: &Rules, points: &str) -> Points {
    rules.unit().count(points.parse().expect("a number")).expect("whole units")
}

fn published() -> (Rules, Vec<Card>) {
    let framework: Framework =
        serde_json::from_str(include_str!("../data/frameworks/pic-2019.json")).expect("the rules are right");
    let rules = compile(&framework).expect("the rules are right");
    let table = cards::read(&rules, include_str!("../data/published/pic-2019-cards.csv"));
    assert!(table.found.is_empty(), "{:?}", table.found);
    (rules, table.cards)
}

/// What is said of a card: its range without the printed points and with them, what they settle, and plans.
fn told(rules: &Rules, card: &Card) -> String {
    let points = |points: Points| rules.unit().fraction(points).to_string();
    let range = |span: Span| format!("{} to {}", points(span.least), points(span.most));
    let free = Card { printed: Vec::new(), ..card.clone() };
    let free = BoundCard::new(rules, &free).expect("ladders are followed");
    let bound = BoundCard::new(rules, card).expect("ladders are followed");
    let before = LawChange::default();
    let mut lines = vec![
        format!("{}: {} answers unknown", card.subject, bound.unknown().len()),
        format!("by the known answers alone: {}", range(free.span(&before).expect("some law fits"))),
        format!("with what was printed: {}", range(bound.span(&before).expect("some law fits"))),
    ];
    for index in bound.unknown().iter() {
        if let Some(holds) = bound.settled(index).expect("some law fits") {
            let answer = if holds { "yes" } else { "no" };
            lines.push(format!("settled: {} {answer}", rules.provisions()[index]));
        }
    }
    for (node, span) in bound.pieces().expect("some law fits") {
        let name = rules.node(node).and_then(|node| node.id.clone()).unwrap_or_default();
        lines.push(format!("{name}: {}", range(span)));
    }
    for (target, certainty) in [
        ("92.5", Certainty::Possible),
        ("92.5", Certainty::Certain),
        ("95", Certainty::Possible),
        ("95", Certainty::Certain),
    ] {
        let plan = bound.plan(units(rules, target), certainty, &ProvisionSet::default(), 6);
        lines.push(match plan.expect("some law fits") {
            BoundPlan::Found { on, span } => {
                let names: Vec<&str> = on.iter().map(|index| rules.provisions()[index].as_str()).collect();
                format!("{target} {certainty:?}: {} ({})", names.join(", "), range(span))
            }
            other => format!("{target} {certainty:?}: {other:?}"),
        });
    }
    lines.join("\n")
}

#[test]
fn oklahoma_and_north_carolina_come_to_what_was_printed() {
    let (rules, cards) = published();
    let told: Vec<String> = cards.iter().map(|card| told(&rules, card)).collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

/// What was decided can be at odds with the points of its section, which is named.
#[test]
fn a_decision_that_cannot_be_names_its_section() {
    let (rules, cards) = published();
    let oklahoma = cards.iter().find(|card| card.subject == "ok").expect("it is there");
    let bound = BoundCard::new(&rules, oklahoma).expect("ladders are followed");
    let index = rules.provision("parental-rights-ended-for-trafficking").expect("it is there");
    assert_eq!(bound.settled(index), Ok(Some(true)));
    let cannot = bound.decided(index, false).span(&LawChange::default()).expect_err("3.6 was full");
    let names: Vec<_> = cannot.parts.iter().filter_map(|part| rules.node(*part)?.id.clone()).collect();
    assert_eq!(names, ["3"]);
    // What is known is not decided anew.
    let known = rules.provision("sex-trafficking-law").expect("it is there");
    assert_eq!(bound.decided(known, false).span(&LawChange::default()), bound.span(&LawChange::default()));
}

/// Whatever it is not exact for is refused by name.
#[test]
fn what_is_not_a_plain_sum_is_refused() {
    let section = json!([{"id": "s0", "title": "Made", "rungs": [{"points": 1, "needs": ["p0"]}]}]);
    let provisions = json!([{"id": "p0", "label": "made"}, {"id": "p1", "label": "made"}]);
    let file = json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": provisions, "sections": section,
    });
    let levels = json!([{"id": "s0", "title": "Made", "levels": [
        {"provision": "p0", "points": 1}, {"provision": "p1", "points": 2},
    ]}]);
    for (field, value, refused) in [
        ("join", json!("mean"), Refused::NotASum),
        ("scale", json!({"of": 100}), Refused::NotASum),
        ("sections", levels, Refused::HangTogether),
    ] {
        let mut file = file.clone();
        file[field] = value;
        if field == "join" {
            file["worth"] = json!(1);
        }
        let rules =
            compile(&serde_json::from_value(file).expect("the file is right")).expect("the rules are right");
        let table = cards::read(&rules, "subject,p0,p1\nhere,?,?\n");
        assert_eq!(BoundCard::new(&rules, &table.cards[0]).err(), Some(refused), "{field}");
    }
    let rules =
        compile(&serde_json::from_value(file).expect("the file is right")).expect("the rules are right");
    let table = cards::read(&rules, "subject,possible:s0,p0,p1\nhere,1,?,?\n");
    assert_eq!(BoundCard::new(&rules, &table.cards[0]).err(), Some(Refused::PrintedElsewhere));
}
