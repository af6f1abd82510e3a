//! What follows the scenario.
//!
//! A word on the views: words that never change stand in braces. Leptos makes elements without any brace in
//! them by `innerHTML`, which a strict content security policy with Trusted Types refuses.

/// A reading that is repeated whenever the scenario changes.
///
/// In a box, so that the program carries the code that updates a text, a class or a length once, and
/// not again for every place that has one: that was 1.7 kB of the page in brotli.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// Boxes a reading.
pub fn live<T>(read: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(read)
}
