//! All laws that can be, one after the other, and what it takes to come to them: by the file's words alone.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Answers, Ids, ids, list};

/// What hangs together.
#[derive(Clone, Debug)]
pub struct Laws {
    /// What each provision cannot hold without, itself included.
    pub needs: BTreeMap<String, Ids>,
    /// Of each of these at most one holds.
    pub exclusive: Vec<Ids>,
}

/// A change of a law.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub on: Ids,
    pub off: Ids,
}

impl Laws {
    pub fn new(file: &Value) -> Self {
        let provisions = list(file, "provisions");
        let name = |provision: &Value| provision["id"].as_str().expect("an id").to_owned();
        let direct = |provision: &&Value| {
            let mut needs = ids(&provision["implies"]);
            needs.insert(name(provision));
            (name(provision), needs)
        };
        let mut needs: BTreeMap<String, Ids> = provisions.iter().map(direct).collect();
        weaker(&file["sections"], &mut needs);
        // As often as there are provisions is often enough.
        for _ in 0..needs.len() {
            let before = needs.clone();
            let further = |all: &Ids| all.iter().flat_map(|one| before[one].clone()).collect();
            needs.values_mut().for_each(|all| *all = further(all));
        }
        let exclusive = list(file, "oneOf").iter().map(|group| ids(&group["provisions"])).collect();
        Self { needs, exclusive }
    }

    /// Every change of these provisions, those that hold out of law and the others into it.
    pub fn changes(&self, answers: &Answers, movable: &Ids) -> Vec<Change> {
        subsets(movable)
            .into_iter()
            .map(|changed| Change {
                on: changed.difference(&answers.held).cloned().collect(),
                off: changed.intersection(&answers.held).cloned().collect(),
            })
            .filter(|change| self.can_be(&change.law(&answers.held), change, &answers.not_applicable))
            .collect()
    }

    /// Every law that the answers may stand for.
    pub fn completions(&self, answers: &Answers) -> Vec<Ids> {
        let decided = |on: Ids| Change { off: answers.unknown.difference(&on).cloned().collect(), on };
        let changes = subsets(&answers.unknown).into_iter().map(decided);
        let laws = changes.map(|change| (change.law(&answers.held), change));
        laws.filter(|(law, change)| self.can_be(law, change, &answers.not_applicable))
            .map(|(law, _)| law)
            .collect()
    }

    /// Whether what has been decided can be so in a law.
    fn can_be(&self, law: &Ids, change: &Change, not_applicable: &Ids) -> bool {
        let lacks = |one: &String| {
            self.needs[one].iter().any(|other| !law.contains(other) && !not_applicable.contains(other))
        };
        let excluded = |one: &String| {
            let mut groups = self.exclusive.iter().filter(|group| group.contains(one));
            groups.any(|group| group.intersection(law).count() > 1)
        };
        let needed = |one: &String| law.iter().any(|other| self.needs[other].contains(one));
        !change.on.iter().any(|one| lacks(one) || excluded(one)) && !change.off.iter().any(needed)
    }

    /// What is still unknown after a change: what was, and is neither put into law nor impossible because of the change.
    pub fn still_unknown(&self, answers: &Answers, change: &Change) -> Ids {
        let applying = |one: &String| self.needs[one].difference(&answers.not_applicable).cloned().collect();
        let excludes = |one: &Ids, other: &Ids| {
            let both: Ids = one.union(other).cloned().collect();
            self.exclusive.iter().any(|group| group.intersection(&both).count() > 1)
        };
        let cannot_hold = |one: &String| {
            let needed: Ids = applying(one);
            change.on.iter().any(|other| excludes(&needed, &applying(other)))
                || change.off.iter().any(|other| self.needs[one].contains(other))
        };
        let unknown = answers.unknown.difference(&change.on);
        unknown.filter(|one| !cannot_hold(one)).cloned().collect()
    }

    /// How many changes it is: what comes along with another change is none. Bundles are one each.
    pub fn cost(&self, change: &Change, bundles: &[Ids]) -> usize {
        let mut units: Vec<Ids> = Vec::new();
        for one in &change.on {
            let unit = bundles.iter().find(|bundle| bundle.contains(one));
            let unit = unit.map_or_else(
                || [one.clone()].into(),
                |unit| unit.intersection(&change.on).cloned().collect(),
            );
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        let comes_along = |unit: &Ids| {
            unit.iter().all(|one| change.on.difference(unit).any(|other| self.needs[other].contains(one)))
        };
        let on = units.iter().filter(|unit| !comes_along(unit)).count();
        let goes_along = |one: &String| {
            let needs = change.off.iter().any(|other| other != one && self.needs[one].contains(other));
            let excludes = |group: &Ids| group.contains(one) && group.intersection(&change.on).count() > 0;
            needs || self.exclusive.iter().any(excludes)
        };
        on + change.off.iter().filter(|one| !goes_along(one)).count()
    }
}

impl Change {
    pub fn law(&self, held: &Ids) -> Ids {
        held.union(&self.on).filter(|one| !self.off.contains(*one)).cloned().collect()
    }
}

/// Of levels each needs the one before.
fn weaker(parts: &Value, needs: &mut BTreeMap<String, Ids>) {
    for part in parts.as_array().into_iter().flatten() {
        let levels: Vec<&str> =
            list(part, "levels").iter().map(|level| level["provision"].as_str().expect("an id")).collect();
        for pair in levels.windows(2) {
            needs.get_mut(pair[1]).expect("a provision").insert(pair[0].to_owned());
        }
        weaker(&part["components"], needs);
    }
}

/// Every subset, the empty one first.
pub fn subsets(of: &Ids) -> Vec<Ids> {
    let mut all = vec![Ids::new()];
    for one in of {
        let with: Vec<Ids> = all.iter().map(|set| set.iter().chain([one]).cloned().collect()).collect();
        all.extend(with);
    }
    all
}
