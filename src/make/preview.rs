//! The calculator of the card as it is made: the page that shows any card, in a frame, which is sent the card file after each
//! change. The frame says when it is ready.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use scoring::say;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, window};
use workbook::card_file;

use super::desk::Desk;
use crate::browser::on_message;
use crate::view::element::Part;

/// The name of these messages.
const NAME: &str = "brought";

/// The frame.
pub fn preview(desk: Desk, address: &str) -> Part {
    let ready = RwSignal::new(false);
    on_message(move |event| {
        let is_ours = || Some(event.source()?.loose_eq(frame(desk)?.content_window()?.as_ref()));
        let said = |name: &str| Reflect::get(&event.data(), &name.into()).unwrap_or_default();
        if is_ours() == Some(true) && said("lawgrade") == NAME && said("ready").is_truthy() {
            // A frame that was loaded again says so again.
            ready.set(true);
        }
    });
    Effect::new(move || {
        desk.read.track();
        if ready.get() {
            send(desk);
        }
    });
    let words = desk.words();
    let title = say::make::preview(&words);
    view! {
        <section class="pane pane-preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{title.clone()}</h2>
            <iframe src=address.to_owned() title=title>{String::new()}</iframe>
        </section>
    }
    .into_any()
}

fn frame(desk: Desk) -> Option<HtmlIFrameElement> {
    desk.place.find(".pane-preview iframe")?.dyn_into().ok()
}

/// Sends what works of the card, where anything does.
fn send(desk: Desk) {
    let card = desk.read.with_untracked(|read| card_file::write(&read.brought));
    let origin = window().and_then(|window| window.location().origin().ok());
    let to = frame(desk).and_then(|frame| frame.content_window());
    if let (Some(card), Some(origin), Some(to)) = (card, origin, to) {
        let message = Object::new();
        let _ = Reflect::set(&message, &"lawgrade".into(), &NAME.into());
        let _ = Reflect::set(&message, &"card".into(), &JsValue::from_str(&card));
        let _ = to.post_message(&message, &origin);
    }
}
