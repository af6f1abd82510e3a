//! Where the page will be, as far as the build is told: `cargo xtask build --home https://example.org/lawgrade/`.

use scoring::data::Language;

use crate::assets::PAGE;
use crate::failure::Failure;
use crate::html::{escaped, replace_once};
use crate::page;

/// The environment variable by which the build tells its last step.
pub const VARIABLE: &str = "LAWGRADE_HOME";

/// The absolute address of the folder that the release will be in, with a `/` at its end.
pub struct Home(String);

impl Home {
    /// The one that this build was told, if any.
    ///
    /// # Errors
    /// When it is no address of a folder.
    pub fn of_build() -> Result<Option<Self>, Failure> {
        std::env::var(VARIABLE)
            .ok()
            .filter(|address| !address.is_empty())
            .as_deref()
            .map(Self::new)
            .transpose()
    }

    /// One at this address.
    ///
    /// # Errors
    /// When it is no absolute address of a folder.
    pub fn new(address: &str) -> Result<Self, Failure> {
        let absolute = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
        if !absolute || address.contains(['?', '#', '"', '<', '>', ' ']) || address.ends_with(".html") {
            return Err(Failure::Missing(format!(
                "--home: expected the address of the folder that the page will be in, such as \
                 https://example.org/lawgrade/, found {address}"
            )));
        }
        Ok(Self(format!("{}/", address.trim_end_matches('/'))))
    }

    /// The address itself.
    pub fn folder(&self) -> &str {
        &self.0
    }

    /// A page's address in a language; `stem` is as for [`page::name`].
    pub fn of(&self, stem: &str, language: &Language) -> String {
        let name = page::name(language, stem);
        // The folder's own page is asked for by the folder.
        format!("{}{}", self.0, if name == "index.html" { "" } else { &name })
    }

    /// A page in all of the languages: each one's id and the address.
    pub fn in_all<'a>(
        &self,
        stem: &str,
        languages: &[&'a Language],
    ) -> impl Iterator<Item = (&'a str, String)> {
        languages.iter().map(move |language| (language.id.as_str(), self.of(stem, language)))
    }

    /// What only absolute addresses can say at the head of a page: networks and search engines ask for nothing else.
    /// `picture` is a file of the release.
    pub fn head(
        &self,
        stem: &str,
        language: &Language,
        languages: &[&Language],
        picture: Option<&str>,
    ) -> String {
        let Self(folder) = self;
        let here = self.of(stem, language);
        let card = if picture.is_some() { "summary_large_image" } else { "summary" };
        let picture =
            picture.map(|picture| format!("<meta property=\"og:image\" content=\"{folder}{picture}\">"));
        let alternates = self.in_all(stem, languages).map(|(language, address)| {
            format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\">")
        });
        let lines = [
            Some(format!("<meta property=\"og:url\" content=\"{here}\">")),
            picture,
            Some(format!("<meta name=\"twitter:card\" content=\"{card}\">")),
            Some(format!("<link rel=\"canonical\" href=\"{here}\">")),
        ];
        lines.into_iter().flatten().chain(alternates).collect::<Vec<_>>().join("\n")
    }
}

/// The page for frames, with the address of the calculator's own page, which its links lead to.
///
/// # Errors
/// When the page is not as expected.
pub fn for_frame(html: &str, language: &Language) -> Result<String, Failure> {
    with_home(html, &PAGE.name(language))
}

/// The one file, with the address of the calculator's page where that is known: its own is of no use to others.
///
/// # Errors
/// When the page is not as expected.
pub fn for_one_file(html: &str, language: &Language) -> Result<String, Failure> {
    match Home::of_build()? {
        Some(home) => with_home(html, &home.of(PAGE.0, language)),
        None => Ok(html.to_owned()),
    }
}

/// A page with the address of its own page, where that is another.
///
/// # Errors
/// When the page is not as expected.
pub fn with_home(html: &str, address: &str) -> Result<String, Failure> {
    let place = "<div id=\"calculator\"";
    replace_once(html, place, &format!("{place} data-home=\"{}\"", escaped(address)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use scoring::data::Language;

    use super::{Home, with_home};
    use crate::assets::{PAGE, WIDE_SCREENSHOT};
    use crate::data::pairs;

    const ADDRESS: &str = "https://example.org/lawgrade";

    #[test]
    fn everything_that_others_fetch_is_absolute() {
        let pair = pairs().unwrap().remove(0);
        let languages: Vec<&Language> =
            pair.translations.iter().map(|translation| &translation.language).collect();
        let home = Home::new(ADDRESS).unwrap();
        for (language, here) in
            [("en", "https://example.org/lawgrade/"), ("es", "https://example.org/lawgrade/es.html")]
        {
            let language = languages.iter().find(|known| known.id == language).unwrap();
            let expected = [
                format!("<meta property=\"og:url\" content=\"{here}\">"),
                "<meta property=\"og:image\" content=\"https://example.org/lawgrade/page.png\">".to_owned(),
                "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
                format!("<link rel=\"canonical\" href=\"{here}\">"),
                "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/lawgrade/\">".to_owned(),
                "<link rel=\"alternate\" hreflang=\"es\" href=\"https://example.org/lawgrade/es.html\">"
                    .to_owned(),
            ];
            assert_eq!(
                home.head("index", language, &languages, Some(WIDE_SCREENSHOT.0)),
                expected.join("\n")
            );
        }
    }

    #[test]
    fn a_page_without_a_picture_says_so() {
        let pair = pairs().unwrap().remove(0);
        let spanish = pair.translations.iter().find(|translation| translation.language.id == "es").unwrap();
        let head = Home::new(ADDRESS).unwrap().head("frameworks/a-2020", &spanish.language, &[], None);
        let here = "https://example.org/lawgrade/frameworks/a-2020.es.html";
        let expected = [
            format!("<meta property=\"og:url\" content=\"{here}\">"),
            "<meta name=\"twitter:card\" content=\"summary\">".to_owned(),
            format!("<link rel=\"canonical\" href=\"{here}\">"),
        ];
        assert_eq!(head, expected.join("\n"));
    }

    #[test]
    fn the_one_file_has_the_address_of_the_page() {
        let pair = pairs().unwrap().remove(0);
        let spanish = pair.translations.iter().find(|translation| translation.language.id == "es").unwrap();
        let address = Home::new(ADDRESS).unwrap().of(PAGE.0, &spanish.language);
        let html = with_home("<main><div id=\"calculator\"></div></main>", &address).unwrap();
        let place = "<div id=\"calculator\" data-home=\"https://example.org/lawgrade/connecticut.es.html\">";
        assert_eq!(html, format!("<main>{place}</div></main>"));
    }

    #[test]
    fn a_home_is_the_absolute_address_of_a_folder() {
        for address in ["https://example.org/lawgrade", "https://example.org/lawgrade/"] {
            assert_eq!(Home::new(address).unwrap().0, "https://example.org/lawgrade/");
        }
        for address in
            ["/lawgrade/", "example.org", "https://example.org/?a", "https://example.org/index.html"]
        {
            assert!(Home::new(address).is_err(), "{address}");
        }
    }
}
