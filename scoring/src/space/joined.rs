//! Nodes that join several parts: what is independent stands apart, what is shared is decided first.

use rustc_hash::FxHashMap as HashMap;

use crate::ProvisionSet;
use crate::rules::{NodeId, Rule};

use super::build::Builder;
use super::effort::{Effort, Stop};
use super::law::{Law, Truth};
use super::state::{Join, State, Step};
use super::touching::touching;
use super::{Region, RegionId};

/// A part of a node that joins several.
#[derive(Clone, Copy)]
struct Part {
    index: usize,
    node: NodeId,
    lift: Step,
}

impl Builder<'_, '_> {
    /// A node that joins these parts, of each its weight and grain.
    pub(super) fn joined(
        &mut self,
        id: NodeId,
        join: Join,
        parts: impl Iterator<Item = (NodeId, i64, i64)>,
        law: &Law,
    ) -> Result<RegionId, Stop> {
        let nodes = self.rules.nodes();
        let part = |(index, (node, weight, grain)): (usize, (NodeId, i64, i64))| {
            let extra = nodes.get(node.index()).is_some_and(|node| node.extra);
            Part { index, node, lift: Step::Lift { join, extra, weight, grain } }
        };
        let parts: Vec<Part> = parts.enumerate().map(part).collect();
        let all = self.together(id, join, &parts, law)?;
        self.through(Step::Finish(join), all)
    }

    /// Some parts of a node, joined: independent ones apart, others by deciding what most of them share.
    fn together(&mut self, id: NodeId, join: Join, parts: &[Part], law: &Law) -> Result<RegionId, Stop> {
        self.effort.spend(Effort::SEEN * parts.len() as u64)?;
        let open: Vec<ProvisionSet> = parts.iter().map(|part| self.undecided(join, part.node, law)).collect();
        let mut fixed = State::NOTHING;
        let mut regions = Vec::new();
        for cluster in touching(&open) {
            let parts: Vec<Part> = cluster.iter().filter_map(|index| parts.get(*index)).copied().collect();
            let region = match parts.as_slice() {
                [part] => self.part(join, *part, law)?,
                _ => self.shared(id, join, &parts, law)?,
            };
            match self.space.region(region) {
                Region::Fixed(state) => fixed = join.both(fixed, *state),
                _ => regions.push(region),
            }
        }
        if regions.is_empty() {
            return self.fixed(fixed);
        }
        if fixed != State::NOTHING {
            regions.push(self.fixed(fixed)?);
        }
        match regions.as_slice() {
            [only] => Ok(*only),
            _ => self.make(Region::All { join, parts: regions }),
        }
    }

    /// What a part still depends on: for each switch its first provision.
    fn undecided(&self, join: Join, id: NodeId, law: &Law) -> ProvisionSet {
        match join {
            // Whether anything in it has changed matters there, even if its points are decided.
            Join::Printed { .. } => self.open(id, law),
            _ => self.live(id, law),
        }
    }

    /// What a node looks at that is open.
    fn open(&self, id: NodeId, law: &Law) -> ProvisionSet {
        self.depends_on.get(id.index()).map(|all| all.common(&law.open)).unwrap_or_default()
    }

    /// The same without what no longer matters.
    fn live(&self, id: NodeId, law: &Law) -> ProvisionSet {
        let open = self.open(id, law);
        let Some(node) = self.rules.node(id).filter(|_| !open.is_empty()) else { return open };
        match (law.truth(&node.applies), &node.rule) {
            (Truth::Open(_), _) => open,
            (Truth::Fails, _) => ProvisionSet::default(),
            (_, Rule::When { needs, .. }) => match (law.answerable(needs), law.truth(needs)) {
                (Truth::Open(_), _) | (Truth::Holds, Truth::Open(_)) => open,
                _ => ProvisionSet::default(),
            },
            (_, Rule::Gate { needs, .. }) if matches!(law.truth(needs), Truth::Open(_)) => open,
            (_, Rule::Sum { .. }) if self.reading.is_some_and(|reading| reading.printed(id).is_some()) => {
                open
            }
            (_, rule) => {
                let parts = rule.parts().into_iter();
                parts.fold(ProvisionSet::default(), |all, part| all.union(&self.live(part, law)))
            }
        }
    }

    fn part(&mut self, join: Join, part: Part, law: &Law) -> Result<RegionId, Stop> {
        if let Join::Printed { .. } = join {
            return self.read(part.node, law);
        }
        let region = self.node(part.node, law)?;
        self.through(part.lift, region)
    }

    /// A part of a node whose points are printed: decided to the end, then what a reading leaves of it.
    fn read(&mut self, id: NodeId, law: &Law) -> Result<RegionId, Stop> {
        if let Some(index) = self.open(id, law).iter().next() {
            return self.choice(index, law, &mut |it, law| it.read(id, law));
        }
        let region = self.node(id, law)?;
        let looked_at = self.looked_at(id);
        let state = match (self.space.region(region), &self.reading) {
            (Region::Fixed(now), Some(reading)) => reading.part(id, &looked_at, *now, &law.held),
            _ => State::NOTHING,
        };
        let extra = self.rules.node(id).is_some_and(|node| node.extra);
        self.fixed(State { possible: if extra { 0 } else { state.possible }, ..state })
    }

    fn shared(&mut self, id: NodeId, join: Join, parts: &[Part], law: &Law) -> Result<RegionId, Stop> {
        let looked_at =
            parts.iter().fold(ProvisionSet::default(), |all, part| all.union(&self.told_apart(part.node)));
        let question = (id, parts.iter().map(|part| part.index).collect(), law.concerning(&looked_at));
        if let Some(known) = self.known.get(&question) {
            return Ok(*known);
        }
        let mut sharing: HashMap<usize, usize> = HashMap::default();
        for part in parts {
            self.undecided(join, part.node, law)
                .iter()
                .for_each(|index| *sharing.entry(index).or_default() += 1);
        }
        let most = sharing.into_iter().max_by_key(|(index, count)| (*count, std::cmp::Reverse(*index)));
        let index = most.map_or(0, |(index, _)| index);
        let made = self.choice(index, law, &mut |it, law| it.together(id, join, parts, law))?;
        self.keep(question, made)
    }
}
