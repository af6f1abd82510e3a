//! Plans as cards: what each changes, what comes of it, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::shelf::suggested_name;
use scoring::{Comparison, Headline, Plan, Provision, Scenario, evaluate, say, sureness};

use super::comparison::Compared;
use super::saved::SavedScenarios;
use super::told::Told;
use super::ways_up::Plans;
use super::workbench::Workbench;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, text};

/// What is around a plan: the scenario, what is told beside it, and the search that has found it.
pub type Around = (Workbench, Told<Workbench>, Plans);

/// The plans that are listed, and that there are so many more.
pub fn plan_cards(
    around: Around,
    scenario: &Scenario,
    plans: &[Plan],
    more: u128,
    compared: Compared,
) -> Part {
    let (workbench, ..) = around;
    let words = workbench.words();
    let listed: Vec<(String, Scenario, &Plan)> = (1_usize..)
        .zip(plans)
        .map(|(number, plan)| (say::plan_card::name(&words, &number), scenario.adding(&plan.on), plan))
        .collect();
    let scenarios: Vec<_> =
        listed.iter().map(|(name, scenario, _)| (name.clone(), scenario.clone())).collect();
    let cards = listed.into_iter().map(|(name, scenario, plan)| card(around, name, scenario, plan));
    let mut parts = vec![element("ol", "plans", cards.collect())];
    if more > 0 {
        parts.push(text("p", "", say::plan_card::more(&words, &more)));
    }
    if scenarios.len() > 1 {
        parts.extend(compared.plans(workbench, move || Comparison::new(&workbench.baseline(), &scenarios)));
    }
    element("div", "", parts)
}

fn card((workbench, told, search): Around, name: String, scenario: Scenario, plan: &Plan) -> Part {
    let baseline = workbench.baseline();
    let tree = evaluate(&baseline, &scenario);
    let words = baseline.words();
    let result = Headline::new(&baseline, &tree).in_words(words);
    let label = |provision: &Provision| {
        workbench.with_aim(|aim| match aim.bundle_of(provision) {
            Some(bundle) => say::plan_card::in_bill(words, &provision.label, &bundle.name),
            None => provision.label.clone(),
        })
    };
    let item = |provision: &Arc<Provision>| {
        let name = label(provision);
        let leave_out = {
            let provision = provision.clone();
            let leave_out = say::plan_card::leave_out(words);
            button(words, leave_out, provision.label.clone(), move || {
                workbench.lock(&provision);
                told.tell(say::plan_card::left_out(&workbench.words(), &provision.label));
                search.focus_line(workbench.place());
            })
        };
        element("li", "", vec![name.into_any(), leave_out])
    };
    let changes = element("ul", "with-buttons", plan.on.iter().map(item).collect());
    let address = workbench.address_of(scenario);
    let apply = {
        let (name, address) = (name.clone(), address.clone());
        button(words, say::plan_card::apply(words), name.clone(), move || {
            workbench.open(&address);
            told.tell(say::plan_card::applied(&workbench.words(), &name, &workbench.result()));
            search.focus_line(workbench.place());
        })
    };
    let save = {
        let (suggested, saved) = (suggested_name(&baseline, &tree), SavedScenarios::here());
        button(words, say::saved_list::save(words), name.clone(), move || {
            let place = saved.save(&suggested, address.clone());
            told.tell(saved.outcome(place, &workbench.words()));
        })
    };
    let parts = vec![
        text("h3", "", name),
        changes,
        text("p", "result-line", result),
        text("p", "result-line", sureness(&baseline, &tree)),
        element("p", "buttons", vec![apply, save]),
    ];
    element("li", "plan", parts)
}
