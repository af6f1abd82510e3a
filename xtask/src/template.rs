//! `spreadsheet`: a framework of the site with its cards as a workbook, to change and bring back.

use std::path::Path;

use scoring::Words;
use site::failure::Failure;
use site::files::write;
use site::template::Template;

/// Writes the framework of this id, with its cards and words, into a file: a text where its name ends in `.csv`, else a
/// workbook.
///
/// # Errors
/// When there is no such framework, something of it is not right, or the file cannot be written.
pub fn create(id: &str, file: &str) -> Result<(), Failure> {
    let template = Template::read(id)?;
    let bytes = match file.ends_with(".csv") {
        true => template.csv().into_bytes(),
        false => template.xlsx(&Words::english())?,
    };
    write(Path::new(file), bytes)
}
