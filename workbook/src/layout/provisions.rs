//! The sheet of provisions: a row a provision, with its points where no sheet has the rules.

use std::collections::BTreeSet;

use scoring::cards::{Finding, Findings, SUBJECT_COLUMNS};
use scoring::diagnose::Code;
use scoring::exact::Fraction;
use scoring::rules::file::{Needs, OneOf, Part, Provision};

use super::bands::put;
use super::findings;
use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::kind::{
    BECAUSE, COMPONENT, Heading, ID, IMPLIES, IN_LAW, MAY_NOT_APPLY, ONE_OF, POINTS, PROVISION, SECTION,
};
use crate::sheet::Row;
use crate::tidy::slug;

/// Reads the provisions; their points, too, where there are no rules beside them.
pub(crate) fn read(grid: &Grid<'_>, has_rules: bool, draft: &mut Draft, reading: &mut Reading) -> Findings {
    let rows = identified(grid, draft, reading);
    let mut found = Findings::new();
    let mut groups: Vec<OneOf> = Vec::new();
    for (index, (row, id)) in rows.iter().enumerate() {
        let list = |text: Option<String>, draft: &Draft| {
            text.map(|text| draft.names.list(&text)).unwrap_or_default()
        };
        let implies = list(reading.text(grid, row, &IMPLIES), draft);
        let because = reading.text(grid, row, &BECAUSE);
        let may_not_apply = reading.text(grid, row, &MAY_NOT_APPLY);
        if let Some(provision) = draft.framework.provisions.get_mut(index) {
            *provision = Provision { implies, because, may_not_apply, ..std::mem::take(provision) };
        }
        for group in reading.text(grid, row, &ONE_OF).iter().flat_map(|text| text.split(',')) {
            let group = group.trim();
            let group_id = if slug(group).is_empty() { group.to_owned() } else { slug(group) };
            let known = groups.iter().position(|known| known.id == group_id);
            let place = known.unwrap_or(groups.len());
            if known.is_none() {
                groups.push(OneOf { id: group_id, provisions: Vec::new() });
                draft.places.put(format!("/oneOf/{place}"), grid.at_heading(row.number, &ONE_OF));
            }
            if let Some(known) = groups.get_mut(place) {
                let at = format!("/oneOf/{place}/provisions/{}", known.provisions.len());
                draft.places.put(at, grid.at_heading(row.number, &ONE_OF));
                known.provisions.push(id.clone());
            }
        }
        let law = grid.column(&IN_LAW).map(|column| {
            let at = grid.at(row.number, column);
            let answer = row.value(column).and_then(|value| reading.shown(value, &at));
            (id.clone(), answer.unwrap_or_default(), at)
        });
        draft.card.answers.extend(law);
        let finding = findings::of_row(grid, row, reading);
        if finding != Finding::default() {
            draft.places.put(findings::place_of(id), findings::at(grid, row));
            found.insert(id.clone(), finding);
        }
    }
    draft.framework.one_of = groups;
    draft.places.put("/provisions", grid.at_heading(grid.head, &PROVISION));
    if has_rules {
        not_counted(grid, reading);
    } else {
        checklist(grid, &rows, draft, reading);
    }
    found
}

/// The rows that are provisions, with their ids; those that have none get one from their text.
fn identified<'a>(grid: &Grid<'a>, draft: &mut Draft, reading: &mut Reading) -> Vec<(&'a Row, String)> {
    let mut rows: Vec<(&Row, Option<String>, Option<String>)> = Vec::new();
    let mut taken: BTreeSet<String> = SUBJECT_COLUMNS.into_iter().map(str::to_owned).collect();
    for row in grid.rows {
        let (id, label) = (reading.text(grid, row, &ID), reading.text(grid, row, &PROVISION));
        // A row with nothing but a section is a heading of its own.
        let says_nothing = id.is_none() && label.is_none();
        let is_heading = [&POINTS, &IN_LAW].iter().all(|heading| is_empty(grid, row, heading));
        if says_nothing {
            if !is_heading {
                let at = grid.at_heading(row.number, &PROVISION);
                reading.find(Stage::Cell, Code::MissingCell, at, &[grid.called(&PROVISION)]);
            }
            continue;
        }
        taken.extend(id.clone());
        rows.push((row, id, label));
    }
    let mut identified = Vec::new();
    for (row, id, label) in rows {
        let id = id.unwrap_or_else(|| {
            let id = unique(label.as_deref().unwrap_or_default(), "provision", &mut taken);
            reading.note(Code::IdsMade, grid.at_heading(row.number, &PROVISION), &[&id]);
            id
        });
        let label = label.unwrap_or_else(|| id.clone());
        draft.names.put(&id, &label);
        let at = format!("/provisions/{}", identified.len());
        let fields: [(&str, &Heading); 6] = [
            ("", &PROVISION),
            ("/label", &PROVISION),
            ("/id", &ID),
            ("/implies", &IMPLIES),
            ("/because", &BECAUSE),
            ("/mayNotApply", &MAY_NOT_APPLY),
        ];
        put(draft, grid, row, &at, &fields);
        draft.framework.provisions.push(Provision { id: id.clone(), label, ..Provision::default() });
        identified.push((row, id));
    }
    identified
}

