//! `bench`: how long things take. Numbers are printed, never judged.

use crate::suite;
use crate::task::{Failure, cargo, run};
use crate::tools;

/// Measures evaluation and plans natively and in the browser, then a click to the painted result.
///
/// # Errors
/// When something cannot be built or run.
pub fn measure() -> Result<(), Failure> {
    run(&mut cargo(&["bench", "--package", "scoring", "--bench", "rules"]))?;
    tools::ready_to_build()?;
    tools::browsers()?;
    let mut in_browser = cargo(&["test", "--profile", "bench-page", "--package", "lawgrade"]);
    in_browser.args(["--test", "browser-bench", "--target", "wasm32-unknown-unknown", "--", "--nocapture"]);
    run(tools::with_tools(&mut in_browser).env("CHROMEDRIVER", "/usr/bin/chromedriver"))?;
    suite::build_release()?;
    suite::playwright(&["--config", "bench.config.mjs"])
}
