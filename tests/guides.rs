//! The guides in `docs/`: what they name is there, and their examples are what they say.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;

use lawgrade_tests::file;

/// The cells of the tables in a text whose headings end so, row by row, without the marks of code.
fn rows(text: &str, headings: &[&str]) -> Vec<Vec<String>> {
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect()
    };
    let blocks = text.split("\n\n").filter(|block| block.starts_with('|'));
    let tables = blocks.map(|block| block.lines().map(cells).collect::<Vec<_>>());
    let tables = tables
        .filter(|table| table[0].ends_with(&headings.iter().map(ToString::to_string).collect::<Vec<_>>()));
    tables.flat_map(|table| table.into_iter().skip(2)).collect()
}

#[test]
fn every_step_of_a_figure_and_every_place_to_look_is_there() {
    let rows = rows(&file("docs/architecture.md"), &["File", "Item"]);
    assert!(rows.len() > 30, "{} rows", rows.len());
    for row in rows {
        let [what, path, item] = row.as_slice() else { panic!("three cells in {row:?}") };
        let content = file(path);
        let named = match Path::new(path).extension().and_then(|ending| ending.to_str()) {
            Some("rs") => ["fn ", "struct ", "enum ", "macro_rules! ", ""].iter().any(|kind| {
                let name = format!("{kind}{item}");
                let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '_');
                let is_declared = !kind.is_empty() || item.starts_with("mod ");
                is_declared && content.split(&name).skip(1).any(ends)
            }),
            _ => content.contains(item.as_str()),
        };
        assert!(named, "{what}: {path} has no {item}");
    }
}

/// Files of the project that a text names stand there, so that a reader can open them.
#[test]
fn every_file_that_the_guides_for_programmers_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [
        "scoring/",
        "src/",
        "site/",
        "data/",
        "tests/",
        "embed/",
        "workbook/",
        "overview/",
        "xtask/",
        "docs/",
    ];
    let mut named = 0;
    for guide in ["architecture", "stability", "glossary", "shapes", "hosts", "figures"] {
        for code in file(&format!("docs/{guide}.md")).split('`').skip(1).step_by(2) {
            let is_path = folders.iter().any(|folder| code.starts_with(folder))
                && code.chars().all(|sign| sign.is_ascii_alphanumeric() || "/._-".contains(sign));
            // What the build writes has folders of the same names.
            if is_path && !code.contains('<') {
                named += 1;
                let near = ["", "scoring/src/", "scoring/", "scoring/src/telling/"]
                    .iter()
                    .any(|folder| root.join(folder).join(code).exists());
                assert!(near, "docs/{guide}.md names {code}");
            }
        }
    }
    assert!(named > 60, "{named} files");
}
