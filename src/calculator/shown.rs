//! What the calculator shows: read by every part of the page, which follows it.

use leptos::prelude::*;
use scoring::data::Basis;
use scoring::{
    Baseline, Certainty, ComponentScore, Evaluation, Headline, Points, Provision, Scenario, SectionScore,
    certainty, evaluate,
};

use super::{Announced, Calculator};
use crate::browser::Step;

/// A scenario, evaluated.
pub(super) struct Shown {
    pub tree: Evaluation,
    certainty: Option<Certainty>,
}

impl Shown {
    pub fn new(baseline: &Baseline, scenario: &Scenario) -> Self {
        let tree = evaluate(baseline, scenario);
        Self { certainty: certainty(baseline, &tree), tree }
    }
}

impl Calculator {
    /// Whether there is a step to undo or redo. Tracked.
    pub fn can_go(self, step: Step) -> bool {
        self.shown.track();
        self.aim.track();
        self.history.with_value(|history| match step {
            Step::Undo => history.can_undo(),
            Step::Redo => history.can_redo(),
        })
    }

    /// Reads the evaluated tree. Tracked.
    pub fn with_evaluation<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.shown.with(|shown| read(&shown.tree))
    }

    /// Reads the scenario. Tracked.
    pub fn with_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.with_evaluation(|tree| read(&tree.scenario))
    }

    /// The result in one line. Tracked.
    pub fn headline(self) -> Headline {
        self.with_evaluation(|tree| Headline::new(&self.baseline(), tree))
    }

    /// The result in one line. Not tracked.
    pub fn result(self) -> Headline {
        untrack(|| self.headline())
    }

    /// Reads what is certain over all readings; nothing, when no reading fits the card. Tracked.
    pub fn with_certainty<T>(self, read: impl FnOnce(Option<&Certainty>) -> T) -> T {
        self.shown.with(|shown| read(shown.certainty.as_ref()))
    }

    /// Whether a provision is left out of plans. Tracked.
    pub fn is_locked(self, provision: &Provision) -> bool {
        self.aim.with(|aim| aim.locked.contains(provision.index))
    }

    /// The points of one section, by its place in the tree. Tracked.
    pub fn section_points(self, section: usize) -> Points {
        self.with_evaluation(|tree| tree.sections.get(section).map_or(Points::ZERO, |score| score.points))
    }

    /// What the points of one section rest on. Tracked.
    pub fn section_basis(self, section: usize) -> Basis {
        self.with_evaluation(|tree| tree.sections.get(section).map_or(Basis::Published, SectionScore::basis))
    }

    /// The components' scores, in the tree's order.
    pub fn scores(self) -> Vec<RwSignal<ComponentScore>> {
        self.scores.get_value()
    }

    /// What assistive technology is to say next.
    pub fn announced(self) -> Announced {
        self.announced
    }

    /// Evaluates a scenario once, and tells those of its readers for whom something is new.
    pub(super) fn show_scenario(self, scenario: &Scenario) {
        let baseline = self.baseline();
        let shown = Shown::new(&baseline, scenario);
        self.scores.with_value(|scores| {
            for (signal, score) in scores.iter().zip(shown.tree.components()) {
                if signal.with_untracked(|known| known != score) {
                    signal.set(score.clone());
                }
            }
        });
        self.announce(Headline::new(&baseline, &shown.tree).in_words(baseline.words()));
        self.shown.set(shown);
    }
}
