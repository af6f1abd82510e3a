//! `bench`: how long things take. Numbers are printed, never judged.

use crate::suite;
use crate::task::{Failure, cargo, run};

/// Measures evaluation natively, then a click to the painted result in the browser.
///
/// # Errors
/// When something cannot be built or run.
pub fn measure() -> Result<(), Failure> {
    run(&mut cargo(&["bench", "--package", "scoring", "--bench", "rules"]))?;
    suite::build_release()?;
    suite::playwright(&["--config", "bench.config.mjs"])
}
