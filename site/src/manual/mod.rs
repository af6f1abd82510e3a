//! The manual: `docs/` and what lies beside it as pages to be read. The files are readable where the project is kept as well,
//! so links between them are links of files, which lead from page to page here.

mod files;
mod markdown;
#[cfg(test)]
mod tests;

use std::path::Path;

use scoring::Words;
use scoring::data::Language;
use workbook::write::xlsx;

use crate::assets::{MANUAL, MANUAL_PICTURES, MANUAL_STYLE, Name};
use crate::failure::{Failure, failed};
use crate::files::{read, root, write as write_file};
use crate::html::escaped;
use crate::minify;
use crate::page;
use crate::reading_page::{ReadingPage, way};
use files::File;
use markdown::{Links, Rendered, rendered};

/// The group of its texts.
const TEXTS: &str = "manual";

/// The tables that authors start from; the build makes a workbook of each.
const TABLES: [&str; 2] = ["docs/first-card.csv", "docs/first-card.es.csv"];

/// Writes all pages. `style` is the name of the calculator's style sheet, and `english` the language of what stands in
/// no other.
///
/// # Errors
/// When a file cannot be read or written, or a link in one leads nowhere.
pub fn write(
    staging: &Path,
    languages: &[&Language],
    english: &Language,
    style: &str,
) -> Result<(), Failure> {
    std::fs::create_dir_all(staging.join(MANUAL.0)).map_err(|error| failed(staging, error))?;
    let own_style = MANUAL_STYLE.write(staging, minify::style_files(&["style/manual.css"])?)?;
    let styles = [style.to_owned(), format!("{}{own_style}", MANUAL.0)];
    for table in TABLES {
        let language = languages.iter().find(|language| table.contains(&format!(".{}.", language.id)));
        let words = Words::of(language.unwrap_or(&english), english);
        write_file(&staging.join(table.replace(".csv", ".xlsx")), workbook_of(table, &words)?)?;
    }
    for language in languages {
        let all = files::all(&language.id)?;
        for (place, file) in all.iter().enumerate() {
            let beside = [place.checked_sub(1).and_then(|place| all.get(place)), all.get(place + 1)];
            let page = ManualPage { file, language, languages, beside, staging };
            page.write(&styles)?;
        }
    }
    Ok(())
}

/// A table as the workbook that is downloaded.
fn workbook_of(table: &str, words: &Words) -> Result<Vec<u8>, Failure> {
    let path = root().join(table);
    let brought = workbook::read(table, read(&path)?.as_bytes());
    let missing = || failed(&path, "expected a table without mistakes");
    xlsx(&brought.contents().ok_or_else(missing)?, words).map_err(|error| failed(&path, error))
}

/// The pages that there are, by their [names](page::name), each with the languages in which it is.
///
/// # Errors
/// When a list cannot be read.
pub fn stems<'a>(languages: &[&'a Language]) -> Result<Vec<(String, Vec<&'a Language>)>, Failure> {
    let mut stems = Vec::new();
    for file in files::all("en")? {
        let languages = languages.iter().filter(|language| file.is_in(&language.id)).copied().collect();
        stems.push((file.stem().to_owned(), languages));
    }
    Ok(stems)
}

/// A link to the manual from a page; `stem` is that page's [name](page::name).
///
/// # Errors
/// When the language has no text for it.
pub fn link(stem: &str, language: &Language) -> Result<String, Failure> {
    link_to(&File::list("en"), "link", stem, language)
}

/// A link to the page about accessibility, in the same way.
///
/// # Errors
/// When the language has no text for it.
pub fn link_to_accessibility(stem: &str, language: &Language) -> Result<String, Failure> {
    let file = File { path: "docs/accessibility".to_owned(), language: "en".to_owned() };
    link_to(&file, "accessibility", stem, language)
}

fn link_to(file: &File, text: &str, stem: &str, language: &Language) -> Result<String, Failure> {
    let address = format!("{}{}", way(stem), page::name(language, file.stem()));
    Ok(format!("<a href=\"{address}\">{}</a>", escaped(&language.page_text(TEXTS, text, &[])?)))
}

/// A page of the manual in one language.
struct ManualPage<'a> {
    file: &'a File,
    language: &'a Language,
    languages: &'a [&'a Language],
    /// What is read before and after it.
    beside: [Option<&'a File>; 2],
    staging: &'a Path,
}

