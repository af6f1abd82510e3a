//! Results that a publisher has printed, collected from its pages and the press: figures and letters, not cards.

use std::str::FromStr;

use scoring::cards::rows;
use scoring::exact::Fraction;

use crate::failure::Failure;
use crate::files::{read, root};

/// A result that was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedResult {
    /// The subject's code.
    pub subject: String,
    /// The year; nothing where it is not known.
    pub year: Option<u16>,
    /// The points, where they were found.
    pub points: Option<Fraction>,
    /// The letter.
    pub grade: String,
    /// What is not as sure as the rest of it: see [`NOTES`].
    pub notes: Vec<String>,
    /// Where it was found.
    pub source: String,
}

/// What can be said of a result: worked out from another, its letter set by the points or by the rank, sources that differ,
/// a year that is inferred, a source that was not noted.
pub const NOTES: [&str; 5] = ["derived", "letter", "conflict", "year", "source"];

/// Reads the results under a framework of this id.
///
/// # Errors
/// When the file cannot be read, or a row is not as the table has it.
pub fn printed(framework: &str) -> Result<Vec<PrintedResult>, Failure> {
    table(framework, "subject, year, points, grade, note, source", result)
}

/// Reads a table row by row; `columns` says what a row is to have.
pub(super) fn table<T>(
    name: &str,
    columns: &str,
    row: fn(&[String]) -> Option<T>,
) -> Result<Vec<T>, Failure> {
    let file = root().join(format!("data/published/{name}.csv"));
    let text = read(&file)?;
    let wrong = |number| Failure::Data(format!("{} row {number}: expected {columns}", file.display()));
    rows(&text, b',').skip(1).map(|(number, cells)| row(&cells).ok_or_else(|| wrong(number))).collect()
}

/// What a cell says, where it is not empty; nothing where it says something else.
pub(super) fn optional<T: FromStr>(cell: &str) -> Option<Option<T>> {
    if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) }
}

fn result(cells: &[String]) -> Option<PrintedResult> {
    let [subject, year, points, grade, notes, source] = cells else { return None };
    let notes: Vec<String> = notes.split_whitespace().map(str::to_owned).collect();
    let is_sourced = !source.is_empty() || notes.iter().any(|note| note == "source");
    let is_known = notes.iter().all(|note| NOTES.contains(&note.as_str()));
    (is_sourced && is_known && subject.len() == 2 && !grade.is_empty()).then_some(())?;
    Some(PrintedResult {
        subject: subject.clone(),
        year: optional(year)?,
        points: optional(points)?,
        grade: grade.clone(),
        notes,
        source: source.clone(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use std::collections::BTreeSet;

    use scoring::exact::Fraction;

    use super::printed;

    /// 48 scores and 111 letters: each once, and each letter as the bands give it.
    #[test]
    fn every_letter_is_that_of_its_points() {
        let results = printed("pic-2019").expect("the table is right");
        let scores: Vec<_> =
            results.iter().filter_map(|one| Some((one.points?, one.grade.as_str()))).collect();
        assert_eq!((results.len(), scores.len()), (159, 48));
        let places: BTreeSet<_> = results.iter().map(|one| (&one.subject, one.year)).collect();
        assert_eq!(places.len(), results.len());
        for (points, grade) in scores {
            let from = |least: &str| points >= least.parse::<Fraction>().expect("a number");
            let expected = match () {
                () if from("90") => "A",
                () if from("80") => "B",
                () if from("70") => "C",
                () if from("60") => "D",
                () => "F",
            };
            assert_eq!(grade, expected, "{points}");
        }
    }

    #[test]
    fn the_later_framework_has_a_table_of_its_own() {
        assert_eq!(printed("pic-2021").expect("the table is right").len(), 10);
    }
}
