//! What goes on paper in place of the page: the sheet, or the memo where that was asked for.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsError;

use crate::browser::{self, Paper};
use crate::stage::Stage;
use crate::view::document;
use crate::view::element::element;

/// Has a sheet in the document whenever it is printed. It stays until the scenario is another: only paper shows it,
/// and browsers differ in when they draw their pages. Call it within the tools' owner.
///
/// # Errors
/// When the page has no place for it.
pub fn keep_ready(stage: impl Stage) -> Result<(), JsError> {
    let place = stage.place();
    let root = place.emptied("sheet")?;
    let made = StoredValue::new_local(None::<Box<dyn Any>>);
    let forget = move || {
        made.set_value(None);
        place.set_paper(None);
    };
    browser::before_print(move || {
        let paper = if place.prints_memo() { Paper::Memo } else { Paper::Sheet };
        forget();
        let sheet = match paper {
            Paper::Sheet => stage.sheet(),
            Paper::Memo => untrack(|| stage.memo()).document(&stage.words()),
        };
        // At once: what a browser prints is what is there when this returns.
        let view = move || element("section", "sheet", vec![document::elements(sheet, elsewhere)]);
        made.set_value(Some(Box::new(mount_to(root.clone(), view))));
        place.set_paper(Some(paper));
    });
    // What is printed next is the sheet again. What stands there stays: phones draw it later.
    browser::after_print(move || {
        if place.prints_memo() {
            place.set_paper(Some(Paper::Sheet));
        }
    });
    Effect::new(move || {
        stage.track();
        forget();
    });
    Ok(())
}

/// The address for a link on paper. One to the page itself would become a link to a place on the paper (in Chromium's
/// PDFs); with an empty query it is another address, of the same page. Only scenarios have a “/” behind the “#”: the law
/// that is cited has its own address as it is.
fn elsewhere(address: &str) -> String {
    match address.split_once('#') {
        Some((page, scenario)) if scenario.contains('/') && !page.contains('?') => {
            format!("{page}?#{scenario}")
        }
        _ => address.to_owned(),
    }
}