impl ManualPage<'_> {
    fn said(&self, name: &str) -> Result<String, Failure> {
        Ok(escaped(&self.language.page_text(TEXTS, name, &[])?))
    }

    fn rendered(&self) -> Result<Rendered, Failure> {
        rendered(&self.file.text()?, self, &self.language.page_text(TEXTS, "table", &[])?)
            .map_err(|error| Failure::Missing(format!("{}: {error}", self.file.name())))
    }

    fn write(&self, styles: &[String]) -> Result<(), Failure> {
        let page = self.rendered()?;
        let languages: Vec<&Language> =
            self.languages.iter().filter(|language| self.file.is_in(&language.id)).copied().collect();
        let main = format!(
            "<main id=\"text\" class=\"manual\">\n{}{}{}</main>",
            self.contents(&page)?,
            page.main,
            self.others()?
        );
        let way = way(self.file.stem());
        ReadingPage {
            stem: self.file.stem().to_owned(),
            group: TEXTS,
            languages: (self.language, &languages),
            styles: styles.iter().map(|style| format!("{way}{style}")).collect(),
            title: escaped(&page.title),
            description: escaped(&page.description),
            lead: page.lead,
            introduction: String::new(),
            main,
        }
        .write(self.staging)
    }

    /// The list of what is on the page, where that is enough to need one.
    fn contents(&self, page: &Rendered) -> Result<String, Failure> {
        let places: Vec<_> = page.places.iter().filter(|(.., rank)| *rank == 2).collect();
        if places.len() < 3 {
            return Ok(String::new());
        }
        let item = |(id, text, _): &&(String, String, u8)| {
            format!("<li><a href=\"#{id}\">{}</a></li>", escaped(text))
        };
        let items: String = places.iter().map(item).collect();
        let heading = self.said("contents")?;
        Ok(format!("<details class=\"contents\"><summary>{heading}</summary><ul>{items}</ul></details>\n"))
    }

    /// Links to what is read before and after it, and to the list of all.
    fn others(&self) -> Result<String, Failure> {
        let mut items = String::new();
        for (file, (name, rel)) in self.beside.iter().zip([("previous", "prev"), ("next", "next")]) {
            if let Some(file) = file {
                let title = rendered_title(&file.text()?);
                let (address, name) = (self.to(file), self.said(name)?);
                items.push_str(&format!("<li>{name}: <a rel=\"{rel}\" href=\"{address}\">{title}</a></li>"));
            }
        }
        let list = File::list(&self.language.id);
        if *self.file != list {
            items.push_str(&format!("<li><a href=\"{}\">{}</a></li>", self.to(&list), self.said("all")?));
        }
        Ok(format!("<nav class=\"others\" aria-label=\"{}\"><ul>{items}</ul></nav>\n", self.said("others")?))
    }

    /// The address of another file's page.
    fn to(&self, file: &File) -> String {
        format!("{}{}", way(self.file.stem()), page::name_in(&file.language, file.stem()))
    }
}

/// The text of a file's first heading, as it stands in HTML.
fn rendered_title(text: &str) -> String {
    escaped(text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default())
}

impl Links for ManualPage<'_> {
    fn address(&self, target: &str) -> Result<String, Failure> {
        if ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme)) {
            return Ok(target.to_owned());
        }
        let (path, place) =
            target.split_once('#').map_or((target, None), |(path, place)| (path, Some(place)));
        let dead = || Failure::Missing(format!("a link leads nowhere: {target}"));
        if TABLES.contains(&self.file.beside(path).as_str()) {
            return Ok(format!(
                "{}{}",
                way(self.file.stem()),
                self.file.beside(path).replace(".csv", ".xlsx")
            ));
        }
        let file = if path.is_empty() { Some(self.file.clone()) } else { self.file.linked(path) };
        let file = file.ok_or_else(dead)?;
        if !files::all(&file.language)?.contains(&file) {
            return Err(dead());
        }
        let Some(place) = place else { return Ok(self.to(&file)) };
        let has_place = file.text()?.lines().any(|line| {
            line.starts_with('#') && markdown::slug(line.trim_start_matches('#').trim()) == place
        });
        let address = if path.is_empty() { String::new() } else { self.to(&file) };
        if has_place { Ok(format!("{address}#{place}")) } else { Err(dead()) }
    }

    fn picture(&self, target: &str) -> Result<String, Failure> {
        let path = self.file.beside(target);
        if !MANUAL_PICTURES.is(&path) {
            return Err(Failure::Missing(format!("no picture of the manual: {target}")));
        }
        write_file(&self.staging.join(&path), read(&root().join(&path))?)?;
        Ok(format!("{}{path}", way(self.file.stem())))
    }

    fn of_code(&self, code: &str) -> Option<String> {
        let (name, behind) = code.split_at(code.find('#').unwrap_or(code.len()));
        let is_name = |sign: char| sign.is_ascii_alphanumeric() || "-./".contains(sign);
        let is_scenario = |sign: char| is_name(sign) || "#,=:@".contains(sign);
        let is_page = name.ends_with(".html")
            && name.chars().all(is_name)
            && behind.chars().all(is_scenario)
            && self.staging.join(name).is_file();
        is_page.then(|| format!("{}{name}{behind}", way(self.file.stem())))
    }
}
