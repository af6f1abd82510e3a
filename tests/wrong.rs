//! The smallest documents with a mistake in them, by its name.

use scoring::diagnose::Code;
use scoring::rules::file::Framework;
use scoring::rules::{Rules, compile};
use serde_json::{Value, json};

/// A framework without a mistake.
pub fn right() -> Value {
    json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}],
        "sections": [{"id": "x", "points": 1, "needs": ["a"]}, {"id": "y", "points": 2, "needs": ["b"]}],
    })
}

/// What is wrong with a framework's rules: fields of the right file that are replaced.
pub fn wrong_rules() -> Vec<(Code, Value)> {
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
        (Code::ReservedId, provisions(json!({}), json!({"id": "year"}))),
        (
            Code::RepeatedId,
            json!({"sections": [{"id": "x", "points": 1, "needs": ["a"]}, {"id": "x", "points": 1, "needs": ["b"]}]}),
        ),
        (Code::RepeatedId, x(json!({"points": 1, "needs": ["a", "a"]}))),
        (Code::NoText, json!({"about": " "})),
        (Code::NoText, bands(json!([{"grade": "", "from": 1}]))),
        (Code::SeveralLines, x(json!({"title": "In two\nlines", "points": 1, "needs": ["a"]}))),
        (Code::UnknownProvision, x(json!({"points": 1, "needs": ["c"]}))),
        (Code::UnknownPart, json!({"tallies": [{"id": "t", "of": "z"}]})),
        (Code::UnusedProvision, json!({"sections": [{"points": 1, "needs": ["a"]}]})),
        (Code::NoRule, x(json!({"title": "X"}))),
        (Code::SeveralRules, x(json!({"points": 1, "needs": ["a"], "checklist": ["b"]}))),
        (Code::UnusedField, x(json!({"checklist": ["a"], "otherwise": -1}))),
        (Code::UnusedField, provisions(json!({"because": "Of nothing."}), json!({}))),
        (Code::UnusedField, json!({"scale": {"decimals": 1}, "tallies": [{"id": "t"}]})),
        (Code::NothingInIt, x(json!({"rungs": []}))),
        (Code::NothingInIt, x(json!({"points": 1, "needs": {"any": []}}))),
        (Code::NoChoice, json!({"oneOf": [{"id": "g", "provisions": ["a"]}]})),
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
            Code::BadShare,
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

/// The rules that tables are read under: b is a part of a, of c and d one holds, and e may not apply.
pub fn rules() -> Rules {
    let file = json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": [
            {"id": "a", "label": "A"},
            {"id": "b", "label": "B", "implies": ["a"]},
            {"id": "c", "label": "C"},
            {"id": "d", "label": "D"},
            {"id": "e", "label": "E", "mayNotApply": "There is none."},
        ],
        "oneOf": [{"id": "g", "provisions": ["c", "d"]}],
        "bands": [{"grade": "A", "from": 2}, {"grade": "B", "from": 0}],
        "sections": [{"id": "x", "checklist": ["a", "b", "c", "d", "e"]}],
    });
    compile(&serde_json::from_value(file).expect("a framework")).expect("it is right")
}

