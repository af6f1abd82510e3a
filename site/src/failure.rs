//! What can go wrong with programs, files and data.

use std::path::{Path, PathBuf};

/// Why a command of the project did not succeed, as it is shown.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A program could not be started or ended with an error.
    #[error("failed: {command}\n{reason}")]
    Program {
        /// The program with its words.
        command: String,
        /// How it ended.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
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
    TooLarge {
        /// Its name, as the beginning of a sentence.
        what: &'static str,
        /// How large it is, in bytes.
        actual: usize,
        /// How large it may be.
        budget: usize,
    },
}

/// A failure with a file.
pub fn failed(path: &Path, error: impl ToString) -> Failure {
    Failure::File { path: path.to_owned(), reason: error.to_string() }
}
