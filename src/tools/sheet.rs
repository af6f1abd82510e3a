//! The sheet that goes on paper in place of the page.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsError;

use crate::browser;
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
        forget();
        let sheet = stage.sheet();
        // At once: what a browser prints is what is there when this returns.
        let view = move || element("section", "sheet", vec![document::elements(sheet, elsewhere)]);
        made.set_value(Some(Box::new(mount_to(root.clone(), view))));
        place.set_paper(Some("sheet"));
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
