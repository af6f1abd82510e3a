//! The page on which an author makes a calculator of a spreadsheet: the table, what is wrong in it, and what comes out,
//! beside each other. A program of its own, which alone has the `workbook` crate.

mod desk;
mod diagnostics;
mod drafts;
mod form;
mod grid;
mod hands;
mod preview;
mod results;
mod selection;
mod start;
mod states;
mod table;
mod take_away;

use std::any::Any;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use scoring::{Words, pack, say};
use wasm_bindgen::JsError;
use web_sys::HtmlElement;

use crate::browser::{self, Place};
use crate::view::element::{Part, living};
use crate::view::filled::written;
use desk::{Desk, Step};

pub use hands::Hands;

/// The words of a language: `lines` has its tag and its locale, a line each, and `texts` are its texts.
///
/// # Errors
/// When the texts are damaged.
pub fn words(lines: &str, texts: &str) -> Result<Words, JsError> {
    let (language, locale) = lines.split_once('\n').unwrap_or((lines, lines));
    Ok(Words::new(language.to_owned(), pack::read_texts(texts)?, browser::speech(locale.trim()))?)
}

/// The sheets of a file, as JSON.
pub fn sheets(name: &str, bytes: &[u8]) -> String {
    serde_json::to_string(&workbook::file::read(name, bytes)).unwrap_or_default()
}

/// The page that runs, until it is dropped.
pub struct Running {
    mounted: Option<Box<dyn Any>>,
    owner: Owner,
}

impl Running {
    /// Puts the page into an element, in place of what is there.
    pub fn start(words: Arc<Words>, root: HtmlElement, hands: Hands) -> Self {
        let owner = Owner::new();
        let templates = start::templates(&root.get_attribute("data-templates").unwrap_or_default());
        let preview = root.get_attribute("data-preview").unwrap_or_default();
        let desk = owner.with(|| Desk::new(words, Place::around(root.clone(), None), hands));
        root.replace_children_with_node_0();
        let mounted = owner.with(|| mount_to(root, move || app(desk, templates, preview)));
        owner.with(|| desk.drafts.listen(desk));
        Self { mounted: Some(Box::new(mounted)), owner }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // First the views, which read what the owner holds.
        self.mounted = None;
        self.owner.cleanup();
    }
}

fn app(desk: Desk, templates: Vec<start::Template>, preview: String) -> impl IntoView {
    let is_open = Memo::new(move |_| desk.book.with(Option::is_some));
    let content = living(move || match is_open.get() {
        true => bench(desk, &preview),
        false => start::start(desk, &templates),
    });
    view! {
        {start::progress(desk)}
        {content}
        <p class="visually-hidden" role="status">{written(move || desk.announced.get())}</p>
    }
}

/// The three panes, and the calculator below them. On a phone one is shown at a time, the calculator with the results.
fn bench(desk: Desk, preview: &str) -> Part {
    let words = desk.words();
    let step = move |step: Step, name: String| {
        let act = move |_| desk.step.set(step);
        let pressed = move || (desk.step.get() == step).to_string();
        view! { <button type="button" aria-pressed=pressed on:click:capture=act>{name}</button> }.into_any()
    };
    let steps = vec![
        step(Step::Table, say::make::step_table(&words)),
        step(Step::Found, say::make::step_found(&words)),
        step(Step::Results, say::make::step_results(&words)),
    ];
    let shown = move || match desk.step.get() {
        Step::Table => "table",
        Step::Found => "found",
        Step::Results => "results",
    };
    view! {
        <div class="bench" data-step=shown>
            <div class="bench-head">{drafts::open(desk)}{take_away::take_away(desk)}{states::states(desk)}</div>
            <div class="steps" role="group" aria-label=say::make::steps(&words)>{steps}</div>
            <section class="pane pane-table" aria-labelledby="table-title">
                <div class="stays">
                    <h2 id="table-title">{say::make::table_title(&words)}</h2>
                    {table::table(desk)}
                </div>
            </section>
            <section class="pane pane-found" aria-labelledby="found-title">
                <h2 id="found-title" tabindex="-1">{say::make::found_title(&words)}</h2>
                {diagnostics::diagnostics(desk)}
            </section>
            <section class="pane pane-results" aria-labelledby="results-title">
                <h2 id="results-title">{say::make::results_title(&words)}</h2>
                {results::results(desk)}
            </section>
            {preview::preview(desk, preview)}
        </div>
    }
    .into_any()
}
