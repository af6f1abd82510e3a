//! Evaluating a scenario: one tree, from the total down to the provisions that are missing.

use std::sync::Arc;

use serde::Serialize;

use crate::data::{Band, Basis};
use crate::{Baseline, Component, Points, Provision, ProvisionSet, Rung, Scenario, Section};

/// What a scenario earns, and why. All that anybody sees is a rendering of this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The scenario that was evaluated.
    pub scenario: Scenario,
    /// The sum of the sections, in points.
    pub total: Points,
    /// The band that the total falls in.
    pub band: Arc<Band>,
    /// A score for each section, in the card's order.
    pub sections: Vec<SectionScore>,
}

/// What one section earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionScore {
    /// The section.
    pub section: Arc<Section>,
    /// The sum of its components, in points.
    pub points: Points,
    /// A score for each component.
    pub components: Vec<ComponentScore>,
}

/// What one component earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComponentScore {
    /// The component.
    pub component: Arc<Component>,
    /// The points of the rung that counted, or none.
    pub points: Points,
    /// The satisfied rung with the most points; nothing, when no rung is satisfied.
    pub rung: Option<Arc<Rung>>,
    /// The nearest way to more points; nothing, when there is no rung with more.
    pub next: Option<NextRung>,
    /// Its provisions that differ from the law in force.
    pub differing: ProvisionSet,
}

/// The nearest rung with more points: the one with the fewest provisions missing, and among those the
/// one with the most points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextRung {
    /// The rung.
    pub rung: Arc<Rung>,
    /// The provisions it needs that are not in law, in the rung's order.
    pub missing: Vec<Arc<Provision>>,
}

/// How far a component is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It earns its maximum.
    Full,
    /// It earns something else than its maximum, or costs points.
    Partial,
    /// It earns nothing.
    None,
}

impl Evaluation {
    /// Every component's score, section by section.
    pub fn components(&self) -> impl Iterator<Item = &ComponentScore> {
        self.sections.iter().flat_map(|section| &section.components)
    }

    /// The score of the component with this id.
    pub fn component(&self, id: &str) -> Option<&ComponentScore> {
        self.components().find(|score| score.component.id == id)
    }
}

impl SectionScore {
    /// What the number of points rests on: published, until a component is changed.
    pub fn basis(&self) -> Basis {
        let changed = self.components.iter().any(ComponentScore::changed);
        if changed { Basis::Reconstructed } else { Basis::Published }
    }
}

impl Evaluation {
    /// What the total rests on: published, until anything is changed.
    pub fn basis(&self) -> Basis {
        if self.scenario.is_baseline() { Basis::Published } else { Basis::Reconstructed }
    }
}

impl ComponentScore {
    /// Whether any of its provisions differs from the law in force.
    pub fn changed(&self) -> bool {
        !self.differing.is_empty()
    }

    /// What the number of points rests on. That nothing earns zero is as much our reading as any rung.
    pub fn basis(&self) -> Basis {
        self.rung.as_ref().map_or(Basis::Reconstructed, |rung| rung.basis)
    }

    /// How far the component is met.
    pub fn status(&self) -> Status {
        if self.points == self.component.max {
            Status::Full
        } else if self.points == Points::ZERO {
            Status::None
        } else {
            Status::Partial
        }
    }
}

/// Evaluates a scenario. Exact: points are integers, and each level is the sum of the one below.
pub fn evaluate(baseline: &Baseline, scenario: &Scenario) -> Evaluation {
    let sections = score_sections(baseline.sections(), scenario);
    let total = sections.iter().map(|section| section.points).sum();
    Evaluation { scenario: scenario.clone(), total, band: baseline.band(total).clone(), sections }
}

/// The total that [`evaluate`] gives, without the tree: for those who ask for many scenarios, and nothing else.
pub fn total(baseline: &Baseline, scenario: &Scenario) -> Points {
    let components = baseline.sections().iter().flat_map(|section| &section.components);
    components
        .map(|component| points(component.rung_that_counts(|provision| scenario.holds(provision))))
        .sum()
}

pub(crate) fn score_sections(sections: &[Arc<Section>], scenario: &Scenario) -> Vec<SectionScore> {
    sections.iter().map(|section| score_section(section, scenario)).collect()
}

fn points(rung: Option<&Arc<Rung>>) -> Points {
    rung.map_or(Points::ZERO, |rung| rung.points)
}

fn score_section(section: &Arc<Section>, scenario: &Scenario) -> SectionScore {
    let components: Vec<ComponentScore> =
        section.components.iter().map(|component| score_component(component, scenario)).collect();
    let points = components.iter().map(|component| component.points).sum();
    SectionScore { section: section.clone(), points, components }
}

fn score_component(component: &Arc<Component>, scenario: &Scenario) -> ComponentScore {
    let best = component.rung_that_counts(|provision| scenario.holds(provision));
    let points = points(best);
    ComponentScore {
        differing: scenario.differing(&component.provisions),
        component: component.clone(),
        points,
        rung: best.cloned(),
        next: if points < component.max { next_rung(component, points, scenario) } else { None },
    }
}

fn next_rung(component: &Component, points: Points, scenario: &Scenario) -> Option<NextRung> {
    let missing = |rung: &Rung| rung.needs.iter().filter(|need| !scenario.holds(need)).count();
    let better = component.rungs.iter().filter(|rung| rung.points > points);
    let ranked = better.map(|rung| ((missing(rung), -rung.points), rung));
    let (_, rung) = ranked.reduce(|best, rival| if rival.0 < best.0 { rival } else { best })?;
    let missing = rung.needs.iter().filter(|need| !scenario.holds(need)).cloned().collect();
    Some(NextRung { rung: rung.clone(), missing })
}
