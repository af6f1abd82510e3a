//! Plans as cards: what each changes, what comes of it, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::facts::Answers;
use scoring::plans::Plan;
use scoring::telling::{Cohort, Scenario};
use scoring::{ProvisionSet, say};

use super::calculator::Calculator;
use super::locked::with_buttons;
use crate::stage::Stage;
use crate::tools::{Compared, SavedScenarios, Told};
use crate::view::element::{Part, button, element, text};

/// The plans that are listed, and that there are so many more.
pub fn plan_cards(
    calculator: Calculator,
    told: Told<Calculator>,
    plans: &[Plan],
    more: u128,
    compared: Compared,
) -> Part {
    let words = calculator.words();
    let named = |number: usize| say::plan_card::name(&words, &number);
    let cards = plans.iter().zip(1..).map(|(plan, number)| card(calculator, told, plan, named(number)));
    let mut parts = vec![element("ol", "plans", cards.collect())];
    if more > 0 {
        parts.push(text("p", "", say::plan_card::more(&words, &more)));
    }
    if plans.len() > 1 {
        let applied = plans.iter().zip(1..);
        let applied: Vec<(String, Answers)> =
            applied.map(|(plan, number)| (named(number), calculator.applied_to(plan).0)).collect();
        // Not followed: the plans are about what was shown when they were found.
        let compare = move || {
            let cohort = calculator.cohort();
            untrack(|| calculator.told(|here| cohort.compared_with(here, &applied)))
        };
        parts.extend(compared.plans(calculator, compare));
    }
    element("div", "", parts)
}

fn card(calculator: Calculator, told: Told<Calculator>, plan: &Plan, name: String) -> Part {
    let cohort = calculator.cohort();
    let words = &cohort.telling.words;
    let (answers, address) = calculator.applied_to(plan);
    let tell = |tell: &dyn Fn(&Scenario<'_>) -> String| {
        untrack(|| cohort.told_of(calculator.card(), &answers, &address, |scenario| tell(scenario)))
            .unwrap_or_default()
    };
    let mut parts = vec![text("h3", "", name.clone())];
    // What comes along with a change is no change of its own.
    let implied = cohort.telling.rules.implied();
    let (on, off) = (implied.heads(&plan.on), implied.feet(&plan.off));
    for (provisions, title) in
        [(on, say::framework::switch_on(words)), (off, say::framework::switch_off(words))]
    {
        if !provisions.is_empty() {
            parts.push(text("p", "", title));
            parts.push(changes(&cohort, calculator, &provisions));
        }
    }
    parts.push(text("p", "result-line", tell(&|scenario| scenario.result_and_rank())));
    let apply = {
        let (name, on, off) = (name.clone(), plan.on.clone(), plan.off.clone());
        button(words, say::plan_card::apply(words), name.clone(), move || {
            calculator.apply(&on, &off);
            told.tell(say::plan_card::applied(&calculator.words(), &name, &calculator.result()));
            // The plan goes with the button that was pressed.
            calculator.focus_soon(".ways-up .outcome");
        })
    };
    let save = {
        let (suggested, saved) = (tell(&|scenario| scenario.suggested_name()), SavedScenarios::here());
        button(words, say::saved_list::save(words), name, move || {
            let place = saved.save(&suggested, address.clone());
            told.tell(saved.outcome(place, &calculator.words()));
        })
    };
    parts.push(element("p", "buttons", vec![apply, save]));
    element("li", "plan", parts)
}

/// Changes of a plan, each with a button that has plans do without it.
fn changes(cohort: &Arc<Cohort>, calculator: Calculator, provisions: &ProvisionSet) -> Part {
    let words = &cohort.telling.words;
    let named = move |provision: usize, label: &str| {
        let bill = calculator.with(|shown| shown.aim.bundle_of(provision).map(|bundle| bundle.name.clone()));
        match bill {
            Some(bill) => say::plan_card::in_bill(&calculator.words(), &label, &bill),
            None => label.to_owned(),
        }
    };
    let leave_out = say::plan_card::leave_out(words);
    with_buttons(calculator, provisions, named, leave_out, move |provision, label| {
        calculator.lock(provision);
        calculator.announce(&say::plan_card::left_out(&calculator.words(), &label));
    })
}
