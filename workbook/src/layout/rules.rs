//! The sheet of rules: a row a part, a rung, a level or a gate, each below what it belongs to.

use scoring::diagnose::{At, Code};
use scoring::rules::file::{Gate, Join, Level, Needs, Part, Rung};

use super::bands::{needs, put};
use super::choices::{self, BASES, Choice, EXTRA};
use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::kind::{
    APPLIES, BASIS, DEPTH, EXTRA as EXTRA_HEADING, Heading, ID, KIND, LEAST, MAX, MOST, NEEDS, OTHERWISE,
    POINTS, SHORT, TITLE, WEIGHT, WORTH,
};
use crate::sheet::Row;

/// What a row can be.
pub(crate) const KINDS: &[Choice] = &[
    ("sum", &["section", "component", "part", "suma", "seccion", "componente", "parte"]),
    ("best", &["bestof", "mejor"]),
    ("mean", &["average", "averageof", "promedio", "media"]),
    ("points", &["point", "item", "puntos", "punto"]),
    ("ladder", &["rungs", "escalera", "peldanos"]),
    ("rung", &["step", "peldano", "escalon"]),
    ("levels", &["niveles"]),
    ("level", &["nivel"]),
    ("checklist", &["list", "lista"]),
    ("gate", &["limit", "cap", "tope", "limite"]),
];

/// The parts that are open, the outermost first: what comes next may belong to the last of them.
struct Open {
    parts: Vec<(Part, String)>,
}

/// Reads the rules into a draft.
pub(crate) fn read(grid: &Grid<'_>, draft: &mut Draft, reading: &mut Reading) {
    let mut open = Open { parts: Vec::new() };
    draft.places.put("/sections", grid.at_heading(grid.head, &KIND));
    for row in grid.rows {
        let text = reading.needed_text(grid, row, &KIND);
        let at = grid.at_heading(row.number, &KIND);
        let Some(kind) = text.and_then(|text| reading.as_choice(&text, at, KINDS)) else { continue };
        match kind {
            "rung" | "level" | "gate" => within(kind, grid, row, &mut open, draft, reading),
            _ => part(kind, grid, row, &mut open, draft, reading),
        }
    }
    open.close(0, draft);
}

impl Open {
    /// Closes the parts that are deeper than this many.
    fn close(&mut self, depth: usize, draft: &mut Draft) {
        while self.parts.len() > depth {
            let Some((part, _)) = self.parts.pop() else { return };
            match self.parts.last_mut() {
                Some((parent, _)) => parent.components.get_or_insert_default().push(part),
                None => draft.framework.sections.push(part),
            }
        }
    }

    /// Where the next part will stand.
    fn next(&self, draft: &Draft) -> String {
        match self.parts.last() {
            Some((parent, at)) => {
                format!("{at}/components/{}", parent.components.as_ref().map_or(0, Vec::len))
            }
            None => format!("/sections/{}", draft.framework.sections.len()),
        }
    }
}

/// A row that is a part of its own.
fn part(kind: &str, grid: &Grid<'_>, row: &Row, open: &mut Open, draft: &mut Draft, reading: &mut Reading) {
    let depth = usize::from(reading.whole(grid, row, &DEPTH).unwrap_or(1)).max(1);
    open.close(depth - 1, draft);
    let takes_parts = open.parts.last().is_none_or(|(parent, _)| parent.components.is_some());
    if open.parts.len() + 1 < depth || !takes_parts {
        reading.find(Stage::Cell, Code::NoPartAbove, grid.at_heading(row.number, &KIND), &[]);
        return;
    }
    let at = open.next(draft);
    let fields: [(&str, &Heading); 17] = [
        ("", &KIND),
        ("/id", &ID),
        ("/title", &TITLE),
        ("/short", &SHORT),
        ("/points", &POINTS),
        ("/each", &POINTS),
        ("/needs", &NEEDS),
        ("/checklist", &NEEDS),
        ("/applies", &APPLIES),
        ("/weight", &WEIGHT),
        ("/worth", &WORTH),
        ("/otherwise", &OTHERWISE),
        ("/least", &LEAST),
        ("/most", &MOST),
        ("/max", &MAX),
        ("/extra", &EXTRA_HEADING),
        ("/basis", &BASIS),
    ];
    put(draft, grid, row, &at, &fields);
    let mut part = Part {
        id: reading.text(grid, row, &ID),
        title: reading.text(grid, row, &TITLE),
        short: reading.text(grid, row, &SHORT),
        max: reading.number(grid, row, &MAX),
        basis: reading.choice(grid, row, &BASIS, BASES).map(choices::basis),
        weight: reading.number(grid, row, &WEIGHT),
        applies: needs(grid, row, &APPLIES, draft, reading),
        extra: reading.choice(grid, row, &EXTRA_HEADING, EXTRA) == Some("yes"),
        worth: reading.number(grid, row, &WORTH),
        otherwise: reading.number(grid, row, &OTHERWISE),
        least: reading.number(grid, row, &LEAST),
        most: reading.number(grid, row, &MOST),
        ..Part::default()
    };
    let is_whole = match kind {
        "points" => points(grid, row, &mut part, draft, reading),
        "checklist" => {
            part.each = reading.number(grid, row, &POINTS);
            let text = reading.needed_text(grid, row, &NEEDS);
            part.checklist = Some(text.map(|text| draft.names.list(&text)).unwrap_or_default());
            true
        }
        "ladder" => {
            part.rungs = Some(Vec::new());
            true
        }
        "levels" => {
            part.levels = Some(Vec::new());
            true
        }
        _ => {
            part.components = Some(Vec::new());
            part.join = (kind != "sum").then(|| choices::join(kind));
            true
        }
    };
    if is_whole {
        open.parts.push((part, at));
    }
}

