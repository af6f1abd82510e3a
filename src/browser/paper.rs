//! Printing.

use web_sys::window;

use super::place::listen;

/// Calls `prepare` just before anything of the document goes to paper, until the owner within which this is called is
/// no more. That it is over nobody is told: phones say so before they have drawn the first page.
pub fn before_print(mut prepare: impl FnMut() + 'static) {
    if let Some(window) = window() {
        listen(&window, "beforeprint", move |_| prepare());
    }
}

/// Calls `act` once nothing more is asked for on paper, until the owner within which this is called is no more.
pub fn after_print(mut act: impl FnMut() + 'static) {
    if let Some(window) = window() {
        listen(&window, "afterprint", move |_| act());
    }
}

/// Opens the browser's dialog for printing and for saving as PDF.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
