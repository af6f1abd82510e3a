//! `bench`: how long things take. Numbers are printed and written down, never judged.

use std::process::Command;

use site::failure::Failure;
use site::files::root;
use site::node;
use site::process::{cargo, run};

use crate::{suite, tools};

/// Measures evaluation and plans natively and in the browser, then the built release side by side with others;
/// `docs/BENCHMARKS.md` is written by that.
///
/// # Errors
/// When something cannot be built or run, or when those who are compared do not agree on the results.
pub fn measure() -> Result<(), Failure> {
    run(&mut cargo(&["bench", "--package", "scoring", "--bench", "rules", "--bench", "shapes"]))?;
    tools::ready_to_build()?;
    tools::browsers()?;
    let mut in_browser = cargo(&["test", "--profile", "bench-page", "--package", "lawgrade"]);
    in_browser.args(["--test", "browser-bench", "--target", "wasm32-unknown-unknown", "--", "--nocapture"]);
    run(tools::with_tools(&mut in_browser).env("CHROMEDRIVER", "/usr/bin/chromedriver"))?;
    suite::build_release(None)?;
    run(&mut cargo(&["run", "--package", "lawgrade-tests", "--example", "grown"]))?;
    side_by_side()
}

fn side_by_side() -> Result<(), Failure> {
    let folder = root().join("bench");
    node::install(&folder)?;
    run(Command::new("node").arg("run.mjs").current_dir(&folder))
}