/// The points of a part, and what they need. Without either of them the part is left out.
fn points(grid: &Grid<'_>, row: &Row, part: &mut Part, draft: &Draft, reading: &mut Reading) -> bool {
    let said = condition(grid, row, draft, reading);
    part.points = needed_number(grid, row, &POINTS, reading);
    part.needs = said;
    part.points.is_some() && part.needs.is_some()
}

/// The condition of a row, which must have one.
fn condition(grid: &Grid<'_>, row: &Row, draft: &Draft, reading: &mut Reading) -> Option<Needs> {
    reading.needed_text(grid, row, &NEEDS)?;
    needs(grid, row, &NEEDS, draft, reading)
}

fn needed_number(
    grid: &Grid<'_>,
    row: &Row,
    heading: &'static Heading,
    reading: &mut Reading,
) -> Option<scoring::exact::Fraction> {
    reading.needed_text(grid, row, heading)?;
    reading.number(grid, row, heading)
}

/// A row that belongs to the part above it: a rung, a level, a gate.
fn within(kind: &str, grid: &Grid<'_>, row: &Row, open: &mut Open, draft: &mut Draft, reading: &mut Reading) {
    let here = grid.at_heading(row.number, &KIND);
    let said = condition(grid, row, draft, reading);
    let amount = if kind == "gate" { &MOST } else { &POINTS };
    let number = needed_number(grid, row, amount, reading);
    let basis = reading.choice(grid, row, &BASIS, BASES).map(choices::basis);
    let mut lost = |at: At| reading.find(Stage::Cell, Code::NoPartAbove, at, &[]);
    let Some((part, at)) = open.parts.last_mut() else { return lost(here) };
    let (list, index, field) = match kind {
        "rung" => ("rungs", part.rungs.as_ref().map(Vec::len), "points"),
        "level" => ("levels", part.levels.as_ref().map(Vec::len), "points"),
        _ => ("gates", Some(part.gates.len()), "atMost"),
    };
    let Some(index) = index else { return lost(here) };
    let Some((needs, number)) = said.zip(number) else { return };
    let at = format!("{at}/{list}/{index}");
    match kind {
        "rung" => part.rungs.get_or_insert_default().push(Rung { points: number, needs, basis }),
        "level" => {
            let [provision] = provisions(&needs) else {
                let choice = "a single provision";
                reading.find(
                    Stage::Cell,
                    Code::BadChoice,
                    grid.at_heading(row.number, &NEEDS),
                    &[&super::condition::written(&needs), choice],
                );
                return;
            };
            let provision = provision.clone();
            part.levels.get_or_insert_default().push(Level { provision, points: number });
        }
        _ => part.gates.push(Gate { needs, at_most: number }),
    }
    for (field, heading) in [("", &KIND), ("/needs", &NEEDS), ("/provision", &NEEDS), ("/basis", &BASIS)] {
        draft.places.put(format!("{at}{field}"), grid.at_heading(row.number, heading));
    }
    draft.places.put(format!("{at}/{field}"), grid.at_heading(row.number, amount));
}

/// The provisions of a condition that all must hold.
fn provisions(needs: &Needs) -> &[String] {
    match needs {
        Needs::All(all) => all,
        Needs::Each(_) => &[],
    }
}

/// What a part is called in the column of kinds.
pub(crate) fn kind_of(part: &Part) -> &'static str {
    match part.join {
        _ if part.points.is_some() => "points",
        _ if part.rungs.is_some() => "ladder",
        _ if part.levels.is_some() => "levels",
        _ if part.checklist.is_some() => "checklist",
        Some(Join::Best) => "best",
        Some(Join::Mean) => "mean",
        Some(Join::Sum) | None => "sum",
    }
}
