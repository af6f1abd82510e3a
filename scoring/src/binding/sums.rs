//! What pieces add up to, before and after a change.

use std::collections::BTreeMap;

use crate::ProvisionSet;

use super::pieces::Piece;
use super::{BoundCard, CannotBe, Group, LawChange};

/// For each sum that can be earned before, the least and the most after; all in units.
pub(super) type Sums = BTreeMap<i64, (i64, i64)>;

/// The sum of nothing.
pub(super) fn nothing() -> Sums {
    Sums::from([(0, (0, 0))])
}

/// The sums of both: whatever the one earns can stand beside whatever the other does.
pub(super) fn added(one: &Sums, other: &Sums) -> Sums {
    let mut sums = Sums::new();
    for (before, (least, most)) in one {
        for (more, (at_least, at_most)) in other {
            widen(&mut sums, before + more, (least + at_least, most + at_most));
        }
    }
    sums
}

fn widen(sums: &mut Sums, before: i64, (least, most): (i64, i64)) {
    let known = sums.entry(before).or_insert((least, most));
    *known = (known.0.min(least), known.1.max(most));
}

impl BoundCard {
    /// All that what several pieces look at may be, where it is unknown.
    pub(super) fn assignments(&self) -> impl Iterator<Item = ProvisionSet> + use<> {
        let open: Vec<usize> = self.unknown().common(&self.shared).iter().collect();
        (0..1_usize << open.len()).map(move |mask| {
            let held = open.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
            held.map(|(_, index)| *index).collect()
        })
    }

    /// Those under which some law counts.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn counting(&self) -> Result<Vec<ProvisionSet>, CannotBe> {
        let before = LawChange::default();
        let counts = |assigned: &ProvisionSet| self.total(assigned, &before).is_some();
        let counting: Vec<ProvisionSet> = self.assignments().filter(counts).collect();
        if counting.is_empty() { Err(self.cannot_be()) } else { Ok(counting) }
    }

    /// What a piece earns before and after, once what it shares is decided.
    pub(super) fn sums_of(&self, piece: &Piece, assigned: &ProvisionSet, change: &LawChange) -> Sums {
        let fixed = piece.mask(self.answers.held()) | piece.mask(assigned);
        let open = piece.mask(self.unknown()) & !piece.mask(&self.shared);
        let (on, off) = (piece.mask(&change.on), piece.mask(&change.off));
        let mut sums = Sums::new();
        let mut own = open;
        loop {
            let before = fixed | own;
            let after = piece.earned((before | on) & !off);
            widen(&mut sums, piece.earned(before), (after, after));
            if own == 0 {
                return sums;
            }
            own = (own - 1) & open;
        }
    }

    /// The least and the most of a group after a change, over what earns its printed points; nothing, when nothing does.
    pub(super) fn group_total(
        &self,
        group: &Group,
        assigned: &ProvisionSet,
        change: &LawChange,
    ) -> Option<(i64, i64)> {
        let sums = group
            .pieces
            .iter()
            .fold(nothing(), |sums, piece| added(&sums, &self.sums_of(piece, assigned, change)));
        bound(&sums, group.printed)
    }

    /// The same of all groups together.
    pub(super) fn total(&self, assigned: &ProvisionSet, change: &LawChange) -> Option<(i64, i64)> {
        self.groups.iter().try_fold((0, 0), |(least, most), group| {
            let (at_least, at_most) = self.group_total(group, assigned, change)?;
            Some((least + at_least, most + at_most))
        })
    }
}

impl Group {
    /// All that one of its pieces earns in the laws that count, in order; `counting` has them.
    pub(super) fn earned_by(&self, card: &BoundCard, place: usize, counting: &[ProvisionSet]) -> Vec<i64> {
        let before = LawChange::default();
        let mut earned = Vec::new();
        for assigned in counting {
            let (mut rest, mut own) = (nothing(), nothing());
            for (other, piece) in self.pieces.iter().enumerate() {
                let sums = card.sums_of(piece, assigned, &before);
                if other == place {
                    own = sums;
                } else {
                    rest = added(&rest, &sums);
                }
            }
            let fits =
                |points: &&i64| self.printed.is_none_or(|printed| rest.contains_key(&(printed - **points)));
            earned.extend(own.keys().filter(fits).copied());
        }
        earned.sort_unstable();
        earned.dedup();
        earned
    }
}

/// The least and the most over sums that are what was printed.
pub(super) fn bound(sums: &Sums, printed: Option<i64>) -> Option<(i64, i64)> {
    match printed {
        Some(printed) => sums.get(&printed).copied(),
        None => {
            let all = sums.values();
            all.copied().reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
        }
    }
}
