//! The result in one line: what is announced after each change and shown at the top.

use crate::{Baseline, Evaluation, Points, Words, say};

/// The result of a scenario in one line: "82.5 of 102.5, grade B, up 3.5".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The total, in points.
    pub total: Points,
    /// The most that a card can earn.
    pub max: Points,
    /// The letter.
    pub grade: String,
    /// The total against the published one.
    pub change: Change,
    /// Whether nothing differs from the law in force.
    pub as_published: bool,
    /// The next better letter and the points still missing for it.
    pub next: Option<(String, Points)>,
}

/// A difference in points, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change(pub Points);

impl Headline {
    /// The headline of an evaluation.
    pub fn new(baseline: &Baseline, evaluation: &Evaluation) -> Self {
        let total = evaluation.total;
        Self {
            total,
            max: baseline.framework().max,
            grade: evaluation.band.grade.clone(),
            change: Change(total - baseline.card().published.total),
            as_published: evaluation.scenario.is_baseline(),
            next: baseline.band_above(total).map(|band| (band.grade.clone(), band.from - total)),
        }
    }

    /// The total against the card: "as published", "up 3.5", or "no change" for law that differs and
    /// earns as much.
    pub fn standing(&self, words: &Words) -> String {
        if self.as_published { say::headline::as_published(words) } else { self.change.in_words(words) }
    }

    /// How far the next grade is: "1 point to grade B".
    pub fn distance(&self, words: &Words) -> String {
        match &self.next {
            Some((grade, points)) => say::headline::distance(words, &points.in_words(words), grade),
            None => say::headline::best_grade(words),
        }
    }

    /// The whole line.
    pub fn in_words(&self, words: &Words) -> String {
        say::headline::line(words, &self.total, &self.max, &self.grade, &self.standing(words))
    }
}

impl Change {
    /// "up 3.5", "down 1", "no change".
    pub fn in_words(self, words: &Words) -> String {
        match self.0 {
            Points::ZERO => say::headline::no_change(words),
            up if up > Points::ZERO => say::headline::up(words, &up),
            down => say::headline::down(words, &down.abs()),
        }
    }
}
