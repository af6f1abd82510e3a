//! The same results in the browser: data that arrives as JavaScript objects, evaluated in wasm.
//!
//! `cargo xtask test` runs this in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

mod cases;
mod conformance;

use cases::Expected;
use scoring::data::{Card, Framework};
use scoring::{Baseline, Changes, Report, Words, evaluate, read_changes};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FRAMEWORK: &str = include_str!("../data/frameworks/pic-2019.json");
const CARD: &str = include_str!("../data/cards/ct-2019.json");
const EXPECTED: &str = include_str!("../data/expected/ct-2019.json");

/// The files that `conformance` reads: there are none in a browser.
fn file(path: &str) -> String {
    let text = match path {
        "data/chicago-2019/framework.json" => include_str!("../data/chicago-2019/framework.json"),
        "data/frameworks/pic-2019.json" => FRAMEWORK,
        "data/sunlight-2015/framework.json" => include_str!("../data/sunlight-2015/framework.json"),
        "data/wbl-2020/framework.json" => include_str!("../data/wbl-2020/framework.json"),
        "tests/vectors/chicago-2019.csv" => include_str!("vectors/chicago-2019.csv"),
        "tests/vectors/firearm-2024.csv" => include_str!("vectors/firearm-2024.csv"),
        "tests/vectors/firearm-2024.json" => include_str!("vectors/firearm-2024.json"),
        "tests/vectors/pic-cards.csv" => include_str!("vectors/pic-cards.csv"),
        "tests/vectors/pic-scores.csv" => include_str!("vectors/pic-scores.csv"),
        "tests/vectors/sunlight-2015.csv" => include_str!("vectors/sunlight-2015.csv"),
        "tests/vectors/wbl-2020.csv" => include_str!("vectors/wbl-2020.csv"),
        _ => panic!("{path} is not among the files"),
    };
    text.to_owned()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = JSON)]
    fn stringify(value: &JsValue) -> String;
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let value = parse(text).expect("the text is JSON");
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string())
}

fn connecticut() -> Baseline {
    let framework = read(FRAMEWORK).expect("the framework can be read");
    let card = read(CARD).expect("the card can be read");
    Baseline::new(framework, card, Words::english()).expect("Connecticut's data is right")
}

#[wasm_bindgen_test]
fn every_expected_scenario_gives_its_result() {
    let baseline = connecticut();
    let expected: Expected = read(EXPECTED).expect("the expected results can be read");
    assert_eq!((expected.framework.as_str(), expected.card.as_str()), ("pic-2019", "ct-2019"));
    assert!(!expected.scenarios.is_empty());
    for case in expected.scenarios {
        let (scenario, problems) = read_changes(&baseline, &case.changes);
        assert_eq!(problems, [], "{}", case.name);
        let tree = evaluate(&baseline, &scenario);
        let sections: Vec<f64> = tree.sections.iter().map(|score| score.points.to_decimal()).collect();
        assert_eq!((tree.total.to_decimal(), &tree.band.grade), (case.total, &case.grade), "{}", case.name);
        assert_eq!(sections, case.sections, "{}", case.name);
        for (id, points) in &case.components {
            let score = tree.component(id).expect("the framework has the component");
            assert_eq!(*points, score.points.to_decimal(), "{}: {id}", case.name);
        }
    }
}

/// The tree as JavaScript gets it is plain data: objects, arrays and numbers, no maps.
#[wasm_bindgen_test]
fn a_report_is_plain_data_for_javascript() {
    let baseline = connecticut();
    let (scenario, _) = read_changes(&baseline, &Changes::default());
    let tree = evaluate(&baseline, &scenario);
    let report = Report::new(&baseline, &tree)
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .expect("a report is plain data");
    let text = stringify(&report);
    assert!(
        text.starts_with(
"{\"framework\":\"pic-2019\",\"card\":\"ct-2019\",\"address\":\"pic-2019/ct-2019\",\"changes\":{\"on\":[],\"off\":[]},\"total\":79,\"max\":102.5,\"basis\":\"published\""
        ),
        "{text}"
    );
}

#[wasm_bindgen_test]
fn bad_data_is_refused_with_a_reason() {
    let framework = FRAMEWORK.replacen("\"step\": 0.5", "\"step\": 0.3", 1);
    assert_eq!(
        read::<Framework>(&framework).expect_err("0.3 is no step"),
        "Error: expected points in steps of 0.25, found 0.3"
    );
    let card = CARD.replacen("\"inLaw\": true", "\"inLaw\": 1", 1);
    assert!(read::<Card>(&card).is_err());
    let card: Card = read(&CARD.replacen("\"total\": 79", "\"total\": 79.5", 1)).expect("it can be read");
    let problems = Baseline::new(read(FRAMEWORK).expect("the framework is right"), card, Words::english())
        .expect_err("79.5 is wrong");
    assert_eq!(
        problems.first().map(ToString::to_string).as_deref(),
        Some("card /published/total: expected 79, the sum of the published sections, found 79.5")
    );
}
