//! How long evaluation and plans take in wasm, in the browser: `cargo xtask bench` prints it.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, dead_code, clippy::expect_used)]

mod grown;

use scoring::data::{Card, Framework};
use scoring::{Goal, Outcome, ProvisionSet, Question, Scenario, certainty, evaluate, plan};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    let value = js_sys::JSON::parse(text).expect("the file is JSON");
    serde_wasm_bindgen::from_value(value).expect("the file is right")
}

/// The median of several runs, each long enough for the browser's clock, in milliseconds.
fn median(run: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let (start, mut runs) = (now(), 0.0);
            while now() - start < 50.0 {
                run();
                runs += 1.0;
            }
            (now() - start) / runs
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[wasm_bindgen_test]
fn times() {
    let framework: Framework = read(include_str!("../data/frameworks/pic-2019.json"));
    let card: Card = read(include_str!("../data/cards/ct-2019.json"));
    let unchanged = Scenario::default();
    for times in [1, 10, 50] {
        let baseline = grown::grown(&framework, &card, times);
        console_log!("{times} times Connecticut, {} provisions:", baseline.provisions().len());
        console_log!("  evaluate: {:.4} ms", median(|| drop(evaluate(&baseline, &unchanged))));
        let tree = evaluate(&baseline, &unchanged);
        console_log!("  certainty: {:.4} ms", median(|| drop(certainty(&baseline, &tree))));
        for question in [Question::BestReading, Question::EveryReading] {
            for band in baseline.bands().take(2) {
                let goal = Goal {
                    target: band.from,
                    question,
                    locked: ProvisionSet::default(),
                    bundles: Vec::new(),
                    limit: 100,
                };
                let found = match plan(&baseline, &unchanged, &goal) {
                    Outcome::Reachable(plans) => format!("{} changes, {} plans", plans.fewest, plans.count),
                    other => format!("{other:?}"),
                };
                let time = median(|| drop(plan(&baseline, &unchanged, &goal)));
                console_log!("  plans for {}, {question:?}: {time:.3} ms ({found})", band.grade);
            }
        }
    }
}
