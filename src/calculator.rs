//! The calculator's one piece of state: the baseline, the history, and the evaluated scenario.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{
    Baseline, ComponentScore, Evaluation, Headline, History, Points, Provision, Scenario, evaluate,
};

use crate::browser::{self, Step};

/// The state that every part of the page reads, owned by the root.
///
/// A change evaluates the scenario once and then tells each component's readers only if its score is
/// another one. All signals are made here, when the page starts.
#[derive(Clone, Copy)]
pub struct Calculator {
    baseline: StoredValue<Arc<Baseline>>,
    history: StoredValue<History>,
    evaluation: RwSignal<Evaluation>,
    scores: StoredValue<Vec<RwSignal<ComponentScore>>>,
}

impl Calculator {
    /// A calculator that shows the card as it is. Call it within the root's owner.
    pub fn new(baseline: Arc<Baseline>) -> Self {
        let evaluation = evaluate(&baseline, &Scenario::default());
        let scores = evaluation.components().cloned().map(RwSignal::new).collect();
        let calculator = Self {
            baseline: StoredValue::new(baseline),
            history: StoredValue::new(History::default()),
            evaluation: RwSignal::new(evaluation),
            scores: StoredValue::new(scores),
        };
        browser::on_step_keys(move |step| calculator.go(step));
        calculator
    }

    /// The calculator of this page, from anywhere below the root.
    pub fn here() -> Self {
        expect_context()
    }

    /// The framework and card.
    pub fn baseline(self) -> Arc<Baseline> {
        self.baseline.get_value()
    }

    /// Puts a provision into law, or takes it out.
    pub fn set(self, provision: &Provision, in_law: bool) {
        let mut scenario = self.evaluation.with_untracked(|tree| tree.scenario.clone());
        scenario.set(provision, in_law);
        self.step(scenario);
    }

    /// Takes every change back, which can be undone.
    pub fn reset(self) {
        self.step(Scenario::default());
    }

    /// Undoes or redoes a step, if there is one.
    pub fn go(self, step: Step) {
        self.show(self.history.try_update_value(|history| match step {
            Step::Undo => history.undo(),
            Step::Redo => history.redo(),
        }));
    }

    /// Whether there is a step to undo or redo. Tracked.
    pub fn can_go(self, step: Step) -> bool {
        self.evaluation.track();
        self.history.with_value(|history| match step {
            Step::Undo => history.can_undo(),
            Step::Redo => history.can_redo(),
        })
    }

    /// Reads the evaluated tree. Tracked.
    pub fn with_evaluation<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.evaluation.with(read)
    }

    /// Reads the scenario. Tracked.
    pub fn with_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.evaluation.with(|tree| read(&tree.scenario))
    }

    /// The result in one line. Tracked.
    pub fn headline(self) -> Headline {
        self.evaluation.with(|tree| Headline::new(&self.baseline(), tree))
    }

    /// The points of one section, by its place in the tree. Tracked.
    pub fn section_points(self, section: usize) -> Points {
        self.evaluation.with(|tree| tree.sections.get(section).map_or(Points::ZERO, |score| score.points))
    }

    /// The components' scores, in the tree's order.
    pub fn scores(self) -> Vec<RwSignal<ComponentScore>> {
        self.scores.get_value()
    }

    /// Shows where a move in the history led, if it led anywhere.
    fn show(self, moved: Option<bool>) {
        if moved != Some(true) {
            return;
        }
        let tree = self.history.with_value(|history| evaluate(&self.baseline(), history.now()));
        for (signal, score) in self.scores().iter().zip(tree.components()) {
            if signal.with_untracked(|shown| shown != score) {
                signal.set(score.clone());
            }
        }
        self.evaluation.set(tree);
    }

    fn step(self, scenario: Scenario) {
        self.show(self.history.try_update_value(|history| history.step(scenario)));
    }
}
