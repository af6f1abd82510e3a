//! Share, copy, print, download.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::say;

use super::memo::memo;
use super::told::{Taken, Told};
use crate::browser::{self, Paper, files};
use crate::stage::Stage;
use crate::view::document;
use crate::view::element::{Part, button, element, living, nothing, text};

/// How long a browser takes at most to say that it prints.
const PRINTS_WITHIN: Duration = Duration::from_secs(1);

/// Everything that a scenario can be taken away as.
pub fn take_away<S: Stage>() -> Part {
    let stage = S::here();
    let told = Told::<S>::new();
    let words = &stage.words();
    let copying = move |what: Taken, text: fn(S) -> String| {
        move || {
            let text = text(stage);
            spawn_local(async move { told.tell_handed(browser::copy(&text).await, what, text) });
        }
    };
    let saving = move |file: fn(S) -> files::File| move || told.download(&file(stage));
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
                    move || share(stage, told),
                ),
                button(words, say::take_away::copy_link(words), String::new(), move || {
                    copy_link(stage, told)
                }),
            ]),
            text("h3", "", say::take_away::files_title(words)),
            row(vec![
                // Somebody else's page is theirs to print.
                match stage.place().is_whole_page() {
                    true => button(
                        words,
                        say::take_away::print(words),
                        String::new(),
                        print(stage, told, Paper::Sheet),
                    ),
                    false => nothing(),
                },
                button(words, say::take_away::png(words), String::new(), move || save_png(stage, told)),
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
                    copying(Taken::Summary, |stage: S| stage.summary().text()),
                ),
                button(
                    words,
                    say::take_away::copy_markdown(words),
                    String::new(),
                    copying(Taken::Summary, |stage: S| stage.summary().markdown()),
                ),
            ]),
            living(move || document::elements(stage.summary(), str::to_owned)),
            text("h3", "", say::memo::title(words)),
            memo(stage, told),
        ],
    )
}

/// Asks for the browser's window for printing. Frames and apps may forbid it without a word: then nothing is heard
/// of it, and that is told.
pub(super) fn print<S: Stage>(stage: S, told: Told<S>, what: Paper) -> impl FnMut() {
    let begun = StoredValue::new(false);
    browser::before_print(move || begun.set_value(true));
    move || {
        begun.set_value(false);
        stage.place().set_paper(Some(what));
        browser::print();
        set_timeout(
            move || {
                if begun.try_get_value() == Some(false) {
                    stage.place().set_paper(None);
                    told.tell_of_printing();
                }
            },
            PRINTS_WITHIN,
        );
    }
}

/// Copies the link of the scenario, or its address where no link leads to it.
fn copy_link<S: Stage>(stage: S, told: Told<S>) {
    let imprint = stage.imprint();
    let what = if imprint.is_link() { Taken::Link } else { Taken::Address };
    spawn_local(async move { told.tell_handed(browser::copy(&imprint.link).await, what, imprint.link) });
}

/// Offers the link of the scenario to others.
fn share<S: Stage>(stage: S, told: Told<S>) {
    let imprint = stage.imprint();
    if !imprint.is_link() {
        return copy_link(stage, told);
    }
    let link = imprint.link;
    let title = say::take_away::shared_as(&stage.words(), &stage.subject(), &stage.result());
    spawn_local(async move { told.tell_handed(browser::share(&title, &link).await, Taken::Link, link) });
}

fn svg(stage: impl Stage) -> files::File {
    files::File { name: "lawgrade.svg", kind: "image/svg+xml", text: stage.picture() }
}

fn csv(stage: impl Stage) -> files::File {
    files::File { name: "lawgrade.csv", kind: "text/csv", text: stage.spreadsheet(false) }
}

fn csv_with_semicolons(stage: impl Stage) -> files::File {
    files::File { name: "lawgrade-semicolons.csv", kind: "text/csv", text: stage.spreadsheet(true) }
}

fn data(stage: impl Stage) -> files::File {
    files::File { name: "lawgrade.json", kind: "application/json", text: stage.report() }
}

fn save_png<S: Stage>(stage: S, told: Told<S>) {
    let files::File { text, .. } = svg(stage);
    spawn_local(async move {
        told.hand("lawgrade.png", files::png("lawgrade.png", &text, 1200, 630).await);
    });
}
