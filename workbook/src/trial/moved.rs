//! What an author's changes have done to the results.

use std::collections::BTreeMap;

use super::{Figured, Results, Row};

/// A card whose results are others than before, or that is new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whose.
    pub subject: String,
    /// What the subject is called.
    pub name: Option<String>,
    /// The year, where there are several.
    pub year: Option<u16>,
    /// What the leading tally came to; nothing for a card that is new, or had no result.
    pub before: Option<Figured>,
    /// What it comes to; nothing for a card that is gone, or has no result.
    pub after: Option<Figured>,
}

/// The cards whose leading result is another now, in the order in which they stand, then those that are gone.
pub fn moved(before: &Results, after: &Results) -> Vec<Moved> {
    let key = |row: &Row| (row.subject.clone(), row.year);
    let first = |row: &Row| row.results.first().cloned().flatten();
    let mut old: BTreeMap<_, &Row> = before.rows.iter().map(|row| (key(row), row)).collect();
    let mut found = Vec::new();
    for row in &after.rows {
        let known = old.remove(&key(row));
        let (before, after) = (known.and_then(first), first(row));
        if known.is_none() || before != after {
            let Row { subject, name, year, .. } = row.clone();
            found.push(Moved { subject, name, year, before, after });
        }
    }
    found.extend(before.rows.iter().filter(|row| old.contains_key(&key(row))).map(|row| {
        let Row { subject, name, year, .. } = row.clone();
        Moved { subject, name, year, before: first(row), after: None }
    }));
    found
}
