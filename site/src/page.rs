//! What pages are called in each language, and links to them.

use scoring::data::Language;

use crate::assets::{FRONT, Page};
use crate::failure::Failure;
use crate::html::escaped;

/// The name of a file in a language: English has the plain one.
pub fn name(language: &Language, stem: &str) -> String {
    name_in(&language.id, stem)
}

/// The same by the language's id.
pub fn name_in(language: &str, stem: &str) -> String {
    match (language, stem) {
        ("en", stem) => format!("{stem}.html"),
        (id, "index") => format!("{id}.html"),
        (id, stem) => format!("{stem}.{id}.html"),
    }
}

/// Whether something has the form of a language's id, by which [`name`] tells pages apart.
pub fn is_language(id: &str) -> bool {
    let mut parts = id.split('-');
    let first = parts.next().unwrap_or_default();
    matches!(first.len(), 2 | 3)
        && first.bytes().all(|letter| letter.is_ascii_lowercase())
        && parts.all(|part| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphanumeric()))
}

/// The address of the front page in a language, as seen from beside it: hosts of all kinds answer it without a
/// redirect that could lose its query, or lead nowhere.
pub fn front(language: &Language) -> String {
    match FRONT.name(language).as_str() {
        "index.html" => "./".to_owned(),
        file => file.to_owned(),
    }
}

/// The address of a page in a language that was asked for, so that the browser's own does not count.
pub fn asked(address: &str, language: &Language) -> String {
    format!("{address}?lang={}", language.id)
}

/// A link to a page from beside it, by the text `link` of a group.
///
/// # Errors
/// When the language has no such text.
pub fn link_to(page: &Page, group: &str, language: &Language) -> Result<String, Failure> {
    let text = escaped(&language.page_text(group, "link", &[])?);
    Ok(format!("<a href=\"{}\">{text}</a>", asked(&page.name(language), language)))
}

/// A link to what stands at an address in another language.
fn link(Language { id, name, .. }: &Language, address: &str) -> String {
    format!("<a href=\"{address}\" hreflang=\"{id}\" lang=\"{id}\">{name}</a>")
}

/// Links to the same page in all languages but one, side by side; `address` says where it stands in each.
pub fn links_to_others<'a>(
    own: &Language,
    languages: impl IntoIterator<Item = &'a Language>,
    address: impl Fn(&Language) -> String,
) -> String {
    let others = languages.into_iter().filter(|other| other.id != own.id);
    others.map(|other| link(other, &address(other))).collect::<Vec<_>>().join(" ")
}
