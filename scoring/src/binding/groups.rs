//! What was printed of a card, and which terms of the sum each of its points are of.

use crate::ProvisionSet;
use crate::cards::{Card, Printed};
use crate::rules::{NodeId, Rules};

use super::pieces::Piece;
use super::{Group, Refused};

/// The provisions that more than one piece looks at.
pub(super) fn shared<'a>(pieces: impl Iterator<Item = &'a Piece>) -> ProvisionSet {
    let (mut seen, mut shared) = (ProvisionSet::default(), ProvisionSet::default());
    for piece in pieces {
        let own: ProvisionSet = piece.provisions.iter().copied().collect();
        shared = shared.union(&seen.common(&own));
        seen = seen.union(&own);
    }
    shared
}

/// What was printed, in units.
pub(super) struct Read {
    total: Option<i64>,
    parts: Vec<(NodeId, i64)>,
}

pub(super) fn read(rules: &Rules, root: NodeId, card: &Card) -> Result<Read, Refused> {
    let mut read = Read { total: None, parts: Vec::new() };
    for printed in &card.printed {
        let (node, points) = match *printed {
            Printed::Figure { tally: 0, figure } => (root, figure),
            Printed::Earned { node, points } => (node, points),
            // A letter says less than the total that it stands beside.
            Printed::Band { tally: 0, .. } => continue,
            Printed::Figure { .. } | Printed::Band { .. } | Printed::Possible { .. } => {
                return Err(Refused::PrintedElsewhere);
            }
        };
        let units = rules.unit().count(points).ok_or(Refused::PrintedElsewhere)?.units();
        match rules.node(root).map(|node| node.rule.parts()) {
            _ if node == root => read.total = Some(units),
            Some(parts) if parts.contains(&node) => read.parts.push((node, units)),
            _ => return Err(Refused::PrintedElsewhere),
        }
    }
    Ok(read)
}

/// A group for each part that has printed points, and one for the others, whose points are what is left of the total.
pub(super) fn groups(terms: Vec<(NodeId, Vec<Piece>)>, read: &Read) -> Vec<Group> {
    let points = |part: NodeId| read.parts.iter().find(|(node, _)| *node == part).map(|(_, units)| *units);
    let known: i64 = terms.iter().filter_map(|(part, _)| points(*part)).sum();
    let rest = read.total.map(|total| total - known);
    let mut others = Group { parts: Vec::new(), pieces: Vec::new(), printed: rest };
    let mut groups = Vec::new();
    for (part, mut pieces) in terms {
        match points(part) {
            Some(units) => groups.push(Group { parts: vec![part], pieces, printed: Some(units) }),
            None => {
                others.parts.push(part);
                others.pieces.append(&mut pieces);
            }
        }
    }
    // Where every part has its points, nothing is left that the total could bind but whether they add up to it.
    if !others.parts.is_empty() || rest.is_some_and(|rest| rest != 0) {
        groups.push(others);
    }
    groups
}
