//! `mutants`: whether the tests notice when the core counts otherwise.

use site::failure::Failure;
use site::process::{cargo, run};

use crate::tools;

/// What is changed: evaluating, ranging, planning, ranking and scales.
const COUNTS: [&str; 8] = [
    "scoring/src/exact/**",
    "scoring/src/rules/evaluate.rs",
    "scoring/src/rules/tally.rs",
    "scoring/src/rules/kinds/**",
    "scoring/src/ranges/**",
    "scoring/src/space/**",
    "scoring/src/plans/**",
    "scoring/src/rank/**",
];

/// Changes what counts, one operator or result at a time, or only `files` of it, and runs the native tests on each change.
/// What no test has noticed is listed in `target/mutants.out/missed.txt`.
///
/// # Errors
/// When a change is not noticed.
pub fn run_on(files: &[&str]) -> Result<(), Failure> {
    tools::cargo_mutants()?;
    let mut mutants = cargo(&["mutants", "--package", "scoring", "--test-package", "scoring,lawgrade-tests"]);
    // What is built or installed is not copied with the sources.
    mutants.args(["--gitignore", "true"]);
    // A search that a change sends round in circles is ended after two minutes; the tests take half a minute.
    mutants.args(["--minimum-test-timeout", "120", "--output", "target"]);
    for file in if files.is_empty() { &COUNTS } else { files } {
        mutants.args(["--file", file]);
    }
    run(tools::with_tools(mutants.env("INSTA_UPDATE", "no")))
}
