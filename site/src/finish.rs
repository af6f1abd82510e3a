//! `finish`: what Trunk leaves to do. Style sheets become one file; it and the start script
//! get names from their content; the published card is written into the page.

use std::path::{Path, PathBuf};

use crate::assets::{BOOT, OFFLINE, PAGE, STYLE, TOOLS_TEXTS};
use crate::data::{self, Translation};
use crate::failure::Failure;
use crate::files::{read, root};
use crate::html::{named, replace_once, tell_boot_script};
use crate::prerender::{Prerendered, Styles};
use crate::programs::{Planner, name_page_program, name_tools, slim};
use crate::{
    api, brought_page, calculator_page, frame, framework_page, front_page, home, hosting, inside, law_page,
    make_page, manual, minify, oembed, offline, one_file, prerender, published_page, rescue, sitemap,
    wordpress, workshop_page,
};
use scoring::data::Language;

/// Finishes the page in the folder where Trunk has built it.
///
/// # Errors
/// When a file is missing, or the page lacks a place that is to be filled.
pub fn finish() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.ok_or_else(|| Failure::Missing("finish is called by Trunk; see Trunk.toml".to_owned()))?;
    // Trunk calls every page so; in the end the front page takes its place.
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
            prerender::prerender(&calculator_page::packed(translation, &english.language), &mut styles)?,
        ));
    }
    html = join_styles(&html, &staging, &styles.rules())?;
    html = name_tools(&html, &staging)?;
    let planner = Planner::write(&staging)?;
    html = tell_boot_script(&html, &planner.names(""))?;
    api::write_to(&staging)?;
    html = name_boot_script(&html, &staging, &pair.translations)?;
    let languages: Vec<&Language> =
        pair.translations.iter().map(|translation| &translation.language).collect();
    let texts: Vec<String> =
        languages.iter().map(|language| calculator_page::tools_texts(language, &english.language)).collect();
    let by_language = languages.iter().zip(&texts);
    let by_language = by_language.map(|(language, texts)| (language.id.clone(), texts.clone().into()));
    let inside = inside::text(&staging, &serde_json::Value::Object(by_language.collect()))?;
    let framed = frame::Framed::write(&staging, &inside, &english.baseline)?;
    let mut first = None;
    let mut spoken = Vec::new();
    for ((translation, prerendered), texts) in pages.iter().zip(&texts) {
        let bare = Prerendered::table(&translation.baseline);
        let bare = calculator_page::fill(&html, translation, &languages, &bare)?;
        let bare = home::for_one_file(&bare, &translation.language)?;
        let waiting = calculator_page::one_file_waiting(&translation.language)?;
        one_file::write(&staging, &translation.language, &bare, &inside, &waiting)?;
        let texts = TOOLS_TEXTS.write(&staging, &translation.language, texts)?;
        let full = calculator_page::fill(&html, translation, &languages, prerendered)?;
        spoken.push((*translation, texts.clone()));
        let pages = framework_page::addresses(&translation.language)?;
        let names = format!("data-tools-texts=\"{texts}\" data-pages=\"{pages}\"");
        let full = tell_boot_script(&full, &names)?;
        let full = oembed::discovered(&full, &translation.language)?;
        let in_frame = home::for_frame(&full, &translation.language)?;
        framed.write_page(&staging, &translation.language, &in_frame)?;
        PAGE.write(&staging, &translation.language, &full)?;
        first.get_or_insert(full);
    }
    let style = named(&html, "rel=\"stylesheet\" href")?;
    let frameworks = framework_page::spoken(&languages)?;
    let in_english = frameworks.first().map_or(&[][..], Vec::as_slice);
    let offline_script = named(&html, "data-offline")?;
    let scripts = framework_page::Scripts { offline: offline_script, planner: &planner, framed: &framed };
    let shared = framework_page::write(&staging, &spoken, &frameworks, style, scripts)?;
    brought_page::write(&staging, &languages, style, &framed, &shared, &planner)?;
    front_page::write(&staging, &pair.translations, &frameworks, &html)?;
    make_page::write(&staging, &pair.translations, &frameworks, &html)?;
    workshop_page::write(&staging, &pair.translations, &frameworks, &html)?;
    let [map_style, card_style] =
        [&shared.own_style, &shared.card_style].map(|name| format!("{}/{name}", framework_page::FOLDER));
    law_page::write(&staging, pair, &[style.to_owned(), card_style.clone()])?;
    let styles = [style.to_owned(), map_style, card_style];
    published_page::write(&staging, &pair.translations, &frameworks, &styles)?;
    let first = first.unwrap_or_default();
    frame::write(&staging, &first, &english.baseline, &languages, in_english)?;
    oembed::write(&staging, &languages)?;
    wordpress::write(&staging, &pair.translations, &frameworks)?;
    rescue::write_page(&staging, &languages, &first)?;
    // It links to pages that are there.
    manual::write(&staging, &languages, &english.language, style)?;
    sitemap::write(&staging, &languages, in_english)?;
    offline::write(&staging, &english.language, &languages)?;
    hosting::write_settings(&staging, &languages)
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
    let name = STYLE.write(staging, minify::style(&sheets)?)?;
    Ok(lines.join("\n").replacen(START, &format!("{START}{name}\">"), 1))
}

/// Copies the start script under a hashed name and tells it where all is.
fn name_boot_script(html: &str, staging: &Path, translations: &[Translation]) -> Result<String, Failure> {
    let boot = BOOT.write(staging, minify::joined("boot.js")?)?;
    let offline = OFFLINE.write(staging, minify::joined("offline.js")?)?;
    let page = |translation: &Translation| {
        let language = &translation.language;
        format!("{} {}", language.id, PAGE.name(language))
    };
    let pages = translations.iter().map(page).collect::<Vec<_>>().join(",");
    let version = offline::VERSION;
    let names = format!(
        "src=\"{boot}\" data-offline=\"{offline}\" data-languages=\"{pages}\" data-version=\"{version}\""
    );
    replace_once(html, "src=\"src/boot.js\"", &names)
}
