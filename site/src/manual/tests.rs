//! All pages of the manual as a visitor gets them: every link leads to something that is there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::data::pairs;
use crate::files::put;

/// Pages and files of the site to which the guides lead.
const OTHERS: [&str; 12] = [
    "index.html",
    "es.html",
    "connecticut.html",
    "connecticut.es.html",
    "connecticut-law.html",
    "connecticut-law.es.html",
    "make.html",
    "make.es.html",
    "brought.html",
    "builder.html",
    "lawgrade.html",
    "frameworks/wbl-2020.html",
];

/// All pages of the manual by their names.
fn pages(staging: &Path) -> Result<BTreeMap<String, String>, Failure> {
    for other in OTHERS {
        let path = staging.join(other);
        put(path.parent().unwrap_or(staging), other.rsplit('/').next().unwrap_or(other), b"")?;
    }
    std::fs::create_dir_all(staging.join("docs")).map_err(|error| failed(staging, error))?;
    let pair = pairs()?.remove(0);
    let languages: Vec<&Language> = pair.translations.iter().map(|one| &one.language).collect();
    let mut pages = BTreeMap::new();
    for language in &languages {
        for file in &files::all(&language.id)? {
            let page = ManualPage { file, language, languages: &languages, beside: [None, None], staging };
            page.write(&[])?;
            let name = page::name(language, file.stem());
            let html = read(&staging.join(&name))?;
            pages.insert(name, html);
        }
    }
    Ok(pages)
}

fn in_a_folder<T>(name: &str, test: impl FnOnce(&Path) -> Result<T, Failure>) -> Result<T, Failure> {
    let folder = std::env::temp_dir().join(format!("lawgrade-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    let outcome = test(&folder);
    std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    outcome
}

#[test]
fn every_link_and_every_place_in_the_manual_is_there() -> Result<(), Failure> {
    in_a_folder("manual", |staging| {
        let pages = pages(staging)?;
        let (mut links, mut places, mut dead) = (0, 0, Vec::new());
        for (name, html) in &pages {
            let folder = PathBuf::from(name).parent().map(Path::to_path_buf).unwrap_or_default();
            for address in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                // As browsers do before they look for a place.
                let address = &address.replace("%C3%A9", "é");
                if address.starts_with("https:") || address.ends_with(".svg") || address.ends_with(".xlsx") {
                    continue;
                }
                links += 1;
                let (path, place) = address.split_once('#').unwrap_or((address, ""));
                let path = path.split('?').next().unwrap_or_default();
                let up = path.matches("../").count();
                let target = match (path, up) {
                    ("", _) => name.clone(),
                    (path, 0) => folder.join(path).to_string_lossy().replace("./", ""),
                    (path, _) => path.replace("../", ""),
                };
                let target = if target.is_empty() { "index.html".to_owned() } else { target };
                match pages.get(&target) {
                    Some(html) if !place.is_empty() => {
                        places += 1;
                        if !html.contains(&format!(" id=\"{place}\"")) {
                            dead.push(format!("{name}: {address}"));
                        }
                    }
                    Some(_) => {}
                    None if OTHERS.contains(&target.as_str()) => {}
                    None => dead.push(format!("{name}: {address}")),
                }
            }
        }
        assert!(dead.is_empty(), "{dead:#?}");
        assert!(links > 200 && places > 60, "{links} links, {places} places");
        Ok(())
    })
}

/// What cites the list of mistakes keeps finding them: each stands at its name.
#[test]
fn each_mistake_has_its_place_and_says_what_it_said() -> Result<(), Failure> {
    in_a_folder("mistakes", |staging| {
        let pages = pages(staging)?;
        let html = pages.get("diagnostics.html").map(String::as_str).unwrap_or_default();
        let text = read(&root().join("docs/diagnostics.md"))?;
        let names = text.lines().filter_map(|line| line.strip_prefix("## "));
        let missing: Vec<&str> =
            names.filter(|name| !html.contains(&format!("<h2 id=\"{name}\">"))).collect();
        assert!(missing.is_empty(), "{missing:?}");
        // Nothing of a file that is shown is taken for markup.
        let main = html.split_once("<main").map(|(_, main)| main).unwrap_or_default();
        for item in text.lines().filter_map(|line| line.strip_prefix("- ")) {
            let plain = main.contains(&format!(
                "<li>{}</li>",
                item.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
            ));
            assert!(plain, "{item}");
        }
        Ok(())
    })
}

#[test]
fn the_page_of_a_language_says_so_and_has_its_forms() -> Result<(), Failure> {
    in_a_folder("forms", |staging| {
        let pages = pages(staging)?;
        let of = |name: &str| pages.get(name).map(String::as_str).unwrap_or_default();
        assert!(of("docs/figures.es.html").contains("<html lang=\"es\">"));
        assert!(of("docs/figures.html").contains("href=\"figures.es.html?lang=es\" hreflang=\"es\""));
        assert!(!of("docs/architecture.html").contains("architecture.es.html"));
        assert!(of("accessibility.es.html").contains("href=\"docs/index.es.html\""));
        assert!(of("docs/spreadsheet.es.html").contains("href=\"../docs/first-card.es.xlsx\""));
        Ok(())
    })
}

#[test]
fn the_tables_to_start_from_become_workbooks_that_read_back() -> Result<(), Failure> {
    for table in TABLES {
        let bytes = workbook_of(table, &Words::english())?;
        let brought = workbook::read("card.xlsx", &bytes);
        assert_eq!(brought.rules.map(|rules| rules.provisions().len()), Some(3), "{table}");
        assert_eq!(brought.cards.len(), 1);
    }
    Ok(())
}
