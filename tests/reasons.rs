//! Why parts have their points, in both languages, and that all that is said of points is so.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use lawgrade_tests::any_rules::{self, PROVISIONS, id};
use lawgrade_tests::both::set;
use proptest::prelude::*;
use scoring::ProvisionSet;
use scoring::exact::Points;
use scoring::facts::{Answers, Decisions};
use scoring::rules::file::Framework;
use scoring::rules::{Evaluation, NodeId, Rule, Rules, compile, evaluate};
use scoring::telling::{Cohort, Explanation, Limit, Reasons, Scenario, Telling, What};
use serde_json::{Value, json};

use crate::telling::{ENGLISH, SPANISH, made, of_each, switched, told, words};

/// Why every part has its points.
fn explained(scenario: &Scenario<'_>) -> String {
    let explain = |node| Explanation::new(scenario.telling, scenario.answers, &scenario.now, node);
    let parts = scenario.telling.parts().into_iter();
    let parts = parts.map(|(depth, node, part)| {
        let title = part.title.clone().unwrap_or_default();
        format!("{} {title}\n{}", "#".repeat(depth + 1), explain(node))
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn every_part_of_real_cards() {
    insta::assert_snapshot!(of_each(&ENGLISH, explained));
}

#[test]
fn every_part_of_real_cards_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH, explained));
}

#[test]
fn a_part_that_does_not_count() {
    let address = "chicago-2019/chicago-advisory-council-on-equity";
    let told = [&ENGLISH, &SPANISH].map(|cohorts| told(&cohorts[2], address, explained));
    insta::assert_snapshot!(told.join("\n\n----\n\n"));
}

/// A framework with every kind of node, and with everything that can stand around one.
fn every_kind() -> Value {
    let label = |(id, label): (&str, &str)| json!({"id": id, "label": label});
    let mut provisions: Vec<Value> = [
        ("notice", "Tenants get notice before an eviction"),
        ("hearing", "There is a hearing before a judge"),
        ("counsel", "Tenants have a lawyer in court"),
        ("late-fees", "Landlords may charge late fees"),
        ("lockouts", "Landlords may change the locks without a court"),
        ("moratorium", "No tenant may be evicted in a disaster"),
        ("winter-rule", "No tenant may be evicted in winter"),
        ("records-sealed", "Records of evictions are sealed"),
        ("data-published", "The courts publish data on evictions"),
        ("rent-board", "There is a rent board"),
        ("board-public", "The rent board meets in public"),
        ("board-elected", "The rent board is elected"),
        ("cap-low", "Rents may rise by 3 percent a year"),
        ("cap-high", "Rents may rise by 8 percent a year"),
    ]
    .map(label)
    .into();
    provisions[8]["mayNotApply"] = "There are no courts here".into();
    json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": provisions,
        "oneOf": [{"id": "cap", "provisions": ["cap-low", "cap-high"]}],
        "sections": [
            {"id": "ladder", "title": "A ladder", "basis": "reconstructed", "rungs": [
                {"points": 2.5, "needs": ["notice", "hearing", "counsel"]}, {"points": 1, "needs": ["notice"]}]},
            {"id": "levels", "title": "Levels of which one holds", "otherwise": -1, "rungs": [
                {"points": 3, "needs": ["cap-low"]}, {"points": 1, "needs": ["cap-high"]}]},
            {"id": "one", "title": "One condition", "basis": "assumed", "points": 4,
                "needs": {"all": ["notice"], "any": ["hearing", "counsel"], "none": ["lockouts"]}},
            {"id": "penalty", "title": "A penalty", "points": -2, "needs": ["late-fees"]},
            {"id": "sum", "title": "A sum", "components": [
                {"points": 2, "needs": ["hearing"]}, {"points": 1.5, "needs": ["counsel"]},
                {"points": -1, "needs": {"any": ["late-fees", "lockouts"]}},
                {"rungs": [{"points": 1, "needs": ["notice", "records-sealed"]}]}]},
            {"id": "capped", "title": "A sum with a limit", "most": 2,
                "checklist": ["notice", "hearing", "counsel", "data-published"]},
            {"id": "raised", "title": "A sum that does not fall below zero", "least": 0, "components": [
                {"points": -2, "needs": ["late-fees"]}, {"points": -2, "needs": ["lockouts"]}, {"points": 1, "needs": ["notice"]}]},
            {"id": "gated", "title": "A sum behind gates", "checklist": ["notice", "hearing", "counsel"],
                "gates": [{"needs": {"any": ["moratorium", "winter-rule"]}, "atMost": 1}, {"needs": ["records-sealed"], "atMost": 1}]},
            {"id": "mean", "title": "A mean", "join": "mean", "worth": 10, "components": [
                {"id": "court", "title": "In court", "weight": 3, "checklist": ["hearing", "counsel"]},
                {"id": "after", "title": "After court", "checklist": ["records-sealed", "data-published"]},
                {"checklist": ["notice"]}]},
            {"id": "best", "title": "The best of parts", "join": "best", "components": [
                {"id": "law", "title": "By law", "checklist": ["moratorium", "winter-rule"]},
                {"id": "board", "title": "By a board", "components": [
                    {"points": 1, "needs": ["rent-board"]},
                    {"points": 1, "needs": ["board-public"], "applies": ["rent-board"]},
                    {"points": 1, "needs": ["board-elected"], "applies": ["rent-board"]}]}]},
            {"id": "more", "title": "Extra credit", "extra": true, "checklist": ["data-published"], "each": 0.5},
            {"id": "of-board", "title": "What counts with a board only", "applies": ["rent-board"],
                "checklist": ["board-public", "board-elected"]}
        ]
    })
}

