//! The beginning of every page's head: what the page is called and about, for readers, networks and search engines.

use scoring::data::Language;

use crate::failure::Failure;
use crate::home::Home;

/// What a page says of itself. Its texts are as they stand in HTML.
pub struct Head<'a> {
    /// The page's [name](crate::page::name).
    pub stem: &'a str,
    /// The language it is in.
    pub language: &'a Language,
    /// All languages that it is in.
    pub languages: &'a [&'a Language],
    /// Its title.
    pub title: &'a str,
    /// What it is about, in a sentence.
    pub description: &'a str,
    /// A picture of it: a file of the release.
    pub picture: Option<&'a str>,
}

impl Head<'_> {
    /// The lines. What only absolute addresses can say is there where the build knows its address.
    ///
    /// # Errors
    /// When what the build was told is no address of a folder.
    pub fn html(&self) -> Result<String, Failure> {
        let Self { stem, language, languages, title, description, picture } = self;
        let home = Home::of_build()?;
        let at_home = home.map(|home| home.head(stem, language, languages, *picture)).unwrap_or_default();
        Ok(format!(
            "<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             {at_home}\n\
             <meta name=\"color-scheme\" content=\"light dark\">"
        ))
    }
}
