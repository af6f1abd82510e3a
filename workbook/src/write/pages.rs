//! The sheets of a workbook, as tables of texts.

use scoring::exact::{Fraction, Scale};
use scoring::rules::file::{Band, Provision, Tally};

use super::{Column, Contents, Page, findings, parts, rules, subjects, translated};
use crate::Kind;
use crate::kind::{
    BANDS_SEE, BASIS, BECAUSE, CITATION, COMPONENT, DECIMALS, FINDING, FROM, GRADE, HALVES, Heading, ID,
    IMPLIES, IN_LAW, MAY_NOT_APPLY, MEANING, ONE_OF, OUT_OF, PART, POINTS, PROVISION, RANKS_SEE, REQUIRES,
    RESULT, SECTION, SETTING, TITLE, VALUE,
};
use crate::layout::choices::{self, BASES, Choice, HALVES as HALVES_CHOICES, SEEN};
use crate::layout::condition;
use crate::layout::settings;

/// The answers that a card can have.
pub(super) const ANSWERS: [&str; 4] = ["y", "n", "?", "n/a"];

/// All sheets: with the points beside the provisions where that says all of the rules, else with a sheet of rules.
pub(super) fn pages(contents: &Contents<'_>) -> Vec<Page> {
    let checklist = parts::checklist(contents.framework);
    let has_rules = checklist.is_none();
    let mut pages = vec![settings(contents), provisions(contents, checklist.as_deref())];
    pages.extend(has_rules.then(|| rules::page(contents.framework)));
    pages.extend(results(&contents.framework.tallies));
    pages.extend(bands(contents));
    if !subjects::is_one_card(contents) {
        pages.push(subjects::page(contents));
    }
    pages.extend(findings::page(contents));
    pages.extend(translated::page(contents));
    pages
}

/// A column of texts.
pub(super) fn text(heading: &Heading) -> Column {
    Column { heading: heading.english.to_owned(), is_number: false, allowed: Vec::new() }
}

/// A column of numbers.
pub(super) fn number(heading: &Heading) -> Column {
    Column { is_number: true, ..text(heading) }
}

/// A column of a few words.
pub(super) fn choice(heading: &Heading, allowed: &[Choice]) -> Column {
    Column { allowed: allowed.iter().map(|(name, _)| *name).collect(), ..text(heading) }
}

/// A number as a cell has it.
pub(super) fn written(number: Option<Fraction>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
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
            condition::optional(band.requires.as_ref()),
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
