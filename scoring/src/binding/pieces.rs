//! What a sum is made of, each piece with what it earns under every law that it can tell apart.

use crate::ProvisionSet;
use crate::facts::Answers;
use crate::rules::{NodeId, Rule, Rules, evaluate_parts};

use super::{MOST_IN_A_PIECE, Refused};

/// A term of the sum that is no sum itself.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub node: NodeId,
    /// The provisions that it looks at; a mask has a bit for each, in this order.
    pub provisions: Vec<usize>,
    /// What it earns, in units, for each mask of what holds.
    earned: Vec<i64>,
}

impl Piece {
    /// The mask of those of its provisions that are in a set.
    pub(super) fn mask(&self, set: &ProvisionSet) -> usize {
        let own = self.provisions.iter().enumerate().filter(|(_, index)| set.contains(**index));
        own.fold(0, |mask, (bit, _)| mask | 1 << bit)
    }

    /// What it earns, in units, when these of its provisions hold.
    pub(super) fn earned(&self, mask: usize) -> i64 {
        self.earned.get(mask).copied().unwrap_or_default()
    }
}

/// The pieces that a part adds up.
pub(super) fn pieces_of(
    rules: &Rules,
    part: NodeId,
    not_applicable: &ProvisionSet,
) -> Result<Vec<Piece>, Refused> {
    let node = rules.node(part).ok_or(Refused::NotASum)?;
    if let Rule::Sum { of } = &node.rule
        && node.applies.is_empty()
    {
        let of = of.iter().map(|part| pieces_of(rules, *part, not_applicable));
        return Ok(of.collect::<Result<Vec<_>, Refused>>()?.into_iter().flatten().collect());
    }
    Ok(vec![piece(rules, part, not_applicable)?])
}

fn piece(rules: &Rules, node: NodeId, not_applicable: &ProvisionSet) -> Result<Piece, Refused> {
    let parts = below(rules, node);
    let mut looked_at = ProvisionSet::default();
    for node in parts.iter().filter_map(|part| rules.node(*part)) {
        looked_at = looked_at.union(&node.applies.provisions());
        if let Some(condition) = node.rule.condition() {
            looked_at = looked_at.union(&condition.provisions());
        }
    }
    let provisions: Vec<usize> = looked_at.minus(not_applicable).iter().collect();
    if provisions.len() > MOST_IN_A_PIECE {
        return Err(Refused::TooMany);
    }
    let mut scores = Vec::new();
    let mut earned = |mask: usize| {
        let held = provisions.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
        let held = held.map(|(_, index)| *index).collect();
        let answers = Answers::new(held, ProvisionSet::default(), not_applicable.clone());
        evaluate_parts(rules, &parts, &answers, &mut scores);
        scores.get(node.index()).map(|score| score.earned.units()).unwrap_or_default()
    };
    let earned = (0..1 << provisions.len()).map(&mut earned).collect();
    Ok(Piece { node, provisions, earned })
}

/// A node and all below it, children first.
fn below(rules: &Rules, node: NodeId) -> Vec<NodeId> {
    let (mut below, mut waiting) = (Vec::new(), vec![node]);
    while let Some(id) = waiting.pop() {
        below.push(id);
        waiting.extend(rules.node(id).map(|node| node.rule.parts()).unwrap_or_default());
    }
    below.sort_unstable();
    below.dedup();
    below
}
