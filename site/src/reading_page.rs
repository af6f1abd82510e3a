//! Pages beside the calculator that are only read: one shell, `reading.html`, around what each says. They have no program.

use std::path::Path;

use scoring::data::Language;

use crate::assets::Page;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::head::Head;
use crate::html::{escaped, fill, named, replace_once};
use crate::{page, structured};

/// A page in one language. Its texts are as they stand in HTML.
pub struct ReadingPage<'a> {
    /// The page, and the group of its texts.
    pub of: (Page, &'static str),
    /// The language, and all that the page is in.
    pub languages: (&'a Language, &'a [&'a Language]),
    /// The names of its style sheets, as seen from the release's folder.
    pub styles: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// What stands below its title.
    pub lead: String,
    /// What stands below that.
    pub introduction: String,
    /// The file with its main part, whose places are filled.
    pub main: &'static str,
}

impl ReadingPage<'_> {
    /// Writes it; `places` are those of its main part.
    ///
    /// # Errors
    /// When a file cannot be read or written, a text is missing, or a place.
    pub fn write(self, staging: &Path, places: Vec<(&'static str, String)>) -> Result<(), Failure> {
        let ((page, group), (language, languages)) = (self.of, self.languages);
        let main = fill(read(&root().join(self.main))?, places)?;
        let head = Head {
            stem: page.0,
            language,
            languages,
            title: &self.title,
            description: &self.description,
            picture: None,
        };
        let style = |name: &String| format!("<link rel=\"stylesheet\" href=\"{name}\">");
        let in_other = |other: &Language| page::asked(&page.name(other), other);
        let shell = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("styles", self.styles.iter().map(style).collect::<Vec<_>>().join("\n")),
            (
                "structured data",
                structured::script(&structured::site(language, &self.title, &self.description)),
            ),
            ("id", named(&main, "id")?.to_owned()),
            ("skip", language.page_text(group, "skip", &[])?),
            ("front", page::asked(&page::front(language), language)),
            ("languages", language.page_text("page", "languages", &[])?),
            ("other languages", page::links_to_others(language, languages.iter().copied(), in_other)),
            ("heading", self.title.clone()),
            ("lead", self.lead),
            ("introduction", self.introduction),
            ("independent", language.page_text("page", "independent", &[])?),
        ];
        // What a page says is none of the shell's places, so it comes last.
        let html = fill(read(&root().join("reading.html"))?, shell)?;
        page.write(staging, language, replace_once(&html, "[[main]]", main.trim_end())?)
    }
}

/// A link to such a page from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(page: &Page, group: &str, language: &Language) -> Result<String, Failure> {
    let text = escaped(&language.page_text(group, "link", &[])?);
    Ok(format!("<a href=\"{}\">{text}</a>", page::asked(&page.name(language), language)))
}
