//! What a scenario changes: provisions, and the points that move.

use std::sync::Arc;

use crate::{
    Baseline, ComponentScore, Evaluation, Points, Provision, Scenario, SectionScore, Words, evaluate, say,
};

/// An evaluated scenario against the card as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Provisions that come into law, in the framework's order.
    pub added: Vec<Arc<Provision>>,
    /// Provisions that leave it.
    pub removed: Vec<Arc<Provision>>,
    /// Sections whose points move.
    pub sections: Vec<Moved<SectionScore>>,
    /// Components whose points move.
    pub components: Vec<Moved<ComponentScore>>,
}

/// Something whose points move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved<T> {
    /// Its points on the card.
    pub before: Points,
    /// What it earns in the scenario.
    pub after: T,
}

impl Difference {
    /// What the scenario of this tree changes.
    pub fn new(baseline: &Baseline, tree: &Evaluation) -> Self {
        let card = evaluate(baseline, &Scenario::default());
        let differing = |in_law: bool| {
            let all = baseline.provisions().iter();
            all.filter(|p| p.law.in_law == in_law && tree.scenario.differs(p)).cloned().collect()
        };
        let sections = card.sections.iter().zip(&tree.sections);
        let components = card.components().zip(tree.components());
        Self {
            added: differing(false),
            removed: differing(true),
            sections: sections
                .filter(|(before, after)| before.points != after.points)
                .map(|(before, after)| Moved { before: before.points, after: after.clone() })
                .collect(),
            components: components
                .filter(|(before, after)| before.points != after.points)
                .map(|(before, after)| Moved { before: before.points, after: after.clone() })
                .collect(),
        }
    }

    /// How much law changes, in words: "2 provisions added and 1 removed"; "nothing changed".
    pub fn in_words(&self, words: &Words) -> String {
        changes_in_words(words, self.added.len(), self.removed.len())
    }
}

/// So many provisions that came into law and that left it, in words.
pub(crate) fn changes_in_words(words: &Words, come: usize, gone: usize) -> String {
    use say::difference::{added, also_removed, both, none, removed};
    match (come, gone) {
        (0, 0) => none(words),
        (come, 0) => added(words, &come),
        (0, gone) => removed(words, &gone),
        (come, gone) => both(words, &added(words, &come), &also_removed(words, &gone)),
    }
}