fn is_empty(grid: &Grid<'_>, row: &Row, heading: &Heading) -> bool {
    grid.column(heading).is_none_or(|column| row.value(column).is_none())
}

/// The id of a section or component of a checklist, made of its title.
pub(crate) fn checklist_id(title: &str, taken: &mut BTreeSet<String>) -> String {
    unique(title, "section", taken)
}

/// An id of a text that no other has; `otherwise` stands in for a text without letters.
fn unique(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let id = Some(slug(text)).filter(|id| !id.is_empty()).unwrap_or_else(|| otherwise.to_owned());
    let mut found = id.clone();
    let mut number = 1;
    while !taken.insert(found.clone()) {
        number += 1;
        found = format!("{id}-{number}");
    }
    found
}

/// Columns that say what a sheet of rules says already.
fn not_counted(grid: &Grid<'_>, reading: &mut Reading) {
    for heading in [&SECTION, &COMPONENT, &POINTS] {
        let filled = grid.rows.iter().any(|row| !is_empty(grid, row, heading));
        if filled {
            let at = grid.at_heading(grid.head, heading);
            reading.find(Stage::Heading, Code::NotCounted, at, &[grid.called(heading)]);
        }
    }
}

/// The sections and components of a checklist: every provision earns its points.
fn checklist(grid: &Grid<'_>, rows: &[(&Row, String)], draft: &mut Draft, reading: &mut Reading) {
    if grid.column(&POINTS).is_none() {
        let at = grid.at_heading(grid.head, &PROVISION);
        reading.find(Stage::Heading, Code::MissingSetting, at, &[grid.called(&POINTS), "1"]);
    }
    let mut taken = BTreeSet::new();
    let (mut section, mut component): (Option<String>, Option<String>) = (None, None);
    for (row, id) in rows {
        let points = reading.number(grid, row, &POINTS);
        if points.is_none() && grid.column(&POINTS).is_some() {
            if is_empty(grid, row, &POINTS) {
                let at = grid.at_heading(row.number, &POINTS);
                reading.find(Stage::Cell, Code::MissingCell, at, &[grid.called(&POINTS)]);
            }
            continue;
        }
        let said = reading.text(grid, row, &SECTION);
        if said.is_some() && said != section {
            component = None;
        }
        section = filled(grid, row, &SECTION, said, section, reading);
        let said = reading.text(grid, row, &COMPONENT);
        component = filled(grid, row, &COMPONENT, said, component, reading);
        let title = section.clone().unwrap_or_else(|| draft.framework.title.clone());
        let part = Part {
            points: Some(points.unwrap_or(Fraction::ONE)),
            needs: Some(Needs::All(vec![id.clone()])),
            ..Part::default()
        };
        let mut titles = vec![(title.as_str(), "sections", &SECTION)];
        titles.extend(component.as_deref().map(|title| (title, "components", &COMPONENT)));
        let places = &mut draft.places;
        let mut known =
            |pointer: &str, heading| places.put_first(pointer, grid.at_heading(row.number, heading));
        let at = put_in(&mut draft.framework.sections, String::new(), &titles, part, &mut taken, &mut known);
        put(draft, grid, row, &at, &[("", &POINTS), ("/points", &POINTS), ("/needs", &PROVISION)]);
    }
}

/// An empty cell of a column says what the one above it says.
fn filled(
    grid: &Grid<'_>,
    row: &Row,
    heading: &Heading,
    said: Option<String>,
    above: Option<String>,
    reading: &mut Reading,
) -> Option<String> {
    if said.is_none() && above.is_some() {
        reading.note(Code::FilledDown, grid.at_heading(row.number, heading), &[]);
    }
    said.or(above)
}

/// Puts a part into those with these titles, one within the other, and tells where it stands.
fn put_in(
    list: &mut Vec<Part>,
    at: String,
    titles: &[(&str, &str, &'static Heading)],
    part: Part,
    taken: &mut BTreeSet<String>,
    known: &mut dyn FnMut(&str, &'static Heading),
) -> String {
    let Some(((title, field, heading), rest)) = titles.split_first() else {
        list.push(part);
        return format!("{at}/components/{}", list.len() - 1);
    };
    let place = titled(list, title, taken);
    let at = format!("{at}/{field}/{place}");
    known(&at, heading);
    match list.get_mut(place) {
        Some(parent) => put_in(parent.components.get_or_insert_default(), at, rest, part, taken, known),
        None => at,
    }
}

/// The place of the part with this title; a new one where there is none.
fn titled(parts: &mut Vec<Part>, title: &str, taken: &mut BTreeSet<String>) -> usize {
    if let Some(place) = parts.iter().position(|part| part.title.as_deref() == Some(title)) {
        return place;
    }
    let id = Some(checklist_id(title, taken));
    parts.push(Part { id, title: Some(title.to_owned()), ..Part::default() });
    parts.len() - 1
}
