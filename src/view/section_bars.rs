//! A bar for each section: what it earns, what was published, and the difference.

use leptos::prelude::*;
use scoring::{Change, Points, say};

use super::element::{GAP, around};
use super::filled::{figure, written};
use super::grade_ruler::percent;
use super::live::live;
use crate::calculator::Calculator;

/// The sections' bars on one scale, so that a point has the same length everywhere.
#[component]
pub fn SectionBars() -> impl IntoView {
    let calculator = Calculator::here();
    let words = calculator.words();
    let label = say::section_bars::label(&words);
    let sections = calculator.baseline().sections().to_vec();
    let longest = sections.iter().map(|section| section.max).max().unwrap_or(Points::ZERO);
    let bars: Vec<_> = sections
        .into_iter()
        .enumerate()
        .map(|(place, section)| {
            let (max, published) = (section.max, section.published);
            let points = move || calculator.section_points(place);
            let (before, behind) = around(&say::points::of_max(&words, &GAP, &max));
            let now = {
                let words = words.clone();
                figure(move || words.number(&points()))
            };
            let words = words.clone();
            let change = written(move || match points() - published {
                Points::ZERO => String::new(),
                difference => Change(difference).in_words(&words),
            });
            view! {
                <li class="bar-row">
                    <a class="bar-name" href=format!("#section-{}", section.id)>
                        <span class="bar-number">{section.id.clone()}</span>" "{section.short.clone()}
                    </a>
                    <span class="bar" aria-hidden="true" style:width=percent(max, longest)>
                        <span class="bar-fill" style:width=live(move || percent(points(), max))></span>
                        <span class="bar-published" style:width=percent(published, max)></span>
                    </span>
                    <span class="bar-points">
                        {before}
                        <b class="notranslate" translate="no">{now}</b>
                        {behind}" "
                        <span class="bar-change" class:moved=live(move || points() != published)>{change}</span>
                    </span>
                </li>
            }
        })
        .collect();
    view! { <ol class="bars" aria-label=label>{bars}</ol> }
}