/// What is wrong with a table.
pub fn wrong_tables() -> Vec<(Code, &'static str)> {
    vec![
        (Code::NoSubjects, "state,a,b,c,d,e\nct,y,n,n,n,n"),
        (Code::NoColumn, "subject,a,b,c,d\nct,y,n,n,n"),
        (Code::UnknownColumn, "subject,a,b,c,d,e,f\nct,y,n,n,n,n,y"),
        (Code::UnknownColumn, "subject,a,b,c,d,e,figure:x\nct,y,n,n,n,n,1"),
        (Code::RepeatedId, "subject,a,b,c,d,e,a\nct,y,n,n,n,n,n"),
        (Code::OtherLength, "subject,a,b,c,d,e\nct,y,n,n,n"),
        (Code::NoText, "subject,a,b,c,d,e\n,y,n,n,n,n"),
        (Code::BadId, "subject,a,b,c,d,e\nNew York,y,n,n,n,n"),
        (Code::BadAnswer, "subject,a,b,c,d,e\nct,perhaps,n,n,n,n"),
        (Code::NoAnswer, "subject,a,b,c,d,e\nct,,n,n,n,n"),
        (Code::Applies, "subject,a,b,c,d,e\nct,n/a,n,n,n,n/a"),
        (Code::CannotHold, "subject,a,b,c,d,e\nct,n,y,n,n,n"),
        (Code::ExcludeEachOther, "subject,a,b,c,d,e\nct,n,n,y,y,n"),
        (Code::RepeatedCard, "subject,a,b,c,d,e\nct,y,n,n,n,n\nct,n,n,n,n,n"),
        (Code::BadYear, "subject,year,a,b,c,d,e\nct,’20,y,n,n,n,n"),
        (Code::BadFigure, "subject,a,b,c,d,e,figure:total\nct,y,n,n,n,n,one"),
        (Code::UnknownBand, "subject,a,b,c,d,e,band:total\nct,y,n,n,n,n,C"),
        (Code::OtherThanPrinted, "subject,a,b,c,d,e,figure:total\nct,y,n,n,n,n,2"),
        (Code::OtherThanPrinted, "subject,a,b,c,d,e,band:total\nct,y,n,n,n,n,A"),
        (Code::OtherThanPrinted, "subject,a,b,c,d,e,earned:x\nct,y,n,n,n,n,2"),
        (Code::OtherThanPrinted, "subject,a,b,c,d,e,possible:total\nct,y,n,n,n,n/a,5"),
    ]
}

/// A table under these rules with nothing wrong in it, whose subject has a group.
pub const RIGHT_TABLE: &str = "subject,group,a,b,c,d,e\nct,North,y,?,n,n,n/a";

/// What is wrong with the words of the right framework and its table: fields of words that say all of it.
pub fn wrong_words() -> Vec<(Code, Value)> {
    vec![
        (Code::NoWords, json!({"provisions": {"a": "La A"}})),
        (Code::NoWords, json!({"groups": {}})),
        (Code::UnknownWords, json!({"sections": {"z": {"title": "La Z"}}})),
        (Code::UnknownWords, json!({"groups": {"North": "El norte", "South": "El sur"}})),
        (Code::UnknownWords, json!({"subjects": {"xy": "Equis"}})),
        (Code::NoText, json!({"provisions": {"a": "", "b": "La B"}})),
        (Code::NoText, json!({"groups": {"North": ""}})),
        (Code::SeveralLines, json!({"title": "En dos\nlíneas"})),
    ]
}

/// What is wrong with the shape of a framework's file.
pub fn wrong_shapes() -> Vec<(Code, String)> {
    let with = |fields: Value| changed(right(), &fields).to_string();
    vec![
        (Code::NotJson, "{\n  \"id\": \"made\",\n}".to_owned()),
        (Code::UnknownField, with(json!({"colour": "blue"}))),
        (Code::UnknownField, with(json!({"sections": [{"pionts": 1, "points": 1, "needs": ["a"]}]}))),
        (Code::MissingField, r#"{"id": "made"}"#.to_owned()),
        (Code::WrongShape, with(json!({"year": "2026"}))),
        (Code::WrongShape, with(json!({"sections": [{"points": "1/0", "needs": ["a"]}]}))),
        (Code::WrongShape, with(json!({"sections": [{"points": 1, "needs": "a"}]}))),
        (Code::WrongShape, with(json!({"missing": "half"}))),
        (Code::WrongShape, with(json!({"subjects": "provinces"}))),
        (Code::WrongShape, with(json!({"provisions": [{"id": "A", "label": "A"}]}))),
    ]
}

pub fn changed(mut file: Value, fields: &Value) -> Value {
    let fields = fields.as_object().expect("fields").clone();
    file.as_object_mut().expect("an object").extend(fields);
    file
}

pub fn file(fields: &Value) -> Framework {
    serde_json::from_value(changed(right(), fields)).unwrap_or_else(|error| panic!("{error}"))
}
