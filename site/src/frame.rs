//! The page for frames, and what hosts include to have one.

use std::path::Path;

use scoring::Baseline;
use scoring::data::Language;

use crate::assets::{
    BUILDER, BUILDER_SCRIPT, BUILDER_STYLE, ELEMENT, EMBED, EXAMPLES, FRAME_PAGE, FRAME_SCRIPT, FRAME_STYLE,
    FRAMED, INSIDE,
};
use crate::budget::within;
use crate::compress::brotli_size;
use crate::failure::{Failure, failed};
use crate::files::{files, read, root};
use crate::framework_page::Spoken;
use crate::html::{escaped, fill, named, replace_once};
use crate::{minify, short};

/// What a host's page loads to embed the calculator, in bytes of brotli. A good part of it are the sentences in each
/// language for where nothing can be shown, which nothing could fetch then. Cards of a host's own are 0.8 kB of it.
const BUDGET: usize = 6_600;

/// The files that pages for frames have beside those of the page, by their names.
pub struct Framed {
    script: String,
    sheet: String,
    inside: String,
    framed: String,
}

impl Framed {
    /// Writes them. `baseline` is the card of the calculator's own page, `inside` the one script for frames that their host has sandboxed: see `framed.js`.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn write(staging: &Path, inside: &str, baseline: &Baseline) -> Result<Self, Failure> {
        let sheet = replace_once(&read(&root().join("style/frame.css"))?, "[[dark]]", &dark()?)?;
        let sheet = replace_once(&sheet, "[[short]]", &short::left_out(baseline))?;
        Ok(Self {
            script: FRAME_SCRIPT.write(staging, minify::joined("frame.js")?)?,
            sheet: FRAME_STYLE.write(staging, minify::style(&sheet)?)?,
            inside: INSIDE.write(staging, inside)?,
            framed: FRAMED.write(staging, minify::bundle("import './framed.js';", &[])?)?,
        })
    }

    /// The style sheet that pages in frames have besides.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The script that pages in frames load before all else.
    pub fn framed(&self) -> &str {
        &self.framed
    }

    /// What is said where a host lets its frames open nothing, as it stands in an attribute.
    ///
    /// # Errors
    /// When the language has no text for it.
    pub fn refused(&self, language: &Language) -> Result<String, Failure> {
        Ok(escaped(&language.page_text("frame", "link_refused", &[])?))
    }

    /// Writes the page for frames in one language, from the finished page.
    ///
    /// # Errors
    /// When the page is not as expected.
    pub fn write_page(&self, staging: &Path, language: &Language, html: &str) -> Result<(), Failure> {
        let html = replace_once(html, "<link rel=\"manifest\" href=\"manifest.webmanifest\">\n", "")?;
        // Whoever embeds it has it shown to be used, so its program is loaded from the start.
        let (page, program) = (named(&html, "data-page-js")?, named(&html, "data-page-wasm")?);
        let head = [
            format!("<link rel=\"modulepreload\" href=\"{page}\">"),
            format!(
                "<link rel=\"preload\" href=\"{program}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
            ),
            format!("<link rel=\"modulepreload\" href=\"{}\">", self.script),
            "</head>".to_owned(),
        ];
        let html = replace_once(&html, "</head>", &head.join("\n"))?;
        let html = replace_once(
            &html,
            " data-page-js=",
            &format!(" data-inside=\"{}\" data-page-js=", self.inside),
        )?;
        let html = short::with_way_out(&short::folded(&html)?, language)?;
        FRAME_PAGE.write(staging, language, self.html("", language, &html)?)
    }

    /// A page as it is in frames. `way` leads from its folder to that of the release.
    ///
    /// # Errors
    /// When the page is not as expected.
    pub fn html(&self, way: &str, language: &Language, html: &str) -> Result<String, Failure> {
        let refused = self.refused(language)?;
        let Self { script, sheet, framed, .. } = self;
        let html = replace_once(html, "<html lang=", "<html class=\"framed\" lang=")?;
        let sheet = format!("<link rel=\"stylesheet\" href=\"{way}{sheet}\">\n</head>");
        let html = replace_once(&html, "</head>", &sheet)?;
        let boot = "<script type=\"module\" id=\"boot\"";
        let with = format!(
            "<script src=\"{way}{framed}\"></script>\n{boot} data-frame=\"{way}{script}\" data-link-refused=\"{refused}\""
        );
        replace_once(&html, boot, &with)
    }
}

