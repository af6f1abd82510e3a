//! A plan that reaches a target and need not be the smallest: what is offered where the search for that is too large.

use std::cmp::Reverse;

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rules::{Outcome, Rules, Score, evaluate_into, outcomes};
use crate::space::effort::{Effort, Stop};
use crate::space::switches::{Unit, UnitKind};

use super::start::units;
use super::{Goal, Plan};

/// The changes that gain most, one on top of the other; where none gains alone, all that cost nothing. What turns out not
/// to be needed is taken back in the end. Nothing, when the target is not met with on the way.
pub(super) fn near(
    rules: &Rules,
    answers: &Answers,
    goal: &Goal,
    effort: &mut Effort<'_>,
) -> Result<Option<Plan>, Stop> {
    // What every reading leaves is not known of a single law.
    if goal.readings.is_some() {
        return Ok(None);
    }
    let units = units(rules.provisions().len(), answers, goal);
    let mut search = Search { rules, goal, answers, effort };
    let Some(mut law) = search.up(&units)? else { return Ok(None) };
    for unit in units.iter().rev() {
        match search.without(&law, unit) {
            Ok(Some(less)) => law = less,
            Ok(None) => {}
            // It is a plan already.
            Err(Stop::TooLarge) => break,
            Err(Stop::Interrupted) => return Err(Stop::Interrupted),
        }
    }
    let figure = search.found(&law).map(|(figure, _)| figure);
    let (on, off) = (law.held().minus(answers.held()), answers.held().minus(law.held()));
    Ok(figure.map(|figure| Plan { on, off, figure }))
}

struct Search<'a, 'e> {
    rules: &'a Rules,
    goal: &'a Goal,
    answers: &'a Answers,
    effort: &'a mut Effort<'e>,
}

impl Search<'_, '_> {
    /// A law that reaches the target.
    fn up(&mut self, units: &[Unit]) -> Result<Option<Answers>, Stop> {
        let mut now = self.answers.clone();
        let mut known = self.figure(&now)?.map(|(figure, _)| figure);
        let mut tried = ProvisionSet::default();
        loop {
            let mut gaining: Vec<(Reverse<(bool, Fraction)>, usize)> = Vec::new();
            for (index, unit) in units.iter().enumerate() {
                let Some(next) = self.with(&now, unit)? else { continue };
                let Some((figure, reached)) = self.figure(&next)? else { continue };
                if reached || Some(figure) > known {
                    gaining.push((Reverse((reached, figure)), index));
                }
            }
            gaining.sort();
            let alone = gaining.is_empty();
            let before = tried.len();
            let others = (0..units.len()).filter(|index| alone && !tried.contains(*index));
            let order: Vec<usize> = gaining.iter().map(|(_, index)| *index).chain(others).collect();
            for index in order {
                let Some(unit) = units.get(index) else { continue };
                let Some(next) = self.with(&now, unit)? else { continue };
                let found = self.figure(&next)?;
                let figure = found.map(|(figure, _)| figure);
                if found.is_some_and(|(_, reached)| reached) {
                    return Ok(Some(next));
                }
                if figure > known || alone && figure == known {
                    // What goes out when another comes in is not tried again.
                    if alone {
                        tried.toggle(index);
                    }
                    (now, known) = (next, figure);
                }
            }
            if alone && tried.len() == before {
                return Ok(None);
            }
        }
    }

    /// The law with one change more; nothing, when it would change what must stay, or what does not change alone.
    fn with(&mut self, now: &Answers, unit: &Unit) -> Result<Option<Answers>, Stop> {
        let after = self.switched(now, unit, unit.kind != UnitKind::TakenOut)?;
        let start = self.answers.held();
        let changes = |after: &Answers| {
            let (on, off) = (after.held().minus(start), start.minus(after.held()));
            after.held() != now.held() && unit.provisions.is_subset(&on.union(&off))
        };
        Ok(after.filter(changes))
    }

    /// The law with one change less, where it still reaches the target.
    fn without(&mut self, now: &Answers, unit: &Unit) -> Result<Option<Answers>, Stop> {
        let is_on = unit.kind != UnitKind::TakenOut;
        if unit.provisions.iter().any(|index| now.held().contains(index) != is_on) {
            return Ok(None);
        }
        let Some(after) = self.switched(now, unit, !is_on)? else { return Ok(None) };
        Ok(self.figure(&after)?.filter(|(_, reached)| *reached).map(|_| after))
    }

    /// The law with a unit put in or taken out; nothing, when it would change what must stay.
    fn switched(&mut self, now: &Answers, unit: &Unit, on: bool) -> Result<Option<Answers>, Stop> {
        let Self { rules, goal, answers: start, .. } = self;
        let implied = rules.implied();
        self.effort.spend(rules.provisions().len() as u64 * unit.provisions.len() as u64)?;
        let after = unit.provisions.iter().fold(now.clone(), |now, index| now.switched(implied, index, on));
        let held = after.held();
        let (on, off) = (held.minus(start.held()), start.held().minus(held));
        let whole = |bundle: &ProvisionSet| {
            let could = bundle.minus(start.held()).minus(start.not_applicable());
            !could.intersects(&on) || could.is_subset(&on)
        };
        let stays = !on.intersects(&goal.locked) && !off.intersects(&goal.locked);
        Ok((stays && goal.bundles.iter().all(whole)).then(|| start.changed(implied, &on, &off)))
    }

    /// The exact figure of the goal's tally, and whether it reaches the target.
    fn figure(&mut self, answers: &Answers) -> Result<Option<(Fraction, bool)>, Stop> {
        self.effort.spend(self.rules.nodes().len() as u64)?;
        Ok(self.found(answers))
    }

    fn found(&self, answers: &Answers) -> Option<(Fraction, bool)> {
        let Self { rules, goal, .. } = self;
        let mut scores: Vec<Score> = Vec::with_capacity(rules.nodes().len());
        evaluate_into(rules, answers, &mut scores);
        let outcome = outcomes(rules, answers, &scores).into_iter().nth(goal.tally);
        let Some((Outcome::Result { figure, band }, tally)) = outcome.zip(rules.tallies().get(goal.tally))
        else {
            return None;
        };
        let reached = goal.target.is_reached(tally, &Outcome::Result { figure, band });
        Some((figure.exact, reached))
    }
}
