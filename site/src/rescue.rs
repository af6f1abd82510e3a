//! What helps when an address went wrong on its way or means another page: the scripts that stand in the pages, and the
//! page that hosts answer with where there is none.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scoring::data::Language;
use sha2::{Digest, Sha256};

use crate::assets::{FRONT, NOT_FOUND};
use crate::failure::Failure;
use crate::files::{read, root};
use crate::home::Home;
use crate::html::{fill, named};
use crate::minify;

/// No style sheet is found from an address that is none.
const STYLE: &str = "body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1.0625rem/1.5 system-ui,sans-serif}\
    h1{font:600 1.75rem/1.25 Georgia,serif}section+section{margin-top:3rem}";

/// The script, as it stands in the pages.
///
/// # Errors
/// When it is missing.
pub fn script() -> Result<String, Failure> {
    Ok(minify::classic_file("src/rescue.js")?.trim().to_owned())
}

/// The script of the front page that leads to the calculator which an address means.
///
/// # Errors
/// When it is missing.
pub fn lead() -> Result<String, Failure> {
    Ok(minify::bundle("import './lead.js';", &[])?.trim().to_owned())
}

/// The script of the pages of frameworks that keeps places for what scripts make.
///
/// # Errors
/// When it is missing.
pub fn opens() -> Result<String, Failure> {
    Ok(minify::classic_file("src/opens.js")?.trim().to_owned())
}

/// What a content security policy calls the scripts and the style.
///
/// # Errors
/// When a script is missing.
pub fn sources() -> Result<[(&'static str, String); 2], Failure> {
    let source = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let scripts = [script()?, lead()?, opens()?].map(|script| source(&script)).join(" ");
    Ok([("[[scripts in pages]]", scripts), ("[[rescue style]]", source(STYLE))])
}

/// Writes `404.html`, which static hosts send for what is missing, in all languages. `html` is a finished page.
///
/// # Errors
/// When a text or a file is missing.
pub fn write_page(staging: &Path, languages: &[&Language], html: &str) -> Result<(), Failure> {
    let home = Home::of_build()?;
    let boot = named(html, "id=\"boot\" src")?;
    let sections: Vec<String> =
        languages.iter().map(|language| section(language, home.as_ref())).collect::<Result<_, _>>()?;
    let [first, ..] = languages else {
        return Err(Failure::Missing("the page is in no language".to_owned()));
    };
    let places = [
        ("language", first.id.clone()),
        ("title", said(first, "title", &[])?),
        ("style", STYLE.to_owned()),
        ("sections", sections.join("\n")),
        ("boot", boot.to_owned()),
        ("rescue", script()?),
    ];
    let page = fill(read(&root().join("404.html"))?, places)?;
    NOT_FOUND.write(staging, page)
}

fn said(language: &Language, name: &str, fillings: &[(&str, &str)]) -> Result<String, Failure> {
    Ok(language.page_text("missing", name, fillings)?)
}

fn section(language: &Language, home: Option<&Home>) -> Result<String, Failure> {
    let address = home.map_or("/".to_owned(), |home| home.of(FRONT.0, language));
    // The script finds the folder out. Where scripts are off, a visitor may climb.
    let climb = match home {
        Some(_) => String::new(),
        None => {
            let up = format!("<a href=\"../\">{}</a>", said(language, "up", &[])?);
            format!("<noscript><p>{}</p></noscript>\n", said(language, "no_scripts", &[("link", &up)])?)
        }
    };
    Ok(format!(
        "<section lang=\"{}\">\n<h1>{}</h1>\n<p>{}</p>\n<p><a class=\"home\" href=\"{address}\">{}</a></p>\n{climb}</section>",
        language.id,
        said(language, "heading", &[])?,
        said(language, "what", &[])?,
        said(language, "link", &[])?,
    ))
}
