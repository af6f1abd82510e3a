//! Cards as a table: a row a subject and year, a column a provision. One table is what an author writes, a reader
//! downloads and a visitor brings.
//!
//! | Column | Says |
//! | --- | --- |
//! | `subject` | who is graded, as an id that stands in addresses; the one column that must be there |
//! | `name`, `group`, `year` | the subject's name, what it is counted with, and the year, where there are several |
//! | the id of a provision | `y` or `n`, `?` where nobody knows, `n/a` where it does not apply to this subject |
//! | `figure:` and `band:` with the id of a tally | the result that the publisher printed |
//! | `earned:` and `possible:` with the id of a part or tally | the points that the publisher printed |

mod columns;
mod findings;
mod names;
mod results;
mod row;
mod table;

pub use columns::SUBJECT_COLUMNS;
pub use findings::{Finding, Findings, SubjectFindings, Unpacked, packed, unpacked};
pub use names::{Called, Name, Names, Naming, Published, named};
pub use results::Printed;
pub use table::{Table, read, read_rows, rows};

use crate::facts::Answers;

/// What one subject's law holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Who is graded, as an id.
    pub subject: String,
    /// The subject's name.
    pub name: Option<String>,
    /// What the subject is counted with: a region, a kind of body.
    pub group: Option<String>,
    /// The year whose law it is, where a table has several.
    pub year: Option<u16>,
    /// The answers; what a row gets wrong is unknown.
    pub answers: Answers,
    /// What the publisher printed.
    pub printed: Vec<Printed>,
}
