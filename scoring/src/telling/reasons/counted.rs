//! What counts in a part, each with its points.

use crate::ProvisionSet;
use crate::exact::Points;
use crate::rules::{NodeId, Rule, Why};

use super::Part;

/// Something that counts, and what it brings to the part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What it is.
    pub what: What,
    /// What it brings; below zero, what it costs.
    pub points: Points,
    /// The most that it could bring, where it is a share of a mean.
    pub of: Option<Points>,
}

/// What counts in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A smaller part with a title.
    Part(NodeId),
    /// Answers.
    Answers {
        /// The provisions that hold.
        held: ProvisionSet,
        /// The provisions that do not hold, where that counts.
        without: ProvisionSet,
    },
    /// A smaller part without a title, by what it asks.
    Asked(ProvisionSet),
    /// That no level is reached.
    NoLevel,
}

impl Counted {
    fn new(what: What, points: Points) -> Self {
        Self { what, points, of: None }
    }
}

impl Part<'_> {
    /// All that counts. A part that does not apply has nothing that does.
    pub(super) fn counted(&self) -> Vec<Counted> {
        match self.score(self.root).applies() {
            true => self.counted_in(self.layers().1),
            false => Vec::new(),
        }
    }

    fn counted_in(&self, id: NodeId) -> Vec<Counted> {
        let score = self.score(id);
        if self.is_titled(id) {
            return vec![Counted::new(What::Part(id), score.earned)];
        }
        let Some(node) = self.node(id).filter(|_| score.applies()) else { return Vec::new() };
        match &node.rule {
            Rule::When { .. } if score.why == Why::Met => {
                vec![Counted::new(self.answers_in(id), score.earned)]
            }
            Rule::When { .. } => Vec::new(),
            Rule::Best { .. } => match score.why {
                Why::Best(part) => self.counted_in(part),
                _ if score.earned == Points::ZERO => Vec::new(),
                _ => vec![Counted::new(What::NoLevel, score.earned)],
            },
            Rule::Sum { of } => of.iter().flat_map(|part| self.counted_in(*part)).collect(),
            Rule::Mean { of, .. } => {
                let brought = self.evaluation.brought(self.rules, id);
                let share = |part: NodeId| brought.iter().find(|share| share.part == part);
                let of = of.iter().map(|known| known.node);
                // What has no share brings nothing, and could bring nothing.
                let shares = of.map(|part| {
                    let (points, most) =
                        share(part).map_or((Points::ZERO, Points::ZERO), |own| (own.points, own.most));
                    Counted { what: self.part_or_asked(part), points, of: Some(most) }
                });
                shares.collect()
            }
            Rule::Within { of, .. } | Rule::Gate { of, .. } => match self.score(*of).earned == score.earned {
                true => self.counted_in(*of),
                // A limit in the middle of a part: what is in it counts as one.
                false => vec![Counted::new(self.answers_in(id), score.earned)],
            },
        }
    }

    fn part_or_asked(&self, id: NodeId) -> What {
        match self.is_titled(id) {
            true => What::Part(id),
            false => What::Asked(self.provisions(&self.own(id))),
        }
    }

    /// The answers by which a node earns what it earns, whatever is between.
    fn answers_in(&self, id: NodeId) -> What {
        let (mut held, mut without) = (ProvisionSet::default(), ProvisionSet::default());
        self.add_answers(id, &mut held, &mut without);
        What::Answers { held, without }
    }

    fn add_answers(&self, id: NodeId, held: &mut ProvisionSet, without: &mut ProvisionSet) {
        let Some(node) = self.node(id).filter(|_| self.score(id).applies()) else { return };
        match (&node.rule, self.score(id).why) {
            (Rule::When { needs, .. }, Why::Met) => {
                *held = held.union(&needs.all).union(&needs.any.common(self.answers.held()));
                *without = without.union(&needs.none);
            }
            (Rule::When { .. }, _) | (Rule::Best { .. }, Why::Otherwise) => {}
            (_, Why::Best(part)) => self.add_answers(part, held, without),
            _ => self.parts_of(id).into_iter().for_each(|part| self.add_answers(part, held, without)),
        }
    }
}
