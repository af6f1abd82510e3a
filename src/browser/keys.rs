//! Undo and redo by keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::Place;

/// A step back or forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ctrl+Z or Cmd+Z.
    Undo,
    /// With Shift as well, or Ctrl+Y.
    Redo,
}

/// Calls `step` for the keys that undo and redo everywhere, but not while a text is edited: those keys
/// are the text field's then.
pub fn on_step_keys(place: Place, mut step: impl FnMut(Step) + 'static) {
    place.on("keydown", move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || edits_text(event) {
            return;
        }
        let key = event.key();
        let which = match (key.as_str(), event.shift_key()) {
            ("z", false) => Step::Undo,
            ("z" | "Z", true) | ("y", false) => Step::Redo,
            _ => return,
        };
        event.prevent_default();
        step(which);
    });
}

/// Whether the key goes to something in which text is edited. The calculator's own fields are switches.
fn edits_text(event: &KeyboardEvent) -> bool {
    const TEXT: &str = "input:not([type=checkbox]),textarea,select,[contenteditable]";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.closest(TEXT), Ok(Some(_))))
}
