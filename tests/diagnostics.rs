//! What can be wrong with a framework's rules: for each name the smallest file that has it, and what is said.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use scoring::diagnose::{Code, Severity};
use scoring::rules::{compile, diagnose, file::Framework};
use serde_json::{Value, json};

/// A framework without a mistake.
fn right() -> Value {
    json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}],
        "sections": [{"id": "x", "points": 1, "needs": ["a"]}, {"id": "y", "points": 2, "needs": ["b"]}],
    })
}

/// Each name with what makes the mistake: fields of the file that are replaced.
fn wrong() -> Vec<(Code, Value)> {
    let x = |part: Value| json!({"sections": [part, {"points": 2, "needs": ["a", "b"]}]});
    let provisions = |a: Value, b: Value| {
        let mut provisions = [json!({"id": "a", "label": "A"}), json!({"id": "b", "label": "B"})];
        for (provision, more) in provisions.iter_mut().zip([a, b]) {
            let fields = more.as_object().expect("fields").clone();
            provision.as_object_mut().expect("a provision").extend(fields);
        }
        json!({"provisions": provisions})
    };
    let bands = |bands: Value| json!({"bands": bands});
    let many: Vec<Value> =
        (0..13).map(|bit| json!({"points": 1 << bit, "needs": ["a"], "applies": ["b"]})).collect();
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
    let shares: Vec<Value> =
        primes.iter().map(|prime| json!({"points": format!("1/{prime}"), "needs": ["a", "b"]})).collect();
    vec![
        (Code::BadId, json!({"id": "Made 2026"})),
        (
            Code::RepeatedId,
            json!({"sections": [{"id": "x", "points": 1, "needs": ["a"]}, {"id": "x", "points": 1, "needs": ["b"]}]}),
        ),
        (Code::RepeatedId, x(json!({"points": 1, "needs": ["a", "a"]}))),
        (Code::UnknownProvision, x(json!({"points": 1, "needs": ["c"]}))),
        (Code::UnknownPart, json!({"tallies": [{"id": "t", "of": "z"}]})),
        (Code::UnusedProvision, json!({"sections": [{"points": 1, "needs": ["a"]}]})),
        (Code::NoRule, x(json!({"title": "X"}))),
        (Code::SeveralRules, x(json!({"points": 1, "needs": ["a"], "checklist": ["b"]}))),
        (Code::UnusedField, x(json!({"checklist": ["a"], "otherwise": -1}))),
        (Code::UnusedField, json!({"scale": {"decimals": 1}, "tallies": [{"id": "t"}]})),
        (Code::NothingInIt, x(json!({"rungs": []}))),
        (Code::NothingInIt, x(json!({"points": 1, "needs": {"any": []}}))),
        (Code::NothingInIt, json!({"oneOf": [{"id": "g", "provisions": ["a"]}]})),
        (Code::NeverHolds, x(json!({"points": 1, "needs": {"all": ["a", "b"], "none": ["b"]}}))),
        (Code::ImpliesCircle, provisions(json!({"implies": ["b"]}), json!({"implies": ["a"]}))),
        (
            Code::ImpliesExcluded,
            json!({
                "oneOf": [{"id": "g", "provisions": ["a", "b"]}],
                "provisions": [{"id": "a", "label": "A", "implies": ["b"]}, {"id": "b", "label": "B"}],
            }),
        ),
        (
            Code::LevelsTwice,
            x(json!({"components": [
            {"levels": [{"provision": "a", "points": 1}]}, {"levels": [{"provision": "a", "points": 2}]}]})),
        ),
        (Code::BadWeight, x(json!({"weight": 0, "points": 1, "needs": ["a"]}))),
        (
            Code::BadWeight,
            x(json!({"join": "mean", "worth": 1, "components": [{"weight": 0.5, "checklist": ["a"]}]})),
        ),
        (Code::BadWorth, x(json!({"join": "mean", "components": [{"checklist": ["a"]}]}))),
        (Code::BadBounds, x(json!({"least": 2, "most": 1, "checklist": ["a"]}))),
        (Code::BadScale, json!({"scale": {"of": 2.5}})),
        (Code::BadScale, json!({"scale": {"decimals": 5}})),
        (
            Code::ExtraOutsideSum,
            x(json!({"join": "best", "components": [{"extra": true, "checklist": ["a"]}]})),
        ),
        (Code::BandsOverlap, bands(json!([{"grade": "A", "from": 1}, {"grade": "B", "from": 1}]))),
        (Code::LowestBandGated, bands(json!([{"grade": "A", "from": 1, "requires": ["a"]}]))),
        (Code::OffStep, json!({"step": 2})),
        (Code::WrongMax, json!({"max": 4})),
        (Code::TooFine, x(json!({"components": shares}))),
        (Code::TooLarge, x(json!({"weight": 999_999_999, "points": 999_999_999, "needs": ["a"]}))),
        (Code::TooManyMaximums, x(json!({"components": many}))),
        (Code::NumericInput, x(json!({"breakpoints": [{"from": 20, "points": 1}]}))),
        (Code::Curve, json!({"tallies": [{"id": "t", "curve": {"A": 10}}]})),
    ]
}

fn file(fields: &Value) -> Framework {
    let mut file = right();
    let fields = fields.as_object().expect("fields").clone();
    file.as_object_mut().expect("an object").extend(fields);
    serde_json::from_value(file).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn each_mistake_has_its_name_its_place_and_a_remedy() {
    assert_eq!(diagnose(&file(&json!({}))), []);
    let mut lines = Vec::new();
    let mut seen = BTreeSet::new();
    for (code, fields) in wrong() {
        let file = file(&fields);
        let found = diagnose(&file);
        assert!(found.iter().any(|one| one.code == code), "{} in {fields}: {found:?}", code.name());
        let is_error = code.severity() == Severity::Error;
        assert_eq!(compile(&file).is_err(), is_error, "{} stops what cannot be used", code.name());
        seen.insert(code);
        lines.extend(found.iter().map(ToString::to_string));
    }
    assert_eq!(seen, Code::ALL.into_iter().collect(), "every name is tried");
    let names: BTreeSet<&str> = Code::ALL.into_iter().map(Code::name).collect();
    assert_eq!(names.len(), Code::ALL.len());
    insta::assert_snapshot!(lines.join("\n"));
}

/// Everything at once, so that nobody mends a file error by error.
#[test]
fn all_mistakes_are_told_together() {
    let file = file(&json!({
        "id": "Made",
        "bands": [{"grade": "A", "from": 1}, {"grade": "A", "from": 2}],
        "sections": [{"points": 1, "needs": ["c"]}, {"weight": -1, "checklist": ["a", "b"]}],
    }));
    let codes: BTreeSet<Code> = compile(&file).expect_err("it is wrong").iter().map(|one| one.code).collect();
    let expected =
        [Code::BadId, Code::RepeatedId, Code::BandsOverlap, Code::UnknownProvision, Code::BadWeight];
    assert_eq!(codes, expected.into_iter().collect());
}

/// A word that the format does not know is no rule that is silently left out.
#[test]
fn a_field_that_is_misspelt_is_refused() {
    let mut file = right();
    file["sections"][0]["aplies"] = json!(["b"]);
    let error = serde_json::from_value::<Framework>(file).expect_err("a misspelt field");
    assert!(error.to_string().contains("aplies"), "{error}");
}
