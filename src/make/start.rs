//! Where an author begins: a file, cells that were copied, a card of this site, a short form, or a draft.

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::say;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DragEvent, Event, HtmlInputElement, HtmlTextAreaElement};

use super::desk::Desk;
use super::{drafts, form};
use crate::view::element::{Part, button, element, living, nothing, text};

/// A card of this site to begin with.
#[derive(Clone, Debug, Deserialize)]
pub struct Template {
    title: String,
    address: String,
}

/// The cards that the build names.
pub fn templates(json: &str) -> Vec<Template> {
    serde_json::from_str(json).unwrap_or_default()
}

/// What is being read, with a way to stop it.
pub fn progress(desk: Desk) -> Part {
    living(move || match desk.reading.get() {
        None => nothing(),
        Some(name) => {
            let words = desk.words();
            let stop = button(&words, say::make::stop(&words), String::new(), move || desk.stop());
            view! {
                <div class="notice reading">
                    <p>{say::make::reading(&words, &name)}</p>
                    <progress aria-label=say::make::reading(&words, &name)>{String::new()}</progress>
                    {stop}
                </div>
            }
            .into_any()
        }
    })
}

/// All ways to begin.
pub fn start(desk: Desk, templates: &[Template]) -> Part {
    element(
        "div",
        "start",
        vec![drafts::list(desk), file(desk), pasted(desk), chosen(desk, templates), form::form(desk)],
    )
}

fn part(title: String, parts: Vec<Part>) -> Part {
    let mut all = vec![text("h2", "", title)];
    all.extend(parts);
    element("section", "start-part", all)
}

/// Reads a file that was chosen or dropped.
fn take(desk: Desk, file: web_sys::File) {
    spawn_local(async move {
        let name = file.name();
        match JsFuture::from(file.array_buffer()).await {
            Ok(bytes) => desk.bring(name, Uint8Array::new(&bytes).to_vec()),
            Err(_) => desk.say(say::make::not_read(&desk.words(), &name)),
        }
    });
}

fn file(desk: Desk) -> Part {
    let words = desk.words();
    let over = RwSignal::new(false);
    let choose = move |event: Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            take(desk, file);
        }
        field.set_value("");
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            take(desk, file);
        }
    };
    let told = living(move || {
        let said = desk.announced.get();
        if said.is_empty() { nothing() } else { text("p", "said", said) }
    });
    let zone = view! {
        <div class="drop" class:over=move || over.get() on:dragover:capture=drag on:dragleave:capture=move |_| over.set(false) on:drop:capture=drop>
            <p>{say::make::drop(&words)}</p>
            <label class="file">
                <span>{say::make::choose(&words)}</span>
                <input type="file" accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,.json" on:change:capture=choose/>
            </label>
            <p class="note">{say::make::kinds(&words)}</p>
        </div>
    };
    part(say::make::file_title(&words), vec![zone.into_any(), told])
}

fn pasted(desk: Desk) -> Part {
    let words = desk.words();
    let read = move |content: String| {
        if !content.trim().is_empty() {
            let name = say::make::pasted_name(&desk.words());
            desk.bring(name, content.into_bytes());
        }
    };
    // What is pasted is read at once; what is typed, by the button.
    let paste = move |event: ClipboardEvent| {
        let content = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let Some(content) = content.filter(|content| content.contains(['\t', '\n'])) {
            event.prevent_default();
            read(content);
        }
    };
    let typed = RwSignal::new(String::new());
    let input = move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        typed.set(field.map(|field| field.value()).unwrap_or_default());
    };
    let field = view! {
        <label class="pasted">
            <span>{say::make::paste(&words)}</span>
            <textarea rows="4" spellcheck="false" on:paste:capture=paste on:input:capture=input>{String::new()}</textarea>
        </label>
    };
    let go =
        button(&words, say::make::read_cells(&words), String::new(), move || read(typed.get_untracked()));
    part(say::make::paste_title(&words), vec![field.into_any(), element("p", "buttons", vec![go])])
}

fn chosen(desk: Desk, templates: &[Template]) -> Part {
    let words = desk.words();
    let item = |template: &Template| {
        let Template { title, address } = template.clone();
        let use_it = {
            let (title, address) = (title.clone(), address.clone());
            move || {
                let (title, address) = (title.clone(), address.clone());
                spawn_local(async move {
                    match desk.hands().fetch(&address).await {
                        Ok(bytes) => {
                            let name = say::make::copy_of(&desk.words(), &title);
                            desk.bring(format!("{name}.xlsx"), Uint8Array::new(&bytes).to_vec());
                        }
                        Err(_) => desk.say(say::make::not_read(&desk.words(), &title)),
                    }
                });
            }
        };
        let link = view! { <a href=address download="">{say::make::download_template(&words)}</a> };
        let button = button(&words, say::make::use_template(&words), title.clone(), use_it);
        element("li", "", vec![text("strong", "", title), button, link.into_any()])
    };
    let items = templates.iter().map(item).collect();
    part(
        say::make::templates_title(&words),
        vec![text("p", "note", say::make::templates_hint(&words)), element("ul", "templates", items)],
    )
}
