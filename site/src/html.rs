//! Pages as texts: what is looked up in them and put into them.

pub use scoring::escaped;

use crate::failure::Failure;

/// The file that the finished page names in an attribute.
///
/// # Errors
/// When the page has no such attribute.
pub fn named<'a>(html: &'a str, attribute: &str) -> Result<&'a str, Failure> {
    let start = format!("{attribute}=\"");
    let name = html.split_once(&start).and_then(|(_, rest)| rest.split('"').next());
    name.ok_or_else(|| Failure::Missing(format!("no {attribute} in the page")))
}

/// The places of a page, by their ids.
pub fn ids(html: &str) -> String {
    let parts = html.split(" id=\"").skip(1);
    parts.filter_map(|part| part.split('"').next()).collect::<Vec<_>>().join(" ")
}

/// Puts something into the one place that is there for it.
///
/// # Errors
/// When there is no such place, or several.
pub fn replace_once(html: &str, place: &str, with: &str) -> Result<String, Failure> {
    match html.matches(place).count() {
        1 => Ok(html.replacen(place, with, 1)),
        count => Err(Failure::Missing(format!("expected “{place}” once in a page, found it {count} times"))),
    }
}

/// Fills the places of a template, each of which stands there once, in brackets: `[[title]]`.
///
/// # Errors
/// When a place is not there, or several times.
pub fn fill<'a, T: AsRef<str>>(
    template: String,
    places: impl IntoIterator<Item = (&'a str, T)>,
) -> Result<String, Failure> {
    places
        .into_iter()
        .try_fold(template, |html, (place, text)| replace_once(&html, &format!("[[{place}]]"), text.as_ref()))
}

/// Adds attributes to the start script's element, which tell it where things are.
///
/// # Errors
/// When the page has no start script.
pub fn tell_boot_script(html: &str, attributes: &str) -> Result<String, Failure> {
    replace_once(html, "data-page-js=", &format!("{attributes} data-page-js="))
}
