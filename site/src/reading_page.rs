//! Pages beside the calculator that are only read: one shell, `reading.html`, around what each says. They have no program.

use std::path::Path;

use scoring::data::Language;

use crate::failure::Failure;
use crate::files::{read, root, write};
use crate::head::Head;
use crate::html::{fill, named, replace_once};
use crate::{page, structured};

/// A page in one language. Its texts are as they stand in HTML.
pub struct ReadingPage<'a> {
    /// The page's [name](page::name).
    pub stem: String,
    /// The group of its texts.
    pub group: &'static str,
    /// The language, and all that the page is in.
    pub languages: (&'a Language, &'a [&'a Language]),
    /// The addresses of its style sheets.
    pub styles: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// What stands below its title.
    pub lead: String,
    /// What stands below that.
    pub introduction: String,
    /// Its main part, an element with an id.
    pub main: String,
}

impl ReadingPage<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// When a file cannot be read or written, a text is missing, or a place.
    pub fn write(self, staging: &Path) -> Result<(), Failure> {
        let (language, languages) = self.languages;
        let head = Head {
            stem: &self.stem,
            language,
            languages,
            title: &self.title,
            description: &self.description,
            picture: None,
        };
        let way = way(&self.stem);
        let style = |name: &String| format!("<link rel=\"stylesheet\" href=\"{name}\">");
        let in_other = |other: &Language| {
            let name = page::name(other, &self.stem);
            page::asked(name.rsplit('/').next().unwrap_or_default(), other)
        };
        let front = match (way, page::front(language)) {
            ("", front) => front,
            (way, front) => format!("{way}{}", front.trim_start_matches("./")),
        };
        let shell = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("icon", format!("{way}icon.svg")),
            ("styles", self.styles.iter().map(style).collect::<Vec<_>>().join("\n")),
            (
                "structured data",
                structured::script(&structured::site(language, &self.title, &self.description)),
            ),
            ("id", named(&self.main, "id")?.to_owned()),
            ("skip", language.page_text(self.group, "skip", &[])?),
            ("front", page::asked(&front, language)),
            ("languages", language.page_text("page", "languages", &[])?),
            ("other languages", page::links_to_others(language, languages.iter().copied(), in_other)),
            ("heading", self.title),
            ("lead", self.lead),
            ("introduction", self.introduction),
            ("independent", language.page_text("page", "independent", &[])?),
        ];
        // What a page says is none of the shell's places, so it comes last.
        let html = fill(read(&root().join("reading.html"))?, shell)?;
        let html = replace_once(&html, "[[main]]", self.main.trim_end())?;
        write(&staging.join(page::name(language, &self.stem)), html)
    }
}

/// The main part of a page out of a file, whose places are filled.
///
/// # Errors
/// When the file cannot be read, or has not these places.
pub fn main_of(file: &str, places: Vec<(&'static str, String)>) -> Result<String, Failure> {
    fill(read(&root().join(file))?, places)
}

/// The way from a page to the release's folder; `stem` is its [name](page::name).
pub fn way(stem: &str) -> &'static str {
    if stem.contains('/') { "../" } else { "" }
}
