//! `finish`: what Trunk leaves to do. Style sheets become one file; it and the start script
//! get names from their content; the published card is written into the page.

use std::path::{Path, PathBuf};

use scoring::data::Language;
use sha2::{Digest, Sha256};

use crate::data::{self, Translation};
use crate::prerender::{Prerendered, Styles};
use crate::task::{Failure, failed, files, read, root, write};
use crate::wasm;
use crate::{
    api, frame, framework_page, home, hosting, inside, minify, offline, one_file, page, prerender, rescue,
    tools,
};

/// Finishes the page in the folder where Trunk has built it.
///
/// # Errors
/// When a file is missing, or the page lacks a place that is to be filled.
pub fn finish() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.ok_or_else(|| Failure::Missing("finish is called by Trunk; see Trunk.toml".to_owned()))?;
    let mut html = read(&staging.join("index.html"))?;

    slim(&staging)?;
    html = name_page_program(&html, &staging)?;
    let pairs = data::pairs()?;
    let [pair] = pairs.as_slice() else {
        return Err(Failure::Missing(format!("the page shows one card; data holds {}", pairs.len())));
    };
    let [english, ..] = pair.translations.as_slice() else {
        return Err(Failure::Missing("no language says all of the card".to_owned()));
    };
    let mut styles = Styles::default();
    let mut pages = Vec::new();
    for translation in &pair.translations {
        pages.push((
            translation,
            prerender::prerender(&page::packed(translation, &english.language), &mut styles)?,
        ));
    }
    html = join_styles(&html, &staging, &styles.rules())?;
    html = name_tools(&html, &staging)?;
    let planner = Planner::write(&staging)?;
    html = tell_boot_script(&html, &planner.names(""))?;
    api::write_to(&staging)?;
    html = name_boot_script(&html, &staging, &pair.translations)?;
    let style = named(&staging, &html, "rel=\"stylesheet\" href")?;
    let languages: Vec<&Language> =
        pair.translations.iter().map(|translation| &translation.language).collect();
    let texts: Vec<String> =
        languages.iter().map(|language| page::tools_texts(language, &english.language)).collect();
    let by_language = languages.iter().zip(&texts);
    let by_language = by_language.map(|(language, texts)| (language.id.clone(), texts.clone().into()));
    let inside = inside::text(&staging, &serde_json::Value::Object(by_language.collect()))?;
    let framed = frame::Framed::write(&staging, &inside)?;
    let mut first = None;
    let mut spoken = Vec::new();
    for ((translation, prerendered), texts) in pages.iter().zip(&texts) {
        let bare = Prerendered::table(&translation.baseline);
        let bare = page::fill(&html, translation, &languages, &bare)?;
        let bare = home::for_one_file(&bare, &translation.language)?;
        let waiting = page::one_file_waiting(&translation.language)?;
        one_file::write(&staging, &page::name(&translation.language, "lawgrade"), &bare, &inside, &waiting)?;
        let stem = format!("tools-{}", translation.language.id);
        let texts = write_hashed(&staging, &stem, "txt", texts.as_bytes())?;
        let full = page::fill(&html, translation, &languages, prerendered)?;
        spoken.push((*translation, texts.clone()));
        let pages = framework_page::addresses(&translation.language)?;
        let names = format!("data-tools-texts=\"{texts}\" data-pages=\"{pages}\"");
        let full = tell_boot_script(&full, &names)?;
        let in_frame = home::for_frame(&full, &translation.language)?;
        framed.write_page(&staging, &translation.language, &in_frame)?;
        write(&staging.join(page::name(&translation.language, "index")), &full)?;
        first.get_or_insert(full);
    }
    let style = style.file_name().unwrap_or_default().to_string_lossy().into_owned();
    framework_page::write(&staging, &spoken, &style, &planner)?;
    let first = first.unwrap_or_default();
    frame::write(&staging, &first, &english.baseline, &languages)?;
    rescue::write_page(&staging, &languages, &first)?;
    offline::write(&staging, &english.baseline, &languages)?;
    hosting::write_settings(&staging, &languages)
}

/// Makes what Trunk wrote smaller: the programs without what never runs and optimised, their scripts minified.
fn slim(staging: &Path) -> Result<(), Failure> {
    tools::finishing_packages()?;
    // Two at a time: each takes seconds and one core.
    for programs in files(staging, "wasm")?.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = programs.iter().map(|file| scope.spawn(|| slim_program(file))).collect();
            running.into_iter().try_for_each(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err(failed(staging, "a thread that made programs smaller panicked")))
            })
        })?;
    }
    for file in files(staging, "js")? {
        write(&file, minify::module(&read(&file)?)?)?;
    }
    Ok(())
}

fn slim_program(file: &Path) -> Result<(), Failure> {
    let program = std::fs::read(file).map_err(|error| failed(file, error))?;
    write(file, wasm::slim(&program).map_err(|error| failed(file, error))?)?;
    wasm::optimise(file)
}

/// Puts all style sheets into one file, in the page's order, so that the browser fetches one; `rules` come last.
fn join_styles(html: &str, staging: &Path, rules: &str) -> Result<String, Failure> {
    const START: &str = "<link rel=\"stylesheet\" href=\"";
    let mut sheets = String::new();
    let mut lines = Vec::new();
    for line in html.lines() {
        if let Some(name) = line.trim().strip_prefix(START).and_then(|rest| rest.split('"').next()) {
            if sheets.is_empty() {
                lines.push(START);
            }
            sheets.push_str(&read(&root().join(name))?);
        } else {
            lines.push(line);
        }
    }
    sheets.push_str(rules);
    let name = write_hashed(staging, "style", "css", minify::style(&sheets)?.as_bytes())?;
    Ok(lines.join("\n").replacen(START, &format!("{START}{name}\">"), 1))
}

