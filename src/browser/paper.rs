//! Printing.

use web_sys::window;

use super::Place;

/// Calls `prepare` before the page goes to paper, with true, and afterwards with false.
pub fn on_print(place: Place, prepare: impl Fn(bool) + Clone + 'static) {
    let before = prepare.clone();
    place.on("beforeprint", move |_| before(true));
    place.on("afterprint", move |_| prepare(false));
}

/// Opens the browser's dialog for printing and for saving as PDF.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
