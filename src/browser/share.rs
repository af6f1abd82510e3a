//! Handing a text over: by the system's share sheet, or by the clipboard.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Navigator, ShareData, window};

/// What became of a text that was to be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The system's share sheet has taken it.
    Shared,
    /// The visitor has closed the share sheet.
    Cancelled,
    /// It is in the clipboard.
    Copied,
    /// Neither was possible.
    Refused,
}

/// Offers a link by the system's share sheet. Where there is none, copies it.
pub async fn share(title: &str, link: &str) -> Handed {
    if let Some(navigator) = navigator_with("share") {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(link);
        match given(&navigator, &data).await {
            Handed::Refused => {}
            handed => return handed,
        }
    }
    copy(link).await
}

/// Whether the system's share sheet takes a file.
pub(super) fn takes(file: &File) -> bool {
    let asks = || {
        let navigator = navigator_with("canShare")?;
        let can: Function = Reflect::get(&navigator, &"canShare".into()).ok()?.dyn_into().ok()?;
        can.call1(&navigator, &data_of(file)).ok()?.as_bool()
    };
    asks() == Some(true)
}

/// Offers a file by the system's share sheet.
pub(super) async fn share_file(file: &File) -> Handed {
    match navigator_with("share") {
        Some(navigator) => given(&navigator, &data_of(file)).await,
        None => Handed::Refused,
    }
}

fn data_of(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

async fn given(navigator: &Navigator, data: &ShareData) -> Handed {
    match JsFuture::from(navigator.share_with_data(data)).await {
        Ok(_) => Handed::Shared,
        Err(error) if is_abort(&error) => Handed::Cancelled,
        Err(_) => Handed::Refused,
    }
}

/// Puts a text into the clipboard.
pub async fn copy(text: &str) -> Handed {
    // There is no clipboard on pages that came without encryption.
    let Some(navigator) = navigator_with("clipboard") else { return Handed::Refused };
    match JsFuture::from(navigator.clipboard().write_text(text)).await {
        Ok(_) => Handed::Copied,
        Err(_) => Handed::Refused,
    }
}

pub(super) fn navigator_with(ability: &str) -> Option<Navigator> {
    let navigator = window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str(ability)).ok()?;
    (!found.is_undefined()).then_some(navigator)
}

fn is_abort(error: &JsValue) -> bool {
    error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError")
}