/// Gives the page's program new names: Trunk has named it from what it was before it was slimmed, and what may be
/// kept for a year must never stand under the name of something else.
fn name_page_program(html: &str, staging: &Path) -> Result<String, Failure> {
    let mut html = html.to_owned();
    for (attribute, ending) in [("data-page-js", "js"), ("data-page-wasm", "wasm")] {
        let file = named(staging, &html, attribute)?;
        let content = std::fs::read(&file).map_err(|error| failed(&file, error))?;
        std::fs::remove_file(&file).map_err(|error| failed(&file, error))?;
        let name = write_hashed(staging, "lawgrade", ending, &content)?;
        html = html.replace(&*file.file_name().unwrap_or_default().to_string_lossy(), &name);
    }
    Ok(html)
}

/// Gives the tools' program names from its content, and tells the start script.
fn name_tools(html: &str, staging: &Path) -> Result<String, Failure> {
    let (js, wasm) = name_program(staging, "tools")?;
    let css = write_hashed(staging, "tools", "css", minify::style_files(&["style/tools.css"])?.as_bytes())?;
    tell_boot_script(
        html,
        &format!("data-tools-js=\"{js}\" data-tools-wasm=\"{wasm}\" data-tools-css=\"{css}\""),
    )
}

/// Adds attributes to the start script's element, which tell it where things are.
pub fn tell_boot_script(html: &str, attributes: &str) -> Result<String, Failure> {
    replace_once(html, "data-page-js=", &format!("{attributes} data-page-js="))
}

/// The names of the planner's files: its script, itself, and the worker that it runs in.
pub struct Planner {
    script: String,
    program: String,
    worker: String,
}

impl Planner {
    fn write(staging: &Path) -> Result<Self, Failure> {
        let (script, program) = name_program(staging, "planner")?;
        let worker = minify::module_file("src/planner-worker.js")?;
        Ok(Self {
            script,
            program,
            worker: write_hashed(staging, "planner-worker", "js", worker.as_bytes())?,
        })
    }

    /// What tells a start script of them, as seen from a page whose way to them begins with `way`.
    pub fn names(&self, way: &str) -> String {
        let Self { script, program, worker } = self;
        format!(
            "data-planner-js=\"{way}{script}\" data-planner-wasm=\"{way}{program}\" data-planner-worker=\"{way}{worker}\""
        )
    }
}

/// Names a program that Trunk has compiled beside the page's from its content: its script and itself.
pub fn name_program(staging: &Path, program: &str) -> Result<(String, String), Failure> {
    let renamed = |file: &str, ending: &str| {
        let file = staging.join(file);
        let content = std::fs::read(&file).map_err(|error| failed(&file, error))?;
        std::fs::remove_file(&file).map_err(|error| failed(&file, error))?;
        write_hashed(staging, program, ending, &content)
    };
    let wasm = renamed(&format!("{program}_bg.wasm"), "wasm")?;
    Ok((renamed(&format!("{program}.js"), "js")?, wasm))
}

/// Copies the start script under a hashed name and tells it where all is.
fn name_boot_script(html: &str, staging: &Path, translations: &[Translation]) -> Result<String, Failure> {
    let boot = write_hashed(staging, "boot", "js", minify::joined("boot.js")?.as_bytes())?;
    let offline = write_hashed(staging, "offline", "js", minify::module_file("src/offline.js")?.as_bytes())?;
    let page = |translation: &Translation| {
        let language = &translation.language;
        format!("{} {}", language.id, page::address(language))
    };
    let pages = translations.iter().map(page).collect::<Vec<_>>().join(",");
    let version = offline::VERSION;
    let names = format!(
        "src=\"{boot}\" data-offline=\"{offline}\" data-languages=\"{pages}\" data-version=\"{version}\""
    );
    replace_once(html, "src=\"src/boot.js\"", &names)
}

/// Writes a file whose name changes with its content, and returns the name.
pub fn write_hashed(staging: &Path, stem: &str, ending: &str, content: &[u8]) -> Result<String, Failure> {
    let name = format!("{stem}-{}.{ending}", hash(content));
    write(&staging.join(&name), content)?;
    Ok(name)
}

/// The first sixteen digits of a content's SHA-256, which browsers can work out as well: the service worker does.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A text as it stands in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The file that the finished page names in an attribute.
///
/// # Errors
/// When the page has no such attribute.
pub fn named(staging: &Path, html: &str, attribute: &str) -> Result<PathBuf, Failure> {
    let start = format!("{attribute}=\"");
    let name = html.split_once(&start).and_then(|(_, rest)| rest.split('"').next());
    name.map(|name| staging.join(name)).ok_or_else(|| failed(staging, format!("no {attribute} in the page")))
}

/// Puts something into the one place that is there for it.
///
/// # Errors
/// When there is no such place, or several.
pub fn replace_once(html: &str, place: &str, with: &str) -> Result<String, Failure> {
    match html.matches(place).count() {
        1 => Ok(html.replacen(place, with, 1)),
        count => {
            Err(Failure::Missing(format!("expected “{place}” once in index.html, found it {count} times")))
        }
    }
}
