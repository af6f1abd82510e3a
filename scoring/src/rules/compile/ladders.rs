//! The short ways of writing: ladders by rungs, levels, checklists.

use crate::diagnose::Code;
use crate::exact::Fraction;
use crate::facts::{Condition, Group, GroupKind};
use crate::rules::file::{Level, Rung};
use crate::rules::{NodeId, Rule};

use super::Compiler;
use super::parts::Surroundings;

impl Compiler<'_> {
    /// A node for each rung.
    pub(super) fn rungs(&mut self, rungs: &[Rung], at: &str, around: Surroundings) -> Vec<NodeId> {
        self.some(rungs.is_empty(), &format!("{at}/rungs"));
        let mut of = Vec::new();
        for (index, rung) in rungs.iter().enumerate() {
            let at = format!("{at}/rungs/{index}");
            let needs = self.condition(&rung.needs, &format!("{at}/needs"));
            let points = self.points(rung.points, around.weight, &format!("{at}/points"));
            of.push(self.node(Rule::When { needs, points }, &at, rung.basis.unwrap_or(around.basis)));
        }
        of
    }

    /// A rung for each level, and a group in which each implies the one before.
    pub(super) fn levels(
        &mut self,
        id: Option<&String>,
        levels: &[Level],
        at: &str,
        around: Surroundings,
    ) -> Vec<NodeId> {
        self.some(levels.is_empty(), &format!("{at}/levels"));
        let (mut of, mut members) = (Vec::new(), Vec::new());
        for (number, level) in levels.iter().enumerate() {
            let at = format!("{at}/levels/{number}");
            let Some(index) = self.provision(&level.provision, &format!("{at}/provision")) else { continue };
            let grouped = self.groups.iter().flat_map(|group| &group.members).chain(&members);
            if grouped.into_iter().any(|member| *member == index) {
                self.find(Code::LevelsTwice, format!("{at}/provision"), &[&level.provision]);
            }
            members.push(index);
            let needs = self.one(index);
            let points = self.points(level.points, around.weight, &format!("{at}/points"));
            of.push(self.node(Rule::When { needs, points }, &at, around.basis));
        }
        let id = id.cloned().unwrap_or_else(|| at.to_owned());
        self.groups.push(Group { id, members, kind: GroupKind::Levels });
        of
    }

    /// A node for each provision of a checklist, in its order.
    pub(super) fn checklist(
        &mut self,
        checklist: &[String],
        each: Option<Fraction>,
        at: &str,
        around: Surroundings,
    ) -> Vec<NodeId> {
        self.some(checklist.is_empty(), &format!("{at}/checklist"));
        let points = self.points(each.unwrap_or(Fraction::ONE), around.weight, &format!("{at}/each"));
        self.set(checklist, &format!("{at}/checklist"));
        let index = |id: &String| self.file.provisions.iter().position(|provision| provision.id == *id);
        let provisions: Vec<usize> = checklist.iter().filter_map(index).collect();
        let mut of = Vec::new();
        for provision in provisions {
            let needs = self.one(provision);
            of.push(self.node(Rule::When { needs, points }, at, around.basis));
        }
        of
    }

    /// The condition that this provision holds.
    fn one(&mut self, provision: usize) -> Condition {
        let all = [provision].into_iter().collect();
        self.used = self.used.union(&all);
        Condition { all, ..Condition::default() }
    }
}
