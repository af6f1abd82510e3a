//! The result in one line: what is announced after each change and shown at the top.

use std::fmt;

use crate::{Baseline, Evaluation, Points};

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
    pub fn standing(&self) -> String {
        if self.as_published { "as published".to_owned() } else { self.change.to_string() }
    }

    /// How far the next grade is: "1 point to grade B".
    pub fn distance(&self) -> String {
        match &self.next {
            Some((grade, points)) => format!("{} to grade {grade}", points.in_words()),
            None => "The best grade".to_owned(),
        }
    }
}

impl fmt::Display for Headline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}, grade {}, {}", self.total, self.max, self.grade, self.standing())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Points::ZERO => f.write_str("no change"),
            up if up > Points::ZERO => write!(f, "up {up}"),
            down => write!(f, "down {}", down.abs()),
        }
    }
}
