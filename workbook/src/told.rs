//! What was found, for people: mistakes, warnings and notes apart, the first of each and how many more there are.

use scoring::diagnose::{Diagnostic, Severity};
use scoring::{Words, say};

/// How many of each are told one by one: a list that is longer is not read.
pub const MOST: usize = 20;

/// What was found of one severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How bad it is.
    pub severity: Severity,
    /// The first of them.
    pub found: Vec<Diagnostic>,
    /// The same, a line for each.
    pub lines: Vec<String>,
    /// How many more there are, in a sentence.
    pub rest: Option<String>,
}

/// What was found, in the words of a language: mistakes, then warnings, then notes; what there is none of is left out.
pub fn told(found: &[Diagnostic], words: &Words) -> Vec<Told> {
    let of = |severity: Severity| {
        let of_it: Vec<&Diagnostic> = found.iter().filter(|one| one.severity() == severity).collect();
        let first: Vec<Diagnostic> = of_it.iter().take(MOST).map(|one| (*one).clone()).collect();
        let lines: Vec<String> = first.iter().map(|one| one.in_words(words)).collect();
        let more = of_it.len() - lines.len();
        let rest = (more > 0).then(|| say::workbook::rest(words, &more.to_string()));
        (!lines.is_empty()).then_some(Told { severity, found: first, lines, rest })
    };
    [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(of).collect()
}
