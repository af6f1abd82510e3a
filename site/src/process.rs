//! Running programs.

use std::process::Command;

use crate::failure::Failure;
use crate::files::root;

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
