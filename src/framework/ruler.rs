//! Figures on scales: the ruler of the leading tally, and the bars of parts. Scales may begin below zero.

use leptos::prelude::*;
use scoring::exact::Fraction;
use scoring::telling::Span;

use super::calculator::Calculator;
use crate::stage::Stage;
use crate::view::element::{Part, nothing};
use crate::view::live::live;

/// Where something stands on a scale from `least` to `most`, as a length for a style sheet. Marks never leave the scale.
pub fn along(figure: Fraction, least: Fraction, most: Fraction) -> String {
    let thousandths = |whole: Fraction| whole.numerator().div_euclid(whole.denominator());
    let share = || figure.share_between(least, most)?.times(Fraction::whole(100_000));
    let share = share().map_or(0, thousandths);
    format!("{}.{:03}%", share / 1000, share % 1000)
}

/// The ruler: bands where there are any, a hollow mark for the published figure, a solid one for the scenario's, and a
/// whisker over all that missing answers leave. The panel says the same in words.
pub fn ruler() -> Part {
    let calculator = Calculator::here();
    let cohort = calculator.cohort();
    let (Some(Span { least, most }), Some(tally)) =
        (cohort.telling.span(), cohort.telling.rules.tallies().first())
    else {
        return nothing();
    };
    let mut to = most;
    let bands: Vec<Part> = (0..)
        .zip(&tally.bands)
        .map(|(index, band)| {
            let from = if index + 1 == tally.bands.len() { least } else { band.from.max(least) };
            let width = to.minus(from).and_then(|width| width.plus(least));
            let width = along(width.unwrap_or(least), least, most);
            to = from;
            let here = live(move || calculator.with(|shown| shown.evaluation.band(0) == Some(index)));
            view! {
                <div class="band" class:here=here style:left=along(from, least, most) style:width=width>
                    {band.name.clone()}
                    <span class="band-from">{cohort.telling.number(from)}</span>
                </div>
            }
            .into_any()
        })
        .collect();
    let bands = match bands.is_empty() {
        true => view! { <div class="band" style:left="0" style:width="100%"><span class="band-from">{cohort.telling.number(least)}</span></div> }.into_any(),
        false => bands.into_any(),
    };
    let figure = move || calculator.with(|shown| Some(shown.evaluation.figure(0)?.exact));
    let range = move || calculator.with(|shown| shown.range.as_ref().and_then(|range| range.figures));
    let published = {
        let cohort = cohort.clone();
        move || cohort.telling.published_figure(cohort.cards.get(calculator.card())?, 0)
    };
    let shown = |is: bool| if is { "" } else { "none" };
    let published_left = {
        let published = published.clone();
        live(move || along(published().unwrap_or(least), least, most))
    };
    view! {
        <div class="ruler" aria-hidden="true">
            {bands}
            <span class="whisker" style:display=live(move || shown(range().is_some()).to_owned())
                style:left=live(move || along(range().map_or(least, |(low, _)| low), least, most))
                style:width=live(move || along(range().and_then(|(low, high)| high.minus(low)?.plus(least)).unwrap_or(least), least, most))></span>
            <span class="mark mark-published" style:display=live(move || shown(published().is_some()).to_owned()) style:left=published_left></span>
            <span class="mark mark-scenario" style:display=live(move || shown(figure().is_some()).to_owned())
                style:left=live(move || along(figure().unwrap_or(least), least, most))></span>
            <span class="ruler-end">{cohort.telling.number(most)}</span>
        </div>
    }
    .into_any()
}