/// Writes `embed.js`, `builder.html` and the example pages. `html` is a finished page, `languages` all that there
/// is one in, `frameworks` those that have pages of their own, in the language of the builder.
///
/// # Errors
/// When a file is missing or not as expected, or `embed.js` has outgrown its budget.
pub fn write(
    staging: &Path,
    html: &str,
    baseline: &Baseline,
    languages: &[&Language],
    frameworks: &[Spoken],
) -> Result<(), Failure> {
    // The element without a frame takes the start script that the page has, under the same name.
    let boot = named(html, "id=\"boot\" src")?;
    let element = replace_once(&minify::joined("element.js")?, "./boot.js", &format!("./{boot}"))?;
    let element = ELEMENT.write(staging, element)?;
    let embed = replace_once(&minify::bundle("import '../embed/embed.js';", &[])?, "[[element]]", &element)?;
    let others = languages.iter().filter(|language| FRAME_PAGE.name(language) != "embed.html");
    let others: Vec<&str> = others.map(|language| language.id.as_str()).collect();
    let embed = replace_once(&embed, "[[languages]]", &others.join(" "))?;
    let ids: Vec<&str> = frameworks.iter().map(|spoken| spoken.framework.id.as_str()).collect();
    let embed = replace_once(&embed, "[[frameworks]]", &ids.join(" "))?;
    let texts = languages
        .iter()
        .map(|language| (language.id.clone(), serde_json::json!(language.page.get("element"))));
    let texts = serde_json::Value::Object(texts.collect()).to_string();
    let embed = replace_once(&embed, "\"[[texts]]\"", &texts)?;
    let size = brotli_size(embed.as_bytes()).map_err(|error| failed(staging, error))?;
    within("embed.js, in brotli,", size, BUDGET)?;
    EMBED.write(staging, &embed)?;
    write_builder(staging, html, baseline, languages, frameworks)?;
    for ending in ["html", "css", "js", "csv"] {
        for file in files(&root().join("embed/examples"), ending)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            EXAMPLES.write(staging, &name, read(&file)?)?;
        }
    }
    Ok(())
}

/// The page where the code for other pages is put together.
fn write_builder(
    staging: &Path,
    html: &str,
    baseline: &Baseline,
    languages: &[&Language],
    frameworks: &[Spoken],
) -> Result<(), Failure> {
    let sheet = BUILDER_STYLE.write(staging, minify::style_files(&["embed/builder.css"])?)?;
    let script = BUILDER_SCRIPT.write(staging, minify::classic_file("embed/builder.js")?)?;
    let style = named(html, "rel=\"stylesheet\" href")?;
    let (framework, card) = (baseline.framework(), baseline.card());
    let name = format!("{}: {}, {}", card.jurisdiction, framework.title, framework.year);
    let option = format!("<option value=\"{}/{}\">{}</option>", framework.id, card.id, escaped(&name));
    let cards = option + &frameworks.iter().map(options).collect::<String>();
    let spoken = languages.iter().map(|language| {
        format!("<option value=\"{0}\" lang=\"{0}\">{1}</option>", language.id, escaped(&language.name))
    });
    let spoken: String = spoken.collect();
    let words = [
        ("style", style),
        ("builder style", &sheet),
        ("builder script", &script),
        ("cards", &cards),
        ("languages", &spoken),
    ];
    let builder = fill(read(&root().join("embed/builder.html"))?, words)?;
    BUILDER.write(staging, builder)
}

/// All cards of a framework, to choose one, with the names of the views of them all.
fn options(Spoken { framework, cohort, history, .. }: &Spoken) -> String {
    let mut cards: Vec<(&str, &str)> =
        (0..cohort.cards.len()).map(|card| (cohort.subject(card), cohort.id(card))).collect();
    cards.sort();
    let option = |(name, id): &(&str, &str)| {
        format!("<option value=\"{}/{id}\">{}</option>", framework.id, escaped(name))
    };
    let options: String = cards.iter().map(option).collect();
    let views = [("map", framework.subjects.is_some()), ("years", history.is_some())];
    let views = views.iter().filter(|(_, has)| *has).map(|(view, _)| *view);
    let views: Vec<&str> = ["ranking", "spread", "who"].into_iter().chain(views).collect();
    format!(
        "<optgroup label=\"{} {}\" data-views=\"{}\">{options}</optgroup>",
        escaped(&framework.title),
        framework.year,
        views.join(" ")
    )
}

/// The colours of the dark theme, as the tokens have them.
fn dark() -> Result<String, Failure> {
    let file = root().join("style/tokens.css");
    let tokens = read(&file)?;
    let block =
        tokens.split_once(".framed:not([data-theme=light]) {").and_then(|(_, rest)| rest.split_once('}'));
    block.map(|(colours, _)| colours.to_owned()).ok_or_else(|| failed(&file, "expected a dark theme"))
}
