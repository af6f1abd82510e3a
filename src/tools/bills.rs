//! Bills: provisions that come into law together and count as one change.

use leptos::prelude::*;
use scoring::{Bundle, say};

use super::told::Told;
use crate::stage::Stage;
use crate::view::element::{Part, button, element, living_in, on_enter, text};
use crate::view::filled::parts;

/// The bills of the visitor, and the fields to put a provision into one.
pub fn bills<S: Stage>(stage: S, told: Told<S>) -> Part {
    let words = stage.words();
    let list = living_in("ul", "bills", move || {
        stage.bills().into_iter().map(|bundle| bill(stage, told, bundle)).collect::<Vec<_>>().into_any()
    });
    element(
        "div",
        "",
        vec![
            text("h3", "", say::bills::title(&words)),
            text("p", "", say::bills::explanation(&words)),
            fields(stage, told),
            list,
        ],
    )
}

fn fields<S: Stage>(stage: S, told: Told<S>) -> Part {
    let name = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<usize>);
    let options = parts(move || {
        let off = stage.not_held();
        if !chosen.get_untracked().is_some_and(|known| off.contains(&known)) {
            chosen.set(off.first().copied());
        }
        let option = |provision: &usize| {
            let selected = Some(*provision) == chosen.get_untracked();
            view! { <option value=provision.to_string() selected=selected>{stage.label(*provision)}</option> }
                .into_any()
        };
        off.iter().map(option).collect::<Vec<_>>().into_any()
    });
    let add = move || {
        let Some(provision) = chosen.get_untracked() else { return };
        let words = stage.words();
        told.tell(match stage.put_into_bill(&name.get_untracked(), provision) {
            Some(name) => say::bills::was_put(&words, &name, &stage.label(provision)),
            None => say::bills::no_name(&words),
        });
    };
    let words = stage.words();
    view! {
        <div class="bill">
            <label for="bill-name">{say::bills::name(&words)}</label>
            <input id="bill-name" autocomplete="off" maxlength="60" prop:value=move || name.get()
                on:input:capture=move |event| name.set(event_target_value(&event))
                on:keydown:capture=on_enter(add)/>
            <label for="bill-provision">{say::bills::provision(&words)}</label>
            <select id="bill-provision" on:change:capture=move |event| chosen.set(event_target_value(&event).parse().ok())>
                {options}
            </select>
            {button(&words, say::bills::put(&words), String::new(), add)}
        </div>
    }
    .into_any()
}

fn bill<S: Stage>(stage: S, told: Told<S>, Bundle { name, provisions }: Bundle) -> Part {
    let words = &stage.words();
    let items = provisions.iter().map(|provision| {
        let label = stage.label(provision);
        let remove = button(words, say::bills::take_out(words), label.clone(), move || {
            stage.take_out_of_bill(provision);
            stage.focus_soon("#bill-name");
        });
        element("li", "", vec![label.into_any(), remove])
    });
    let items = element("ul", "with-buttons", items.collect());
    let switch = button(words, say::bills::switch_on(words), name.clone(), move || {
        let new = stage.put_into_law(&provisions);
        told.tell(say::bills::switched_on(&stage.words(), &new, &stage.result()));
    });
    element("li", "", vec![text("b", "", name), items, element("p", "buttons", vec![switch])])
}
