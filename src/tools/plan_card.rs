//! Plans as cards: what each changes, what comes of it, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::shelf::suggested_name;
use scoring::{Headline, Order, Plan, Plans, Provision, Scenario, evaluate, sureness};

use super::comparison::comparison_of;
use super::saved::SavedScenarios;
use super::told::Told;
use super::workbench::Workbench;
use crate::view::element::{Part, button, element, living, nothing, words};

/// Whether plans are compared, and in which order: that stays while the plans change.
#[derive(Clone, Copy)]
pub struct Compared {
    /// Whether the comparison is shown.
    pub open: RwSignal<bool>,
    /// The order of its rows.
    pub order: RwSignal<Order>,
}

/// The listed plans, and how many more there are.
pub fn plan_cards(
    workbench: Workbench,
    told: Told,
    scenario: &Scenario,
    plans: &Plans,
    Compared { open, order }: Compared,
) -> Part {
    let listed: Vec<(String, Scenario, &Plan)> = (1..)
        .zip(&plans.plans)
        .map(|(number, plan)| (format!("Plan {number}"), scenario.adding(&plan.on), plan))
        .collect();
    let compared: Vec<_> =
        listed.iter().map(|(name, scenario, _)| (name.clone(), scenario.clone())).collect();
    let cards = listed.into_iter().map(|(name, scenario, plan)| card(workbench, told, name, scenario, plan));
    let mut parts = vec![element("ol", "plans", cards.collect())];
    let more = plans.count.saturating_sub(plans.plans.len() as u128);
    if more > 0 {
        parts.push(words("p", "", format!("And {more} more. Those with the highest total are shown.")));
    }
    if compared.len() > 1 {
        parts.push(living(move || {
            let name = if open.get() { "Hide the comparison" } else { "Compare these plans side by side" };
            let toggle = button(name, "", move || {
                open.update(|open| *open = !*open);
                workbench.focus_soon(".compare button");
            });
            element("p", "buttons compare", vec![toggle])
        }));
        parts.push(living(move || match open.get() {
            true => comparison_of("plans", compared.clone(), order),
            false => nothing(),
        }));
    }
    element("div", "", parts)
}

fn card(workbench: Workbench, told: Told, name: String, scenario: Scenario, plan: &Plan) -> Part {
    let baseline = workbench.baseline();
    let tree = evaluate(&baseline, &scenario);
    let result = Headline::new(&baseline, &tree).in_words(baseline.words());
    let bill = |provision: &Provision| {
        workbench.with_aim(|aim| match aim.bundle_of(provision) {
            Some(bundle) => format!(" (in “{}”)", bundle.name),
            None => String::new(),
        })
    };
    let item = |provision: &Arc<Provision>| {
        let text = format!("{}{}", provision.label, bill(provision));
        let leave_out = {
            let provision = provision.clone();
            button("Leave out", provision.label.clone(), move || {
                workbench.lock(&provision);
                told.tell(format!("Left out of plans: {}.", provision.label));
                workbench.focus_soon(".outcome");
            })
        };
        element("li", "", vec![text.into_any(), leave_out])
    };
    let changes = element("ul", "with-buttons", plan.on.iter().map(item).collect());
    let address = workbench.address_of(scenario);
    let apply = {
        let (name, address) = (name.clone(), address.clone());
        button("Apply", name.clone(), move || {
            workbench.open(&address);
            told.tell(format!(
                "{name} is applied: {}.",
                workbench.headline().in_words(workbench.baseline().words())
            ));
            workbench.focus_soon(".outcome");
        })
    };
    let save = {
        let (suggested, saved) = (suggested_name(&baseline, &tree), SavedScenarios::here());
        button("Save", name.clone(), move || {
            saved.save(&suggested, address.clone());
            told.tell(format!("Saved: “{}”.", saved.last_name()));
        })
    };
    let parts = vec![
        words("h3", "", name),
        changes,
        words("p", "result-line", result),
        words("p", "result-line", sureness(&baseline, &tree)),
        element("p", "buttons", vec![apply, save]),
    ];
    element("li", "plan", parts)
}
