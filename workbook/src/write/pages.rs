//! The sheets of a workbook, as tables of texts.

use scoring::exact::{Fraction, Scale};
use scoring::rules::file::{Band, Needs, Part, Provision, Tally};

use super::{Column, Contents, Page, parts, subjects, translated};
use crate::Kind;
use crate::kind::{
    BANDS_SEE, BASIS, BECAUSE, CITATION, COMPONENT, DECIMALS, DEPTH, EXTRA, FINDING, FROM, GRADE, HALVES,
    Heading, ID, IMPLIES, IN_LAW, KIND, LEAST, MAX, MAY_NOT_APPLY, MEANING, MOST, ONE_OF, OTHERWISE, OUT_OF,
    PART, POINTS, PROVISION, RANKS_SEE, REQUIRES, RESULT, SECTION, SETTING, TITLE, VALUE, WEIGHT, WORTH,
};
use crate::layout::choices::{self, BASES, Choice, HALVES as HALVES_CHOICES, SEEN};
use crate::layout::condition;
use crate::layout::rules::KINDS;
use crate::layout::settings;

/// The answers that a card can have.
pub(super) const ANSWERS: [&str; 4] = ["y", "n", "?", "n/a"];

/// All sheets: with the points beside the provisions where that says all of the rules, else with a sheet of rules.
pub(super) fn pages(contents: &Contents<'_>) -> Vec<Page> {
    let checklist = parts::checklist(contents.framework);
    let has_rules = checklist.is_none();
    let mut pages = vec![settings(contents), provisions(contents, checklist.as_deref())];
    pages.extend(has_rules.then(|| rules(contents)));
    pages.extend(results(&contents.framework.tallies));
    pages.extend(bands(contents));
    if !subjects::is_one_card(contents) {
        pages.push(subjects::page(contents));
    }
    pages.extend(translated::page(contents));
    pages
}

/// A column of texts.
fn text(heading: &Heading) -> Column {
    Column { heading: heading.english.to_owned(), is_number: false, allowed: Vec::new() }
}

/// A column of numbers.
fn number(heading: &Heading) -> Column {
    Column { is_number: true, ..text(heading) }
}

/// A column of a few words.
fn choice(heading: &Heading, allowed: &[Choice]) -> Column {
    Column { allowed: allowed.iter().map(|(name, _)| *name).collect(), ..text(heading) }
}

