//! Plans by trying every law.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Answers, Change, Ids, Laws, Outcome, Ratio, evaluate, is_at_least, list, seen};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub tally: usize,
    pub target: Target,
    pub locked: Ids,
    pub bundles: Vec<Ids>,
}

/// What is to be reached.
#[derive(Clone, Debug)]
pub enum Target {
    Band(usize),
    Figure(Ratio),
    Rank(usize, Vec<Ratio>),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Tried {
    /// The highest figure of all laws.
    pub best: Option<Ratio>,
    /// How few changes it takes, if it can be reached.
    pub fewest: Option<usize>,
    /// All changes that are so few, each with its figure.
    pub plans: BTreeMap<Change, Ratio>,
}

/// Tries every law that can be made of the answers. Outcomes that were looked up before are kept in `known`, which must
/// be of this file and tally.
pub fn tried(
    file: &Value,
    answers: &Answers,
    asked: &Asked,
    known: &mut BTreeMap<[Ids; 3], Outcome>,
) -> Tried {
    let laws = Laws::new(file);
    let provisions: Ids = laws.needs.keys().cloned().collect();
    let movable = provisions.difference(&answers.not_applicable).filter(|one| !asked.locked.contains(*one));
    let mut tried = Tried::default();
    for change in laws.changes(answers, &movable.cloned().collect()) {
        if !asked.bundles.iter().all(|bundle| passes_whole(bundle, &change, answers)) {
            continue;
        }
        let unknown = laws.still_unknown(answers, &change);
        let law = [change.law(&answers.held), unknown, answers.not_applicable.clone()];
        let outcome = known.entry(law.clone()).or_insert_with(|| {
            let [held, unknown, not_applicable] = law;
            evaluate(file, &Answers { held, unknown, not_applicable }).1.swap_remove(asked.tally)
        });
        let Outcome::Result { exact, shown, band } = outcome else { continue };
        tried.best = Some(tried.best.map_or(*exact, |best| best.max(*exact)));
        if !reaches(file, asked, (*exact, *shown), band.as_deref()) {
            continue;
        }
        let cost = laws.cost(&change, &asked.bundles);
        if tried.fewest.is_none_or(|fewest| cost < fewest) {
            tried.fewest = Some(cost);
            tried.plans.clear();
        }
        if tried.fewest == Some(cost) {
            tried.plans.insert(change, *exact);
        }
    }
    tried
}

/// Whether a bundle comes into law as a whole or not at all.
fn passes_whole(bundle: &Ids, change: &Change, answers: &Answers) -> bool {
    let mut could =
        bundle.iter().filter(|one| !answers.held.contains(*one) && !answers.not_applicable.contains(*one));
    let passed = bundle.intersection(&change.on).next().is_some();
    !passed || could.all(|one| change.on.contains(one))
}

fn reaches(file: &Value, asked: &Asked, (exact, shown): (Ratio, Ratio), band: Option<&str>) -> bool {
    let tally = file.get("tallies").map_or(file, |tallies| &tallies[asked.tally]);
    let scale = &tally["scale"];
    match &asked.target {
        Target::Band(index) => {
            list(tally, "bands").iter().take(index + 1).any(|better| better["grade"].as_str() == band)
        }
        Target::Figure(figure) => is_at_least(seen(&scale["bandsSee"], exact, shown), *figure),
        Target::Rank(rank, others) => {
            let own = seen(&scale["ranksSee"], exact, shown);
            others.iter().filter(|other| !is_at_least(own, **other)).count() < *rank
        }
    }
}
