//! Parts of the file as nodes: the six kinds.

use crate::data::Basis;
use crate::diagnose::Code;
use crate::exact::Fraction;
use crate::facts::Condition;
use crate::rules::file::{Join, Part};
use crate::rules::{Node, NodeId, Rule, Share};

use super::Compiler;

/// What a part takes from where it stands.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    /// What all points are multiplied by.
    pub(super) weight: Fraction,
    /// What points rest on.
    pub(super) basis: Basis,
    /// How its parent joins its parts.
    join: Join,
}

impl Compiler<'_> {
    /// The root: all parts of the file.
    pub(super) fn whole(&mut self) {
        let whole = Part {
            components: Some(self.file.sections.clone()),
            join: Some(self.file.join),
            worth: self.file.worth,
            max: self.file.max,
            ..Part::default()
        };
        let around = Surroundings { weight: Fraction::ONE, basis: Basis::Published, join: Join::Sum };
        self.part(&whole, "", around);
    }

    /// A part: its rule, then its bounds, then its gates. The outermost node bears its name.
    fn part(&mut self, part: &Part, at: &str, around: Surroundings) -> Option<NodeId> {
        if part.breakpoints.is_some() {
            self.find(Code::NumericInput, format!("{at}/breakpoints"), &[]);
            return None;
        }
        let weight = self.weight(part, at, around);
        let inside = Surroundings { weight, basis: part.basis.unwrap_or(around.basis), join: Join::Sum };
        let rule = self.rule(part, at, inside)?;
        let mut node = self.node(rule, at, inside.basis);
        if part.least.is_some() || part.most.is_some() {
            if part.least.zip(part.most).is_some_and(|(least, most)| least > most)
                || part.most.is_some_and(|most| most < Fraction::ZERO)
            {
                self.find(Code::BadBounds, at, &[]);
            }
            let mut bound = |bound: Option<Fraction>| bound.map(|bound| self.times(bound, weight, at));
            let (least, most) = (bound(part.least), bound(part.most));
            node = self.node(Rule::Within { of: node, least, most }, at, inside.basis);
        }
        for (index, gate) in part.gates.iter().enumerate() {
            let at = format!("{at}/gates/{index}");
            let needs = self.condition(&gate.needs, &format!("{at}/needs"));
            let at_most = self.times(gate.at_most, weight, &at);
            node = self.node(Rule::Gate { of: node, needs, at_most }, &at, inside.basis);
        }
        let applies = self.optional_condition(part.applies.as_ref(), &format!("{at}/applies"));
        self.name(part, at, node, applies, around)
    }

    /// Gives the outermost node of a part what the part has as a whole.
    fn name(
        &mut self,
        part: &Part,
        at: &str,
        id: NodeId,
        applies: Condition,
        around: Surroundings,
    ) -> Option<NodeId> {
        for (field, text) in [("title", &part.title), ("short", &part.short)] {
            self.optional_text(text.as_deref(), format!("{at}/{field}"));
        }
        if let Some(name) = &part.id {
            self.id(&format!("{at}/id"), name);
            if self.nodes.iter().any(|node| node.id.as_ref() == Some(name)) {
                self.find(Code::RepeatedId, format!("{at}/id"), &[name]);
            }
        }
        if part.extra && (around.join != Join::Sum || at.is_empty()) {
            self.find(Code::ExtraOutsideSum, format!("{at}/extra"), &[]);
        }
        let node = self.nodes.get_mut(id.index())?;
        node.id.clone_from(&part.id);
        node.applies = applies;
        node.extra = part.extra;
        Some(id)
    }

    /// What multiplies the points of a part. In a mean, shares have weights instead.
    fn weight(&mut self, part: &Part, at: &str, around: Surroundings) -> Fraction {
        let Some(weight) = part.weight else { return around.weight };
        if around.join == Join::Mean {
            return around.weight;
        }
        if weight <= Fraction::ZERO {
            self.find(Code::BadWeight, format!("{at}/weight"), &[&weight.to_string()]);
        }
        self.times(around.weight, weight, at)
    }

    fn rule(&mut self, part: &Part, at: &str, around: Surroundings) -> Option<Rule<Fraction>> {
        self.fields(part, at)?;
        let otherwise = self.times(part.otherwise.unwrap_or(Fraction::ZERO), around.weight, at);
        if let Some(points) = part.points {
            let needs = self.optional_condition(part.needs.as_ref(), &format!("{at}/needs"));
            let points = self.points(points, around.weight, &format!("{at}/points"));
            return Some(Rule::When { needs, points });
        }
        if let Some(rungs) = &part.rungs {
            return Some(Rule::Best { of: self.rungs(rungs, at, around), otherwise });
        }
        if let Some(levels) = &part.levels {
            return Some(Rule::Best { of: self.levels(part.id.as_ref(), levels, at, around), otherwise });
        }
        if let Some(checklist) = &part.checklist {
            return Some(Rule::Sum { of: self.checklist(checklist, part.each, at, around) });
        }
        let parts = part.components.as_deref().unwrap_or_default();
        let list = components_of(at);
        self.some(parts.is_empty(), &list);
        let join = part.join.unwrap_or_default();
        let around = Surroundings { join, ..around };
        let mut of = Vec::new();
        for (index, child) in parts.iter().enumerate() {
            let at = format!("{list}/{index}");
            if let Some(node) = self.part(child, &at, around) {
                of.push((node, child.weight, at));
            }
        }
        Some(match join {
            Join::Sum => Rule::Sum { of: of.into_iter().map(|(node, ..)| node).collect() },
            Join::Best => Rule::Best { of: of.into_iter().map(|(node, ..)| node).collect(), otherwise },
            Join::Mean => {
                let worth = part.worth.filter(|worth| *worth > Fraction::ZERO);
                if worth.is_none() {
                    self.find(Code::BadWorth, format!("{at}/worth"), &[]);
                }
                let worth = self.times(worth.unwrap_or(Fraction::ONE), around.weight, at);
                Rule::Mean { of: of.into_iter().map(|of| self.share(of)).collect(), worth }
            }
        })
    }

    fn share(&mut self, (node, weight, at): (NodeId, Option<Fraction>, String)) -> Share {
        let whole = weight.unwrap_or(Fraction::ONE).over(1).and_then(|weight| i64::try_from(weight).ok());
        let weight = whole.filter(|weight| (1..=1000).contains(weight)).unwrap_or_else(|| {
            self.find(Code::BadShare, format!("{at}/weight"), &[]);
            1
        });
        Share { node, weight, grain: 1 }
    }

    /// Points as the file has them, held against the step, times the weight around them.
    pub(super) fn points(&mut self, points: Fraction, weight: Fraction, at: &str) -> Fraction {
        if let Some(step) = self.file.step {
            let steps = step.inverse().and_then(|steps| points.times(steps));
            if steps.is_none_or(|steps| steps.denominator() != 1) {
                self.find(Code::OffStep, at, &[&points.to_string(), &step.to_string()]);
            }
        }
        self.times(points, weight, at)
    }

    /// A product, or zero and a finding when it is too large.
    fn times(&mut self, points: Fraction, weight: Fraction, at: &str) -> Fraction {
        points.times(weight).unwrap_or_else(|| {
            self.find(Code::TooFine, at, &[]);
            Fraction::ZERO
        })
    }

    pub(super) fn node(&mut self, rule: Rule<Fraction>, at: &str, basis: Basis) -> NodeId {
        self.nodes.push(Node { id: None, rule, applies: Condition::default(), extra: false, basis });
        self.pointers.push(at.to_owned());
        NodeId(self.nodes.len() - 1)
    }
}

/// Where the smaller parts of a part stand; those of the whole file are its sections.
pub(super) fn components_of(at: &str) -> String {
    format!("{at}/{}", if at.is_empty() { "sections" } else { "components" })
}
