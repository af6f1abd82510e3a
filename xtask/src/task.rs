//! Running programs, finding files, and what can go wrong with either.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Why a command of the project did not succeed, as it is shown.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The words on the command line are not a command.
    #[error("{0}")]
    Usage(&'static str),
    /// A program could not be started or ended with an error.
    #[error("failed: {command}\n{reason}")]
    Program { command: String, reason: String },
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File { path: PathBuf, reason: String },
    /// Something that must be there is not.
    #[error("{0}")]
    Missing(String),
    /// A text of the page is missing, or its placeholders are not those that are filled.
    #[error(transparent)]
    PageText(#[from] scoring::data::PageTextProblem),
    /// The data has mistakes, each told already.
    #[error("{0} found in the data")]
    Data(String),
    /// Something is larger than it may be.
    #[error("{what} is {actual} bytes and may be {budget}")]
    TooLarge { what: &'static str, actual: usize, budget: usize },
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Runs a program and waits for it, telling what is run.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let line = words.join(" ");
    println!("\n> {line}");
    let failure = |reason| Failure::Program { command: line.clone(), reason };
    if command.get_current_dir().is_none() {
        command.current_dir(root());
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failure(status.to_string())),
        Err(error) => Err(failure(error.to_string())),
    }
}

/// `cargo` with these words.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words);
    command
}

/// Reads a text file.
///
/// # Errors
/// With the path, when it cannot be read.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| failed(path, error))
}

/// Writes a file.
///
/// # Errors
/// With the path, when it cannot be written.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    std::fs::write(path, content).map_err(|error| failed(path, error))
}

/// The files of a folder with this ending, in the order of their names.
///
/// # Errors
/// With the path, when the folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| failed(folder, error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    paths.sort();
    Ok(paths)
}

/// A failure with a file.
pub fn failed(path: &Path, error: impl ToString) -> Failure {
    Failure::File { path: path.to_owned(), reason: error.to_string() }
}
