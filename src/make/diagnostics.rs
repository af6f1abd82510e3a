//! What is wrong: mistakes, warnings and notes, each leading to its cell.

use leptos::prelude::*;
use scoring::diagnose::{Diagnostic, Severity};
use scoring::say;
use workbook::told;

use super::desk::Desk;
use crate::view::element::{Part, element, living, text};
use crate::view::filled::written;

/// The list. Only how many there are is announced.
pub fn diagnostics(desk: Desk) -> Part {
    let count = view! {
        <p class="found-count">{written(move || { desk.read.track(); desk.summary() })}</p>
    };
    let list = living(move || {
        let words = desk.words();
        let groups = desk.read.with(|read| told(&read.brought.found, &words));
        if groups.is_empty() {
            return text("p", "all-well", say::make::nothing_wrong(&words));
        }
        let mut number = 0;
        let groups = groups.into_iter().map(|group| {
            let title = match group.severity {
                Severity::Error => say::make::errors(&words),
                Severity::Warning => say::make::warnings(&words),
                Severity::Note => say::make::notes(&words),
            };
            let class = match group.severity {
                Severity::Error => "severity severity-error",
                Severity::Warning => "severity severity-warning",
                Severity::Note => "severity severity-note",
            };
            let items = group.found.iter().map(|one| {
                number += 1;
                item(desk, one, number)
            });
            let items: Vec<Part> = items.collect();
            let mut parts = vec![text("h3", class, title), element("ol", "diagnostics", items)];
            parts.extend(group.rest.map(|rest| text("p", "note", rest)));
            element("div", "", parts)
        });
        element("div", "", groups.collect())
    });
    vec![count.into_any(), list].into_any()
}

fn item(desk: Desk, one: &Diagnostic, number: usize) -> Part {
    let words = desk.words();
    let place = one.at.in_words(&words);
    let at = match desk.spot_of(&one.at) {
        None => text("span", "at", place),
        Some(spot) => {
            let go = move |_| {
                desk.came_from.set(Some(number));
                desk.go(spot);
            };
            view! { <button type="button" class="at" data-found=number.to_string() on:click:capture=go>{place}</button> }
                .into_any()
        }
    };
    let address = format!("diagnostics.html#{}", one.code.name());
    let example = say::make::example(&words, &one.code.name());
    let example =
        view! { <a class="example" href=address hreflang="en" target="_blank">{example}</a> }.into_any();
    element(
        "li",
        "",
        vec![at, text("p", "says", one.says(&words)), text("p", "hint", one.hint(&words)), example],
    )
}

/// The diagnostics of a cell, in full.
pub fn of_cell(desk: Desk) -> Part {
    living(move || {
        let words = desk.words();
        let spot = desk.spot.get();
        let found = desk.read.with(|read| {
            let here = read.brought.found.iter().filter(|one| desk.spot_of(&one.at) == Some(spot));
            here.cloned().collect::<Vec<_>>()
        });
        let line = |one: &Diagnostic| format!("{} {}", one.says(&words), one.hint(&words));
        element("div", "of-cell", found.iter().map(|one| text("p", "", line(one))).collect())
    })
}
