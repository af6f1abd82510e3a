//! Holds rules against printed points: what they take for the gaps that a text names, and whether any law could have earned
//! what was printed.

use std::collections::BTreeSet;
use std::sync::Arc;

use scoring::{Baseline, Component, Points, Provision, ProvisionSet};

use crate::data::{Constraint, Gaps};

/// What rules make of printed points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The points that the named gaps cost, all else being in law.
    pub cost: Points,
    /// Whether the rules can have given what was printed.
    pub agrees: bool,
}

/// Holds rules against printed points.
pub fn held(baseline: &Baseline, constraint: &Constraint) -> Held {
    let sections = baseline.sections().iter().filter(|section| constraint.sections.contains(&section.id));
    let components: Vec<&Arc<Component>> = sections.flat_map(|section| &section.components).collect();
    let max: Points = components.iter().map(|component| component.max).sum();
    let off = constraint.off.iter().filter_map(|id| Some(baseline.provision(id)?.index));
    let off: ProvisionSet = off.collect();
    let earned = components.iter().map(|component| points(component, |one| !off.contains(one.index)));
    let cost = max - earned.sum();
    let agrees = match constraint.gaps {
        Gaps::All => cost == max - constraint.points,
        Gaps::Some => earnable(&components, &off, constraint).contains(&constraint.points),
        Gaps::Step => cost == constraint.points,
        Gaps::More => cost <= constraint.points,
    };
    Held { cost, agrees }
}

/// All that these components can earn together, in laws that lack some provisions and fill a component or not as the
/// text says.
fn earnable(components: &[&Arc<Component>], off: &ProvisionSet, constraint: &Constraint) -> BTreeSet<Points> {
    let counts = |index: usize| {
        components
            .iter()
            .filter(|one| one.provisions.iter().any(|provision| provision.index == index))
            .count()
    };
    let all: ProvisionSet =
        components.iter().flat_map(|component| &component.provisions).map(|one| one.index).collect();
    let free: Vec<usize> = all.iter().filter(|index| !off.contains(*index)).collect();
    // What several components look at is decided first; then each stands alone.
    let (shared, own): (Vec<usize>, Vec<usize>) = free.into_iter().partition(|index| counts(*index) > 1);
    let mut earnable = BTreeSet::new();
    for decided in subsets(&shared) {
        let mut sums = BTreeSet::from([Points::ZERO]);
        for component in components {
            let own = own
                .iter()
                .copied()
                .filter(|index| component.provisions.iter().any(|one| one.index == *index));
            let own: Vec<usize> = own.collect();
            let points: BTreeSet<Points> = subsets(&own)
                .map(|held| points(component, |one| decided.contains(one.index) || held.contains(one.index)))
                .filter(|points| {
                    let is_full = *points == component.max;
                    !(is_full && constraint.short.contains(&component.id))
                        && (is_full || !constraint.full.contains(&component.id))
                })
                .collect();
            sums = sums.iter().flat_map(|sum| points.iter().map(|points| *sum + *points)).collect();
        }
        earnable.append(&mut sums);
    }
    earnable
}

/// All sets of some provisions; there are never more than a few.
fn subsets(indices: &[usize]) -> impl Iterator<Item = ProvisionSet> {
    let count = 1_u32 << indices.len().min(16);
    (0..count).map(|mask| {
        let chosen = indices.iter().enumerate().filter(move |(bit, _)| mask >> bit & 1 == 1);
        chosen.map(|(_, index)| *index).collect()
    })
}

/// What a component earns: its best rung whose provisions hold.
fn points(component: &Component, holds: impl Fn(&Provision) -> bool) -> Points {
    component.rung_that_counts(holds).map(|rung| rung.points).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use scoring::data::Framework;
    use scoring::{Baseline, Words};

    use super::held;
    use crate::data::{constraints, pairs};
    use crate::files::{parsed, root};

    fn present() -> Baseline {
        let pairs = pairs().expect("the data is right");
        pairs.into_iter().next().expect("there is a card").baseline
    }

    fn not_held(baseline: &Baseline) -> Vec<String> {
        let all = constraints("pic-2019").expect("the table is right");
        all.into_iter().filter(|one| !held(baseline, one).agrees).map(|one| one.id).collect()
    }

    /// 39 from what texts say of single findings, ten more sections that were printed.
    #[test]
    fn all_are_held() {
        let baseline = present();
        let all = constraints("pic-2019").expect("the table is right");
        assert_eq!(all.len(), 49);
        assert_eq!(not_held(&baseline), Vec::<String>::new());
        for one in &all {
            let ids = baseline.sections().iter().flat_map(|section| &section.components).map(|one| &one.id);
            let known: Vec<&String> = ids.collect();
            assert!(one.short.iter().chain(&one.full).all(|id| known.contains(&id)), "{}", one.id);
            assert!(one.off.iter().all(|id| baseline.provision(id).is_some()), "{}", one.id);
            let sections = baseline.sections().iter().map(|section| &section.id);
            assert!(one.sections.iter().all(|id| sections.clone().any(|known| known == id)), "{}", one.id);
        }
    }

    /// What made the second edition necessary.
    #[test]
    fn the_first_edition_held_all_but_three() {
        let file = root().join("data/frameworks/earlier/pic-2019@1.json");
        let first: Framework = parsed(&file).expect("the rules can be read");
        let card = present().card().clone();
        let baseline = Baseline::new(first, card, Words::english()).expect("the card was right under it");
        assert_eq!(not_held(&baseline), ["c10", "c13", "p08"]);
    }
}
