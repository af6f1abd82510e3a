//! How what counts, and what would, is named.

use crate::exact::Points;
use crate::facts::Condition;
use crate::rules::{Evaluation, NodeId};
use crate::telling::{Telling, title};
use crate::{ProvisionSet, say};

use super::{Counted, What};

/// What finds words: the framework in its language, and what the answers come to.
pub(super) struct Teller<'a> {
    pub(super) telling: &'a Telling,
    pub(super) evaluation: &'a Evaluation,
}

impl Teller<'_> {
    /// Something that counts, with its points.
    pub(super) fn line(&self, counted: &Counted) -> String {
        let words = &self.telling.words;
        let what = self.what(&counted.what);
        let score = match counted.what {
            What::Part(node) => Some(self.telling.points(self.evaluation.score(node))),
            _ => None,
        };
        match (counted.of, score) {
            (None, Some(score)) => say::reasons::line(words, &what, &score),
            (None, None) => say::reasons::line(words, &what, &self.points(counted.points)),
            (Some(most), score) => {
                let what = match score {
                    Some(score) => say::reasons::scored(words, &what, &score),
                    None => what,
                };
                let points = self.telling.in_points(counted.points);
                say::reasons::brings(words, &what, &points, &self.points(most))
            }
        }
    }

    /// What counts, without its points.
    pub(super) fn what(&self, what: &What) -> String {
        match what {
            What::Part(node) => self.title(*node).unwrap_or_default(),
            What::Answers { held, without } => self.together(held, without),
            What::Asked(provisions) => self.together(provisions, &ProvisionSet::default()),
            What::NoLevel => say::reasons::below_all(&self.telling.words),
        }
    }

    /// What a condition asks for, a line each.
    pub(super) fn condition(&self, condition: &Condition) -> Vec<String> {
        let mut lines = self.telling.labels(&condition.all);
        match condition.any.len() {
            0 => {}
            1 => lines.extend(self.telling.labels(&condition.any)),
            _ => {
                let list = self.telling.words.list(&self.quoted(&condition.any));
                lines.push(say::reasons::at_least_one(&self.telling.words, &list));
            }
        }
        lines.extend(self.each(&ProvisionSet::default(), &condition.none));
        lines
    }

    /// Provisions, and others that do not hold, a line each.
    pub(super) fn each(&self, held: &ProvisionSet, without: &ProvisionSet) -> Vec<String> {
        let without = self.telling.labels(without).into_iter();
        let without = without.map(|label| say::scenario::without(&self.telling.words, &label));
        self.telling.labels(held).into_iter().chain(without).collect()
    }

    /// The same in one line.
    pub(super) fn together(&self, held: &ProvisionSet, without: &ProvisionSet) -> String {
        let words = &self.telling.words;
        match held.len() + without.len() {
            0 => say::reasons::always(words),
            1 => self.each(held, without).concat(),
            _ if held.is_empty() => say::scenario::without(words, &words.list(&self.quoted(without))),
            _ => {
                let without =
                    self.quoted(without).into_iter().map(|label| say::reasons::without(words, &label));
                words.list(&self.quoted(held).into_iter().chain(without).collect::<Vec<_>>())
            }
        }
    }

    /// Provisions in quotation marks.
    pub(super) fn quoted(&self, provisions: &ProvisionSet) -> Vec<String> {
        let labels = self.telling.labels(provisions);
        labels.iter().map(|label| say::reasons::quoted(&self.telling.words, label)).collect()
    }

    /// Points with their unit.
    pub(super) fn points(&self, points: Points) -> String {
        let points = self.telling.rules.unit().fraction(points);
        say::points::with_unit(&self.telling.words, &points.in_decimals())
    }

    /// The title of a part, if it has one.
    pub(super) fn title(&self, node: NodeId) -> Option<String> {
        let parts = self.telling.parts();
        parts.into_iter().find(|(_, known, _)| *known == node).map(|(_, _, part)| title(part))
    }
}
