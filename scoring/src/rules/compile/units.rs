//! From fractions to whole units: what the rules can reach, and in which unit all of it is whole.

use crate::diagnose::Code;
use crate::exact::{Fraction, Points, Unit};
use crate::rules::kinds::reach::{Reach, Unbounded};
use crate::rules::kinds::{best, gate, mean, sum, when, within};
use crate::rules::{Node, NodeId, Rule, Share};

use super::Compiler;
use super::parts::components_of;

impl Compiler<'_> {
    /// The nodes with whole units, and the unit; nothing, when something cannot be counted.
    pub(super) fn counted(&mut self) -> Option<(Vec<Node>, Unit)> {
        let nodes = std::mem::take(&mut self.nodes);
        let mut reaches: Vec<Reach> = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let at = self.pointers.get(index).cloned().unwrap_or_default();
            match self.reach(node, &nodes, &reaches) {
                Some(Ok(reach)) => reaches.push(reach),
                Some(Err(Unbounded::TooFine)) => {
                    self.find(Code::TooFine, at, &[]);
                    return None;
                }
                Some(Err(Unbounded::TooMany)) => {
                    self.find(Code::TooManyMaximums, at, &[&Reach::MOST.to_string()]);
                    return None;
                }
                None => return None,
            }
        }
        let unit = match Unit::of(reaches.iter().map(|reach| reach.grain)) {
            Ok(unit) => unit,
            Err(_) => {
                self.find(Code::TooFine, "", &[]);
                return None;
            }
        };
        self.maximums(&nodes, &reaches);
        let counted = nodes.iter().zip(&reaches).map(|(node, reach)| counted(node, reach, &reaches, unit));
        let counted: Option<Vec<Node>> = counted.collect();
        if counted.is_none() {
            let (most, unit) = (Points::LARGEST.to_string(), unit.per_point().to_string());
            self.find(Code::TooLarge, "", &[&most, &unit]);
        }
        counted.map(|nodes| (nodes, unit))
    }

    /// Nothing, when a part is missing: then something was found before.
    fn reach(
        &self,
        node: &Node<Fraction>,
        nodes: &[Node<Fraction>],
        reaches: &[Reach],
    ) -> Option<Result<Reach, Unbounded>> {
        let of = |id: &NodeId| reaches.get(id.index());
        let reach = match &node.rule {
            Rule::When { needs, points } => {
                when::reach(*points, !needs.is_answerable(&self.may_be_left_out()))
            }
            Rule::Best { of: parts, otherwise } => {
                best::reach(&parts.iter().map(of).collect::<Option<Vec<_>>>()?, *otherwise)
            }
            Rule::Sum { of: parts } => {
                let extra = |id: &NodeId| nodes.get(id.index()).is_some_and(|node| node.extra);
                let part = |id: &NodeId| Some((of(id)?, extra(id)));
                sum::reach(&parts.iter().map(part).collect::<Option<Vec<_>>>()?)
            }
            Rule::Mean { of: shares, worth } => {
                let part = |share: &Share| Some((of(&share.node)?, share.weight));
                mean::reach(&shares.iter().map(part).collect::<Option<Vec<_>>>()?, *worth)
            }
            Rule::Within { of: part, least, most } => within::reach(of(part)?, *least, *most),
            Rule::Gate { of: part, at_most, .. } => gate::reach(of(part)?, *at_most),
        };
        Some(reach.map(|reach| reach.or_not(!node.applies.is_empty())))
    }

    /// Maximums that the file gives, held against what its parts can earn.
    fn maximums(&mut self, nodes: &[Node<Fraction>], reaches: &[Reach]) {
        let file = self.file;
        let mut given = vec![(String::new(), file.max)];
        collect(&file.sections, "", &mut given);
        for (at, max) in given {
            let Some(max) = max else { continue };
            // The outermost node of a part is the last that was made there.
            let made = (0..nodes.len())
                .rev()
                .find(|index| self.pointers.get(*index).is_some_and(|pointer| is_of(pointer, &at)));
            let reach = made.and_then(|index| reaches.get(index));
            let most = reach.and_then(|reach| Fraction::new(*reach.possible.last()?, reach.grain));
            if let Some(most) = most.filter(|most| *most != max) {
                self.find(Code::WrongMax, format!("{at}/max"), &[&max.to_string(), &most.to_string()]);
            }
        }
    }
}

/// Whether a node was made for the part itself: there, or for one of its gates.
fn is_of(pointer: &str, part: &str) -> bool {
    pointer.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with("/gates/"))
}

fn collect(parts: &[crate::rules::file::Part], at: &str, given: &mut Vec<(String, Option<Fraction>)>) {
    let list = components_of(at);
    for (index, part) in parts.iter().enumerate() {
        let at = format!("{list}/{index}");
        given.push((at.clone(), part.max));
        collect(part.components.as_deref().unwrap_or_default(), &at, given);
    }
}

/// A node in whole units; nothing, when a figure of it or a product on the way to one would be too large.
fn counted(node: &Node<Fraction>, reach: &Reach, reaches: &[Reach], unit: Unit) -> Option<Node> {
    let largest = Fraction::new(Points::LARGEST.into(), unit.per_point().into())?;
    if reach.size > largest {
        return None;
    }
    let mut rule = node.rule.map(|points| unit.count(*points))?;
    if let Rule::Mean { of, worth } = &mut rule {
        for share in of {
            let part = reaches.get(share.node.index())?;
            share.grain = unit.per_point() / i64::try_from(part.grain).ok()?;
            let most =
                part.size.times(Fraction::new(part.grain, 1)?)?.times(Fraction::whole(worth.units()))?;
            let most = most.times(Fraction::whole(share.weight))?;
            if most > Fraction::whole(i64::MAX / 4) {
                return None;
            }
        }
    }
    let Node { id, applies, extra, basis, .. } = node.clone();
    Some(Node { id, rule, applies, extra, basis })
}