/// A number as a cell has it.
pub(super) fn written(number: Option<Fraction>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn condition(needs: Option<&Needs>) -> String {
    needs.map(condition::written).unwrap_or_default()
}

fn settings(contents: &Contents<'_>) -> Page {
    let mut rows: Vec<Vec<String>> = settings::written(contents.framework)
        .into_iter()
        .map(|(setting, value)| vec![setting, value])
        .collect();
    if subjects::is_one_card(contents) {
        rows.extend(subjects::settings(contents));
    }
    Page { kind: Kind::Settings, columns: vec![text(&SETTING), text(&VALUE)], rows }
}

fn provisions(contents: &Contents<'_>, checklist: Option<&[parts::Item]>) -> Page {
    let answer = Column { allowed: ANSWERS.to_vec(), ..text(&IN_LAW) };
    let columns = vec![
        text(&ID),
        text(&PROVISION),
        text(&SECTION),
        text(&COMPONENT),
        number(&POINTS),
        answer,
        text(&FINDING),
        text(&CITATION),
        choice(&BASIS, BASES),
        text(&IMPLIES),
        text(&BECAUSE),
        text(&MAY_NOT_APPLY),
        text(&ONE_OF),
    ];
    let answers = subjects::one_card(contents);
    let row = |(index, provision): (usize, &Provision)| {
        let item = checklist.and_then(|items| items.iter().find(|item| item.provision == provision.id));
        let finding = contents.findings.get(&provision.id).cloned().unwrap_or_default();
        let groups =
            contents.framework.one_of.iter().filter(|group| group.provisions.contains(&provision.id));
        vec![
            provision.id.clone(),
            provision.label.clone(),
            item.map(|item| item.section.clone()).unwrap_or_default(),
            item.and_then(|item| item.component.clone()).unwrap_or_default(),
            written(item.map(|item| item.points)),
            answers.get(index).map(|answer| (*answer).to_owned()).unwrap_or_default(),
            finding.finding.unwrap_or_default(),
            finding.citation.unwrap_or_default(),
            finding.basis.map(|basis| choices::name(&basis)).unwrap_or_default(),
            provision.implies.join(", "),
            provision.because.clone().unwrap_or_default(),
            provision.may_not_apply.clone().unwrap_or_default(),
            groups.map(|group| group.id.as_str()).collect::<Vec<_>>().join(", "),
        ]
    };
    let mut provisions: Vec<(usize, &Provision)> = contents.framework.provisions.iter().enumerate().collect();
    // The order of a checklist is that of its sections.
    if let Some(items) = checklist {
        let place = |provision: &Provision| items.iter().position(|item| item.provision == provision.id);
        provisions.sort_by_key(|(_, provision)| place(provision));
    }
    let rows = provisions.into_iter().map(row).collect();
    Page { kind: Kind::Provisions, columns, rows }.without_empty_columns(2)
}

fn rules(contents: &Contents<'_>) -> Page {
    let columns = vec![
        number(&DEPTH),
        choice(&KIND, KINDS),
        text(&ID),
        text(&TITLE),
        text(&crate::kind::SHORT),
        number(&POINTS),
        text(&crate::kind::NEEDS),
        text(&crate::kind::APPLIES),
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
    contents.framework.sections.iter().for_each(|part| rows_of(part, 1, &mut rows));
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
    let basis =
        |basis: Option<scoring::data::Basis>| basis.map(|basis| choices::name(&basis)).unwrap_or_default();
    let checklist = part.checklist.as_ref().map(|ids| ids.join(", "));
    let row = RuleRow {
        depth: depth.to_string(),
        kind: crate::layout::rules::kind_of(part),
        names: [text(&part.id), text(&part.title), text(&part.short)],
        points: written(part.points.or(part.each)),
        needs: checklist.unwrap_or_else(|| condition(part.needs.as_ref())),
        applies: condition(part.applies.as_ref()),
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

fn results(tallies: &[Tally]) -> Option<Page> {
    let columns = vec![
        text(&ID),
        text(&TITLE),
        text(&PART),
        number(&OUT_OF),
        number(&DECIMALS),
        choice(&HALVES, HALVES_CHOICES),
        choice(&BANDS_SEE, SEEN),
        choice(&RANKS_SEE, SEEN),
    ];
    let row = |tally: &Tally| {
        let Scale { of, decimals, halves, bands_see, ranks_see } = tally.scale;
        vec![
            tally.id.clone(),
            tally.title.clone().unwrap_or_default(),
            tally.of.clone().unwrap_or_default(),
            written(of),
            decimals.map(|decimals| decimals.to_string()).unwrap_or_default(),
            choices::name(&halves),
            choices::name(&bands_see),
            choices::name(&ranks_see),
        ]
    };
    let rows: Vec<Vec<String>> = tallies.iter().map(row).collect();
    (!rows.is_empty()).then_some(Page { kind: Kind::Results, columns, rows })
}

fn bands(contents: &Contents<'_>) -> Option<Page> {
    let columns = vec![text(&GRADE), number(&FROM), text(&MEANING), text(&REQUIRES), text(&RESULT)];
    let row = |band: &Band, result: &str| {
        vec![
            band.grade.clone(),
            written(Some(band.from)),
            band.meaning.clone().unwrap_or_default(),
            condition(band.requires.as_ref()),
            result.to_owned(),
        ]
    };
    let framework = contents.framework;
    let of_tallies =
        framework.tallies.iter().flat_map(|tally| tally.bands.iter().map(|band| row(band, &tally.id)));
    let rows: Vec<Vec<String>> = framework.bands.iter().map(|band| row(band, "")).chain(of_tallies).collect();
    let page = Page { kind: Kind::Bands, columns, rows };
    (!page.rows.is_empty()).then(|| page.without_empty_columns(2))
}
