//! The evaluated tree as other programs read it.

use serde::Serialize;

use crate::data::{Basis, Citation};
use crate::imprint::basis_in_words;
use crate::{
    Baseline, Certainty, Changes, Component, ComponentScore, Evaluation, Points, Scenario, SectionScore,
    Status, certainty, format_address,
};

/// An evaluation as plain data, in the shape that the project's contract with other pages fixes.
/// Points are decimals once it is serialized.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    framework: &'a str,
    card: &'a str,
    address: String,
    changes: Changes,
    total: Points,
    max: Points,
    basis: Basis,
    grade: &'a str,
    range: Option<RangeReport>,
    published: PublishedFigures<'a>,
    sections: Vec<SectionReport<'a>>,
    about: String,
}

/// What holds in all readings of the card; nothing, when none fits it.
#[derive(Debug, Serialize)]
pub(crate) struct RangeReport {
    low: Points,
    high: Points,
    grades: Vec<String>,
}

impl From<Certainty> for RangeReport {
    fn from(Certainty { total, grades, .. }: Certainty) -> Self {
        let grades = grades.iter().map(|band| band.grade.clone()).collect();
        Self { low: total.low, high: total.high, grades }
    }
}

#[derive(Debug, Serialize)]
struct PublishedFigures<'a> {
    total: Points,
    grade: &'a str,
}

#[derive(Debug, Serialize)]
struct SectionReport<'a> {
    id: &'a str,
    title: &'a str,
    points: Points,
    max: Points,
    published: Points,
    basis: Basis,
    components: Vec<ComponentReport<'a>>,
}

#[derive(Debug, Serialize)]
struct ComponentReport<'a> {
    id: &'a str,
    title: &'a str,
    points: Points,
    max: Points,
    status: Status,
    basis: Basis,
    missing: Vec<&'a str>,
    provisions: Vec<ProvisionReport<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ProvisionReport<'a> {
    id: &'a str,
    label: &'a str,
    on: bool,
    in_law: bool,
    basis: Basis,
    citations: &'a [Citation],
}

impl<'a> Report<'a> {
    /// The report of an evaluation of a scenario on this baseline.
    pub fn new(baseline: &'a Baseline, evaluation: &'a Evaluation) -> Self {
        let published = &baseline.card().published;
        Self {
            framework: &baseline.framework().id,
            card: &baseline.card().id,
            address: format_address(baseline, &evaluation.scenario.clone().into()),
            changes: evaluation.scenario.changes(baseline),
            total: evaluation.total,
            max: baseline.framework().max,
            basis: evaluation.basis(),
            grade: &evaluation.band.grade,
            range: certainty(baseline, evaluation).map(RangeReport::from),
            published: PublishedFigures { total: published.total, grade: &published.grade },
            sections: evaluation.sections.iter().map(|s| section_report(s, &evaluation.scenario)).collect(),
            about: basis_in_words(baseline, evaluation.scenario.is_baseline()),
        }
    }
}

fn section_report<'a>(score: &'a SectionScore, scenario: &Scenario) -> SectionReport<'a> {
    SectionReport {
        id: &score.section.id,
        title: &score.section.title,
        points: score.points,
        max: score.section.max,
        published: score.section.published,
        basis: score.basis(),
        components: score.components.iter().map(|score| component_report(score, scenario)).collect(),
    }
}

fn component_report<'a>(score: &'a ComponentScore, scenario: &Scenario) -> ComponentReport<'a> {
    let missing = score.next.iter().flat_map(|next| &next.missing).map(|provision| provision.id.as_str());
    ComponentReport {
        id: &score.component.id,
        title: &score.component.title,
        points: score.points,
        max: score.component.max,
        status: score.status(),
        basis: score.basis(),
        missing: missing.collect(),
        provisions: provision_reports(&score.component, scenario),
    }
}

fn provision_reports<'a>(component: &'a Component, scenario: &Scenario) -> Vec<ProvisionReport<'a>> {
    component
        .provisions
        .iter()
        .map(|provision| ProvisionReport {
            id: &provision.id,
            label: &provision.label,
            on: scenario.holds(provision),
            in_law: provision.law.in_law,
            basis: provision.law.basis,
            citations: &provision.law.citations,
        })
        .collect()
}
