//! Bills: provisions that come into law together and count as one change.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Bundle, Provision, say};

use super::told::Told;
use super::workbench::Workbench;
use crate::view::element::{Part, button, element, living_in, on_enter, text};
use crate::view::filled::parts;

/// The bills of the visitor, and the fields to put a provision into one.
pub fn bills(workbench: Workbench, told: Told) -> Part {
    let words = workbench.words();
    let list = living_in("ul", "bills", move || {
        let bundles = workbench.with_aim(|aim| aim.bundles.clone());
        bundles.into_iter().map(|bundle| bill(workbench, told, bundle)).collect::<Vec<_>>().into_any()
    });
    element(
        "div",
        "",
        vec![
            text("h3", "", say::bills::title(&words)),
            text("p", "", say::bills::explanation(&words)),
            fields(workbench, told),
            list,
        ],
    )
}

fn fields(workbench: Workbench, told: Told) -> Part {
    let name = RwSignal::new(String::new());
    let chosen = RwSignal::new(String::new());
    let options = parts(move || {
        let baseline = workbench.baseline();
        let off = workbench.with_evaluation(|tree| {
            let off = baseline.provisions().iter().filter(|provision| !tree.scenario.holds(provision));
            off.cloned().collect::<Vec<_>>()
        });
        let known = chosen.get_untracked();
        if !off.iter().any(|provision| provision.id == known) {
            chosen.set(off.first().map(|provision| provision.id.clone()).unwrap_or_default());
        }
        let option = |provision: &Arc<Provision>| {
            let selected = provision.id == chosen.get_untracked();
            view! { <option value=provision.id.clone() selected=selected>{provision.label.clone()}</option> }
                .into_any()
        };
        off.iter().map(option).collect::<Vec<_>>().into_any()
    });
    let add = move || {
        let name = name.get_untracked();
        let baseline = workbench.baseline();
        let Some(provision) = baseline.provision(&chosen.get_untracked()) else { return };
        let mut kept = None;
        workbench.change_aim(|aim| kept = aim.put_into_bundle(&name, provision));
        told.tell(match kept {
            Some(name) => say::bills::was_put(baseline.words(), &name, &provision.label),
            None => say::bills::no_name(baseline.words()),
        });
    };
    let words = workbench.words();
    view! {
        <div class="bill">
            <label for="bill-name">{say::bills::name(&words)}</label>
            <input id="bill-name" autocomplete="off" maxlength="60" prop:value=move || name.get()
                on:input:capture=move |event| name.set(event_target_value(&event))
                on:keydown:capture=on_enter(add)/>
            <label for="bill-provision">{say::bills::provision(&words)}</label>
            <select id="bill-provision" on:change:capture=move |event| chosen.set(event_target_value(&event))>
                {options}
            </select>
            {button(&words, say::bills::put(&words), String::new(), add)}
        </div>
    }
    .into_any()
}

fn bill(workbench: Workbench, told: Told, Bundle { name, provisions }: Bundle) -> Part {
    let (baseline, words) = (workbench.baseline(), &workbench.words());
    let members: Vec<Arc<Provision>> =
        provisions.iter().filter_map(|place| baseline.provisions().get(place)).cloned().collect();
    let items = members.iter().map(|provision| {
        let label = provision.label.clone();
        let provision = provision.clone();
        let remove = button(words, say::bills::take_out(words), label.clone(), move || {
            workbench.change_aim(|aim| aim.take_out_of_bundle(&provision));
            workbench.focus_soon("#bill-name");
        });
        element("li", "", vec![label.into_any(), remove])
    });
    let items = element("ul", "with-buttons", items.collect());
    let switch = button(words, say::bills::switch_on(words), name.clone(), move || {
        let scenario = workbench.scenario();
        let new = members.iter().filter(|provision| !scenario.holds(provision)).count();
        workbench.open_scenario(scenario.adding(&members));
        told.tell(say::bills::switched_on(&workbench.words(), &new, &workbench.result()));
    });
    element("li", "", vec![text("b", "", name), items, element("p", "buttons", vec![switch])])
}
