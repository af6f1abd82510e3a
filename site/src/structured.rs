//! What search engines read of a page, as JSON-LD in the words of <https://schema.org>.

use scoring::data::Language;
use scoring::rules::file::Framework;
use serde_json::{Value, json};

/// What stands in a page's script element. No text of the page has a mark that could end it.
pub fn script(about: &Value) -> String {
    about.to_string().replace('<', "\\u003c")
}

/// The front page, `name` and `description` as it has them.
pub fn site(language: &Language, name: &str, description: &str) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Lawgrade",
        "headline": name,
        "description": description,
        "isAccessibleForFree": true,
        "inLanguage": language.id,
    })
}

/// A calculator of the report that is called so and stands there.
pub fn calculator(language: &Language, report: &str, address: &str) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebApplication",
        "name": "Lawgrade",
        "applicationCategory": "ReferenceApplication",
        "operatingSystem": "Any",
        "isAccessibleForFree": true,
        "inLanguage": language.id,
        "about": {"@type": "Report", "name": report, "url": address},
    })
}

/// Something that is based on what a framework's publisher has printed: all of its cards, or the page of one. `kind` is its
/// type, `name` and `description` are as the page has them. The table and the page are the calculator's own.
pub fn of_framework(
    kind: &str,
    language: &Language,
    framework: &Framework,
    name: &str,
    description: &str,
) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "description": description,
        "inLanguage": language.id,
        "isAccessibleForFree": true,
        "isBasedOn": source(framework),
    })
}

/// What a framework's publisher has printed.
fn source(framework: &Framework) -> Value {
    let source = framework.source.clone().unwrap_or_default();
    let mut work = json!({
        "@type": "CreativeWork",
        "name": source.title,
        "datePublished": framework.year.to_string(),
        "publisher": {"@type": "Organization", "name": framework.publisher},
    });
    if let (Some(address), Some(work)) = (source.address, work.as_object_mut()) {
        work.insert("url".to_owned(), address.into());
    }
    work
}
