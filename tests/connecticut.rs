//! What the native tests share: Connecticut's card, and frameworks made by chance.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod any_rules;
pub mod both;
pub mod chance;
pub mod files;
mod found;
pub mod grown;
pub mod handed_on_ways;
pub mod kept;
pub mod made;
pub mod plain;
pub mod scenarios;

use std::path::Path;

pub use found::found;
pub use handed_on_ways::handed_on;

use proptest::prelude::*;
use scoring::data::{Card, CardWords, Framework, FrameworkWords, Language};
use scoring::{Baseline, Changes, ProvisionSet, Scenario, Words, read_changes};

/// The text of a file below the project's folder.
pub fn file(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests have a folder above");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The framework of 2019 as its file has it.
pub fn framework() -> Framework {
    serde_json::from_str(&file("data/frameworks/pic-2019.json")).expect("the framework can be read")
}

/// The rules of its first edition, under which addresses were made.
pub fn first_edition() -> Framework {
    serde_json::from_str(&file("data/frameworks/earlier/pic-2019@1.json")).expect("the framework can be read")
}

/// Connecticut's card as its file has it.
pub fn card() -> Card {
    serde_json::from_str(&file("data/cards/ct-2019.json")).expect("the card can be read")
}

/// Connecticut's card on its framework.
pub fn connecticut() -> Baseline {
    Baseline::new(framework(), card(), Words::english()).expect("Connecticut's data is right")
}

/// A language as its file has it.
pub fn language(id: &str) -> Language {
    serde_json::from_str(&file(&format!("data/languages/{id}.json"))).expect("the language can be read")
}

/// Connecticut's card on its framework, in a language other than English.
pub fn translated(id: &str) -> Baseline {
    translated_on(framework(), id)
}

/// Connecticut's card on these rules, in a language other than English.
pub fn translated_on(framework: Framework, id: &str) -> Baseline {
    let read = |name: &str| file(&format!("data/languages/{id}/{name}.json"));
    let rules: FrameworkWords = serde_json::from_str(&read("pic-2019")).expect("its words can be read");
    let findings: CardWords = serde_json::from_str(&read("ct-2019")).expect("its words can be read");
    let words = Words::of(&language(id), &language("en"));
    Baseline::new(rules.over(&framework), findings.over(&card()), words).expect("only words are others")
}

/// The scenario with these provisions switched, which must all be switchable.
pub fn scenario(baseline: &Baseline, on: &[&str], off: &[&str]) -> Scenario {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let (scenario, problems) = read_changes(baseline, &Changes { on: owned(on), off: owned(off) });
    assert_eq!(problems, []);
    scenario
}

/// Any scenario on this baseline.
pub fn any_scenario(baseline: &Baseline) -> impl Strategy<Value = Scenario> + use<> {
    proptest::collection::vec(any::<bool>(), baseline.provisions().len()).prop_map(|switched| {
        let switched: ProvisionSet =
            (0..).zip(switched).filter(|(_, is)| *is).map(|(place, _)| place).collect();
        Scenario::from_switched(switched)
    })
}
