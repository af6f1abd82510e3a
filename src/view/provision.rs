//! One provision that a visitor can switch.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{ComponentScore, Law, Provision, Words, say};

use super::basis_mark::BasisMark;
use super::element::{GAP, Part, around, named};
use super::live::live;
use crate::calculator::Calculator;

/// A provision: the switch, what the law in force says, and where.
///
/// `within` is the component it stands in; a provision that counts in several stands in each, and all
/// its switches move together. `score` is the component's.
#[component]
pub fn ProvisionSwitch(
    provision: Arc<Provision>,
    within: String,
    score: RwSignal<ComponentScore>,
) -> impl IntoView {
    let calculator = Calculator::here();
    let id = format!("{within}-{}", provision.id);
    let finding_id = format!("{id}-finding");
    let (place, in_law) = (provision.index, provision.law.in_law);
    let differs = move || score.with(|score| score.differing.contains(place));
    let lock = (!provision.law.in_law).then(|| view! { <Lock provision=provision.clone()/> });
    let words = calculator.words();
    // Shown by the style sheet while the provision differs.
    let mark = match in_law {
        true => say::provision::removed(&words),
        false => say::provision::added(&words),
    };
    let label = provision.label.clone();
    let finding = view! { <Finding provision=provision.clone() within/> };
    view! {
        <li class="provision" class:changed=live(differs)>
            // Listening in the capture phase spares the page the code for delegated events: 1.5 kB in brotli.
            <input type="checkbox" id=id.clone() autocomplete="off" aria-describedby=finding_id.clone()
                checked=in_law prop:checked=live(move || in_law != differs())
                on:change:capture=move |event| calculator.set(&provision, event_target_checked(&event))/>
            <div class="provision-text">
                <label for=id>
                    {label}
                    <span class="changed-mark">{mark}</span>
                </label>
                <p class="finding" id=finding_id>{finding}</p>
                {lock}
            </div>
        </li>
    }
}

/// The button that leaves a provision out of plans, or no longer. The style sheet shows it while the ways up
/// are open, and while it is pressed.
#[component]
fn Lock(provision: Arc<Provision>) -> impl IntoView {
    let calculator = Calculator::here();
    let words = calculator.words();
    let said = say::provision::leave_this_out(&words, &GAP, &provision.label);
    let name = named(say::provision::leave_out(&words), &said);
    let locked = {
        let provision = provision.clone();
        live(move || calculator.is_locked(&provision).to_string())
    };
    view! {
        <button type="button" class="lock" aria-pressed=locked on:click:capture=move |_| calculator.lock(&provision)>
            {name}
        </button>
    }
}

/// What the law in force says on a provision, where, on what basis, and where else it counts.
#[component]
fn Finding(provision: Arc<Provision>, within: String) -> impl IntoView {
    let (law, words) = (&provision.law, Calculator::here().words());
    let elsewhere: Vec<&str> =
        provision.counts_in.iter().map(String::as_str).filter(|component| *component != within).collect();
    let elsewhere = if elsewhere.is_empty() {
        String::new()
    } else {
        format!(" {}", say::provision::counts_in(&words, &elsewhere.join(", ")))
    };
    let in_law = match law.in_law {
        true => say::provision::in_law(&words),
        false => say::provision::not_in_law(&words),
    };
    view! {
        <b>{in_law}" "</b>
        {found(&words, law)}
        <BasisMark basis=law.basis/>
        {elsewhere}
    }
}

/// The finding, and the statutes with links to their official texts.
fn found(words: &Words, law: &Law) -> Vec<Part> {
    let mut text = format!("{} ", law.finding);
    let mut parts = Vec::new();
    if !law.citations.is_empty() {
        let (before, behind) = around(&say::provision::cited(words, &GAP));
        text += &before;
        for cited in law.cited_parts(words) {
            match cited.address {
                Some(address) => {
                    parts.push(std::mem::take(&mut text).into_any());
                    let address = address.to_owned();
                    parts.push(view! { <a href=address>{cited.text}</a> }.into_any());
                }
                None => text += &cited.text,
            }
        }
        text += &behind;
        text += " ";
    }
    parts.push(text.into_any());
    parts
}
