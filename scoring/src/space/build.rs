//! Making the graph of all that answers may become.

use rustc_hash::FxHashMap as HashMap;

use crate::ProvisionSet;
use crate::rules::{Node, NodeId, Rule, Rules};

use super::effort::{Effort, Stop};
use super::law::{Law, Truth};
use super::readings::Reading;
use super::state::{Join, Standing, State, Step};
use super::switches::Switch;
use super::{Region, RegionId, Space};

/// What makes the graph.
pub(crate) struct Builder<'a, 'e> {
    pub rules: &'a Rules,
    pub space: Space,
    pub effort: &'a mut Effort<'e>,
    pub(super) reading: Option<Reading<'a>>,
    /// What each node looks at.
    looked_at: Vec<ProvisionSet>,
    /// The provision that stands for each switch that a node depends on.
    pub(super) depends_on: Vec<ProvisionSet>,
    /// What is decided before other switches.
    decided_before: ProvisionSet,
    /// The switch of each provision that can be decided, the last where there are several.
    switch_of: Vec<Option<usize>>,
    pub(super) known: HashMap<Question, RegionId>,
    fixed: HashMap<State, RegionId>,
    nested: usize,
}

/// The most decisions inside each other; so deep the search goes into the stack.
const DEEPEST: usize = 128;

/// What was made: a node, or some of its parts together; and the law that it was made for, as far as it matters.
pub(super) type Question = (NodeId, Vec<usize>, [ProvisionSet; 3]);

impl<'a, 'e> Builder<'a, 'e> {
    pub fn new(
        rules: &'a Rules,
        switches: Vec<Switch>,
        reading: Option<Reading<'a>>,
        effort: &'a mut Effort<'e>,
    ) -> Self {
        let mut switch_of = vec![None; rules.provisions().len()];
        let mut firsts_of = vec![Vec::new(); rules.provisions().len()];
        for (number, switch) in switches.iter().enumerate() {
            for index in switch.provisions.iter() {
                switch_of.get_mut(index).into_iter().for_each(|of| *of = Some(number));
                firsts_of.get_mut(index).into_iter().for_each(|of| of.push(switch.first));
            }
        }
        let looked_at = looked_at(rules.nodes());
        let firsts = |looked_at: &ProvisionSet| {
            looked_at.iter().filter_map(|index| firsts_of.get(index)).flatten().copied().collect()
        };
        let depends_on = looked_at.iter().map(firsts).collect();
        let decided_before: ProvisionSet = switches.iter().filter_map(|switch| switch.after).collect();
        let space = Space { regions: Vec::new(), switches };
        let (known, fixed) = (HashMap::default(), HashMap::default());
        Self {
            rules,
            space,
            effort,
            reading,
            looked_at,
            depends_on,
            decided_before,
            switch_of,
            known,
            fixed,
            nested: 0,
        }
    }

    /// What each node looks at.
    pub fn looked_at(&self, id: NodeId) -> ProvisionSet {
        self.looked_at.get(id.index()).cloned().unwrap_or_default()
    }

    /// What tells laws apart for a node: what it looks at, and whether what is decided before that is open.
    pub fn told_apart(&self, id: NodeId) -> ProvisionSet {
        let depends_on = self.depends_on.get(id.index()).map(|all| all.common(&self.decided_before));
        self.looked_at(id).union(&depends_on.unwrap_or_default())
    }

    pub fn make(&mut self, region: Region) -> Result<RegionId, Stop> {
        self.effort.spend(Effort::KEPT)?;
        self.space.regions.push(region);
        Ok(self.space.regions.len() - 1)
    }

    pub fn fixed(&mut self, state: State) -> Result<RegionId, Stop> {
        if let Some(known) = self.fixed.get(&state) {
            return Ok(*known);
        }
        let made = self.make(Region::Fixed(state))?;
        self.fixed.insert(state, made);
        Ok(made)
    }

    pub fn through(&mut self, step: Step, part: RegionId) -> Result<RegionId, Stop> {
        match self.space.region(part) {
            Region::Fixed(state) => {
                let state = step.of(*state);
                self.fixed(state)
            }
            _ => self.make(Region::Through { step, part }),
        }
    }

