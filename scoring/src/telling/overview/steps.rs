//! How results spread: the bands, or steps of one width.

use crate::exact::Fraction;
use crate::rules::Evaluation;
use crate::say;
use crate::telling::{Cohort, Telling};

/// How many steps of one width there are at most.
const MOST: i128 = 8;

/// Widths that readers can count in, in whole points.
const WIDTHS: [i64; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/// A step of results.
pub struct Step {
    /// The band's name, or from where to where.
    pub name: String,
    /// The lowest figure that lies in it.
    pub from: Fraction,
    /// The indices of the cards whose leading result lies in it.
    pub cards: Vec<usize>,
}

/// The steps from the best to the worst: the bands of the leading result, where it has some.
pub(super) fn steps(cohort: &Cohort, evaluations: &[Evaluation]) -> Vec<Step> {
    let telling = &cohort.telling;
    let bands = telling.rules.tallies().first().map_or(0, |tally| tally.bands.len());
    if bands == 0 {
        return of_one_width(telling, evaluations);
    }
    let step = |band: usize| {
        let cards = (0..).zip(evaluations).filter(|(_, evaluation)| evaluation.band(0) == Some(band));
        let tally = telling.rules.tallies().first();
        Step {
            name: telling.band(0, band).unwrap_or_default(),
            from: tally.and_then(|tally| tally.bands.get(band)).map_or(Fraction::ZERO, |band| band.from),
            cards: cards.map(|(card, _)| card).collect(),
        }
    };
    (0..bands).map(step).collect()
}

fn of_one_width(telling: &Telling, evaluations: &[Evaluation]) -> Vec<Step> {
    let figures: Vec<(usize, Fraction)> = (0..)
        .zip(evaluations)
        .filter_map(|(card, evaluation)| Some((card, evaluation.figure(0)?.shown)))
        .collect();
    let (lowest, highest) =
        (figures.iter().map(|(_, figure)| *figure).min(), figures.iter().map(|(_, figure)| *figure).max());
    let Some((lowest, highest)) = lowest.zip(highest) else { return Vec::new() };
    let most = telling.most();
    // The best possible figure lies in the uppermost step, and does not begin one of its own.
    let number = |figure: Fraction, width: i64| {
        let number = whole_below(figure, width);
        if Some(figure) == most && Fraction::whole(number * width) == figure { number - 1 } else { number }
    };
    let width = WIDTHS
        .into_iter()
        .find(|width| i128::from(number(highest, *width) - number(lowest, *width)) < MOST)
        .unwrap_or(i64::MAX);
    let step = |of: i64| Step {
        name: name(telling, of * width, width),
        from: Fraction::whole(of * width),
        cards: figures
            .iter()
            .filter(|(_, figure)| number(*figure, width) == of)
            .map(|(card, _)| *card)
            .collect(),
    };
    (number(lowest, width)..=number(highest, width)).rev().map(step).collect()
}

/// The steps with the lowest figure of each, and as many more of the same width below as a figure of another year needs.
/// Bands are all there are.
pub(super) fn steps_down_to(steps: &[Step], telling: &Telling, lowest: Fraction) -> Vec<(Fraction, String)> {
    let mut all: Vec<(Fraction, String)> = steps.iter().map(|step| (step.from, step.name.clone())).collect();
    let has_bands = telling.rules.tallies().first().is_some_and(|tally| !tally.bands.is_empty());
    let [.., above, last] = steps else { return all };
    let Some(width) = above.from.minus(last.from).filter(|_| !has_bands) else { return all };
    let mut end = last.from;
    while lowest < end {
        let Some(from) = end.minus(width) else { break };
        let (start, before) = (telling.number(from), telling.number(end));
        all.push((from, say::overview::step(&telling.words, &start, &before)));
        end = from;
    }
    all
}

/// From where to where; only the step that the best possible figure ends has its end in it.
fn name(telling: &Telling, from: i64, width: i64) -> String {
    let to = Fraction::whole(from.saturating_add(width));
    let (from, end) = (telling.number(Fraction::whole(from)), telling.number(to));
    match Some(to) == telling.most() {
        true => say::overview::step_highest(&telling.words, &from, &end),
        false => say::overview::step(&telling.words, &from, &end),
    }
}

/// How many whole widths lie below a figure; below zero, the next lower one.
fn whole_below(figure: Fraction, width: i64) -> i64 {
    let widths = figure.numerator().div_euclid(figure.denominator() * i128::from(width));
    i64::try_from(widths).unwrap_or_default()
}
