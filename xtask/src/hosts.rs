//! `test-hosts`: the npm package in each bundler and runtime, the build behind real servers, and the plugin in a real
//! WordPress. It takes too long for every change, and is run before a release.

use std::process::Command;

use site::failure::Failure;
use site::files::{files, root};
use site::node;
use site::process::run;

use crate::{package, suite, tools};

/// Builds, packs, installs the bundlers, runtimes, servers and WordPress, and tries each.
///
/// # Errors
/// When something cannot be built or installed, or does not work in one of them.
pub fn test() -> Result<(), Failure> {
    suite::build_release(None)?;
    package::pack()?;
    tools::browsers()?;
    tools::servers()?;
    tools::wordpress()?;
    // Who tries WordPress's editor does it with the browser tests' Playwright.
    node::install(&root().join("tests/e2e"))?;
    let folder = root().join("tests/hosts");
    node::install(&folder)?;
    let mut tests = Command::new("node");
    // What a failed test leaves open must not keep the others' results back.
    tests.args(["--test", "--test-force-exit", "--test-reporter=spec", "--test-concurrency=1"]);
    tests.args(files(&folder, "mjs")?.iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")));
    run(&mut tests)
}
