//! The page that shows cards which others have brought, and what of it a card's one file is made of.

use std::path::Path;

use scoring::data::Language;
use scoring::pack;

use crate::assets::{
    BROUGHT, BROUGHT_SCRIPT, BROUGHT_STYLE, OWN, READER_PROGRAM, READER_SCRIPT, READER_TEXTS,
};
use crate::budget::within;
use crate::compress::gzip;
use crate::failure::{Failure, failed};
use crate::files::{read, root, write as write_file};
use crate::frame::Framed;
use crate::framework_page::{FOLDER, Shared};
use crate::head::Head;
use crate::html::{escaped, fill};
use crate::programs::{Planner, name_program};
use crate::{minify, page};

/// What the one file may be without its card, in bytes.
const BUDGET: usize = 1_000_000;

/// First what the start script looks for, then the start script.
const INSIDE: &str = "import './brought-inside.js'; import './brought.js';";

/// A file that is opened from a disk asks nobody for anything, whatever is in its card. Safari before 16 runs no program
/// without the last word of scripts.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">";

/// Writes the page in each language, with the texts of its programs and the one file without a card. `style` is the
/// name of the calculator's style sheet.
///
/// # Errors
/// When a file or a text is missing, or the one file is too large.
pub fn write(
    staging: &Path,
    languages: &[&Language],
    style: &str,
    framed: &Framed,
    shared: &Shared<'_>,
    planner: &Planner,
) -> Result<(), Failure> {
    let [english, ..] = languages else {
        return Err(Failure::Missing("the page is in no language".to_owned()));
    };
    let [reader_script, reader_program] = name_program(staging, "reader", [READER_SCRIPT, READER_PROGRAM])?;
    let own_style = BROUGHT_STYLE.write(staging, minify::style_files(&["style/brought.css"])?)?;
    let script = BROUGHT_SCRIPT.write(staging, minify::joined("brought.js")?)?;
    let of_frameworks = |name: &str| format!("{FOLDER}/{name}");
    let sheets = [style.to_owned(), of_frameworks(&shared.own_style), own_style, framed.sheet().to_owned()];
    let icon = read(&root().join("style/icon.svg"))?.trim().replace('"', "'").replace('#', "%23");
    for language in languages {
        let texts = pack::write_texts(language.reader_texts(&english.messages));
        let inside = inside(staging, language, &texts, shared, planner)?;
        let texts = READER_TEXTS.write(staging, language, texts)?;
        let sheet = |name: &String| read(&staging.join(name));
        let styles: String = sheets.iter().map(sheet).collect::<Result<_, _>>()?;
        let files = format!(
            "{POLICY}\n<link rel=\"icon\" href=\"data:image/svg+xml,{icon}\">\n<style>{styles}</style>"
        );
        let end = format!(
            "<script type=\"application/json\" id=\"card\">[[card file]]</script>\n\
             <script type=\"application/json\" id=\"shown\">[[card shown]]</script>\n<script>{inside}</script>"
        );
        let own = OWN.write(staging, language, own(language, files, end)?)?;
        let links: String =
            sheets.iter().map(|sheet| format!("<link rel=\"stylesheet\" href=\"{sheet}\">\n")).collect();
        let files = format!(
            "<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n{links}<script src=\"{}\"></script>\n\
             <script type=\"module\" id=\"boot\" src=\"{script}\" data-locale=\"{}\" data-reader-js=\"{reader_script}\" \
             data-reader-wasm=\"{reader_program}\" data-framework-texts=\"{texts}\" data-framework-js=\"{}\" \
             data-framework-wasm=\"{}\" data-world=\"{}\" data-own=\"{own}\" data-link-refused=\"{}\" {}></script>",
            framed.framed(),
            language.locale,
            of_frameworks(&shared.script),
            of_frameworks(&shared.program),
            of_frameworks(&shared.world),
            framed.refused(language)?,
            planner.names(""),
        );
        let in_other = |other: &Language| page::asked(&BROUGHT.name(other), other);
        let others = page::links_to_others(language, languages.iter().copied(), in_other);
        let label = language.page_text("page", "languages", &[])?;
        let others = format!("<nav class=\"languages\" aria-label=\"{label}\">{others}</nav>");
        let brand = format!("<a href=\"{}\">Lawgrade</a>", page::asked(&page::front(language), language));
        let said = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("brought", name, &[])?));
        let opening = format!(
            "<section id=\"overview\" class=\"overview\" role=\"main\" aria-label=\"{0}\"><form id=\"opening\" hidden>\
             <h2>{0}</h2><p><label for=\"file\">{1}</label></p><p><input type=\"file\" id=\"file\" accept=\".json,.xlsx,.ods,.csv,.tsv\"></p>\
             <p class=\"note\">{2}</p></form></section>",
            said("open_heading")?,
            said("open")?,
            said("open_hint")?,
        );
        let head = Head {
            stem: BROUGHT.0,
            language,
            languages,
            title: &said("heading")?,
            description: &said("description")?,
            picture: None,
        };
        let places = [
            ("head", head.html()?),
            ("files", files),
            ("brand", brand),
            ("other languages", others),
            ("heading", said("heading")?),
            ("lead", said("lead")?),
            ("ask", String::new()),
            ("banner", said("banner")?),
            ("no_scripts", said("no_scripts")?),
            ("overview", opening),
            ("about", String::new()),
            ("source", String::new()),
            ("ours", String::new()),
            ("end", String::new()),
        ];
        BROUGHT.write(staging, language, filled(language, places)?)?;
    }
    Ok(())
}

