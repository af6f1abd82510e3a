//! The grade ruler: all points from none to the most, with the bands and two marks.

use leptos::prelude::*;
use scoring::{Points, Range};

use super::live::live;
use crate::calculator::Calculator;

/// A ruler with the bands, a hollow mark for the published total, a solid one for the scenario's, and a
/// whisker over all totals that a reading of the card gives.
///
/// The panel says the same in words, so assistive technology passes over the picture.
#[component]
pub fn GradeRuler() -> impl IntoView {
    let calculator = Calculator::here();
    let baseline = calculator.baseline();
    let words = baseline.words();
    let max = baseline.framework().max;
    let published = baseline.card().published.total;

    let mut to = max;
    let bands: Vec<_> = baseline
        .bands()
        .map(|band| {
            let from = band.from.max(Points::ZERO);
            let width = percent(to - from, max);
            to = from;
            let here = {
                let band = band.clone();
                live(move || calculator.with_evaluation(|tree| tree.band == band))
            };
            view! {
                <div class="band" class:here=here style:left=percent(from, max) style:width=width>
                    {band.grade.clone()}
                    <span class="band-from">{words.number(&from)}</span>
                </div>
            }
        })
        .collect();
    let total = move || calculator.with_evaluation(|tree| tree.total);
    let range = move || {
        let only = Range { low: total(), high: total() };
        calculator.with_certainty(|certainty| certainty.map_or(only, |certainty| certainty.total))
    };
    view! {
        <div class="ruler" aria-hidden="true">
            {bands}
            <span class="whisker" style:left=live(move || percent(range().low, max)) style:width=live(move || percent(range().high - range().low, max))></span>
            <span class="mark mark-published" style:left=percent(published, max)></span>
            <span class="mark mark-scenario" style:left=live(move || percent(total(), max))></span>
            <span class="ruler-end">{words.number(&max)}</span>
        </div>
    }
}

/// A length on a scale from no points to `max`, for a style sheet. Marks never leave the scale.
pub fn percent(points: Points, max: Points) -> String {
    let share = i64::from(points.quarters().max(0)) * 100_000 / i64::from(max.quarters().max(1));
    let share = share.min(100_000);
    format!("{}.{:03}%", share / 1000, share % 1000)
}
