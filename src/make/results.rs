//! What comes out: the results of all cards, and what an author should look at before publishing.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{Words, say};
use workbook::trial::{Check, Figured, Formula, HardText, Moved, Results, Row, moved};

use super::desk::{Desk, Since};
use crate::view::element::{Part, button, element, list, living, nothing, table, text};

/// How many rows of a list are shown.
const MOST: usize = 400;

/// All of it.
pub fn results(desk: Desk) -> Part {
    let all = living(move || {
        let (read, words) = (desk.read.get(), desk.words());
        let results = &read.results;
        match () {
            () if read.brought.rules.is_none() => text("p", "note", say::make::no_rules(&words)),
            () if results.rows.is_empty() => text("p", "note", say::make::no_cards(&words)),
            () => element("div", "", vec![spread(results, &words), ranking(results, &words)]),
        }
    });
    vec![all, before_publishing(desk), changes(desk)].into_any()
}

fn cell(value: String) -> Part {
    text("td", "", value)
}

fn head(name: String) -> Part {
    view! { <th scope="col">{name}</th> }.into_any()
}

fn row_head(row: &str) -> Part {
    view! { <th scope="row">{row.to_owned()}</th> }.into_any()
}

fn called(subject: &str, name: Option<&String>, year: Option<u16>) -> String {
    let name = name.map_or(subject, String::as_str);
    year.map_or_else(|| name.to_owned(), |year| format!("{name}, {year}"))
}

/// How many are in each grade.
fn spread(results: &Results, words: &Words) -> Part {
    let bands = results.spread.first().filter(|bands| !bands.is_empty());
    let Some(bands) = bands else { return nothing() };
    let rows = bands
        .iter()
        .map(|(band, count)| element("tr", "", vec![row_head(band), cell(words.number(&count.to_string()))]));
    let heads = vec![head(say::make::grade(words)), head(say::make::how_many(words))];
    element(
        "div",
        "spread",
        vec![text("h3", "", say::make::spread(words)), table("counts", heads, rows.collect())],
    )
}

fn figured(words: &Words, figured: Option<&Figured>) -> [String; 3] {
    match figured {
        None => ["–".to_owned(), String::new(), String::new()],
        Some(Figured { figure, band, rank }) => {
            [words.number(figure), band.clone().unwrap_or_default(), rank.to_string()]
        }
    }
}

fn ranking(results: &Results, words: &Words) -> Part {
    let several = results.tallies.len() > 1;
    let has_bands = |index: usize| results.spread.get(index).is_some_and(|bands| !bands.is_empty());
    let mut heads = vec![head(say::make::name(words))];
    for (index, title) in results.tallies.iter().enumerate() {
        heads.push(head(if several { title.clone() } else { say::make::figure(words) }));
        if has_bands(index) {
            heads.push(head(say::make::grade(words)));
        }
        heads.push(head(say::make::rank(words)));
    }
    let row = |row: &Row| {
        let mut cells = vec![row_head(&called(&row.subject, row.name.as_ref(), row.year))];
        for (index, result) in row.results.iter().enumerate() {
            let [figure, band, rank] = figured(words, result.as_ref());
            cells.push(cell(figure));
            if has_bands(index) {
                cells.push(cell(band));
            }
            cells.push(cell(rank));
        }
        element("tr", "", cells)
    };
    let rows = results.rows.iter().take(MOST).map(row).collect();
    let more = results.rows.len().saturating_sub(MOST);
    let rest =
        if more == 0 { nothing() } else { text("p", "note", say::workbook::rest(words, &more.to_string())) };
    let title = say::make::ranking(words);
    let scrolled = view! {
        <div class="scrolled" role="region" tabindex="0" aria-label=title.clone()>{table("outcomes-table", heads, rows)}</div>
    };
    element("div", "", vec![text("h3", "", title), scrolled.into_any(), rest])
}

