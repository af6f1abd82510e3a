//! What would bring a part more: every single switch that does, and what does so only together.

use crate::ProvisionSet;
use crate::exact::Points;
use crate::facts::{Condition, Decisions};
use crate::order::ordered;
use crate::rules::{NodeId, Rule, Score, evaluate_into};

use super::Part;

/// Switches that bring a part more, with all that they take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The provisions that are switched on.
    pub on: ProvisionSet,
    /// The provisions that are switched off.
    pub off: ProvisionSet,
    /// How much more the part then earns.
    pub gain: Points,
}

impl Way {
    fn new(on: ProvisionSet, off: ProvisionSet) -> Self {
        Self { on, off, gain: Points::ZERO }
    }

    /// How many switches that is.
    pub fn switches(&self) -> usize {
        self.on.len() + self.off.len()
    }

    fn has(&self, other: &Self) -> bool {
        other.on.is_subset(&self.on) && other.off.is_subset(&self.off)
    }
}

/// The ways of a part, whose own nodes and their provisions these are.
pub(super) fn ways(part: &Part<'_>, own: &[NodeId], provisions: &ProvisionSet) -> Vec<Way> {
    let mut trial = Trial { part, scores: Vec::new() };
    let switchable = provisions.minus(part.answers.not_applicable());
    let single = |provision: usize| {
        let alone: ProvisionSet = [provision].into_iter().collect();
        match part.answers.held().contains(provision) {
            true => Way::new(ProvisionSet::default(), alone),
            false => Way::new(alone, ProvisionSet::default()),
        }
    };
    let mut ways: Vec<Way> =
        switchable.iter().filter_map(|provision| trial.gaining(single(provision))).collect();
    for way in ordered(together(part, own), |one, other| one.switches().cmp(&other.switches())) {
        // What brings no more together than each by itself is said already.
        let known: Points = ways.iter().filter(|known| way.has(known)).map(|known| known.gain).sum();
        ways.extend(trial.gaining(way).filter(|way| way.gain > known));
    }
    ways
}

/// What several switches together satisfy: a condition by which more is earned, or all that lets more pass.
fn together(part: &Part<'_>, own: &[NodeId]) -> Vec<Way> {
    let (mut ways, mut gates) =
        (Vec::new(), vec![Way::new(ProvisionSet::default(), ProvisionSet::default())]);
    for node in own.iter().filter(|id| part.score(**id).applies()).filter_map(|id| part.node(*id)) {
        match &node.rule {
            Rule::When { needs, points } if *points < Points::ZERO && needs.holds(part.answers.held()) => {
                let any = needs.any.common(part.answers.held());
                ways.push(Way::new(ProvisionSet::default(), part.rules.implied().feet(&any)));
            }
            Rule::When { needs, .. } => ways.extend(satisfied(part, needs)),
            Rule::Gate { needs, .. } if !needs.holds(part.answers.held()) => {
                let opens = satisfied(part, needs);
                gates =
                    gates.iter().flat_map(|way| opens.iter().map(|open| joined(part, way, open))).collect();
                gates.truncate(MOST_TOGETHER);
                ways.extend(opens);
            }
            _ => {}
        }
    }
    ways.extend(gates);
    ways.retain(|way| way.switches() > 1);
    ways
}

/// So many ways to open several gates at once are tried.
const MOST_TOGETHER: usize = 16;

/// The ways to have a condition hold: one, or one for each of those of which any is enough.
fn satisfied(part: &Part<'_>, condition: &Condition) -> Vec<Way> {
    let (missing, implied) = (condition.missing(part.answers.held()), part.rules.implied());
    let off = implied.feet(&missing.none);
    let way = |on: &ProvisionSet| Way::new(implied.heads(on), off.clone());
    match missing.any.is_empty() {
        true => vec![way(&missing.all)],
        false => {
            let with = |one: usize| way(&missing.all.union(&[one].into_iter().collect()));
            missing.any.iter().map(with).collect()
        }
    }
}

fn joined(part: &Part<'_>, one: &Way, other: &Way) -> Way {
    let implied = part.rules.implied();
    Way::new(implied.heads(&one.on.union(&other.on)), implied.feet(&one.off.union(&other.off)))
}

/// Tries ways, over the same scores each time.
struct Trial<'a> {
    part: &'a Part<'a>,
    scores: Vec<Score>,
}

impl Trial<'_> {
    /// The way with what it brings; nothing, where that is not more, or not all of it can be switched.
    fn gaining(&mut self, way: Way) -> Option<Way> {
        let (rules, answers, root) = (self.part.rules, self.part.answers, self.part.root);
        if way.on.union(&way.off).intersects(answers.not_applicable()) {
            return None;
        }
        let mut decisions = Decisions::on_top_of(answers, rules.implied());
        let on = way.on.iter().map(|provision| (provision, true));
        for (provision, held) in on.chain(way.off.iter().map(|provision| (provision, false))) {
            decisions.decide(provision, held).ok()?;
        }
        evaluate_into(rules, &decisions.taken(), &mut self.scores);
        let gain = self.scores.get(root.index())?.earned - self.part.score(root).earned;
        (gain > Points::ZERO).then_some(Way { gain, ..way })
    }
}
