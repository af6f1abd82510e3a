//! A plan that reaches a target and need not be the smallest: what is offered where the search for that is too large.

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rules::{Outcome, Rules, Score, evaluate_into, outcomes};
use crate::space::effort::{Effort, Stop};
use crate::space::switches::{Unit, UnitKind};

use super::start::units;
use super::{Goal, Plan, Target};

/// The change that gains most, again and again; where none gains alone, all that cost nothing. What turns out not to be
/// needed is taken back in the end. Nothing, when the target is not met with on the way.
pub(super) fn near(
    rules: &Rules,
    answers: &Answers,
    goal: &Goal<'_>,
    effort: &mut Effort<'_>,
) -> Result<Option<Plan>, Stop> {
    // What every reading leaves is not known of a single law.
    if goal.readings.is_some() {
        return Ok(None);
    }
    let units = units(rules.provisions().len(), answers, goal);
    let mut search = Search { rules, goal, answers, effort };
    let Some(mut chosen) = search.up(&units)? else { return Ok(None) };
    for index in (0..chosen.len()).rev() {
        let rest = || chosen.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, unit)| *unit);
        let law = search.law(rest());
        if search.figure(&law)?.is_some_and(|(_, reached)| reached) {
            chosen = rest().collect();
        }
    }
    let law = search.law(chosen.into_iter());
    let plan = |(figure, _)| Plan {
        on: law.held().minus(answers.held()),
        off: answers.held().minus(law.held()),
        figure,
    };
    Ok(search.figure(&law)?.map(plan))
}

struct Search<'a, 'e> {
    rules: &'a Rules,
    goal: &'a Goal<'a>,
    answers: &'a Answers,
    effort: &'a mut Effort<'e>,
}

impl Search<'_, '_> {
    /// Changes that reach the target together.
    fn up<'u>(&mut self, units: &'u [Unit]) -> Result<Option<Vec<&'u Unit>>, Stop> {
        let mut chosen = Vec::new();
        let mut now = self.answers.clone();
        let mut known = self.figure(&now)?.map(|(figure, _)| figure);
        loop {
            let mut best: Option<(bool, Fraction, &Unit, Answers)> = None;
            for unit in units {
                let Some(next) = self.with(&now, unit) else { continue };
                let Some((figure, reached)) = self.figure(&next)? else { continue };
                let most = best.as_ref().map(|(reached, figure, ..)| (*reached, *figure));
                if (reached || Some(figure) > known) && Some((reached, figure)) > most {
                    best = Some((reached, figure, unit, next));
                }
            }
            if let Some((reached, figure, unit, next)) = best {
                chosen.push(unit);
                if reached {
                    return Ok(Some(chosen));
                }
                (now, known) = (next, Some(figure));
                continue;
            }
            let before = chosen.len();
            for unit in units {
                // What goes out when another comes in is not tried again.
                if chosen.iter().any(|known| std::ptr::eq(*known, unit)) {
                    continue;
                }
                let Some(next) = self.with(&now, unit) else { continue };
                let found = self.figure(&next)?;
                if found.map(|(figure, _)| figure) >= known {
                    chosen.push(unit);
                    (now, known) = (next, found.map(|(figure, _)| figure));
                    if found.is_some_and(|(_, reached)| reached) {
                        return Ok(Some(chosen));
                    }
                }
            }
            if chosen.len() == before {
                return Ok(None);
            }
        }
    }

    fn law<'u>(&self, units: impl Iterator<Item = &'u Unit>) -> Answers {
        units.fold(self.answers.clone(), |now, unit| self.with(&now, unit).unwrap_or(now))
    }

    /// The law with one change more; nothing, when it would change what must stay, or what does not change alone.
    fn with(&self, now: &Answers, unit: &Unit) -> Option<Answers> {
        let Self { rules, goal, answers: start, .. } = self;
        let implied = rules.implied();
        let on = unit.kind != UnitKind::TakenOut;
        let after = unit.provisions.iter().fold(now.clone(), |now, place| now.switched(implied, place, on));
        let held = after.held();
        let (on, off) = (held.minus(start.held()), start.held().minus(held));
        let whole = |bundle: &ProvisionSet| {
            let could = bundle.minus(start.held()).minus(start.not_applicable());
            !could.intersects(&on) || could.is_subset(&on)
        };
        let stays = !on.intersects(&goal.locked) && !off.intersects(&goal.locked);
        let changed = held != now.held() && unit.provisions.is_subset(&on.union(&off));
        (stays && changed && goal.bundles.iter().all(whole)).then(|| start.changed(implied, &on, &off))
    }

    /// The exact figure of the goal's tally, and whether it reaches the target.
    fn figure(&mut self, answers: &Answers) -> Result<Option<(Fraction, bool)>, Stop> {
        let Self { rules, goal, .. } = self;
        self.effort.spend(rules.nodes().len() as u64)?;
        let mut scores: Vec<Score> = Vec::with_capacity(rules.nodes().len());
        evaluate_into(rules, answers, &mut scores);
        let outcome = outcomes(rules, answers, &scores).into_iter().nth(goal.tally);
        let Some((Outcome::Result { figure, band }, tally)) = outcome.zip(rules.tallies().get(goal.tally))
        else {
            return Ok(None);
        };
        let reached = match &goal.target {
            Target::Band(target) => band.is_some_and(|band| band <= *target),
            Target::Figure(target) => tally.scale.edge(*target).lets(figure.exact),
            Target::Rank { rank, others } => {
                others.iter().filter(|other| **other > tally.scale.ranked(figure)).count() < *rank
            }
        };
        Ok(Some((figure.exact, reached)))
    }
}
