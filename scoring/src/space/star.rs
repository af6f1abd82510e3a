//! Provisions that all need one and the same: that one is decided first, and then each of the others alone.
//!
//! So many can hang together without there being so many ways of one switch.

use crate::ProvisionSet;

use super::switches::{Bonds, Switch, Unit, UnitKind, Way};

/// The switches of these units where one of them is what each other needs, and nothing else hangs together; the one in
/// the middle first. Nothing, where it is otherwise.
pub(super) fn star(bonds: &Bonds<'_>, units: &[Unit]) -> Option<Vec<Switch>> {
    let all = super::switches::all(units);
    let with = |unit: &Unit| {
        let index = unit.provisions.iter().next()?;
        bonds.with.get(index).map(|with| with.common(&all))
    };
    let (centres, leaves): (Vec<&Unit>, Vec<&Unit>) =
        units.iter().partition(|unit| with(unit).is_some_and(|with| with == unit.provisions));
    let [centre] = centres.as_slice() else { return None };
    let apart = |leaf: &&Unit| {
        let fits = match centre.kind {
            UnitKind::TakenOut => leaf.kind != UnitKind::Answered,
            kind => leaf.kind == kind,
        };
        fits && with(leaf).is_some_and(|with| with == leaf.provisions.union(&centre.provisions))
    };
    let whole = units.iter().all(|unit| unit.provisions.len() == 1 && bonds.stands_alone(unit, &all));
    (leaves.len() > 1 && whole && leaves.iter().all(apart)).then(|| switches(centre, &leaves, all))
}

fn switches(centre: &Unit, leaves: &[&Unit], all: ProvisionSet) -> Vec<Switch> {
    let none = ProvisionSet::default;
    let middle = &centre.provisions;
    let of =
        |leaves: &[&Unit]| leaves.iter().flat_map(|leaf| leaf.provisions.iter()).collect::<ProvisionSet>();
    let free = of(leaves);
    let ways = match centre.kind {
        // Whatever comes first takes the middle along.
        UnitKind::PutIn => {
            let mut ways = vec![way(none(), none(), none(), 0, none()), put_in(middle, 1, none())];
            let mut rest = leaves;
            while let Some((first, others)) = rest.split_first() {
                ways.push(put_in(&middle.union(&first.provisions), 1, of(others)));
                rest = others;
            }
            ways
        }
        UnitKind::TakenOut => {
            let held: Vec<&Unit> =
                leaves.iter().filter(|leaf| leaf.kind == UnitKind::TakenOut).copied().collect();
            let out = way(none(), middle.union(&of(&held)), none(), 1, none());
            vec![way(none(), none(), middle.clone(), 0, free), out]
        }
        UnitKind::Answered => vec![way(none(), all.clone(), none(), 0, none()), put_in(middle, 0, free)],
    };
    let first = middle.iter().next().unwrap_or_default();
    let mut switches = vec![Switch { provisions: all, ways, first, after: None }];
    for leaf in leaves {
        let own = &leaf.provisions;
        let ways = match leaf.kind {
            UnitKind::PutIn => vec![way(none(), none(), none(), 0, none()), put_in(own, 1, none())],
            UnitKind::TakenOut => {
                vec![way(none(), none(), own.clone(), 0, none()), way(none(), own.clone(), none(), 1, none())]
            }
            UnitKind::Answered => vec![way(none(), own.clone(), none(), 0, none()), put_in(own, 0, none())],
        };
        let index = own.iter().next().unwrap_or_default();
        switches.push(Switch { provisions: own.clone(), ways, first: index, after: Some(first) });
    }
    switches
}

fn put_in(on: &ProvisionSet, cost: usize, opens: ProvisionSet) -> Way {
    way(on.clone(), ProvisionSet::default(), on.clone(), cost, opens)
}

fn way(on: ProvisionSet, off: ProvisionSet, held: ProvisionSet, cost: usize, opens: ProvisionSet) -> Way {
    Way { answered: on.clone(), on, off, held, cost, opens }
}
