//! `compare-rules`: what a change of rules changes, as a page in Markdown.

use std::path::Path;

use scoring::rules::file::Framework;
use site::compare::compare;
use site::failure::Failure;
use site::files::{parsed, read};
use site::template::table_of;

/// Prints what differs between two files of a framework's rules.
///
/// # Errors
/// When a file cannot be read, or has a mistake in it.
pub fn print(before: &str, after: &str) -> Result<(), Failure> {
    let file = Path::new(before);
    let (before, after): (Framework, Framework) = (parsed(file)?, parsed(Path::new(after))?);
    let beside = file.with_file_name("cards.csv");
    let cards = match beside.is_file() {
        true => read(&beside)?,
        false => table_of(&before.id)?.unwrap_or_default(),
    };
    print!("{}", compare(&before, &after, &cards)?.markdown());
    Ok(())
}
