//! What printed points say about the rules: where the text of a section names its gaps, these must cost what is missing.

use scoring::Points;

use super::published::{optional, table};
use crate::failure::Failure;

/// Points that were printed for sections, with what the text says was missing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Its name in the table.
    pub id: String,
    /// The subject's code.
    pub subject: String,
    /// The year of the card, where it is known.
    pub year: Option<u16>,
    /// The sections that the points are of, together.
    pub sections: Vec<String>,
    /// The points that were printed; of a step, how many there were more than the year before.
    pub points: Points,
    /// How much is known of the gaps.
    pub gaps: Gaps,
    /// The provisions that were not in law.
    pub off: Vec<String>,
    /// The components that were not full.
    pub short: Vec<String>,
    /// The components that were full.
    pub full: Vec<String>,
    /// How certain the reading is: one of [`CERTAINTIES`].
    pub certainty: String,
    /// What is to be said of it: nothing, or one of [`NOTES`].
    pub note: Option<String>,
    /// Where it was found.
    pub source: String,
}

/// What is known of the gaps behind printed points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gaps {
    /// These are all of them, so they cost what is missing.
    All,
    /// There are others that were not named or not read.
    Some,
    /// They were closed from one year to the next, and that brought the points.
    Step,
    /// They were closed from one year to the next, together with others.
    More,
}

/// How certain a reading can be.
pub const CERTAINTIES: [&str; 3] = ["high", "medium", "low"];

/// What can be said of printed points: the year is inferred or lies in a span, the text was not read to its end, another
/// gap may be among them, the section was worked out from others, the order of sections was, the framework was an older one.
pub const NOTES: [&str; 7] = ["year", "oklahoma", "unread", "with", "derived", "order", "older"];

/// Reads what printed points say about the rules of a framework.
///
/// # Errors
/// When the file cannot be read, or a row is not as the table has it.
pub fn constraints(framework: &str) -> Result<Vec<Constraint>, Failure> {
    let columns = "id, subject, year, sections, points, all or some or step or more, provisions, components that are not full, \
        components that are full, certainty, note, source";
    table(&format!("{framework}-constraints"), columns, constraint)
}

fn constraint(cells: &[String]) -> Option<Constraint> {
    let [id, subject, year, sections, points, gaps, off, short, full, certainty, note, source] = cells else {
        return None;
    };
    let words = |cell: &String| cell.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let note: Option<String> = optional(note)?;
    let is_known = note.as_ref().is_none_or(|note| NOTES.contains(&note.as_str()));
    (is_known && CERTAINTIES.contains(&certainty.as_str())).then_some(())?;
    Some(Constraint {
        id: id.clone(),
        subject: subject.clone(),
        year: optional(year)?,
        sections: words(sections),
        points: points.parse().ok()?,
        gaps: match gaps.as_str() {
            "all" => Gaps::All,
            "some" => Gaps::Some,
            "step" => Gaps::Step,
            "more" => Gaps::More,
            _ => return None,
        },
        off: words(off),
        short: words(short),
        full: words(full),
        certainty: certainty.clone(),
        note,
        source: optional(source)??,
    })
}
