//! Why a part has its points: what counts in it, what limits it, what is missing for more. Read off the evaluation;
//! `words.rs` says it.

mod counted;
mod limits;
mod names;
mod ways;
mod words;

use crate::ProvisionSet;
use crate::data::Basis;
use crate::exact::Points;
use crate::facts::{Answers, Condition};
use crate::rules::{Evaluation, Node, NodeId, Rule, Rules, Score, Share};

use super::Telling;

pub use counted::{Counted, What};
pub use limits::Limit;
pub use ways::Way;
pub use words::{Explanation, Statement};

/// Why a part has its points, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// What it earns, and of what.
    pub score: Score,
    /// How what counts in it is joined.
    pub joined: Joined,
    /// What counts in it. Its points together are what the part earns before its limits.
    pub counted: Vec<Counted>,
    /// What changes that or could, the innermost first.
    pub limits: Vec<Limit>,
    /// What would bring more.
    pub ways: Vec<Way>,
    /// Whether there are smaller parts in it that have a title, so that each says by itself what would bring more.
    pub has_parts: bool,
    /// What counts only with something that is missing: that, and the provisions.
    pub excluded: Vec<(Condition, ProvisionSet)>,
    /// The provisions of which nobody knows.
    pub unknown: ProvisionSet,
    /// The provisions that do not apply to the subject.
    pub left_out: ProvisionSet,
    /// What its share brings to the mean around it.
    pub share: Option<Averaged>,
    /// Whether it is extra credit.
    pub extra: bool,
    /// What its number of points rests on.
    pub basis: Basis,
}

/// How what counts in a part is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// There is one condition, and these points for it.
    Alone(Points),
    /// The best counts.
    Best,
    /// All is added up.
    Added,
    /// Shares are averaged.
    Averaged,
}

/// What a part's share brings to a mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Averaged {
    /// The mean.
    pub mean: NodeId,
    /// How many shares are averaged.
    pub count: usize,
    /// What this one brings.
    pub brings: Points,
    /// What it would bring if it were whole.
    pub most: Points,
}

impl Reasons {
    /// Why a node has its score in this evaluation of these answers.
    pub fn new(telling: &Telling, answers: &Answers, evaluation: &Evaluation, node: NodeId) -> Self {
        let titled = telling.parts().into_iter().map(|(_, part, _)| part).collect();
        let part = Part { rules: &telling.rules, answers, evaluation, titled, root: node };
        let (score, own) = (evaluation.score(node), part.own(node));
        let provisions = part.provisions(&own);
        let found = telling.rules.node(node);
        Self {
            score,
            joined: part.joined(),
            counted: part.counted(),
            limits: part.limits(),
            ways: if score.applies() { ways::ways(&part, &own, &provisions) } else { Vec::new() },
            has_parts: own.iter().any(|id| part.parts_of(*id).iter().any(|inner| part.is_titled(*inner))),
            excluded: part.excluded(),
            unknown: provisions.common(answers.unknown()),
            left_out: provisions.common(answers.not_applicable()),
            share: part.share(),
            extra: found.is_some_and(|node| node.extra),
            basis: found.map_or(Basis::Published, |node| node.basis),
        }
    }
}

/// A part while reasons are looked for.
struct Part<'a> {
    rules: &'a Rules,
    answers: &'a Answers,
    evaluation: &'a Evaluation,
    /// The nodes of all parts with a title.
    titled: Vec<NodeId>,
    root: NodeId,
}

impl<'a> Part<'a> {
    fn node(&self, id: NodeId) -> Option<&'a Node> {
        self.rules.node(id)
    }

    fn score(&self, id: NodeId) -> Score {
        self.evaluation.score(id)
    }

    fn parts_of(&self, id: NodeId) -> Vec<NodeId> {
        self.node(id).map(|node| node.rule.parts()).unwrap_or_default()
    }

    /// Whether it is a smaller part that says by itself why it has its points.
    fn is_titled(&self, id: NodeId) -> bool {
        id != self.root && self.titled.contains(&id)
    }

    /// The node and all below it, but for smaller parts with a title.
    fn own(&self, id: NodeId) -> Vec<NodeId> {
        let inner = self.parts_of(id).into_iter().filter(|inner| !self.is_titled(*inner));
        std::iter::once(id).chain(inner.flat_map(|inner| self.own(inner))).collect()
    }

    /// All provisions that some nodes look at.
    fn provisions(&self, nodes: &[NodeId]) -> ProvisionSet {
        let found = nodes.iter().filter_map(|id| self.node(*id));
        let looked_at = |node: &Node| {
            let own = node.rule.condition().map(Condition::provisions).unwrap_or_default();
            own.union(&node.applies.provisions())
        };
        found.fold(ProvisionSet::default(), |all, node| all.union(&looked_at(node)))
    }

    /// The bounds and gates around what the part is, the innermost first, and that.
    fn layers(&self) -> (Vec<NodeId>, NodeId) {
        let (mut layers, mut core) = (Vec::new(), self.root);
        while let Some(Rule::Within { of, .. } | Rule::Gate { of, .. }) =
            self.node(core).map(|node| &node.rule)
        {
            layers.push(core);
            core = *of;
        }
        layers.reverse();
        (layers, core)
    }

    fn joined(&self) -> Joined {
        match self.node(self.layers().1).map(|node| &node.rule) {
            Some(Rule::When { points, .. }) => Joined::Alone(*points),
            Some(Rule::Best { .. }) => Joined::Best,
            Some(Rule::Mean { .. }) => Joined::Averaged,
            _ => Joined::Added,
        }
    }

    /// What does not count because of what something else is answered, by what that is.
    fn excluded(&self) -> Vec<(Condition, ProvisionSet)> {
        let mut all: Vec<(Condition, ProvisionSet)> = Vec::new();
        self.add_excluded(self.root, &mut all);
        all
    }

    fn add_excluded(&self, id: NodeId, all: &mut Vec<(Condition, ProvisionSet)>) {
        let Some(node) = self.node(id) else { return };
        if node.applies.holds(self.answers.held()) {
            let inner = self.parts_of(id).into_iter().filter(|inner| !self.is_titled(*inner));
            return inner.for_each(|inner| self.add_excluded(inner, all));
        }
        let missing = node.applies.missing(self.answers.held());
        let provisions = self.provisions(&self.own(id)).minus(&node.applies.provisions());
        match all.iter_mut().find(|(known, _)| *known == missing) {
            Some((_, known)) => *known = known.union(&provisions),
            None => all.push((missing, provisions)),
        }
    }

    fn share(&self) -> Option<Averaged> {
        let is_in = |of: &[Share]| of.iter().any(|share| share.node == self.root);
        let mean = self
            .rules
            .nodes()
            .iter()
            .position(|node| matches!(&node.rule, Rule::Mean { of, .. } if is_in(of)))?;
        let mean = NodeId::at(mean);
        let brought = self.score(mean).applies().then(|| self.evaluation.brought(self.rules, mean))?;
        let own = brought.iter().find(|share| share.part == self.root)?;
        Some(Averaged { mean, count: brought.len(), brings: own.points, most: own.most })
    }
}
