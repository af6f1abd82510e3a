//! Printing.

use gloo_events::EventListener;
use web_sys::window;

/// Calls `prepare` before the page goes to paper, with true, and afterwards with false.
pub fn on_print(prepare: impl Fn(bool) + Clone + 'static) {
    let Some(window) = window() else { return };
    let before = prepare.clone();
    EventListener::new(&window, "beforeprint", move |_| before(true)).forget();
    EventListener::new(&window, "afterprint", move |_| prepare(false)).forget();
}

/// Opens the browser's dialog for printing and for saving as PDF.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
