//! Editions of the rules: what the scenario of an address comes to now, and what it came to when the address was made.

use std::sync::Arc;

use crate::address::read::edition_of;
use crate::data::{Band, Rung};
use crate::rules::best_met;
use crate::{Baseline, ComponentScore, Evaluation, Points, Provision, Scenario, Words, evaluate, say};

/// What a scenario came to under an earlier edition of the rules that gives it other points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// The earlier edition.
    pub edition: u16,
    /// Its total, in points.
    pub total: Points,
    /// The band of that.
    pub band: Arc<Band>,
    /// The scenario as it is evaluated now.
    pub now: Evaluation,
    /// The graded questions that earn other points, in the framework's order.
    pub components: Vec<ComponentThen>,
}

/// A graded question that earned other points under an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComponentThen {
    /// Its score now.
    pub now: ComponentScore,
    /// The points that it earned, in points.
    pub points: Points,
    /// What earned them: the provisions of the rung that counted; none, when nothing was earned.
    pub needs: Vec<Arc<Provision>>,
}

impl Then {
    /// What a scenario came to when its address was made; nothing, when that is what it comes to now.
    pub fn of(baseline: &Baseline, address: &str, scenario: &Scenario) -> Option<Self> {
        let edition = edition_of(baseline, address);
        let earlier = baseline.framework().earlier.iter().find(|one| one.edition == edition)?;
        let now = evaluate(baseline, scenario);
        let score = |id: &str| now.components().find(|score| score.component.id == id);
        let holds = |id: &String| baseline.provision(id).is_some_and(|provision| scenario.holds(provision));
        let changed = earlier.components.iter().filter_map(|component| {
            let now = score(&component.id)?;
            let is_met = |rung: &Rung| rung.needs.iter().all(holds);
            let rung = best_met(&component.rungs, |rung| rung.points, is_met);
            let points = rung.map_or(Points::ZERO, |rung| rung.points);
            let needs = rung.into_iter().flat_map(|rung| &rung.needs);
            let needs = needs.filter_map(|id| baseline.provision(id).cloned()).collect();
            (points != now.points).then(|| ComponentThen { now: now.clone(), points, needs })
        });
        let components: Vec<ComponentThen> = changed.collect();
        if components.is_empty() {
            return None;
        }
        let total = components.iter().fold(now.total, |total, one| total - one.now.points + one.points);
        Some(Self { edition, total, band: baseline.band(total).clone(), now, components })
    }

    /// The two results in a sentence each.
    pub fn in_words(&self, baseline: &Baseline) -> String {
        let words = baseline.words();
        let then = say::edition::then(words, &self.edition.to_string(), &self.total, &self.band.grade);
        let edition = baseline.framework().edition.to_string();
        let now = say::edition::now(words, &edition, &self.now.total, &self.now.band.grade);
        format!("{then} {now}")
    }

    /// The present result in a line, with the one of then behind it.
    pub fn beside(&self, words: &Words, result: &str) -> String {
        say::edition::saved(words, &result, &self.edition.to_string(), &self.total, &self.band.grade)
    }
}

impl ComponentThen {
    /// What it earned and earns, and by which provisions.
    pub fn in_words(&self, words: &Words) -> String {
        let component = &self.now.component;
        let because = |needs: &[Arc<Provision>]| {
            let labels: Vec<String> = needs.iter().map(|one| one.label.clone()).collect();
            if labels.is_empty() { say::edition::by_nothing(words) } else { words.list(&labels) }
        };
        let by_now = self.now.rung.as_ref().map_or(&[][..], |rung| &rung.needs);
        let name = format!("{} {}", component.id, component.title);
        let (before, points) = (&self.points, &self.now.points);
        say::edition::component(words, &name, before, &because(&self.needs), points, &because(by_now))
    }
}
