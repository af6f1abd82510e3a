//! The sheet of grades, and that of results.

use scoring::diagnose::Code;
use scoring::exact::Scale;
use scoring::rules::file::{Band, Needs, Tally};

use super::choices::{self, HALVES, SEEN};
use super::condition;
use super::settings::decimals;
use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::kind::{
    BANDS_SEE, DECIMALS, FROM, GRADE, HALVES as HALVES_HEADING, Heading, ID, MEANING, OUT_OF, PART,
    RANKS_SEE, REQUIRES, RESULT, TITLE,
};
use crate::sheet::Row;

/// Reads the results, the leading one first.
pub(crate) fn read_results(grid: &Grid<'_>, draft: &mut Draft, reading: &mut Reading) {
    for row in grid.rows {
        let Some(id) = reading.needed_text(grid, row, &ID) else { continue };
        let at = format!("/tallies/{}", draft.framework.tallies.len());
        put(
            draft,
            grid,
            row,
            &at,
            &[("", &ID), ("/id", &ID), ("/title", &TITLE), ("/of", &PART), ("/scale", &OUT_OF)],
        );
        let scale = Scale {
            of: reading.number(grid, row, &OUT_OF),
            decimals: reading.whole(grid, row, &DECIMALS).map(decimals),
            halves: reading
                .choice(grid, row, &HALVES_HEADING, HALVES)
                .map_or_else(Default::default, choices::halves),
            bands_see: reading
                .choice(grid, row, &BANDS_SEE, SEEN)
                .map_or_else(Default::default, choices::seen),
            ranks_see: reading
                .choice(grid, row, &RANKS_SEE, SEEN)
                .map_or_else(Default::default, choices::seen),
        };
        let (title, of) = (reading.text(grid, row, &TITLE), reading.text(grid, row, &PART));
        draft.framework.tallies.push(Tally { id, title, of, scale, bands: Vec::new(), curve: None });
    }
}

/// Reads the grades, each of the result that it names, or of the leading one.
pub(crate) fn read_bands(grid: &Grid<'_>, draft: &mut Draft, reading: &mut Reading) {
    for row in grid.rows {
        let grade = reading.needed_text(grid, row, &GRADE);
        let from = reading.number(grid, row, &FROM);
        if from.is_none() && grid.column(&FROM).is_some_and(|column| row.value(column).is_none()) {
            reading.find(
                Stage::Cell,
                Code::MissingCell,
                grid.at_heading(row.number, &FROM),
                &[grid.called(&FROM)],
            );
        }
        let meaning = reading.text(grid, row, &MEANING);
        let requires = needs(grid, row, &REQUIRES, draft, reading);
        let result = reading.text(grid, row, &RESULT);
        let Some((grade, from)) = grade.zip(from) else { continue };
        let index = match result {
            None => (!draft.framework.tallies.is_empty()).then_some(0),
            Some(id) => {
                let known = draft.framework.tallies.iter().position(|tally| tally.id == id);
                if known.is_none() {
                    let ids: Vec<&str> =
                        draft.framework.tallies.iter().map(|tally| tally.id.as_str()).collect();
                    let at = grid.at_heading(row.number, &RESULT);
                    reading.find(Stage::Cell, Code::BadChoice, at, &[&id, &ids.join(", ")]);
                    continue;
                }
                known
            }
        };
        let tally = index.and_then(|index| draft.framework.tallies.get_mut(index));
        let bands = tally.map_or(&mut draft.framework.bands, |tally| &mut tally.bands);
        let within = index.map(|index| format!("/tallies/{index}")).unwrap_or_default();
        let at = format!("{within}/bands/{}", bands.len());
        bands.push(Band { grade, meaning, from, requires });
        put(
            draft,
            grid,
            row,
            &at,
            &[
                ("", &GRADE),
                ("/grade", &GRADE),
                ("/from", &FROM),
                ("/meaning", &MEANING),
                ("/requires", &REQUIRES),
            ],
        );
    }
}

/// Notes where the fields of something were read.
pub(super) fn put(draft: &mut Draft, grid: &Grid<'_>, row: &Row, pointer: &str, fields: &[(&str, &Heading)]) {
    for (field, heading) in fields {
        draft.places.put(format!("{pointer}{field}"), grid.at_heading(row.number, heading));
    }
}

/// The condition under a heading.
pub(super) fn needs(
    grid: &Grid<'_>,
    row: &Row,
    heading: &Heading,
    draft: &Draft,
    reading: &mut Reading,
) -> Option<Needs> {
    let text = reading.text(grid, row, heading)?;
    let needs = condition::needs(&text, &draft.names);
    if needs.is_none() {
        reading.find(Stage::Cell, Code::BadCondition, grid.at_heading(row.number, heading), &[&text]);
    }
    needs
}
