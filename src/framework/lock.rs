//! The button at a switch that has plans leave the provision as it is.

use leptos::prelude::*;
use scoring::facts::Answer;
use scoring::say;
use scoring::telling::Cohort;

use super::calculator::Calculator;
use crate::stage::Stage;
use crate::view::element::{GAP, Part, named};
use crate::view::live::live;

/// Leaves a provision out of plans, or no longer. The style sheet shows it while the ways up are open, and while it is
/// pressed; it is hidden where no plan would switch the provision.
pub fn lock(cohort: &Cohort, provision: usize) -> Part {
    let calculator = Calculator::here();
    let words = &cohort.telling.words;
    let said = say::provision::leave_this_out(words, &GAP, &cohort.telling.label(provision));
    let name = named(say::provision::leave_out(words), &said);
    let is_locked = move || calculator.with(|shown| shown.aim.locked.contains(provision));
    let may_go = cohort.telling.may_go.contains(provision);
    let idle = move || {
        let stays = match calculator.published().answer(provision) {
            Answer::No | Answer::Unknown => false,
            Answer::Yes => !may_go,
            Answer::NotApplicable => true,
        };
        stays && !is_locked()
    };
    view! {
        <button type="button" class="lock" aria-pressed=live(move || is_locked().to_string()) prop:hidden=live(idle)
            on:click:capture=move |_| calculator.lock(provision)>{name}</button>
    }
    .into_any()
}
