//! What is certain: the range of a scenario over all readings of the card.
//!
//! The card prints points for sections, not for components. A reading is one way to split each section's
//! published points over its components: those that the card describes as met in full have their
//! maximum, those not met have none, and those partly met have any step between. Our rungs are one
//! reading; what holds in all of them does not depend on it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::data::Band;
use crate::sums::Sums;
use crate::{Baseline, ComponentScore, Evaluation, Points, SectionScore, Status, Words, say};

/// The lowest and the highest points over all readings, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least that a reading gives.
    pub low: Points,
    /// The most that a reading gives.
    pub high: Points,
}

/// A scenario over all readings that fit the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// The total.
    pub total: Range,
    /// Every section, in the card's order.
    pub sections: Vec<SectionCertainty>,
    /// The grades that some reading gives, the best first.
    pub grades: Vec<Arc<Band>>,
}

/// One section over all readings that fit its published points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionCertainty {
    /// The section's points.
    pub range: Range,
    /// How many readings there are; at the limit of the number, that many or more.
    pub readings: u64,
}

impl Certainty {
    /// How sure the grade of the evaluated scenario is, in a sentence.
    pub fn in_words(&self, words: &Words, tree: &Evaluation) -> String {
        let Range { low, high } = &self.total;
        let grade = &tree.band.grade;
        match (self.grades.first(), self.grades.last()) {
            _ if low == high => say::reading::sure(words, grade),
            (Some(best), Some(worst)) if best != worst => {
                say::reading::unsure(words, grade, &worst.grade, &best.grade, low, high)
            }
            _ => say::reading::sure_between(words, grade, low, high),
        }
    }
}

/// How sure the grade of an evaluated scenario is, in a sentence; empty, when no reading fits the card.
pub fn sureness(baseline: &Baseline, tree: &Evaluation) -> String {
    let certainty = certainty(baseline, tree);
    certainty.map(|certainty| certainty.in_words(baseline.words(), tree)).unwrap_or_default()
}

/// The certainty of an evaluated scenario, exact: sections are independent of each other, and within a
/// section every reachable sum is followed.
///
/// Nothing, when no reading at all fits a section's published points, as with figures off the
/// framework's step.
pub fn certainty(baseline: &Baseline, tree: &Evaluation) -> Option<Certainty> {
    let step = baseline.framework().step;
    let range = |sums: &Sums| {
        let (low, high) = sums.ends()?;
        Some(Range { low: in_points(low, step), high: in_points(high, step) })
    };
    let mut totals = Sums::of(0);
    let mut sections = Vec::with_capacity(tree.sections.len());
    for (before, after) in baseline.in_force().iter().zip(&tree.sections) {
        let (sums, readings) = section_sums(before, after, step)?;
        sections.push(SectionCertainty { range: range(&sums)?, readings });
        totals = totals.plus(&sums);
    }
    let mut grades: Vec<Arc<Band>> = Vec::new();
    for sum in totals.iter() {
        let band = baseline.band(in_points(sum, step));
        if grades.first().is_none_or(|best| !Arc::ptr_eq(best, band)) {
            grades.insert(0, band.clone());
        }
    }
    Some(Certainty { total: range(&totals)?, sections, grades })
}

/// What a reading may give a component on the card, in steps, and what it has then in the scenario.
struct Choices {
    on_card: RangeInclusive<i32>,
    in_scenario: InScenario,
}

/// What a component has in the scenario, when a reading gives it a value on the card.
enum InScenario {
    /// The same.
    Unchanged,
    /// This, whatever it had.
    Fixed(i32),
    /// Something between: at least what it had, unless something was taken out of law, and at most what it
    /// had, unless something was put in.
    Partial { max: i32, added: bool, removed: bool },
}

