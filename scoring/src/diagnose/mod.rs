//! What can be wrong with a file, in one type: what it is called, how bad it is, where, what was found and what to do.

mod code;

use std::fmt;

pub use code::Code;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its name, for programs and manuals.
    pub code: Code,
    /// Where it is.
    pub at: At,
    /// What was found, in a sentence.
    pub says: String,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The rules cannot be used.
    Error,
    /// They can be used; an author may have meant something else.
    Warning,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// In a JSON file: a pointer (RFC 6901) such as `/parts/0/rungs/2/needs/1`.
    Json(String),
}

impl Diagnostic {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        self.code.hint()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let At::Json(pointer) = &self.at;
        write!(f, "{pointer}: {} {} [{}]", self.says, self.hint(), self.code.name())
    }
}
