//! Parts of the file as nodes: the six kinds, and the short ways of writing them.

use crate::data::Basis;
use crate::diagnose::Code;
use crate::exact::Fraction;
use crate::facts::{Condition, Group, GroupKind};
use crate::rules::file::{Join, Part};
use crate::rules::{Node, NodeId, Rule, Share};

use super::Compiler;

/// What a part takes from where it stands.
#[derive(Clone, Copy)]
struct Surroundings {
    /// What all points are multiplied by.
    weight: Fraction,
    /// What points rest on.
    basis: Basis,
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
            let says = "Points for a number that a subject has are no rule over yes-or-no facts.";
            self.find(Code::NumericInput, format!("{at}/breakpoints"), says);
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
                self.find(Code::BadBounds, at, "No figure lies between these bounds.");
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
        if let Some(name) = &part.id {
            self.id(&format!("{at}/id"), name);
            if self.nodes.iter().any(|node| node.id.as_ref() == Some(name)) {
                let says = format!("The id “{name}” stands here a second time.");
                self.find(Code::RepeatedId, format!("{at}/id"), says);
            }
        }
        if part.extra && (around.join != Join::Sum || at.is_empty()) {
            self.find(Code::ExtraOutsideSum, format!("{at}/extra"), "This part is not added to others.");
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
            self.find(Code::BadWeight, format!("{at}/weight"), format!("{weight} is no weight."));
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
            self.some(rungs.is_empty(), &format!("{at}/rungs"));
            let mut of = Vec::new();
            for (index, rung) in rungs.iter().enumerate() {
                let at = format!("{at}/rungs/{index}");
                let needs = self.condition(&rung.needs, &format!("{at}/needs"));
                let points = self.points(rung.points, around.weight, &format!("{at}/points"));
                of.push(self.node(Rule::When { needs, points }, &at, rung.basis.unwrap_or(around.basis)));
            }
            return Some(Rule::Best { of, otherwise });
        }
        if part.levels.is_some() {
            let of = self.levels(part, at, around);
            return Some(Rule::Best { of, otherwise });
        }
        if let Some(checklist) = &part.checklist {
            self.some(checklist.is_empty(), &format!("{at}/checklist"));
            let each = self.points(part.each.unwrap_or(Fraction::ONE), around.weight, &format!("{at}/each"));
            let all = self.set(checklist, &format!("{at}/checklist"));
            self.used = self.used.union(&all);
            let item = |place: usize| {
                let needs = Condition { all: [place].into_iter().collect(), ..Condition::default() };
                Rule::When { needs, points: each }
            };
            let ids = checklist
                .iter()
                .filter_map(|id| self.file.provisions.iter().position(|provision| provision.id == *id));
            let items: Vec<_> = ids.map(item).collect();
            let of = items.into_iter().map(|item| self.node(item, at, around.basis)).collect();
            return Some(Rule::Sum { of });
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
                    self.find(
                        Code::BadWorth,
                        format!("{at}/worth"),
                        "It is not said what the mean is worth.",
                    );
                }
                let worth = self.times(worth.unwrap_or(Fraction::ONE), around.weight, at);
                Rule::Mean { of: of.into_iter().map(|of| self.share(of)).collect(), worth }
            }
        })
    }

    fn share(&mut self, (node, weight, at): (NodeId, Option<Fraction>, String)) -> Share {
        let whole = weight.unwrap_or(Fraction::ONE).over(1).and_then(|weight| i64::try_from(weight).ok());
        let weight = whole.filter(|weight| (1..=1000).contains(weight)).unwrap_or_else(|| {
            self.find(
                Code::BadWeight,
                format!("{at}/weight"),
                "The weight of a share is no small whole number.",
            );
            1
        });
        Share { node, weight, grain: 1 }
    }

    /// Levels: a rung each, and a group in which each implies the one before.
    fn levels(&mut self, part: &Part, at: &str, around: Surroundings) -> Vec<NodeId> {
        let levels = part.levels.as_deref().unwrap_or_default();
        self.some(levels.is_empty(), &format!("{at}/levels"));
        let (mut of, mut members) = (Vec::new(), Vec::new());
        for (index, level) in levels.iter().enumerate() {
            let at = format!("{at}/levels/{index}");
            let Some(place) = self.place(&level.provision, &format!("{at}/provision")) else { continue };
            let grouped = self.groups.iter().flat_map(|group| &group.members).chain(&members);
            if grouped.into_iter().any(|member| *member == place) {
                let says = format!("“{}” is in a group already.", level.provision);
                self.find(Code::LevelsTwice, format!("{at}/provision"), says);
            }
            members.push(place);
            let all = [place].into_iter().collect();
            self.used = self.used.union(&all);
            let needs = Condition { all, ..Condition::default() };
            let points = self.points(level.points, around.weight, &format!("{at}/points"));
            of.push(self.node(Rule::When { needs, points }, &at, around.basis));
        }
        let id = part.id.clone().unwrap_or_else(|| at.to_owned());
        self.groups.push(Group { id, members, kind: GroupKind::Levels });
        of
    }

    /// Whether a part has one rule, and only the fields that mean something to it.
    fn fields(&mut self, part: &Part, at: &str) -> Option<()> {
        let kinds = [
            (part.points.is_some(), "points"),
            (part.rungs.is_some(), "rungs"),
            (part.levels.is_some(), "levels"),
            (part.checklist.is_some(), "checklist"),
            (part.components.is_some(), "components"),
        ];
        let found: Vec<&str> = kinds.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
        let [kind] = found.as_slice() else {
            match found.is_empty() {
                true => self.find(Code::NoRule, at, "This part says nothing of points."),
                false => self.find(Code::SeveralRules, at, format!("This part has {}.", found.join(" and "))),
            }
            return None;
        };
        let join = part.join.unwrap_or_default();
        let best = matches!(*kind, "rungs" | "levels") || *kind == "components" && join == Join::Best;
        for (is, field, fits) in [
            (part.needs.is_some(), "needs", *kind == "points"),
            (part.each.is_some(), "each", *kind == "checklist"),
            (part.join.is_some(), "join", *kind == "components"),
            (part.worth.is_some(), "worth", *kind == "components" && join == Join::Mean),
            (part.otherwise.is_some(), "otherwise", best),
        ] {
            if is && !fits {
                self.find(
                    Code::UnusedField,
                    format!("{at}/{field}"),
                    format!("“{field}” means nothing here."),
                );
            }
        }
        Some(())
    }

    fn some(&mut self, is_empty: bool, at: &str) {
        if is_empty {
            self.find(Code::NothingInIt, at, "The list is empty.");
        }
    }

    /// Points as the file has them, held against the step, times the weight around them.
    fn points(&mut self, points: Fraction, weight: Fraction, at: &str) -> Fraction {
        if let Some(step) = self.file.step {
            let steps = step.inverse().and_then(|steps| points.times(steps));
            if steps.is_none_or(|steps| steps.denominator() != 1) {
                self.find(Code::OffStep, at, format!("{points} is no multiple of the step {step}."));
            }
        }
        self.times(points, weight, at)
    }

    /// A product, or zero and a finding when it is too large.
    fn times(&mut self, points: Fraction, weight: Fraction, at: &str) -> Fraction {
        points.times(weight).unwrap_or_else(|| {
            self.find(Code::TooFine, at, "The product of these weights is too long a number.");
            Fraction::ZERO
        })
    }

    pub(super) fn node(&mut self, rule: Rule<Fraction>, at: &str, basis: Basis) -> NodeId {
        self.nodes.push(Node { id: None, rule, applies: Condition::default(), extra: false, basis });
        self.places.push(at.to_owned());
        NodeId(self.nodes.len() - 1)
    }
}

/// Where the smaller parts of a part stand; those of the whole file are its sections.
pub(super) fn components_of(at: &str) -> String {
    format!("{at}/{}", if at.is_empty() { "sections" } else { "components" })
}
