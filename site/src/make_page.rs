//! The page on which authors make a calculator of a spreadsheet, with the spreadsheets of all frameworks to begin with.

use std::path::Path;

use scoring::Words;
use scoring::data::Language;

use crate::assets::{
    BROUGHT, MAKE_PAGE, MAKE_PROGRAM, MAKE_SCRIPT, MAKE_START, MAKE_STYLE, MAKE_TEXTS, MAKE_WORKER,
    WIDE_SCREENSHOT,
};
use crate::data::Translation;
use crate::failure::Failure;
use crate::files::{self, read, root};
use crate::framework_page::{self, Spoken};
use crate::head::Head;
use crate::html::{escaped, fill, named};
use crate::programs::name_program;
use crate::template::Template;
use crate::{manual, minify, page, structured};

/// Writes the page in each language; `frameworks` are all in each, `html` is the calculator's page, which names files
/// that this one has as well.
///
/// # Errors
/// When a file is missing or wrong.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
    html: &str,
) -> Result<(), Failure> {
    let [script, program] = name_program(staging, "make", [MAKE_SCRIPT, MAKE_PROGRAM])?;
    let start = MAKE_START.write(staging, minify::joined("make.js")?)?;
    let style = MAKE_STYLE.write(staging, minify::style_files(&["style/tools.css", "style/make.css"])?)?;
    let worker = MAKE_WORKER.write(staging, minify::module_file("src/make-worker.js")?)?;
    let languages: Vec<&Language> = translations.iter().map(|translation| &translation.language).collect();
    let [english, ..] = languages.as_slice() else {
        return Err(Failure::Missing("the page is in no language".to_owned()));
    };
    let in_languages: Vec<String> =
        languages.iter().map(|language| format!("{} {}", language.id, MAKE_PAGE.name(language))).collect();
    // That of the calculator's own page comes first.
    let titled = |translation: &Translation, others: &[Spoken]| {
        let own = translation.baseline.framework();
        let own = (own.id.clone(), format!("{} {}", own.title, own.year));
        let titled = |Spoken { framework, .. }: &Spoken| {
            (framework.id.clone(), format!("{} {}", framework.title, framework.year))
        };
        std::iter::once(own).chain(others.iter().map(titled)).collect::<Vec<_>>()
    };
    let mut all: Vec<Template> = Vec::new();
    for (translation, others) in translations.iter().zip(frameworks) {
        let language = &translation.language;
        let titled = titled(translation, others);
        if all.is_empty() {
            all = titled.iter().map(|(id, _)| Template::read(id)).collect::<Result<_, _>>()?;
        }
        let said = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("make", name, &[])?));
        let of_page = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("page", name, &[])?));
        let templates = templates(staging, [language, english], &titled, &all)?;
        let texts = scoring::pack::write_texts(language.texts(&english.messages));
        let texts = MAKE_TEXTS.write(staging, language, texts)?;
        let in_other = |other: &Language| page::asked(&MAKE_PAGE.name(other), other);
        let (title, description) =
            (language.page_text("make", "title", &[])?, language.page_text("make", "description", &[])?);
        let head = Head {
            stem: MAKE_PAGE.0,
            language,
            languages: &languages,
            title: &escaped(&title),
            description: &escaped(&description),
            picture: Some(WIDE_SCREENSHOT.0),
        };
        let list: Vec<serde_json::Value> = templates
            .iter()
            .map(|(title, address)| serde_json::json!({"title": title, "address": address}))
            .collect();
        let links = templates.iter().map(|(title, address)| {
            format!("<li><a href=\"{address}\" download>{}</a></li>", escaped(title))
        });
        let places = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("structured data", structured::script(&structured::site(language, &title, &description))),
            ("style", named(html, "rel=\"stylesheet\" href")?.to_owned()),
            ("own style", style.clone()),
            ("start", start.clone()),
            ("script", script.clone()),
            ("program", program.clone()),
            ("program texts", texts),
            ("worker", worker.clone()),
            ("page of languages", in_languages.join(",")),
            ("skip", said("skip")?),
            ("front", page::asked(&page::front(language), language)),
            ("languages", of_page("languages")?),
            ("other languages", page::links_to_others(language, languages.iter().copied(), in_other)),
            ("heading", escaped(&title)),
            ("lead", said("lead")?),
            ("private", said("private")?),
            ("waiting", said("waiting")?),
            ("no scripts", said("no_scripts")?),
            ("template list", escaped(&serde_json::json!(list).to_string())),
            ("preview", BROUGHT.name(language)),
            ("templates heading", said("templates")?),
            ("templates", links.collect()),
            ("how heading", said("how_heading")?),
            ("how", said("how")?),
            ("manual", manual::link(MAKE_PAGE.0, language)?),
            ("independent", said("independent")?),
            ("texts", serde_json::json!(language.page.get("boot")).to_string().replace('<', "\\u003c")),
            ("data", format!("{}\n{}", language.id, language.locale)),
        ];
        MAKE_PAGE.write(staging, language, fill(read(&root().join("make.html"))?, places)?)?;
    }
    Ok(())
}

/// The offer of the page, with a link from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn offer(language: &Language) -> Result<String, Failure> {
    let text = escaped(&language.page_text("make", "front", &[])?);
    let link = format!("<a href=\"{}\">{text}</a>", page::asked(&MAKE_PAGE.name(language), language));
    Ok(language.page_text("make", "front_about", &[("link", &link)])?)
}

/// Writes a spreadsheet of each framework in a language, by their ids and titles, out of the `templates` in the same order, and
/// gives their titles and addresses.
fn templates(
    staging: &Path,
    [language, english]: [&Language; 2],
    titled: &[(String, String)],
    templates: &[Template],
) -> Result<Vec<(String, String)>, Failure> {
    let words = Words::of(language, english);
    let write = |((id, title), template): (&(String, String), &Template)| {
        let stem = framework_page::stem(id);
        let address = page::name(language, &stem).replace(".html", ".xlsx");
        files::write(&staging.join(&address), template.xlsx(&words)?)?;
        Ok((title.clone(), address))
    };
    titled.iter().zip(templates).map(write).collect()
}
