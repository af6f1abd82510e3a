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
        Step { name: telling.band(0, band).unwrap_or_default(), cards: cards.map(|(card, _)| card).collect() }
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
        cards: figures
            .iter()
            .filter(|(_, figure)| number(*figure, width) == of)
            .map(|(card, _)| *card)
            .collect(),
    };
    (number(lowest, width)..=number(highest, width)).rev().map(step).collect()
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
