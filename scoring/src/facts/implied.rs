//! How provisions hang together: what cannot hold without something else, and what excludes each other.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;

/// Implications and groups of a framework, ready to be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Implied {
    /// For each provision all that it cannot hold without, itself included.
    with: Vec<ProvisionSet>,
    groups: Vec<Group>,
}

/// Provisions that answer one question together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Group {
    /// Its name in addresses and words.
    pub id: String,
    /// Its provisions, by index; levels from the weakest to the strongest.
    pub members: Vec<usize>,
    /// How they exclude or include each other.
    pub kind: GroupKind,
}

/// How the provisions of a group hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum GroupKind {
    /// Each one implies the one before it: choosing one of them is one change.
    Levels,
    /// At most one of them holds.
    OneOf,
}

/// Provisions that imply each other in a circle, so that none can be switched without all: they are one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Circle(pub ProvisionSet);

impl Implied {
    /// Follows implications to their end. `direct` has for each provision what it implies; levels need not stand there.
    ///
    /// # Errors
    /// When some imply each other in a circle.
    pub(crate) fn new(mut direct: Vec<ProvisionSet>, groups: Vec<Group>) -> Result<Self, Circle> {
        for group in groups.iter().filter(|group| group.kind == GroupKind::Levels) {
            for (weaker, stronger) in group.members.iter().zip(group.members.iter().skip(1)) {
                if let Some(implied) = direct.get_mut(*stronger) {
                    *implied = implied.union(&[*weaker].into_iter().collect());
                }
            }
        }
        let with: Vec<ProvisionSet> = (0..direct.len()).map(|index| reached(&direct, index)).collect();
        let set = |index: usize| with.get(index).cloned().unwrap_or_default();
        for index in 0..with.len() {
            let back: ProvisionSet =
                set(index).iter().filter(|other| *other != index && set(*other).contains(index)).collect();
            if !back.is_empty() {
                return Err(Circle(back.union(&[index].into_iter().collect())));
            }
        }
        Ok(Self { with, groups })
    }

    /// The groups, in the framework's order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// All that a provision cannot hold without, itself included.
    pub fn with(&self, index: usize) -> ProvisionSet {
        self.with.get(index).cloned().unwrap_or_else(|| [index].into_iter().collect())
    }

    /// These provisions and all that they imply.
    pub fn closed(&self, held: &ProvisionSet) -> ProvisionSet {
        held.iter().fold(held.clone(), |closed, index| closed.union(&self.with(index)))
    }

    /// Whether these provisions can hold together, and nothing that they imply is missing.
    pub fn allows(&self, held: &ProvisionSet) -> bool {
        self.closed(held) == *held && !self.groups.iter().any(|group| group.is_broken(held))
    }

    /// Whether two provisions cannot hold together, because of a group of which each needs another member. Members that
    /// do not apply exclude nothing.
    pub fn exclude(&self, one: usize, other: usize, not_applicable: &ProvisionSet) -> bool {
        let (one, other) = (self.with(one), self.with(other));
        let mut groups = self.groups.iter().filter(|group| group.kind == GroupKind::OneOf);
        groups.any(|group| {
            let needed = |with: &ProvisionSet| {
                let members = group.members.iter().filter(|member| with.contains(**member));
                members.copied().find(|member| !not_applicable.contains(*member))
            };
            needed(&one).zip(needed(&other)).is_some_and(|(one, other)| one != other)
        })
    }

    /// Whether another provision cannot hold once one is put into law, or is taken out of it.
    pub(crate) fn rules_out(
        &self,
        one: usize,
        held: bool,
        other: usize,
        not_applicable: &ProvisionSet,
    ) -> bool {
        if held { self.exclude(one, other, not_applicable) } else { self.with(other).contains(one) }
    }

    /// Those of some provisions that no other of them implies: what a visitor must press to get them all.
    pub fn heads(&self, held: &ProvisionSet) -> ProvisionSet {
        let implied =
            |index: usize| held.iter().any(|other| other != index && self.with(other).contains(index));
        held.iter().filter(|index| !implied(*index)).collect()
    }

