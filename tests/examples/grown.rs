//! Writes Connecticut's card so many times over for the benchmark of the page, into `target/bench`: packed as a page
//! holds it (`grown-10.txt`), and as files (`grown-10.json`).
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use lawgrade_tests::grown::{grown, grown_files};
use lawgrade_tests::{card, framework, language};
use scoring::pack;
use serde_json::json;

/// How many times over; `bench/growth.mjs` measures these.
const TIMES: [usize; 2] = [10, 50];

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let english = language("en");
    let texts = english.page_texts(&english.messages);
    for times in TIMES {
        let lines =
            pack::write(&grown(&framework(), &card(), times), texts.clone(), &english.locale, "grown");
        fs::write(folder.join(format!("grown-{times}.txt")), lines).expect("the lines can be written");
        let (framework, card) = grown_files(&framework(), &card(), times);
        let files = json!({ "framework": framework, "card": card });
        fs::write(folder.join(format!("grown-{times}.json")), files.to_string())
            .expect("the files can be written");
    }
}
