//! `test`: every check and test, in the order in which they are quickest to fail.

use std::process::Command;
use std::time::Instant;

use site::failure::Failure;
use site::files::root;
use site::process::{cargo, run};
use site::{budget, compress, data, fingerprints, node};

use crate::{dependencies, fuzz, package, tools};

const WASM: &str = "wasm32-unknown-unknown";

/// What is checked, by its name, in the order in which it is.
type Step = (&'static str, fn() -> Result<(), Failure>);

const STEPS: [Step; 8] = [
    ("format and data", format_and_data),
    ("lints", lints),
    ("licences", dependencies::check),
    ("native tests", native),
    ("hostile input", fuzz::bounded),
    ("tests in WebAssembly", in_wasm),
    ("the release, and its tests in Chromium", release),
    ("three engines, hosts and packages", engines),
];

/// Runs everything, installing what it needs, and tells how long each step took.
///
/// # Errors
/// At the first step that fails.
pub fn everything() -> Result<(), Failure> {
    let mut took = String::new();
    for (name, step) in STEPS {
        let start = Instant::now();
        step()?;
        took.push_str(&format!("{:>6} s  {name}\n", start.elapsed().as_secs()));
        // A disk that is full shows as anything but that, so that it is told how full it is.
        if let Err(failure) = run(Command::new("df").args(["-h", ".", "/tmp"])) {
            println!("{failure}");
        }
    }
    println!("\n{took}");
    Ok(())
}

fn format_and_data() -> Result<(), Failure> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    data::check()
}

fn lints() -> Result<(), Failure> {
    tools::ready_to_build()?;
    let strict = ["--", "--deny", "warnings"];
    run(cargo(&["clippy", "--workspace", "--exclude", "lawgrade", "--all-targets"]).args(strict))?;
    run(cargo(&["clippy", "--package", "lawgrade", "--all-targets", "--target", WASM]).args(strict))
}

fn native() -> Result<(), Failure> {
    // A text that differs from its snapshot fails; it is not to be rewritten on the way.
    run(cargo(&["test", "--workspace", "--exclude", "lawgrade"]).env("INSTA_UPDATE", "no"))
}

fn in_wasm() -> Result<(), Failure> {
    tools::browsers()?;
    let mut in_browser = cargo(&["test", "--package", "lawgrade", "--test", "browser", "--target", WASM]);
    run(tools::with_tools(&mut in_browser).env("CHROMEDRIVER", "/usr/bin/chromedriver"))
}

fn release() -> Result<(), Failure> {
    build_release(None)?;
    package::pack()?;
    playwright()
}

/// Builds the release that the browser tests use. `home` is the address that it will have, if that is known.
///
/// # Errors
/// When it does not build, is too large, or has a file under the name of another.
pub fn build_release(home: Option<&str>) -> Result<(), Failure> {
    tools::ready_to_build()?;
    tools::trunk("build", home)?;
    let dist = root().join("dist");
    compress::compress(&dist)?;
    fingerprints::hold(&dist)?;
    budget::hold(&dist)
}

/// Runs Playwright against the built release.
fn playwright() -> Result<(), Failure> {
    tools::browsers()?;
    let folder = root().join("tests/e2e");
    node::install(&folder)?;
    run(Command::new("npx").args(["playwright", "test"]).current_dir(&folder))
}

/// Runs the core of the browser tests, and what users have reported, in three engines against the built release.
fn engines() -> Result<(), Failure> {
    tools::engines()?;
    // The bundlers that some of the rows build with.
    node::install(&root().join("tests/npm"))?;
    let mut tests = Command::new("node");
    tests.args([
        "--test",
        // What a failed test leaves open must not keep the others' results back.
        "--test-force-exit",
        // Most of what they do is waiting for a browser.
        "--test-concurrency=2",
        "--test-reporter=spec",
        "tests/engines/engines.test.mjs",
        "tests/field/field.test.mjs",
        "tests/npm/npm.test.mjs",
        "tests/npm/rules.test.mjs",
        "tests/npm/frameworks.test.mjs",
        "tests/npm/spreadsheet.test.mjs",
    ]);
    run(tools::with_tools(&mut tests))
}
