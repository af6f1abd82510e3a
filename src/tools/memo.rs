//! A memo for whoever drafts a change of the law, and a letter to a legislator: read, printed, copied, sent.

use std::sync::Arc;

use leptos::prelude::{Memo as Kept, *};
use leptos::task::spawn_local;
use scoring::{Memo, Words, say};

use super::take_away::print;
use super::told::{Taken, Told};
use crate::browser::{self, Paper, Surroundings, files, surroundings};
use crate::stage::Stage;
use crate::view::document;
use crate::view::element::{Part, button, element, living, living_in, nothing, text};

/// Memo and letter about what is changed; while nothing is, how to come to them.
pub fn memo<S: Stage>(stage: S, told: Told<S>) -> Part {
    let memo = Kept::new(move |_| stage.memo());
    // What is unfolded stays so while a visitor goes on: only what it says is made anew.
    let is_empty = Kept::new(move |_| memo.with(Memo::is_empty));
    living(move || {
        let words = stage.words();
        if is_empty.get() {
            return text("p", "result-line", say::memo::nothing(&words));
        }
        let in_full = {
            let words = Arc::clone(&words);
            living(move || document::elements(memo.with(|memo| memo.document(&words)), str::to_owned))
        };
        let letter = {
            let words = Arc::clone(&words);
            living_in("p", "letter-body", move || memo.with(|memo| memo.letter(&words)).body.into_any())
        };
        element(
            "div",
            "memo",
            vec![
                text("p", "", say::memo::hint(&words)),
                for_drafters(stage, told, &words),
                fold(say::memo::read_memo(&words), in_full),
                for_legislators(stage, told, memo),
                fold(say::memo::read_letter(&words), letter),
            ],
        )
    })
}

fn for_drafters<S: Stage>(stage: S, told: Told<S>, words: &Words) -> Part {
    let written = move |write: fn(&Memo, &Words) -> String| write(&now(stage), &stage.words());
    let copying = move |write| move || copy(told, Taken::Memo, written(write));
    let save = move || {
        let text = written(in_markdown);
        told.download(&files::File { name: "lawgrade-memo.md", kind: "text/markdown", text });
    };
    element(
        "p",
        "buttons",
        vec![
            // Somebody else's page is theirs to print.
            match stage.place().is_whole_page() {
                true => {
                    button(words, say::memo::print(words), String::new(), print(stage, told, Paper::Memo))
                }
                false => nothing(),
            },
            button(words, say::memo::copy_text(words), String::new(), copying(in_text)),
            button(words, say::memo::copy_markdown(words), String::new(), copying(in_markdown)),
            button(words, say::memo::save(words), String::new(), save),
        ],
    )
}

fn for_legislators<S: Stage>(stage: S, told: Told<S>, memo: Kept<Memo>) -> Part {
    let words = stage.words();
    let copy_letter = move || copy(told, Taken::Letter, now(stage).letter(&stage.words()).body);
    // Out of a frame: mail may be a page, which would take the calculator's place, and most of them show in no frame.
    let is_outermost = stage.place().is_whole_page() && surroundings() == Surroundings::Browser;
    let target = if is_outermost { "_self" } else { "_blank" };
    let mail = say::memo::mail(&words);
    let copying = button(&words, say::memo::copy_letter(&words), String::new(), copy_letter);
    let address = move || memo.with(|memo| memo.mailto(&words));
    let link = view! { <a class="mail" href=address target=target rel="noopener">{mail}</a> }.into_any();
    element("p", "buttons", vec![copying, link])
}

/// The memo as it is when something is pressed.
fn now(stage: impl Stage) -> Memo {
    untrack(|| stage.memo())
}

fn in_text(memo: &Memo, words: &Words) -> String {
    memo.document(words).text()
}

fn in_markdown(memo: &Memo, words: &Words) -> String {
    memo.document(words).markdown()
}

fn copy<S: Stage>(told: Told<S>, what: Taken, text: String) {
    spawn_local(async move { told.tell_handed(browser::copy(&text).await, what, text) });
}

fn fold(name: String, content: Part) -> Part {
    element("details", "", vec![text("summary", "", name), content])
}