impl Choices {
    fn new(before: &ComponentScore, after: &ComponentScore, step: Points) -> Option<Self> {
        let fixed = in_steps(before.points, step)?;
        let max = in_steps(before.component.max, step)?;
        let on_card = match before.status() {
            Status::Partial if fixed > 0 => 1..=max - 1,
            // A penalty is no partly met component: the card shows it as it is.
            _ => fixed..=fixed,
        };
        let now = in_steps(after.points, step)?;
        let in_scenario = match after.status() {
            _ if !after.changed() => InScenario::Unchanged,
            Status::Partial if now > 0 => {
                let mut differing = before
                    .component
                    .provisions
                    .iter()
                    .filter(|provision| after.differing.contains(provision.index));
                let added = differing.clone().any(|provision| !provision.law.in_law);
                let removed = differing.any(|provision| provision.law.in_law);
                InScenario::Partial { max, added, removed }
            }
            _ => InScenario::Fixed(now),
        };
        Some(Self { on_card, in_scenario })
    }

    /// The one value on the card, where every reading gives it.
    fn only(&self) -> Option<i32> {
        let (start, end) = (*self.on_card.start(), *self.on_card.end());
        (start == end).then_some(start)
    }

    fn values(&self, on_card: i32) -> RangeInclusive<i32> {
        match self.in_scenario {
            InScenario::Unchanged => on_card..=on_card,
            InScenario::Fixed(now) => now..=now,
            InScenario::Partial { max, added, removed } => {
                let low = if removed { 1 } else { on_card.max(1) };
                let high = if added { max - 1 } else { on_card.min(max - 1) };
                low..=high
            }
        }
    }
}

/// What has been reached for one sum on the card.
struct Reached {
    on_card: i32,
    in_scenario: Sums,
    readings: u64,
}

/// The sums of a section that some reading gives, and the number of its readings.
fn section_sums(before: &SectionScore, after: &SectionScore, step: Points) -> Option<(Sums, u64)> {
    let published = in_steps(before.section.published, step)?;
    let pairs = before.components.iter().zip(&after.components);
    let components: Vec<Choices> =
        pairs.map(|(before, after)| Choices::new(before, after, step)).collect::<Option<_>>()?;
    // How much of the published points the components that are still to come can take, at least and at most.
    let sum = |end: fn(&RangeInclusive<i32>) -> &i32| -> i32 {
        components.iter().map(|choices| end(&choices.on_card)).sum()
    };
    let (mut least, mut most) = (sum(RangeInclusive::start), sum(RangeInclusive::end));
    let mut reached = vec![Reached { on_card: 0, in_scenario: Sums::of(0), readings: 1 }];
    for choices in &components {
        least -= choices.on_card.start();
        most -= choices.on_card.end();
        if let Some(value) = choices.only() {
            for each in &mut reached {
                each.on_card += value;
                each.in_scenario.add(choices.values(value));
            }
            continue;
        }
        let mut next: Vec<Reached> = Vec::with_capacity(reached.len());
        for Reached { on_card, in_scenario, readings } in &reached {
            // What leaves too little or too much for the others is no reading.
            let from = (published - on_card - most).max(*choices.on_card.start());
            let to = (published - on_card - least).min(*choices.on_card.end());
            for value in from..=to {
                let on_card = on_card + value;
                let known = match next.iter().position(|known| known.on_card == on_card) {
                    Some(index) => index,
                    None => {
                        next.push(Reached { on_card, in_scenario: Sums::default(), readings: 0 });
                        next.len() - 1
                    }
                };
                if let Some(known) = next.get_mut(known) {
                    known.in_scenario.join(in_scenario, choices.values(value));
                    known.readings = known.readings.saturating_add(*readings);
                }
            }
        }
        reached = next;
    }
    let fits = reached.into_iter().find(|reached| reached.on_card == published)?;
    Some((fits.in_scenario, fits.readings))
}

fn in_steps(points: Points, step: Points) -> Option<i32> {
    points.is_multiple_of(step).then(|| points.quarters() / step.quarters())
}

fn in_points(steps: i32, step: Points) -> Points {
    Points::from_quarters(steps * step.quarters())
}
