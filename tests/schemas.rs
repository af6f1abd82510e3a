//! The JSON Schemas of frameworks, their words and scenarios: made of the types that read or write them, so that both say the same.
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use jsonschema::Validator;
use lawgrade_tests::{file, kept};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::telling::Report;
use serde_json::{Value, json};

const FRAMEWORKS: [&str; 3] = ["chicago-2019", "sunlight-2015", "wbl-2020"];

/// The schema of a type.
fn schema<T: JsonSchema>(title: &str) -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut schema = tidy(schema.into());
    schema["title"] = json!(title);
    schema
}

/// Without what says nothing to an author: fields that may be missing need not be written as null, and a default
/// of nothing is none.
fn tidy(value: Value) -> Value {
    let Value::Object(fields) = value else {
        let Value::Array(items) = value else { return value };
        return Value::Array(items.into_iter().map(tidy).collect());
    };
    let null = json!({"type": "null"});
    let mut tidied = serde_json::Map::new();
    for (name, value) in fields {
        match (name.as_str(), &value) {
            ("default", Value::Null | Value::Bool(false)) | ("writeOnly" | "format", _) => {}
            ("default", Value::Array(items)) if items.is_empty() => {}
            ("default", Value::Object(fields)) if fields.is_empty() => {}
            ("type", Value::Array(types)) if types.contains(&json!("null")) => {
                tidied.insert(name, types.first().cloned().expect("a type besides null"));
            }
            ("anyOf", Value::Array(kinds)) if kinds.contains(&null) => {
                let kind = kinds.iter().find(|kind| **kind != null).cloned().expect("a kind besides null");
                tidied.extend(tidy(kind).as_object().expect("a schema").clone());
            }
            _ => {
                tidied.insert(name, tidy(value));
            }
        }
    }
    Value::Object(tidied)
}

fn validator(path: &str) -> Validator {
    Validator::new(&json(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_schemas_say_what_the_types_have() {
    for (name, schema) in [
        ("rules", schema::<Framework>("Lawgrade framework of any shape")),
        ("words", schema::<FrameworkWords>("Lawgrade framework in another language")),
        (
            "scenario",
            schema::<Report>("A scenario of a Lawgrade framework of any shape, as it is downloaded"),
        ),
    ] {
        let text = serde_json::to_string_pretty(&schema).expect("plain data");
        kept::holds(&format!("data/schema/{name}.schema.json"), &format!("{text}\n"));
    }
}

#[test]
fn every_file_has_the_shape_that_the_schemas_say() {
    let (rules, words) =
        (validator("data/schema/rules.schema.json"), validator("data/schema/words.schema.json"));
    let own = FRAMEWORKS.map(|name| format!("data/{name}/framework.json"));
    let others = ["data/frameworks/pic-2019.json", "tests/vectors/firearm-2024.json"].map(str::to_owned);
    for path in own.into_iter().chain(others) {
        let errors: Vec<String> = rules.iter_errors(&json(&path)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
    }
    for path in FRAMEWORKS.map(|name| format!("data/{name}/words.es.json")) {
        let errors: Vec<String> = words.iter_errors(&json(&path)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
    }
}

/// With its words in place of its own, a framework keeps nothing in English that has words, and its rules.
#[test]
fn words_stand_in_for_all_texts() {
    for name in FRAMEWORKS {
        let framework: Framework = serde_json::from_value(json(&format!("data/{name}/framework.json")))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let words: FrameworkWords = serde_json::from_value(json(&format!("data/{name}/words.es.json")))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(words.diagnose(&framework), [], "{name}");
        let spanish = words.over(&framework);
        let compiled = |framework: &Framework| scoring::rules::compile(framework).expect("it is right");
        assert_eq!(compiled(&spanish), compiled(&framework));
        for (own, other) in framework.provisions.iter().zip(&spanish.provisions) {
            assert_ne!(own.label, other.label);
            assert_eq!((own.because.is_some(), &own.id), (other.because.is_some(), &other.id));
        }
        assert_ne!(framework.about, spanish.about);
        assert_eq!(framework.publisher, spanish.publisher);
    }
}
