//! The plugin for WordPress: `embed/wordpress/` as a ZIP that WordPress installs as it is, with the address of this
//! build where that is known. The same sources make the same bytes.

mod translation;

use std::io::Cursor;
use std::path::Path;

use scoring::Baseline;
use serde_json::json;

use crate::archive;
use crate::assets::{FRAME_PAGE, WORDPRESS};
use crate::data::Translation;
use crate::failure::{Failure, failed};
use crate::files::{read, root};
use crate::framework_page::Spoken;
use crate::home::Home;

/// The files that go along as they are, but for the version of the build in place of `[[version]]`.
const FILES: [&str; 13] = [
    "block/block.json",
    "block/editor.asset.php",
    "block/editor.js",
    "includes/address.php",
    "includes/block.php",
    "includes/build.php",
    "includes/calculator.php",
    "includes/links.php",
    "includes/settings.php",
    "languages/lawgrade-es.po",
    "lawgrade.php",
    "readme.txt",
    "uninstall.php",
];

const TRANSLATION: &str = "languages/lawgrade-es.po";

/// Writes it. `frameworks` are those that have pages of their own, in the order of `translations`.
///
/// # Errors
/// When a file is missing or the translation is none.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
) -> Result<(), Failure> {
    let mut files = sources()?;
    let languages: Vec<&str> = translations
        .iter()
        .filter(|translation| FRAME_PAGE.name(&translation.language) != "embed.html")
        .map(|translation| &*translation.language.id)
        .collect();
    let home = Home::of_build()?;
    let ids: Vec<&str> =
        frameworks.first().into_iter().flatten().map(|spoken| &*spoken.framework.id).collect();
    let build =
        json!({"home": home.as_ref().map_or("", Home::folder), "languages": languages, "frameworks": ids});
    files.push(("build.json".to_owned(), build.to_string().into_bytes()));
    for (translation, frameworks) in translations.iter().zip(frameworks) {
        let Translation { language, baseline, .. } = translation;
        files.push((format!("cards-{}.json", language.id), cards(baseline, frameworks).into_bytes()));
    }
    let zipped = zipped(&files).map_err(|error| failed(&staging.join(WORDPRESS.0), error))?;
    WORDPRESS.write(staging, zipped)
}

/// The files of the plugin and what is made of its translation, by their names in its folder.
fn sources() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let folder = root().join("embed/wordpress");
    let mut files = Vec::new();
    for name in FILES {
        let text = read(&folder.join(name))?.replace("[[version]]", env!("CARGO_PKG_VERSION"));
        files.push((name.to_owned(), text.into_bytes()));
    }
    files.push(("license.txt".to_owned(), read(&root().join("LICENSE-MIT"))?.into_bytes()));
    let file = folder.join(TRANSLATION);
    let entries = translation::read(&read(&file)?).map_err(|problem| failed(&file, problem))?;
    files.push(("languages/lawgrade-es.mo".to_owned(), translation::compiled(&entries)));
    files.push((
        "languages/lawgrade-es.json".to_owned(),
        translation::for_scripts(&entries, "lawgrade").into_bytes(),
    ));
    Ok(files)
}

/// All cards by name, as the block offers them.
fn cards(baseline: &Baseline, frameworks: &[Spoken]) -> String {
    let (framework, card) = (baseline.framework(), baseline.card());
    let named = |subject: &str, title: &str, year: u16| format!("{subject} – {title}, {year}");
    let own = json!({
        "value": format!("{}/{}", framework.id, card.id),
        "label": named(&card.jurisdiction, &framework.title, framework.year),
    });
    let mut cards = vec![own];
    for Spoken { framework, cohort, .. } in frameworks {
        let mut of_framework: Vec<(&str, &str)> =
            (0..cohort.cards.len()).map(|card| (cohort.subject(card), cohort.id(card))).collect();
        of_framework.sort();
        cards.extend(of_framework.into_iter().map(|(name, id)| {
            let label = named(name, &framework.title, framework.year);
            json!({"value": format!("{}/{id}", framework.id), "label": label})
        }));
    }
    serde_json::Value::Array(cards).to_string()
}

/// A ZIP of the files in a folder `lawgrade`, in the order of their names and without the time at which it was made.
fn zipped(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut files: Vec<&(String, Vec<u8>)> = files.iter().collect();
    files.sort_by_key(|(name, _)| name);
    let files = files.into_iter().map(|(name, content)| (format!("lawgrade/{name}"), Ok(content.clone())));
    archive::pack(Cursor::new(Vec::new()), files).map(Cursor::into_inner)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeSet;
    use std::io::{Cursor, Read};

    use super::{FILES, TRANSLATION, sources, translation, zipped};
    use crate::files::{files, read, root};

    /// What stands between two texts, wherever the first one is.
    fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
        text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect()
    }

    #[test]
    fn every_file_of_the_plugin_goes_along() {
        let folder = root().join("embed/wordpress");
        let mut found = BTreeSet::new();
        for within in ["", "block", "includes", "languages"] {
            for ending in ["php", "js", "json", "txt", "po"] {
                for file in files(&folder.join(within), ending).unwrap() {
                    found.insert(file.strip_prefix(&folder).unwrap().to_string_lossy().into_owned());
                }
            }
        }
        assert_eq!(found, FILES.map(str::to_owned).into());
    }

    #[test]
    fn every_text_is_said_in_spanish_and_none_that_is_not_said() {
        let folder = root().join("embed/wordpress");
        let mut said = BTreeSet::new();
        for name in FILES.iter().filter(|name| name.ends_with(".php") || name.ends_with(".js")) {
            let text = read(&folder.join(name)).unwrap();
            for start in ["__( '", "esc_html_e( '"] {
                said.extend(between(&text, start, "', 'lawgrade'").into_iter().map(str::to_owned));
            }
            said.extend(between(&text, "* Description:       ", "\n").into_iter().map(str::to_owned));
        }
        let block: serde_json::Value =
            serde_json::from_str(&read(&folder.join("block/block.json")).unwrap()).unwrap();
        let keywords = block["keywords"].as_array().unwrap().iter();
        said.extend(keywords.chain([&block["description"]]).map(|text| text.as_str().unwrap().to_owned()));
        let entries = translation::read(&read(&folder.join(TRANSLATION)).unwrap()).unwrap();
        let known: BTreeSet<String> =
            entries.iter().filter(|entry| !entry.text.is_empty()).map(|entry| entry.text.clone()).collect();
        assert_eq!(known, said);
        assert!(entries.iter().all(|entry| !entry.translation.is_empty()));
        for entry in entries.iter().filter(|entry| entry.text.contains("%s")) {
            assert_eq!(entry.translation.matches("%s").count(), 1, "{}", entry.text);
        }
    }

    #[test]
    fn the_same_files_are_the_same_bytes_in_any_order() {
        let mut files = sources().unwrap();
        let once = zipped(&files).unwrap();
        files.reverse();
        assert_eq!(zipped(&files).unwrap(), once);
        let mut archive = zip::ZipArchive::new(Cursor::new(once)).unwrap();
        let mut main = String::new();
        archive.by_name("lawgrade/lawgrade.php").unwrap().read_to_string(&mut main).unwrap();
        assert!(main.contains(concat!("* Version:           ", env!("CARGO_PKG_VERSION"), "\n")));
        assert!(archive.by_name("lawgrade/languages/lawgrade-es.mo").is_ok());
        assert!(
            (0..archive.len()).all(|at| archive
                .by_index(at)
                .unwrap()
                .name()
                .unwrap()
                .starts_with("lawgrade/"))
        );
    }
}
