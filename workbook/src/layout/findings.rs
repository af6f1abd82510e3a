//! The sheet of findings: a row for each finding on the law of a subject.

use std::collections::BTreeSet;

use scoring::cards::Finding;
use scoring::diagnose::{At, Code};
use scoring::rules::Rules;

use super::choices::{self, BASES};
use super::condition::Names;
use super::settings;
use crate::cell_reader::{Reading, Stage};
use crate::findings::{Gathering, alike};
use crate::grid::Grid;
use crate::kind::{BASIS, CITATION, FINDING, Heading, PROVISION, WHOSE, YEAR};
use crate::sheet::{Row, Value};
use crate::tidy::plain;

/// The finding in a row, of any sheet.
pub(crate) fn of_row(grid: &Grid<'_>, row: &Row, reading: &mut Reading) -> Finding {
    Finding {
        finding: reading.text(grid, row, &FINDING),
        citation: reading.text(grid, row, &CITATION),
        basis: reading.choice(grid, row, &BASIS, BASES).map(choices::basis),
    }
}

/// What a finding has; each may be missing.
const PARTS: [Heading; 3] = [FINDING, CITATION, BASIS];

/// Where a finding stands: the first of its cells.
pub(crate) fn at(grid: &Grid<'_>, row: &Row) -> At {
    let filled = PARTS.iter().find(|heading| !is_empty(grid, row, heading));
    grid.at_heading(row.number, filled.unwrap_or(&FINDING))
}

/// The pointer under which the place of a finding beside the provisions is kept.
pub(crate) fn place_of(provision: &str) -> String {
    format!("/findings/{provision}")
}

/// Whose law rows are about.
#[derive(Clone)]
enum Whose {
    /// Nobody has said it.
    Nobody,
    /// What was said is wrong, which was told.
    Wrong,
    Subject(String, Option<u16>),
}

/// Reads the findings. `mentioned` is what rows of subjects say, [alike]: where these have no card, that was told.
pub(crate) fn read(
    grid: &Grid<'_>,
    (names, rules): (&Names, &Rules),
    mentioned: &BTreeSet<String>,
    gathering: &mut Gathering<'_>,
    reading: &mut Reading,
) {
    let mut above = Whose::Nobody;
    for row in grid.rows {
        let is_filled = |heading: &Heading| !is_empty(grid, row, heading);
        if ![WHOSE, PROVISION].iter().chain(&PARTS).any(is_filled) {
            continue;
        }
        let provision = provision(grid, row, (names, rules), reading);
        let finding = of_row(grid, row, reading);
        let whose = whose(grid, row, &above, mentioned, gathering, reading);
        above = whose.clone();
        if !PARTS.iter().any(is_filled) {
            let missing = [grid.called(&FINDING)];
            reading.find(Stage::Cell, Code::MissingCell, at(grid, row), &missing);
            continue;
        }
        let Whose::Subject(subject, year) = whose else { continue };
        // Where nothing of it could be read, that was told.
        if let Some((card, id)) = gathering.card(&subject, year).zip(provision)
            && finding != Finding::default()
        {
            gathering.put(card, &id, finding, at(grid, row), reading);
        }
    }
}

/// The id of the provision of a row. What the rules could not be made of was told.
fn provision(
    grid: &Grid<'_>,
    row: &Row,
    (names, rules): (&Names, &Rules),
    reading: &mut Reading,
) -> Option<String> {
    let at = grid.at_heading(row.number, &PROVISION);
    if is_empty(grid, row, &PROVISION) {
        reading.find(Stage::Cell, Code::MissingCell, at, &[grid.called(&PROVISION)]);
        return None;
    }
    let text = reading.text(grid, row, &PROVISION)?;
    let Some(id) = names.find(&text) else {
        reading.find(Stage::Cards, Code::UnknownProvision, at, &[&text]);
        return None;
    };
    rules.provision(id).map(|_| id.to_owned())
}

/// Whose law a row is about. Where the cell is empty, it is that of the row above.
fn whose(
    grid: &Grid<'_>,
    row: &Row,
    above: &Whose,
    mentioned: &BTreeSet<String>,
    gathering: &mut Gathering<'_>,
    reading: &mut Reading,
) -> Whose {
    let year = match year(grid, row, reading) {
        Ok(year) => year,
        Err(Told) => return Whose::Wrong,
    };
    let at = grid.at_heading(row.number, &WHOSE);
    let (subject, year) = match (reading.text(grid, row, &WHOSE), above) {
        (Some(called), _) => match gathering.subject(&called) {
            Some(subject) => (subject, year),
            None => {
                if gathering.is_shared(&called) || !mentioned.contains(&alike(&called)) {
                    gathering.unknown(&called, None, at, reading);
                }
                return Whose::Wrong;
            }
        },
        (None, _) if !is_empty(grid, row, &WHOSE) => return Whose::Wrong,
        (None, Whose::Wrong) => return Whose::Wrong,
        (None, Whose::Nobody) => {
            reading.find(Stage::Cell, Code::MissingCell, at, &[grid.called(&WHOSE)]);
            return Whose::Wrong;
        }
        (None, Whose::Subject(subject, above)) => {
            reading.note(Code::FilledDown, at, &[]);
            (subject.clone(), year.or(*above))
        }
    };
    if year.is_none() && gathering.needs_year(&subject) {
        let at = grid.at_heading(row.number, &YEAR);
        reading.find(Stage::Cell, Code::MissingCell, at, &[grid.called(&YEAR)]);
        return Whose::Wrong;
    }
    if gathering.card(&subject, year).is_none() {
        gathering.unknown(&subject, year, grid.at_heading(row.number, &YEAR), reading);
        return Whose::Wrong;
    }
    Whose::Subject(subject, year)
}

/// What is wrong was told.
struct Told;

/// The year of a row, which may be kept as a date.
fn year(grid: &Grid<'_>, row: &Row, reading: &mut Reading) -> Result<Option<u16>, Told> {
    let Some(column) = grid.column(&YEAR) else { return Ok(None) };
    let (Some(value), at) = (row.value(column), grid.at(row.number, column)) else { return Ok(None) };
    let Some(text) = reading.shown(value, &at) else {
        return if is_empty(grid, row, &YEAR) { Ok(None) } else { Err(Told) };
    };
    settings::year(&text, at, reading).map(Some).ok_or(Told)
}

/// Whether nothing stands under a heading, or nothing that can be seen.
fn is_empty(grid: &Grid<'_>, row: &Row, heading: &Heading) -> bool {
    let value = grid.column(heading).and_then(|column| row.value(column));
    value.is_none_or(|value| matches!(value, Value::Text(text) if plain(text).is_empty()))
}
