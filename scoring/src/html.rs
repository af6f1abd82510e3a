//! Texts in HTML, for all that write it as a text.

/// A text as it stands in a page or in an attribute of it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
