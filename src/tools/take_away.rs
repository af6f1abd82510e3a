//! Share, copy, print, download.

use leptos::task::spawn_local;
use scoring::{Document, Report, picture, spreadsheet, summary};

use super::told::Told;
use super::workbench::Workbench;
use crate::browser::{self, files, json};
use crate::view::document;
use crate::view::element::{Part, button, element, living, nothing, words};

/// Everything that a scenario can be taken away as.
pub fn take_away() -> Part {
    let workbench = Workbench::here();
    let told = Told::new();
    let copying = move |what: &'static str, text: fn(Workbench) -> String| {
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
            words("h3", "", "Share"),
            row(vec![
                button("Share…", "this scenario", move || share(workbench, told)),
                button("Copy link", "", copying("The link", |workbench| workbench.imprint().link)),
            ]),
            words("h3", "", "On paper and in files"),
            row(vec![
                // Somebody else's page is theirs to print.
                match workbench.place().is_whole_page() {
                    true => button("Print or save as PDF", "", move || workbench.print()),
                    false => nothing(),
                },
                button("Picture (PNG)", "", move || save_png(workbench, told)),
                button("Picture (SVG)", "", saving(svg)),
                button("Spreadsheet (CSV)", "", saving(csv)),
                button("Data (JSON)", "", saving(data)),
            ]),
            told.place(),
            words("h3", "", "In words"),
            row(vec![
                button("Copy as text", "", copying("The summary", |workbench| in_words(workbench).text())),
                button(
                    "Copy as Markdown",
                    "",
                    copying("The summary", |workbench| in_words(workbench).markdown()),
                ),
            ]),
            living(move || document::elements(in_words(workbench))),
        ],
    )
}

/// Offers the link of the scenario to others.
fn share(workbench: Workbench, told: Told) {
    let link = workbench.imprint().link;
    let baseline = workbench.baseline();
    let headline = workbench.headline().in_words(baseline.words());
    let title = format!("{}: {headline}", baseline.card().jurisdiction);
    spawn_local(async move { told.tell_handed(browser::share(&title, &link).await, "The link", link) });
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

fn data(workbench: Workbench) -> files::File {
    let text = workbench.with_evaluation(|tree| json::to_text(&Report::new(&workbench.baseline(), tree)));
    files::File { name: "lawgrade.json", kind: "application/json", text }
}

fn save_png(workbench: Workbench, told: Told) {
    let files::File { text, .. } = svg(workbench);
    spawn_local(async move {
        let done = files::download_png("lawgrade.png", &text, 1200, 630).await;
        told.tell_made("lawgrade.png", done.is_ok());
    });
}