/// What is to be looked at; none of it is a mistake.
fn before_publishing(desk: Desk) -> Part {
    living(move || {
        let words = desk.words();
        let Some(check) = desk.check.get() else { return nothing() };
        if desk.read.with(|read| read.brought.rules.is_none()) {
            return nothing();
        }
        let Check { nobody_has, everybody_has, changes_nothing, never_full, without_words, hard_to_read } =
            check;
        let mut parts = vec![text("h3", "", say::make::before_publishing(&words))];
        let mut add = |title: String, items: Vec<String>| {
            if !items.is_empty() {
                let count = items.len().to_string();
                let fold = view! { <details><summary>{format!("{title} ({count})")}</summary>{list("", items)}</details> };
                parts.push(fold.into_any());
            }
        };
        add(say::make::nobody_has(&words), nobody_has);
        add(say::make::everybody_has(&words), everybody_has);
        add(say::make::changes_nothing(&words), changes_nothing.clone().unwrap_or_default());
        let part = |(title, most, of): (String, String, String)| {
            say::make::never_full_part(&words, &title, &words.number(&most), &words.number(&of))
        };
        let parts_never_full = never_full.clone().unwrap_or_default().into_iter().map(part).collect();
        add(say::make::never_full(&words), parts_never_full);
        let lacks = |(tag, count): (String, usize)| say::make::lacks_words(&words, &tag, &count.to_string());
        add(say::make::without_words(&words), without_words.into_iter().map(lacks).collect());
        let hard = |HardText { text, level }: HardText| {
            let figure = words.number(&((level.tenths + 5).div_euclid(10)).to_string());
            match level.formula {
                Formula::FleschKincaid => say::make::hard_english(&words, &text, &figure),
                Formula::SzigrisztPazos => say::make::hard_spanish(&words, &text, &figure),
            }
        };
        add(say::make::hard_to_read(&words), hard_to_read.into_iter().map(hard).collect());
        if parts.len() == 1 {
            parts.push(text("p", "note", say::make::nothing_to_look_at(&words)));
        }
        if changes_nothing.is_none() || never_full.is_none() {
            parts.push(text("p", "note", say::make::not_looked_at(&words)));
        }
        element("div", "before-publishing", parts)
    })
}

/// What has changed since the workbook was opened, or since the last state that was marked.
fn changes(desk: Desk) -> Part {
    let words = desk.words();
    let mark = button(&words, say::make::mark(&words), String::new(), move || {
        let results = Arc::new(desk.read.with_untracked(|read| read.results.clone()));
        let time = String::from(js_sys::Date::new_0().to_locale_time_string(desk.words().id()));
        desk.before.set((Since::Marked(time), results));
        desk.say(say::make::marked(&desk.words()));
    });
    let found = living(move || {
        let words = desk.words();
        let (since, before) = desk.before.get();
        let moved = desk.read.with(|read| moved(&before, &read.results));
        let title = match &since {
            Since::Opened => say::make::since_opened(&words),
            Since::Marked(time) => say::make::since_marked(&words, time),
            Since::State(name) => say::make::since_state(&words, name),
        };
        let title = view! { <h3 id="changes-title" tabindex="-1">{title}</h3> }.into_any();
        if moved.is_empty() {
            return element("div", "", vec![title, text("p", "note", say::make::none_moved(&words))]);
        }
        let heads = [say::make::name(&words), say::make::before(&words), say::make::after(&words)];
        let shown = |one: &Option<Figured>| match one {
            None => "–".to_owned(),
            Some(_) => {
                let [figure, band, rank] = figured(&words, one.as_ref());
                let figure = if band.is_empty() { figure } else { format!("{figure} {band}") };
                say::make::figure_and_rank(&words, &figure, &rank)
            }
        };
        let row = |one: &Moved| {
            let name = called(&one.subject, one.name.as_ref(), one.year);
            element("tr", "", vec![row_head(&name), cell(shown(&one.before)), cell(shown(&one.after))])
        };
        let rows = moved.iter().take(MOST).map(row).collect();
        let table = table("outcomes-table", heads.into_iter().map(head).collect(), rows);
        element("div", "", vec![title, table])
    });
    element("div", "moved", vec![found, element("p", "buttons", vec![mark])])
}
