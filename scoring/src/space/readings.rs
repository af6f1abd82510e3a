//! Readings: the ways to split points that a card prints for a sum over the parts of that sum.
//!
//! What the card shows as met in full has its maximum, what it shows as not met has nothing, and what is partly met has
//! any step between. Of a changed law some parts are known whatever the reading (filled, emptied, or partly met anew);
//! the others keep their reading's points, which add up to the printed ones. So what is left at least is the larger of
//! two sums: the known points with the others' least, and the printed points with, for each known part, its points less
//! the most that it can have had. What is left at most is the smaller of two sums made the other way round.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::exact::Points;
use crate::facts::Answers;
use crate::rules::{NodeId, Rule, Rules, Score, evaluate};

use super::state::{Bound, Join, State};

/// What a card prints for sums, and in which steps.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Readings {
    card: ProvisionSet,
    scores: Vec<Score>,
    printed: Vec<(NodeId, Points)>,
    step: Points,
}

/// Readings, and which end of them is followed.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub of: &'a Readings,
    pub bound: Bound,
}

impl Readings {
    /// The readings of a card that prints points for these sums, all counted in steps. Sums over answers that are
    /// unknown on the card are not split.
    ///
    /// Nothing, when some printed points fit no reading.
    pub fn new(rules: &Rules, card: &Answers, printed: &[(NodeId, Points)], step: Points) -> Option<Self> {
        let scores = evaluate(rules, card).scores;
        let mut readings = Self { card: card.held().clone(), scores, printed: Vec::new(), step };
        for (id, points) in printed {
            let Some(Rule::Sum { of }) = rules.node(*id).map(|node| &node.rule) else { continue };
            let mut ends = (0, 0);
            let mut known = true;
            for part in of {
                let (least, most) = readings.on_card(*part);
                ends = (ends.0 + least, ends.1 + most);
                known &= !looks_at(rules, *part, card.unknown());
                let whole = |units: i64| units % step.units() == 0;
                if !(whole(least) && whole(most) && least <= most) {
                    return None;
                }
            }
            if known {
                let fits = (ends.0..=ends.1).contains(&points.units()) && points.units() % step.units() == 0;
                fits.then(|| readings.printed.push((*id, *points)))?;
            }
        }
        Some(readings)
    }

    /// Whether what is left at least never falls when parts earn more: where every part can have a step, whatever applies.
    pub(crate) fn keep_to_direction(&self, rules: &Rules) -> bool {
        let step = |id: &NodeId| self.scores.get(id.index()).is_some_and(|score| score.possible >= self.step);
        let printed = self.printed.iter().filter_map(|(id, _)| rules.node(*id));
        rules.nodes().iter().all(|node| node.applies.is_empty())
            && printed.flat_map(|node| node.rule.parts()).all(|part| step(&part))
    }

    /// The least and the most that a reading can give a part on the card.
    fn on_card(&self, id: NodeId) -> (i64, i64) {
        let score = self.scores.get(id.index()).copied().unwrap_or(Score::NOT_APPLICABLE);
        let (earned, possible) = (score.earned.units(), score.possible.units());
        match partly(earned, possible) {
            true => (self.step.units(), possible - self.step.units()),
            false => (earned, earned),
        }
    }
}

impl Reading<'_> {
    /// How a sum is joined whose points are printed.
    pub fn printed(&self, id: NodeId) -> Option<Join> {
        let (_, points) = self.of.printed.iter().find(|(printed, _)| *printed == id)?;
        Some(Join::Printed { points: points.units(), bound: self.bound })
    }

    /// What readings leave of a part that comes to `now` under this law: its share of both sums.
    pub fn part(&self, id: NodeId, looked_at: &ProvisionSet, now: State, held: &ProvisionSet) -> State {
        let (before, after) = (self.of.card.common(looked_at), held.common(looked_at));
        let (added, removed) = (!after.is_subset(&before), !before.is_subset(&after));
        let (least, most) = self.of.on_card(id);
        let step = self.of.step.units();
        let card = self.of.scores.get(id.index()).copied().unwrap_or(Score::NOT_APPLICABLE);
        let was_partly = partly(card.earned.units(), card.possible.units());
        // What it keeps of its reading, what it can have had besides, and what it has if it is partly met anew.
        let (kept, had, anew, only) = match self.bound {
            Bound::Least => (least, most, step, !removed),
            Bound::Most => (most, least, now.possible - step, !added),
        };
        let known = if !added && !removed {
            None
        } else if !partly(now.earned, now.possible) {
            Some(now.earned)
        } else if only && was_partly {
            None
        } else {
            Some(anew)
        };
        let (earned, second) = known.map_or((kept, 0), |known| (known, known - had));
        State { earned, second, ..now }
    }
}

/// Whether some points are part of what is possible.
fn partly(earned: i64, possible: i64) -> bool {
    0 < earned && earned < possible
}

fn looks_at(rules: &Rules, id: NodeId, provisions: &ProvisionSet) -> bool {
    rules.node(id).is_some_and(|node| {
        let own = node.applies.provisions().intersects(provisions)
            || node.rule.condition().is_some_and(|condition| condition.provisions().intersects(provisions));
        own || node.rule.parts().iter().any(|part| looks_at(rules, *part, provisions))
    })
}
