//! Rules of what is joined into a [`Baseline`]: ladders, added up twice. All of it was checked before.

use std::sync::Arc;

use crate::exact::{Fraction, Points, Scale, Unit};
use crate::facts::{Condition, Implied, Missing};
use crate::{Baseline, Component, Provision, ProvisionSet, Rung, data};

use super::{Band, Node, NodeId, Rule, Rules, Tally};

/// A baseline's framework as rules.
pub(crate) struct Ladders {
    /// The rules, in quarter points.
    pub rules: Rules,
    /// The node of each section.
    pub sections: Vec<NodeId>,
}

impl Ladders {
    pub(crate) fn new(baseline: &Baseline) -> Self {
        let mut nodes = Nodes(Vec::new());
        let mut sections = Vec::new();
        for section in baseline.sections() {
            let of = section.components.iter().map(|component| nodes.ladder(component)).collect();
            sections.push(nodes.add(Rule::Sum { of }, data::Basis::Published));
        }
        let root = nodes.add(Rule::Sum { of: sections.clone() }, data::Basis::Published);
        let count = baseline.provisions().len();
        let tally = Tally {
            id: "total".to_owned(),
            root,
            scale: Scale::default(),
            bands: baseline.bands().map(|band| letter(band)).collect(),
            provisions: (0..count).collect(),
        };
        let rules = Rules {
            id: baseline.framework().id.clone(),
            edition: 1,
            provisions: baseline.provisions().iter().map(|provision| provision.id.clone()).collect(),
            // Nothing implies anything, so there is no circle.
            implied: Implied::new(vec![ProvisionSet::default(); count], Vec::new()).unwrap_or_default(),
            may_not_apply: ProvisionSet::default(),
            nodes: nodes.0,
            tallies: vec![tally],
            unit: Unit::QUARTERS,
            missing: Missing::Zero,
        };
        Self { rules, sections }
    }
}

/// Points of a baseline, in units.
pub(crate) fn units(points: crate::Points) -> Points {
    Points::of_units(points.quarters().into())
}

fn letter(band: &data::Band) -> Band {
    let from = Fraction::new(band.from.quarters().into(), Unit::QUARTERS.per_point().into());
    Band { name: band.grade.clone(), from: from.unwrap_or(Fraction::ZERO), requires: Condition::default() }
}

struct Nodes(Vec<Node>);

impl Nodes {
    fn add(&mut self, rule: Rule, basis: data::Basis) -> NodeId {
        self.0.push(Node { id: None, rule, applies: Condition::default(), extra: false, basis });
        NodeId(self.0.len() - 1)
    }

    fn ladder(&mut self, component: &Component) -> NodeId {
        let of = component.rungs.iter().map(|rung| self.rung(rung)).collect();
        self.add(Rule::Best { of, otherwise: Points::ZERO }, component.basis)
    }

    fn rung(&mut self, rung: &Rung) -> NodeId {
        let index = |provision: &Arc<Provision>| provision.index;
        let needs = Condition { all: rung.needs.iter().map(index).collect(), ..Condition::default() };
        self.add(Rule::When { needs, points: units(rung.points) }, rung.basis)
    }
}
