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
        if event.default_prevented() || event.is_composing() || goes_to_text(event) {
            return;
        }
        // The right Alt key counts as Ctrl and Alt, and on some systems as Ctrl alone.
        let held = (event.ctrl_key() || event.meta_key())
            && !event.alt_key()
            && !event.get_modifier_state("AltGraph");
        let which = match (letter(event), event.shift_key()) {
            (Some('z'), false) if held => Step::Undo,
            (Some('z'), true) | (Some('y'), false) if held => Step::Redo,
            _ => return,
        };
        event.prevent_default();
        step(which);
    });
}

/// The Latin letter that a key stands for, in any layout: the one that it writes, whether Caps Lock is on or not.
/// A key that writes in another script, as in Greek or Russian, is the one at that place on a Latin keyboard.
fn letter(event: &KeyboardEvent) -> Option<char> {
    /// Latin letters end here; the next block is Greek.
    const LATIN: char = '\u{36f}';
    let key = event.key();
    let mut written = key.chars();
    match (written.next()?, written.next()) {
        (letter, None) if letter.is_ascii() => Some(letter.to_ascii_lowercase()),
        (letter, _) if letter > LATIN => match event.code().as_str() {
            "KeyZ" => Some('z'),
            "KeyY" => Some('y'),
            _ => None,
        },
        _ => None,
    }
}

/// What text is edited in.
const TEXT: &str = "input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=file],[type=range]),\
    textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]";

/// Whether text is edited in this element, or in one around it.
pub(super) fn edits_text(element: &Element) -> bool {
    matches!(element.closest(TEXT), Ok(Some(_)))
}

/// Whether the key goes to something in which text is edited, also within a component of somebody else.
fn goes_to_text(event: &KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|element| edits_text(&element))
}
