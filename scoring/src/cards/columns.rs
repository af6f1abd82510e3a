//! What each column of a table is about.

use std::collections::BTreeSet;

use crate::diagnose::{At, Code, Diagnostic};
use crate::rules::{NodeId, Rules};

/// What columns about the subject are called; no provision can have one of these names as its id.
pub const SUBJECT_COLUMNS: [&str; 4] = ["subject", "name", "group", "year"];

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Subject,
    Name,
    Group,
    Year,
    /// The answer to this provision.
    Answer(usize),
    /// The figure of this tally.
    Figure(usize),
    /// The band of this tally.
    Band(usize),
    /// What this node earns.
    Earned(NodeId),
    /// What is possible in this node.
    Possible(NodeId),
    /// Nothing that the rules know.
    Unread,
}

/// The columns by the names in a row of this number. Nothing, when none says whom a row is about.
pub(super) fn columns<'a>(
    rules: &Rules,
    row: usize,
    names: impl Iterator<Item = &'a str>,
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<Column>> {
    let (mut seen, mut columns) = (BTreeSet::new(), Vec::new());
    for (number, name) in names.enumerate() {
        let at = At::Cell { row, column: number + 1 };
        let mut column = column(rules, name);
        if column == Column::Unread {
            found.push(Diagnostic::at(Code::UnknownColumn, at, &[name]));
        } else if !seen.insert(name) {
            found.push(Diagnostic::at(Code::RepeatedId, at, &[name]));
            column = Column::Unread;
        }
        columns.push(column);
    }
    if !columns.contains(&Column::Subject) {
        found.push(Diagnostic::at(Code::NoSubjects, At::Cell { row, column: 1 }, &[]));
        return None;
    }
    for (index, id) in rules.provisions().iter().enumerate() {
        if !columns.contains(&Column::Answer(index)) {
            let at = At::Cell { row, column: columns.len() + 1 };
            found.push(Diagnostic::at(Code::NoColumn, at, &[id]));
        }
    }
    Some(columns)
}

fn column(rules: &Rules, name: &str) -> Column {
    let tally = |id: &str| rules.tallies().iter().position(|tally| tally.id == id);
    let node = |id: &str| {
        let root = || rules.tallies().iter().find(|tally| tally.id == id).map(|tally| tally.root);
        rules.find(id).or_else(root)
    };
    let known = match name.split_once(':') {
        Some(("figure", id)) => tally(id).map(Column::Figure),
        Some(("band", id)) => tally(id).map(Column::Band),
        Some(("earned", id)) => node(id).map(Column::Earned),
        Some(("possible", id)) => node(id).map(Column::Possible),
        Some(_) => None,
        None => match name {
            "subject" => Some(Column::Subject),
            "name" => Some(Column::Name),
            "group" => Some(Column::Group),
            "year" => Some(Column::Year),
            id => rules.provision(id).map(Column::Answer),
        },
    };
    known.unwrap_or(Column::Unread)
}