    /// Decides the switch of a provision one way after the other.
    pub fn choice(
        &mut self,
        provision: usize,
        law: &Law,
        then: &mut dyn FnMut(&mut Self, &Law) -> Result<RegionId, Stop>,
    ) -> Result<RegionId, Stop> {
        let Some(index) = self.switch_of.get(provision).copied().flatten() else {
            return self.fixed(State::NOTHING);
        };
        let before = self.space.switches.get(index).and_then(|switch| switch.after);
        let before = before.filter(|before| law.open.contains(*before));
        let index = before.and_then(|before| self.switch_of.get(before).copied().flatten()).unwrap_or(index);
        let Some(switch) = self.space.switches.get(index).cloned() else { return self.fixed(State::NOTHING) };
        self.nested += 1;
        if self.nested > DEEPEST {
            return Err(Stop::TooLarge);
        }
        // Of ways that lead to the same only the cheapest can be in a smallest plan.
        let mut cheapest: HashMap<RegionId, usize> = HashMap::default();
        let mut ways = Vec::with_capacity(switch.ways.len());
        for (number, way) in switch.ways.iter().enumerate() {
            let region = then(self, &law.with(&switch, way))?;
            let cost = cheapest.entry(region).or_insert(way.cost);
            *cost = way.cost.min(*cost);
            ways.push((number, region, way.cost));
        }
        self.nested -= 1;
        ways.retain(|(_, region, cost)| cheapest.get(region) == Some(cost));
        // Whatever is decided, nothing changes: then it stays as it is.
        if let Some((_, region, 0)) = ways.first().filter(|_| cheapest.len() == 1) {
            return Ok(*region);
        }
        let ways = ways.into_iter().map(|(number, region, _)| (number, region)).collect();
        self.make(Region::Choice { switch: index, ways })
    }

    /// What a node can come to under a law.
    pub fn node(&mut self, id: NodeId, law: &Law) -> Result<RegionId, Stop> {
        // A condition is sooner answered than looked up.
        if matches!(self.rules.node(id).map(|node| &node.rule), Some(Rule::When { .. })) {
            return self.made(id, law);
        }
        let question = (id, Vec::new(), law.concerning(&self.told_apart(id)));
        if let Some(known) = self.known.get(&question) {
            return Ok(*known);
        }
        let made = self.made(id, law)?;
        self.keep(question, made)
    }

    pub(super) fn keep(&mut self, question: Question, made: RegionId) -> Result<RegionId, Stop> {
        self.effort.spend(Effort::ASKED)?;
        self.known.insert(question, made);
        Ok(made)
    }

    fn made(&mut self, id: NodeId, law: &Law) -> Result<RegionId, Stop> {
        let rules = self.rules;
        let Some(node) = rules.node(id) else { return self.fixed(State::NOTHING) };
        match law.truth(&node.applies) {
            Truth::Open(index) => return self.choice(index, law, &mut |it, law| it.node(id, law)),
            Truth::Fails => return self.fixed(State::NOTHING),
            Truth::Holds => {}
        }
        match &node.rule {
            Rule::When { needs, points } => {
                let (standing, earned) = match (law.answerable(needs), law.truth(needs)) {
                    (Truth::Fails, _) => return self.fixed(State::NOTHING),
                    (Truth::Open(index), _) | (_, Truth::Open(index)) => {
                        return self.choice(index, law, &mut |it, law| it.node(id, law));
                    }
                    (Truth::Holds, Truth::Holds) => (Standing::Met, points.units()),
                    (Truth::Holds, Truth::Fails) => (Standing::Unmet, 0),
                };
                self.fixed(State { standing, possible: points.units().max(0), second: 0, earned })
            }
            Rule::Within { of, least, most } => {
                let part = self.node(*of, law)?;
                let [least, most] = [least, most].map(|bound| bound.map(|points| points.units()));
                self.through(Step::Within { least, most }, part)
            }
            Rule::Gate { of, needs, at_most } => match law.truth(needs) {
                Truth::Open(index) => self.choice(index, law, &mut |it, law| it.node(id, law)),
                Truth::Holds => self.node(*of, law),
                Truth::Fails => {
                    let part = self.node(*of, law)?;
                    self.through(Step::Closed { at_most: at_most.units() }, part)
                }
            },
            Rule::Best { of, otherwise } => self.joined(
                id,
                Join::Best { otherwise: otherwise.units() },
                of.iter().map(|id| (*id, 1, 1)),
                law,
            ),
            Rule::Mean { of, worth } => {
                let parts = of.iter().map(|share| (share.node, share.weight, share.grain));
                self.joined(id, Join::Mean { worth: worth.units() }, parts, law)
            }
            Rule::Sum { of } => {
                let join = self.reading.as_ref().and_then(|reading| reading.printed(id)).unwrap_or(Join::Sum);
                self.joined(id, join, of.iter().map(|id| (*id, 1, 1)), law)
            }
        }
    }
}

fn looked_at(nodes: &[Node]) -> Vec<ProvisionSet> {
    let mut all: Vec<ProvisionSet> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let mut own = node.applies.provisions();
        if let Some(condition) = node.rule.condition() {
            own = own.union(&condition.provisions());
        }
        for part in node.rule.parts() {
            own = all.get(part.index()).map_or(own.clone(), |part| own.union(part));
        }
        all.push(own);
    }
    all
}
