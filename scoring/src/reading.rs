//! What is certain: the range of a scenario over all readings of the card.
//!
//! The card prints points for sections, not for components. A reading is one way to split each section's
//! published points over its components: those that the card describes as met in full have their
//! maximum, those not met have none, and those partly met have any step between. Our rungs are one
//! reading; what holds in all of them does not depend on it.

use std::sync::Arc;

use crate::data::Band;
use crate::{
    Baseline, ComponentScore, Evaluation, Points, Scenario, SectionScore, Status, Words, evaluate, say,
};

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
    let card = evaluate(baseline, &Scenario::default());
    let mut totals = Sums::of(0);
    let mut sections = Vec::with_capacity(tree.sections.len());
    for (before, after) in card.sections.iter().zip(&tree.sections) {
        let (sums, readings) = section_sums(before, after, &tree.scenario, step)?;
        sections.push(SectionCertainty { range: sums.range(step)?, readings });
        totals = totals.plus(&sums);
    }
    let reached = |band: &&Arc<Band>| totals.iter().any(|sum| baseline.band(in_points(sum, step)) == *band);
    let grades = baseline.bands().filter(reached).cloned().collect();
    Some(Certainty { total: totals.range(step)?, sections, grades })
}

/// What a component can earn, in steps: a line for each value that a reading may give it on the card,
/// with the lowest and highest that it can then have in the scenario.
type Choices = Vec<(i32, i32, i32)>;

/// The sums of a section that some reading gives, and the number of its readings.
fn section_sums(
    before: &SectionScore,
    after: &SectionScore,
    scenario: &Scenario,
    step: Points,
) -> Option<(Sums, u64)> {
    let published = in_steps(before.section.published, step)?;
    // What has been reached for each sum on the card: from the least to the most that can be printed.
    let mut reached: Vec<(i32, Sums, u64)> = vec![(0, Sums::of(0), 1)];
    for (before, after) in before.components.iter().zip(&after.components) {
        let mut next: Vec<(i32, Sums, u64)> = Vec::new();
        for (on_card, low, high) in choices(before, after, scenario, step)? {
            let reading = Sums::between(low, high);
            for (sum, sums, count) in &reached {
                let (sum, sums) = (sum + on_card, sums.plus(&reading));
                match next.iter_mut().find(|(known, ..)| *known == sum) {
                    Some((_, known, readings)) => {
                        known.join(&sums);
                        *readings = readings.saturating_add(*count);
                    }
                    None => next.push((sum, sums, *count)),
                }
            }
        }
        reached = next;
    }
    reached.into_iter().find(|(sum, ..)| *sum == published).map(|(_, sums, count)| (sums, count))
}

fn choices(
    before: &ComponentScore,
    after: &ComponentScore,
    scenario: &Scenario,
    step: Points,
) -> Option<Choices> {
    let fixed = in_steps(before.points, step)?;
    let max = in_steps(before.component.max, step)?;
    let on_card = match before.status() {
        Status::Partial if fixed > 0 => 1..=max - 1,
        // A penalty is no partly met component: the card shows it as it is.
        _ => fixed..=fixed,
    };
    let differing = before.component.provisions.iter().filter(|provision| scenario.differs(provision));
    let (mut added, mut removed) = (false, false);
    for provision in differing {
        if provision.law.in_law { removed = true } else { added = true }
    }
    let now = in_steps(after.points, step)?;
    let in_scenario = |value: i32| match after.status() {
        _ if !after.changed => (value, value),
        Status::Partial if now > 0 => {
            let low = if removed { 1 } else { value.max(1) };
            let high = if added { max - 1 } else { value.min(max - 1) };
            (low, high)
        }
        _ => (now, now),
    };
    let choice = |value| {
        let (low, high) = in_scenario(value);
        (value, low, high)
    };
    Some(on_card.map(choice).collect())
}

fn in_steps(points: Points, step: Points) -> Option<i32> {
    points.is_multiple_of(step).then(|| points.quarters() / step.quarters())
}

fn in_points(steps: i32, step: Points) -> Points {
    Points::from_quarters(steps * step.quarters())
}

/// A set of sums, in steps, kept as bits from the least one on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sums {
    least: i32,
    bits: Vec<u64>,
}

impl Sums {
    fn of(sum: i32) -> Self {
        Self { least: sum, bits: vec![1] }
    }

    /// All sums from `low` to `high`; at least `low`.
    fn between(low: i32, high: i32) -> Self {
        let mut sums = Self::of(low);
        for sum in low..=high {
            sums.insert(sum);
        }
        sums
    }

    fn insert(&mut self, sum: i32) {
        let Ok(place) = usize::try_from(sum - self.least) else {
            let mut lower = Self::of(sum);
            self.iter().for_each(|known| lower.insert(known));
            *self = lower;
            return;
        };
        if self.bits.len() <= place / 64 {
            self.bits.resize(place / 64 + 1, 0);
        }
        if let Some(word) = self.bits.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    fn iter(&self) -> impl Iterator<Item = i32> {
        let words = (0..).zip(&self.bits);
        words.flat_map(move |(index, &word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| self.least + index * 64 + bit)
        })
    }

    /// Every sum of one of these and one of those.
    fn plus(&self, other: &Sums) -> Sums {
        let mut sums = Self { least: self.least + other.least, bits: Vec::new() };
        for sum in self.iter() {
            other.iter().for_each(|more| sums.insert(sum + more));
        }
        sums
    }

    fn join(&mut self, other: &Sums) {
        other.iter().for_each(|sum| self.insert(sum));
    }

    fn range(&self, step: Points) -> Option<Range> {
        let low = in_points(self.iter().next()?, step);
        let high = in_points(self.iter().last()?, step);
        Some(Range { low, high })
    }
}
