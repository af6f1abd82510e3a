//! oEmbed: what systems for texts ask for when somebody writes down a link of Connecticut's calculator. Only absolute
//! addresses help there, so it is there where the build knows its own. It is a file, and what a link carries behind its #
//! is sent to no server: it gives the card as it is published. The other frameworks' pages have none, since such
//! systems sandbox what they get, and there these do not start.

use std::path::Path;

use scoring::data::Language;

use crate::assets::{FRAME_PAGE, OEMBED, PAGE};
use crate::failure::Failure;
use crate::home::Home;
use crate::html::{escaped, replace_once};

/// What the frame measures where nothing can ask it, in pixels.
const SIZE: (u32, u32) = (600, 700);

/// Writes the answer for each language, if the build knows its address.
///
/// # Errors
/// When it cannot be written, or a language has no title for it.
pub fn write(staging: &Path, languages: &[&Language]) -> Result<(), Failure> {
    let Some(home) = Home::of_build()? else { return Ok(()) };
    languages.iter().try_for_each(|language| OEMBED.write(staging, language, answer(&home, language)?))
}

/// A page of the calculator, with the link by which it is found.
///
/// # Errors
/// When the page is not as expected, or the language has no title for it.
pub fn discovered(html: &str, language: &Language) -> Result<String, Failure> {
    match Home::of_build()? {
        Some(home) => replace_once(html, "</head>", &format!("{}\n</head>", link(&home, language)?)),
        None => Ok(html.to_owned()),
    }
}

fn link(home: &Home, language: &Language) -> Result<String, Failure> {
    let title = escaped(&language.page_text("element", "title", &[])?);
    let address = format!("{}{}", home.folder(), OEMBED.name(language));
    Ok(format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">"
    ))
}

fn answer(home: &Home, language: &Language) -> Result<String, Failure> {
    let title = language.page_text("element", "title", &[])?;
    let (width, height) = SIZE;
    let (source, page) = (home.of(FRAME_PAGE.0, language), home.of(PAGE.0, language));
    let html = format!(
        "<iframe src=\"{source}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"></iframe>",
        escaped(&title)
    );
    let answer = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Lawgrade",
        "provider_url": home.folder(),
        "title": title,
        "url": page,
        "width": width,
        "height": height,
        "html": html,
    });
    Ok(answer.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::{answer, link};
    use crate::data::pairs;
    use crate::home::Home;

    #[test]
    fn the_answer_has_a_frame_of_the_page_in_its_language() {
        let pair = pairs().unwrap().remove(0);
        let spanish = pair.translations.iter().find(|translation| translation.language.id == "es").unwrap();
        let home = Home::new("https://example.org/lawgrade").unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(&answer(&home, &spanish.language).unwrap()).unwrap();
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        let html = answer["html"].as_str().unwrap();
        assert!(html.starts_with(
            "<iframe src=\"https://example.org/lawgrade/embed.es.html\" title=\"Lawgrade: cómo"
        ));
        assert!(
            link(&home, &spanish.language)
                .unwrap()
                .contains("href=\"https://example.org/lawgrade/oembed-es.json\"")
        );
    }
}
