//! Handing a text over: by the system's share sheet, or by the clipboard.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData, window};

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
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => return Handed::Shared,
            Err(error) if is_abort(&error) => return Handed::Cancelled,
            Err(_) => {}
        }
    }
    copy(link).await
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

fn navigator_with(ability: &str) -> Option<Navigator> {
    let navigator = window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str(ability)).ok()?;
    (!found.is_undefined()).then_some(navigator)
}

fn is_abort(error: &JsValue) -> bool {
    error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError")
}