/// The one file without its card, whose places are in brackets and begin with `card`: see `src/one-card.js`.
fn own(language: &Language, files: String, end: String) -> Result<String, Failure> {
    let place = |name: &str| format!("[[card {name}]]");
    let head = "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <title>[[card title]]</title>\n<meta name=\"color-scheme\" content=\"light dark\">";
    let places = [
        ("head", head.to_owned()),
        ("files", files),
        ("brand", "Lawgrade".to_owned()),
        ("other languages", String::new()),
        ("heading", place("heading")),
        ("lead", place("lead")),
        ("ask", place("ask")),
        ("banner", place("banner")),
        ("no_scripts", escaped(&language.page_text("brought", "no_scripts_inside", &[])?)),
        ("overview", place("overview")),
        ("about", place("about")),
        ("source", place("source")),
        ("ours", place("ours")),
        ("end", end),
    ];
    let file = filled(language, places)?;
    within("a brought card’s one file without the card", file.len(), BUDGET)?;
    Ok(file)
}

/// The template with what is the same in the page and in the one file, and with these places.
fn filled<const N: usize>(language: &Language, places: [(&str, String); N]) -> Result<String, Failure> {
    let said = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("brought", name, &[])?));
    let mut texts = language.page.get("boot").cloned().unwrap_or_default();
    texts.extend(language.page.get("brought_script").cloned().unwrap_or_default());
    let shared = [
        ("language", language.id.clone()),
        ("skip to provisions", language.page_text("page", "skip", &[])?),
        ("skip", said("skip")?),
        ("author", said("author")?),
        ("waiting", language.page_text("framework", "waiting", &[])?),
        ("waiting_long", language.page_text("framework", "waiting_long", &[])?),
        ("law_year", said("law_year")?),
        ("take_along", said("take_along")?),
        ("about_heading", language.page_text("framework", "about_heading", &[])?),
        ("independent", said("independent")?),
        ("texts", serde_json::json!(texts).to_string().replace('<', "\\u003c")),
    ];
    let template = fill(read(&root().join("brought.html"))?, shared)?;
    fill(template, places)
}

/// The script of the one file: the programs of a framework's page, and what starts them.
fn inside(
    staging: &Path,
    language: &Language,
    texts: &str,
    shared: &Shared<'_>,
    planner: &Planner,
) -> Result<String, Failure> {
    let of_frameworks = |name: &str| staging.join(FOLDER).join(name);
    let [planner_script, planner_program] = planner.program();
    let programs = [
        ("framework", of_frameworks(&shared.script), of_frameworks(&shared.program)),
        ("planner", staging.join(planner_script), staging.join(planner_program)),
    ];
    let words = staging.join("own.json");
    write_file(&words, serde_json::json!({ &*language.id: texts }).to_string())?;
    let mut aliases = vec![format!("lawgrade/texts={}", words.display())];
    let mut made = vec![words];
    for (name, script, program) in programs {
        let packed = staging.join(format!("own-{name}.wasm.gz"));
        let bytes = std::fs::read(&program).map_err(|error| failed(&program, error))?;
        write_file(&packed, gzip(&bytes).map_err(|error| failed(&program, error))?)?;
        aliases.push(format!("lawgrade/{name}={}", script.display()));
        aliases.push(format!("lawgrade/{name}.wasm={}", packed.display()));
        made.push(packed);
    }
    let script = minify::bundle(INSIDE, &aliases)?;
    made.iter().try_for_each(|file| std::fs::remove_file(file).map_err(|error| failed(file, error)))?;
    Ok(script)
}