/// Four cards: one without anything, one with some of it, one with all, one with gaps.
fn cards() -> String {
    let ids: Vec<String> = every_kind()["provisions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|provision| provision["id"].as_str().expect("an id").to_owned())
        .collect();
    let rows = [
        ("none", "n n n n n n n n n n n n n n"),
        ("some", "y n y y y n n n y n n n n y"),
        ("most", "y y y n n y n y y y y y y n"),
        ("gaps", "y ? y n y n y n n/a y ? n n n"),
    ];
    let rows = rows.map(|(id, answers)| format!("{id},{id},{}", answers.replace(' ', ",")));
    format!("subject,name,{}\n{}\n", ids.join(","), rows.join("\n"))
}

fn of_every_kind(spoken: &str, missing: &str, subjects: &[&str]) -> String {
    let mut framework = every_kind();
    framework["missing"] = missing.into();
    let cohort: Cohort = made(framework, &cards(), spoken);
    let told = subjects.iter().map(|subject| {
        let told = told(&cohort, &format!("made/{subject}"), explained);
        format!("==== {subject}\n\n{told}")
    });
    told.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn every_kind_of_node() {
    insta::assert_snapshot!(of_every_kind("en", "zero", &["none", "some", "most", "gaps"]));
}

#[test]
fn every_kind_of_node_in_spanish() {
    insta::assert_snapshot!(of_every_kind("es", "zero", &["none", "some", "most", "gaps"]));
}

#[test]
fn what_nobody_knows() {
    let told = ["en", "es"].map(|spoken| {
        let told = ["leave-out", "withhold"].map(|missing| {
            let all = of_every_kind(spoken, missing, &["gaps"]);
            all.split("\n\n")
                .filter(|part| part.starts_with("# A sum with") || part.starts_with("# A mean"))
                .collect::<Vec<_>>()
                .join("\n\n")
        });
        told.join("\n\n")
    });
    insta::assert_snapshot!(told.join("\n\n----\n\n"));
}

/// All that is said of the points of a part, held against evaluating.
fn holds(telling: &Telling, answers: &Answers, node: NodeId) -> Result<(), TestCaseError> {
    let (rules, evaluation) = (&telling.rules, evaluate(&telling.rules, answers));
    let reasons = Reasons::new(telling, answers, &evaluation, node);
    let score = evaluation.score(node);
    prop_assert_eq!(reasons.score, score);
    let mut earned: Points = reasons.counted.iter().map(|counted| counted.points).sum();
    for limit in &reasons.limits {
        let (then, before) = match limit {
            Limit::Raised { least, without } => (*least, *without),
            Limit::Cut { most, without } => (*most, *without),
            Limit::Gated { at_most, without, .. } => (*at_most, *without),
            Limit::Open { at_most, .. } => {
                prop_assert!(earned > *at_most);
                (earned, earned)
            }
            Limit::AtMost(most) | Limit::Closed { at_most: most, .. } => {
                prop_assert!(earned <= *most);
                (earned, earned)
            }
        };
        prop_assert_eq!(before, earned);
        earned = then;
    }
    prop_assert_eq!(earned, score.earned, "{:?}", reasons);
    for counted in &reasons.counted {
        if let (What::Part(part), None) = (&counted.what, counted.of) {
            prop_assert_eq!(counted.points, evaluation.score(*part).earned);
        }
    }
    if let Some(share) = reasons.share {
        prop_assert!(share.brings <= share.most || reasons.score.earned > reasons.score.possible);
    }
    for way in &reasons.ways {
        let gained = gained(rules, answers, &evaluation, node, (&way.on, &way.off));
        prop_assert_eq!(gained, Some(way.gain), "{:?}", way);
        prop_assert!(way.gain > Points::ZERO && !way.on.intersects(answers.held()));
    }
    if score.applies() && !reasons.has_parts {
        let (none, looked_at) = (ProvisionSet::default(), looked_at(rules, node));
        for provision in looked_at.minus(answers.not_applicable()).iter() {
            let alone: ProvisionSet = [provision].into_iter().collect();
            let (on, off) =
                if answers.held().contains(provision) { (&none, &alone) } else { (&alone, &none) };
            let gains =
                gained(rules, answers, &evaluation, node, (on, off)).is_some_and(|gain| gain > Points::ZERO);
            let is_said = reasons.ways.iter().any(|way| way.on == *on && way.off == *off);
            prop_assert_eq!(gains, is_said, "{}: {:?}", provision, reasons);
        }
    }
    said(telling, answers, &evaluation, node, &reasons)
}

/// The words have the figures of the reasons.
fn said(
    telling: &Telling,
    answers: &Answers,
    evaluation: &Evaluation,
    node: NodeId,
    reasons: &Reasons,
) -> Result<(), TestCaseError> {
    let explanation = Explanation::new(telling, answers, evaluation, node);
    let all = explanation.to_string();
    if reasons.score.applies() {
        prop_assert!(all.starts_with(&format!("{} points", telling.points(reasons.score))), "{}", all);
    }
    for way in &reasons.ways {
        let gain = telling.in_points(way.gain);
        let ends = ["point more", "points more"].map(|unit| format!("{gain} {unit}"));
        prop_assert!(ends.iter().any(|end| all.contains(end)), "{}: {}", gain, all);
    }
    for limit in &reasons.limits {
        let points = |points| telling.in_points(points);
        let text = match limit {
            Limit::Raised { least, without } => format!(
                "fall below {} point|without that limit, the part would have {} point",
                points(*least),
                points(*without)
            ),
            Limit::Cut { most, without } => format!(
                "The limit here is {} point|without it, the part would have {} point",
                points(*most),
                points(*without)
            ),
            Limit::Gated { at_most, without, .. } => {
                format!("It would have {} point|get past {} point", points(*without), points(*at_most))
            }
            Limit::AtMost(most) => format!("No more than {} point", points(*most)),
            Limit::Closed { at_most, .. } => format!("cannot get past {} point", points(*at_most)),
            Limit::Open { at_most, .. } => format!("gets past {} point", points(*at_most)),
        };
        prop_assert!(text.split('|').all(|part| all.contains(part)), "{}: {}", text, all);
    }
    prop_assert!(!all.contains("\n\n") && !all.contains("  ") && !all.contains("{"), "{}", all);
    Ok(())
}

/// What a node gains by switches, with all that they take along; nothing, where they cannot be together.
fn gained(
    rules: &Rules,
    answers: &Answers,
    before: &Evaluation,
    node: NodeId,
    (on, off): (&ProvisionSet, &ProvisionSet),
) -> Option<Points> {
    let mut decisions = Decisions::on_top_of(answers, rules.implied());
    on.iter().try_for_each(|provision| decisions.decide(provision, true).ok())?;
    off.iter().try_for_each(|provision| decisions.decide(provision, false).ok())?;
    Some(evaluate(rules, &decisions.taken()).score(node).earned - before.score(node).earned)
}

/// Every provision that a node and all below it look at.
fn looked_at(rules: &Rules, id: NodeId) -> ProvisionSet {
    let node = rules.node(id).expect("a node");
    let own = node.rule.condition().map(|needs| needs.provisions()).unwrap_or_default();
    let own = own.union(&node.applies.provisions());
    node.rule.parts().into_iter().fold(own, |all, part| all.union(&looked_at(rules, part)))
}

/// Gives some parts a title, by the bits of a number.
fn titled(part: &mut Value, bits: &mut u32) {
    if *bits & 1 == 1 {
        part["title"] = part["id"].clone();
    }
    *bits = bits.rotate_right(1);
    part["components"].as_array_mut().into_iter().flatten().for_each(|inner| titled(inner, bits));
    if part["components"].is_null() {
        part.as_object_mut().expect("a part").remove("components");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, max_global_rejects: 300, ..ProptestConfig::default() })]

    /// Under rules made by chance, and for any answers.
    #[test]
    fn all_that_is_said_of_points_is_so(
        mut file in any_rules::framework(),
        mut titles in any::<u32>(),
        answers in proptest::collection::vec((0..1_usize << PROVISIONS, 0..1_usize << PROVISIONS, 0..1_usize << PROVISIONS), 4),
    ) {
        for section in file["sections"].as_array_mut().expect("sections") {
            titled(section, &mut titles);
        }
        for place in 0..PROVISIONS {
            file["provisions"][place]["label"] = id(place).into();
        }
        let file: Framework = serde_json::from_value(file).expect("it is a framework");
        let Ok(rules) = compile(&file) else { return Err(TestCaseError::reject("cannot be counted")) };
        let may_not_apply = rules.may_not_apply().clone();
        let telling = Telling::new(words("en"), file, Arc::new(rules));
        for (held, unknown, left_out) in answers {
            // What holds is closed, as whoever lets a visitor switch keeps it.
            let held = telling.rules.implied().closed(&set(held));
            let left_out = if left_out & 1 == 1 { set(left_out).common(&may_not_apply) } else { ProvisionSet::default() };
            let answers = Answers::new(held, if unknown & 1 == 1 { set(unknown) } else { ProvisionSet::default() }, left_out);
            for (_, node, _) in telling.parts() {
                holds(&telling, &answers, node)?;
            }
            let evaluation = evaluate(&telling.rules, &answers);
            for (index, node) in telling.rules.nodes().iter().enumerate() {
                let Some(mean) = telling.rules.find(node.id.as_deref().unwrap_or_default()) else { continue };
                if matches!(node.rule, Rule::Mean { .. }) && mean.index() == index && evaluation.score(mean).applies() {
                    let brought = evaluation.brought(&telling.rules, mean);
                    prop_assert_eq!(brought.iter().map(|share| share.points).sum::<Points>(), evaluation.score(mean).earned);
                }
            }
        }
    }

    /// On real cards, with any switches.
    #[test]
    fn all_that_is_said_of_real_cards_is_so(which in 0..3_usize, card in 0..190_usize, switches in proptest::collection::vec(0..400_usize, 0..6)) {
        let cohort = &ENGLISH[which];
        let card = card % cohort.cards.len();
        let session = switched(cohort, card, &switches);
        for (_, node, _) in cohort.telling.parts() {
            holds(&cohort.telling, session.answers(), node)?;
        }
    }
}
