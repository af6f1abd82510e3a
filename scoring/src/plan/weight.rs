//! What a component's state counts, in our best reading or in every reading.

use crate::{Component, Points, Provision, ProvisionSet};

use super::space::Gain;

/// Which question a plan answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// What reaches the target in our best reading.
    #[default]
    BestReading,
    /// What reaches the target whichever reading is true.
    EveryReading,
}

/// A component's points on the card and in a state, in quarters.
pub(super) struct Weight {
    question: Question,
    step: i32,
}

impl Weight {
    pub(super) fn new(question: Question, step: Points) -> Self {
        Self { question, step: step.quarters() }
    }

    /// What a section starts its second sum from.
    pub(super) fn base(&self, published: Points) -> i32 {
        match self.question {
            Question::BestReading => 0,
            Question::EveryReading => published.quarters(),
        }
    }

    /// The gain of a component when these provisions are on.
    ///
    /// In every reading, a section's least points are the larger of two sums. Some of its components are
    /// known in the scenario whatever the reading (filled, emptied, or partly met anew); the others keep
    /// their reading's points. The readings' points add up to the published ones and lie between a least
    /// and a most, so those that keep theirs have at least their own least, and at least what the known
    /// ones' most leaves over. The first sum is therefore known points plus the others' least; the
    /// second is the published points plus, for each known one, its points less its most.
    pub(super) fn gain(&self, component: &Component, on: &ProvisionSet) -> Gain {
        let now = points(component, |provision| on.contains(provision.place));
        if self.question == Question::BestReading {
            return (now, now);
        }
        let card = points(component, |provision| provision.law.in_law);
        let max = component.max.quarters();
        let partly = |points: i32| 0 < points && points < max;
        let (least, most) = if partly(card) { (self.step, max - self.step) } else { (card, card) };
        let removed = component.provisions.iter().any(|p| p.law.in_law && !on.contains(p.place));
        let changed = component.provisions.iter().any(|p| p.law.in_law != on.contains(p.place));
        let known = match changed {
            false => None,
            true if !partly(now) => Some(now),
            // Only added to and still partly met: no less than before, and perhaps no more.
            true if !removed && partly(card) => None,
            true => Some(self.step),
        };
        known.map_or((least, 0), |known| (known, known - most))
    }
}

fn points(component: &Component, holds: impl Fn(&Provision) -> bool) -> i32 {
    component.rung_that_counts(holds).map_or(0, |rung| rung.points.quarters())
}
