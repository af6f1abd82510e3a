//! Share, copy, print, download.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::{Document, Report, picture, say, spreadsheet, spreadsheet_with_semicolons, summary};

use super::told::{Taken, Told};
use super::workbench::Workbench;
use crate::browser::{self, files, json};
use crate::view::document;
use crate::view::element::{Part, button, element, living, nothing, text};

/// How long a browser takes at most to say that it prints.
const PRINTS_WITHIN: Duration = Duration::from_secs(1);

/// Everything that a scenario can be taken away as.
pub fn take_away() -> Part {
    let workbench = Workbench::here();
    let told = Told::new();
    let words = &workbench.words();
    let copying = move |what: Taken, text: fn(Workbench) -> String| {
        move || {
            let text = text(workbench);
            spawn_local(async move { told.tell_handed(browser::copy(&text).await, what, text) });
        }
    };
    let saving = move |file: fn(Workbench) -> files::File| move || told.download(&file(workbench));
    let row = |buttons| element("p", "buttons", buttons);
    element(
        "div",
        "take-away",
        vec![
            text("h3", "", say::take_away::share_title(words)),
            row(vec![
                button(
                    words,
                    say::take_away::share(words),
                    say::take_away::this_scenario(words),
                    move || share(workbench, told),
                ),
                button(words, say::take_away::copy_link(words), String::new(), move || {
                    copy_link(workbench, told)
                }),
            ]),
            text("h3", "", say::take_away::files_title(words)),
            row(vec![
                // Somebody else's page is theirs to print.
                match workbench.place().is_whole_page() {
                    true => button(words, say::take_away::print(words), String::new(), print(told)),
                    false => nothing(),
                },
                button(words, say::take_away::png(words), String::new(), move || save_png(workbench, told)),
                button(words, say::take_away::svg(words), String::new(), saving(svg)),
                button(words, say::take_away::csv(words), String::new(), saving(csv)),
                button(
                    words,
                    say::take_away::csv_semicolons(words),
                    String::new(),
                    saving(csv_with_semicolons),
                ),
                button(words, say::take_away::json(words), String::new(), saving(data)),
            ]),
            text("p", "result-line", say::take_away::csv_hint(words)),
            told.place(),
            text("h3", "", say::take_away::words_title(words)),
            row(vec![
                button(
                    words,
                    say::take_away::copy_text(words),
                    String::new(),
                    copying(Taken::Summary, |workbench| in_words(workbench).text()),
                ),
                button(
                    words,
                    say::take_away::copy_markdown(words),
                    String::new(),
                    copying(Taken::Summary, |workbench| in_words(workbench).markdown()),
                ),
            ]),
            living(move || document::elements(in_words(workbench), str::to_owned)),
        ],
    )
}

/// Asks for the browser's window for printing. Frames and apps may forbid it without a word: then nothing is heard
/// of it, and that is told.
fn print(told: Told) -> impl FnMut() {
    let begun = StoredValue::new(false);
    browser::before_print(move || begun.set_value(true));
    move || {
        begun.set_value(false);
        browser::print();
        set_timeout(
            move || {
                if begun.try_get_value() == Some(false) {
                    told.tell_of_printing();
                }
            },
            PRINTS_WITHIN,
        );
    }
}

/// Copies the link of the scenario, or its address where no link leads to it.
fn copy_link(workbench: Workbench, told: Told) {
    let imprint = workbench.imprint();
    let what = if imprint.is_link() { Taken::Link } else { Taken::Address };
    spawn_local(async move { told.tell_handed(browser::copy(&imprint.link).await, what, imprint.link) });
}

/// Offers the link of the scenario to others.
fn share(workbench: Workbench, told: Told) {
    let imprint = workbench.imprint();
    if !imprint.is_link() {
        return copy_link(workbench, told);
    }
    let link = imprint.link;
    let baseline = workbench.baseline();
    let title =
        say::take_away::shared_as(baseline.words(), &baseline.card().jurisdiction, &workbench.result());
    spawn_local(async move { told.tell_handed(browser::share(&title, &link).await, Taken::Link, link) });
}

fn in_words(workbench: Workbench) -> Document {
    workbench.with_evaluation(|tree| summary(&workbench.baseline(), tree, &workbench.imprint()))
}

fn svg(workbench: Workbench) -> files::File {
    let text = workbench.with_evaluation(|tree| picture(&workbench.baseline(), tree, &workbench.imprint()));
    files::File { name: "lawgrade.svg", kind: "image/svg+xml", text }
}

fn csv(workbench: Workbench) -> files::File {
    let text =
        workbench.with_evaluation(|tree| spreadsheet(&workbench.baseline(), tree, &workbench.imprint()));
    files::File { name: "lawgrade.csv", kind: "text/csv", text }
}

fn csv_with_semicolons(workbench: Workbench) -> files::File {
    let text = workbench.with_evaluation(|tree| {
        spreadsheet_with_semicolons(&workbench.baseline(), tree, &workbench.imprint())
    });
    files::File { name: "lawgrade-semicolons.csv", kind: "text/csv", text }
}

fn data(workbench: Workbench) -> files::File {
    let text = workbench.with_evaluation(|tree| json::to_text(&Report::new(&workbench.baseline(), tree)));
    files::File { name: "lawgrade.json", kind: "application/json", text }
}

fn save_png(workbench: Workbench, told: Told) {
    let files::File { text, .. } = svg(workbench);
    spawn_local(async move {
        told.hand("lawgrade.png", files::png("lawgrade.png", &text, 1200, 630).await);
    });
}
