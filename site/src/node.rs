//! Node and the packages of npm that the build runs with it: esbuild, Binaryen. `site/node` asks for them.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::files::root;
use crate::process::run;

/// Their folder, in the project's.
const FOLDER: &str = "site/node";

/// Node with a script of that folder.
pub fn script(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(root().join(FOLDER).join(name));
    node
}

/// The folder of a package that the build runs with.
///
/// # Errors
/// When npm cannot install the packages.
pub fn package(name: &str) -> Result<PathBuf, Failure> {
    finishing_packages()?;
    Ok(root().join(FOLDER).join("node_modules").join(name))
}

/// What a script of that folder writes when `input` comes on its standard input.
///
/// # Errors
/// When Node or the packages are missing, or the script fails.
pub fn answer(name: &str, words: &[&str], input: &str) -> Result<String, Failure> {
    finishing_packages()?;
    let failure =
        |reason: String| Failure::Program { command: format!("{name} {}", words.join(" ")), reason };
    let spawned = script(name).args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| failure(missing(&error)))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(|error| failure(error.to_string()))?;
    }
    let output = child.wait_with_output().map_err(|error| failure(error.to_string()))?;
    if !output.status.success() {
        return Err(failure(output.status.to_string()));
    }
    String::from_utf8(output.stdout).map_err(|error| failure(error.to_string()))
}

/// What to say where Node cannot be started.
pub fn missing(error: &std::io::Error) -> String {
    format!("Building needs Node 20 or newer: {error}")
}

/// Makes sure that the packages are there.
///
/// # Errors
/// When npm cannot install them.
pub fn finishing_packages() -> Result<(), Failure> {
    let folder = root().join(FOLDER);
    // npm writes down what it has installed; where that is older than what is asked for, something has changed.
    let written = |name| std::fs::metadata(folder.join(name)).and_then(|file| file.modified()).ok();
    let installed = written("node_modules/.package-lock.json");
    if installed.is_some() && installed >= written("package-lock.json") { Ok(()) } else { install(&folder) }
}

/// Installs what the `package-lock.json` in a folder names. No package runs anything on the way.
///
/// # Errors
/// When npm cannot install it.
pub fn install(folder: &Path) -> Result<(), Failure> {
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    run(Command::new("npm").args(words).current_dir(folder))
}