    /// Those of some provisions that imply no other of them: what a visitor must switch off to be rid of them all.
    pub fn feet(&self, gone: &ProvisionSet) -> ProvisionSet {
        let implies =
            |index: usize| gone.iter().any(|other| other != index && self.with(index).contains(other));
        gone.iter().filter(|index| !implies(*index)).collect()
    }
}

impl Group {
    /// Whether these provisions break what the group says, apart from implications.
    pub fn is_broken(&self, held: &ProvisionSet) -> bool {
        let count = self.members.iter().filter(|member| held.contains(**member)).count();
        self.kind == GroupKind::OneOf && count > 1
    }
}

fn reached(direct: &[ProvisionSet], start: usize) -> ProvisionSet {
    let mut reached = ProvisionSet::default();
    let mut waiting = vec![start];
    while let Some(index) = waiting.pop() {
        if !reached.contains(index) {
            reached.toggle(index);
            waiting.extend(direct.get(index).into_iter().flat_map(ProvisionSet::iter));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::{Circle, Group, GroupKind, Implied};
    use crate::ProvisionSet;
    use crate::facts::Answers;

    fn set(indices: &[usize]) -> ProvisionSet {
        indices.iter().copied().collect()
    }

    /// 0, 1, 2 are levels; 3, 4, 5 exclude each other; 6 needs 2 and 4.
    fn implied() -> Implied {
        let mut direct = vec![ProvisionSet::default(); 7];
        if let Some(last) = direct.last_mut() {
            *last = set(&[2, 4]);
        }
        let group = |members: &[usize], kind| Group { id: "g".to_owned(), members: members.to_vec(), kind };
        let groups = vec![group(&[0, 1, 2], GroupKind::Levels), group(&[3, 4, 5], GroupKind::OneOf)];
        Implied::new(direct, groups).unwrap_or_default()
    }

    #[test]
    fn a_switch_takes_along_what_it_must() {
        for (held, index, on, off) in [
            (vec![], 2, vec![0, 1, 2], vec![]),
            (vec![0, 1, 2], 1, vec![0, 1, 2], vec![0]),
            (vec![3], 4, vec![4], vec![3]),
            (vec![3], 6, vec![0, 1, 2, 4, 6], vec![3]),
            (vec![0, 1, 2, 4, 6], 3, vec![0, 1, 2, 3], vec![0, 1, 2, 4, 6]),
            (vec![0, 1, 2, 4, 6], 0, vec![0, 1, 2, 4, 6], vec![4]),
        ] {
            let held = Answers::of(set(&held));
            assert_eq!(held.switched(&implied(), index, true).held(), &set(&on), "{held:?} with {index}");
            assert_eq!(
                held.switched(&implied(), index, false).held(),
                &set(&off),
                "{held:?} without {index}"
            );
        }
    }

    #[test]
    fn only_what_nothing_else_implies_is_pressed() {
        assert_eq!(implied().heads(&set(&[0, 1, 2, 4, 6])), set(&[6]));
        assert_eq!(implied().heads(&set(&[0, 1, 5])), set(&[1, 5]));
        assert_eq!(implied().feet(&set(&[1, 2, 4, 6])), set(&[1, 4]));
        assert_eq!(implied().feet(&set(&[0, 1, 5])), set(&[0, 5]));
    }

    #[test]
    fn what_cannot_be_is_seen() {
        for (held, allowed) in [(vec![0, 1], true), (vec![1], false), (vec![3, 4], false), (vec![], true)] {
            assert_eq!(implied().allows(&set(&held)), allowed, "{held:?}");
        }
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = Implied::new(vec![set(&[1]), set(&[2]), set(&[0]), set(&[0])], Vec::new());
        assert_eq!(circle, Err(Circle(set(&[0, 1, 2]))));
    }
}
