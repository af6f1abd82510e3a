//! What the browser keeps for the page, on the visitor's device.

use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent, window};

use super::place::listen;
use super::share::navigator_with;
use super::{Surroundings, surroundings};

/// The browser keeps nothing for this page: storage is denied, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// The text that is kept under a name, if any.
///
/// # Errors
/// When storage is denied.
pub fn read(name: &str) -> Result<Option<String>, NotKept> {
    storage()?.get_item(name).map_err(|_| NotKept)
}

/// Keeps a text under a name: when this gives no error, it was read again as it was written.
///
/// # Errors
/// When storage is denied or full. What was kept before is still there.
pub fn write(name: &str, text: &str) -> Result<(), NotKept> {
    storage()?.set_item(name, text).map_err(|_| NotKept)?;
    if read(name)?.as_deref() == Some(text) { Ok(()) } else { Err(NotKept) }
}

/// Asks the browser not to throw away what it keeps for this page when it runs out of room. Some ask the visitor.
pub fn ask_to_persist() {
    if let Some(navigator) = navigator_with("storage")
        && surroundings() == Surroundings::Browser
    {
        let _ = navigator.storage().persist();
    }
}

/// Forgets what is kept under a name.
pub fn remove(name: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls `follow` when another tab has written under this name, until the owner within which this is called
/// is no more.
pub fn on_written_elsewhere(name: &'static str, mut follow: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    listen(&window, "storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        // Without a key, everything was cleared.
        if key.is_none_or(|key| key == name) {
            follow();
        }
    });
}

// Merely to ask for the storage throws where it is denied.
fn storage() -> Result<Storage, NotKept> {
    window().and_then(|window| window.local_storage().ok()?).ok_or(NotKept)
}
