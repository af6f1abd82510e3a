//! The sheet of rules: a row for each part, and for each rung, level and gate.

use scoring::data::Basis;
use scoring::exact::Fraction;
use scoring::rules::file::{Framework, Part};

use super::Page;
use super::pages::{choice, number, text, written};
use crate::Kind;
use crate::kind::{
    APPLIES, BASIS, DEPTH, EXTRA, ID, KIND, LEAST, MAX, MOST, NEEDS, OTHERWISE, POINTS, SHORT, TITLE, WEIGHT,
    WORTH,
};
use crate::layout::choices::{self, BASES};
use crate::layout::condition;
use crate::layout::rules::{KINDS, kind_of};

/// The rules of a framework, in their order.
pub(super) fn page(framework: &Framework) -> Page {
    let columns = vec![
        number(&DEPTH),
        choice(&KIND, KINDS),
        text(&ID),
        text(&TITLE),
        text(&SHORT),
        number(&POINTS),
        text(&NEEDS),
        text(&APPLIES),
        number(&WEIGHT),
        number(&WORTH),
        number(&OTHERWISE),
        number(&LEAST),
        number(&MOST),
        number(&MAX),
        choice(&EXTRA, &[("yes", &[]), ("no", &[])]),
        choice(&BASIS, BASES),
    ];
    let mut rows = Vec::new();
    framework.sections.iter().for_each(|part| rows_of(part, 1, &mut rows));
    Page { kind: Kind::Rules, columns, rows }.without_empty_columns(2)
}

/// What a row of the rules says: all columns, in their order.
#[derive(Default)]
struct RuleRow {
    depth: String,
    kind: &'static str,
    names: [String; 3],
    points: String,
    needs: String,
    applies: String,
    weight: String,
    worth: String,
    otherwise: String,
    bounds: [String; 3],
    extra: String,
    basis: String,
}

impl From<RuleRow> for Vec<String> {
    fn from(row: RuleRow) -> Self {
        let RuleRow {
            depth,
            kind,
            names,
            points,
            needs,
            applies,
            weight,
            worth,
            otherwise,
            bounds,
            extra,
            basis,
        } = row;
        let (first, then) = ([depth, kind.to_owned()], [points, needs, applies, weight, worth, otherwise]);
        first.into_iter().chain(names).chain(then).chain(bounds).chain([extra, basis]).collect()
    }
}

/// The rows of a part, and of all that is in it.
fn rows_of(part: &Part, depth: usize, rows: &mut Vec<Vec<String>>) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let basis = |basis: Option<Basis>| basis.map(|basis| choices::name(&basis)).unwrap_or_default();
    let checklist = part.checklist.as_ref().map(|ids| ids.join(", "));
    let row = RuleRow {
        depth: depth.to_string(),
        kind: kind_of(part),
        names: [text(&part.id), text(&part.title), text(&part.short)],
        points: written(part.points.or(part.each)),
        needs: checklist.unwrap_or_else(|| condition::optional(part.needs.as_ref())),
        applies: condition::optional(part.applies.as_ref()),
        weight: written(part.weight),
        worth: written(part.worth),
        otherwise: written(part.otherwise),
        bounds: [written(part.least), written(part.most), written(part.max)],
        extra: if part.extra { "yes".to_owned() } else { String::new() },
        basis: basis(part.basis),
    };
    rows.push(row.into());
    let within = |kind: &'static str, points: Option<Fraction>, needs: String| RuleRow {
        kind,
        points: written(points),
        needs,
        ..RuleRow::default()
    };
    for rung in part.rungs.iter().flatten() {
        let row = within("rung", Some(rung.points), condition::written(&rung.needs));
        rows.push(RuleRow { basis: basis(rung.basis), ..row }.into());
    }
    for level in part.levels.iter().flatten() {
        rows.push(within("level", Some(level.points), level.provision.clone()).into());
    }
    for gate in &part.gates {
        let bounds = [String::new(), written(Some(gate.at_most)), String::new()];
        rows.push(RuleRow { bounds, ..within("gate", None, condition::written(&gate.needs)) }.into());
    }
    part.components.iter().flatten().for_each(|smaller| rows_of(smaller, depth + 1, rows));
}
