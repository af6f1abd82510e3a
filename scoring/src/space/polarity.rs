//! Which way each provision can gain: what only ever gains by holding is never taken out of law for its own sake.

use crate::ProvisionSet;
use crate::facts::Condition;
use crate::rules::{NodeId, Rule, Rules, Tally};

use super::switches::{Bonds, Switch, Unit, UnitKind, Way};
use super::touching::touching;

/// Which provisions can gain by holding, and which by not holding. What is in both can gain either way, what is in none
/// makes no difference.
#[derive(Clone, Debug, Default)]
pub(crate) struct Polarity {
    up: ProvisionSet,
    down: ProvisionSet,
}

/// What becomes of what a node earns.
#[derive(Clone, Copy, Default)]
struct Use {
    /// It is added to something.
    added: bool,
    /// It is held against what is earned otherwise: the highest of that.
    best_of: Option<i64>,
    /// A bound or a gate is between.
    bounded: bool,
    /// A gate that lets pass less than nothing is between.
    falls: bool,
}

impl Polarity {
    /// What can gain for a tally whose bands have these conditions.
    pub fn new<'c>(rules: &Rules, tally: &Tally, conditions: impl Iterator<Item = &'c Condition>) -> Self {
        let mut polarity = Self::default();
        conditions.for_each(|condition| polarity.gains(condition, true));
        let mut uses = vec![None; tally.root.index() + 1];
        if let Some(root) = uses.last_mut() {
            *root = Some(Use { added: true, ..Use::default() });
        }
        // Parts stand before what they are part of.
        for index in (0..uses.len()).rev() {
            let Some((own, node)) = uses.get(index).copied().flatten().zip(rules.node(NodeId::at(index)))
            else {
                continue;
            };
            polarity.either(&node.applies.provisions());
            match &node.rule {
                Rule::When { needs, points } => polarity.when(needs, points.units(), own),
                Rule::Gate { needs, .. } => polarity.gains(needs, true),
                _ => {}
            }
            let passed = own.through(&node.rule);
            for part in node.rule.parts() {
                if let Some(of) = uses.get_mut(part.index()) {
                    *of = Some(of.map_or(passed, |of: Use| of.and(passed)));
                }
            }
        }
        polarity
    }

    /// What can gain by not holding.
    pub fn down(&self) -> &ProvisionSet {
        &self.down
    }

    /// These can gain either way.
    pub fn either(&mut self, provisions: &ProvisionSet) {
        self.up = self.up.union(provisions);
        self.down = self.down.union(provisions);
    }

    /// Leaves out what is only ever taken out of law together with provisions none of which can gain by that.
    pub fn worth_deciding(&self, bonds: &Bonds<'_>, mut units: Vec<Unit>) -> Vec<Unit> {
        let out = |unit: &&Unit| unit.kind == UnitKind::TakenOut;
        let provisions: Vec<usize> =
            units.iter().filter(out).flat_map(|unit| unit.provisions.iter()).collect();
        let movable: ProvisionSet = provisions.iter().copied().collect();
        let with = |provision: &usize| {
            bonds.with.get(*provision).map(|with| with.common(&movable)).unwrap_or_default()
        };
        let together: Vec<ProvisionSet> = provisions.iter().map(with).collect();
        let grouped: ProvisionSet =
            bonds.exclusive().flat_map(|group| group.members.iter().copied()).collect();
        let mut idle = ProvisionSet::default();
        for indexes in touching(&together) {
            let all: ProvisionSet =
                indexes.iter().filter_map(|index| provisions.get(*index)).copied().collect();
            if !all.intersects(&grouped) && !all.intersects(&self.down) {
                idle = idle.union(&all);
            }
        }
        units.retain(|unit| unit.kind != UnitKind::TakenOut || !unit.provisions.intersects(&idle));
        units
    }

    /// A condition gains by holding, or by not holding.
    fn gains(&mut self, condition: &Condition, by_holding: bool) {
        let asked = condition.all.union(&condition.any);
        let (up, down) = if by_holding { (&asked, &condition.none) } else { (&condition.none, &asked) };
        self.up = self.up.union(up);
        self.down = self.down.union(down);
    }

    fn when(&mut self, needs: &Condition, points: i64, own: Use) {
        let up = own.added && points > 0 || own.best_of.is_some();
        let down = own.added && points < 0;
        // What is met although it earns less than what is earned otherwise can lose by that.
        let loses = own.best_of.is_some_and(|otherwise| points < otherwise || own.bounded) || own.falls;
        match (up, down) {
            _ if loses => self.either(&needs.provisions()),
            (true, true) => self.either(&needs.provisions()),
            (true, false) => self.gains(needs, true),
            (false, true) => self.gains(needs, false),
            (false, false) => {}
        }
    }

    /// Leaves out the ways of a switch that cost more than another one that is at least as good: they are in no smallest
    /// plan. Says whether there is still something to decide.
    pub fn prune(&self, switch: &mut Switch) -> bool {
        if switch.ways.len() <= Self::MOST_COMPARED {
            let ways = std::mem::take(&mut switch.ways);
            let beaten = |way: &Way| ways.iter().any(|other| self.beats(other, way));
            switch.ways = ways.iter().filter(|way| !beaten(way)).cloned().collect();
        }
        switch.ways.len() > 1 || switch.after.is_some()
    }

    /// So many ways are compared each with each.
    const MOST_COMPARED: usize = 256;

    fn beats(&self, one: &Way, other: &Way) -> bool {
        one.cost < other.cost
            && one.opens == other.opens
            && !one.held.minus(&other.held).intersects(&self.down)
            && !other.held.minus(&one.held).intersects(&self.up)
    }
}

impl Use {
    /// How the parts of a rule are used that is used so.
    fn through(self, rule: &Rule) -> Self {
        match rule {
            Rule::Sum { .. } | Rule::Mean { .. } => Use { added: true, ..Use::default() },
            Rule::Best { otherwise, .. } => Use { best_of: Some(otherwise.units()), ..Use::default() },
            Rule::Within { .. } => Use { bounded: true, ..self },
            Rule::Gate { at_most, .. } => {
                Use { bounded: true, falls: self.falls || at_most.units() < 0, ..self }
            }
            Rule::When { .. } => self,
        }
    }

    fn and(self, other: Self) -> Self {
        Use {
            added: self.added || other.added,
            best_of: self.best_of.max(other.best_of),
            bounded: self.bounded || other.bounded,
            falls: self.falls || other.falls,
        }
    }
}
