//! `docs/shapes.md` says which test holds what; here it is held that those tests exist and are run.

use std::collections::BTreeSet;

use lawgrade_tests::file;

const COLUMNS: [&str; 6] = ["Shape", "Written as", "Evaluate", "Range", "Plan", "Rank"];

/// Every `file.rs::name` of a text.
fn named(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('`').skip(1).step_by(2).filter_map(|code| code.split_once("::"))
}

/// The rows of all tables, without their heads.
fn rows(manual: &str) -> Vec<Vec<String>> {
    let lines = manual.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    lines.map(cells).filter(|row| *row != COLUMNS && !row.iter().all(|cell| cell == "---")).collect()
}

/// The source of a file of tests below `tests` or, beside what is tested, below `scoring/src`.
fn source(path: &str) -> String {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
    if !tests {
        return file(&format!("scoring/src/{path}"));
    }
    // Only modules are compiled; those of a folder are of the file beside it.
    let (around, name) = path.rsplit_once('/').map_or(("native", path), |(folder, name)| (folder, name));
    let module = format!("mod {};", name.trim_end_matches(".rs"));
    assert!(file(&format!("tests/{around}.rs")).contains(&module), "{path} is never run");
    file(&format!("tests/{path}"))
}

/// Whether a source has a test of this name: the function, with what makes it a test above it.
fn has_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let is_it = |line: &&str| {
        line.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('('))
    };
    let Some(place) = lines.iter().position(is_it) else { return false };
    lines[..place]
        .iter()
        .rev()
        .take_while(|line| line.starts_with("#[") || line.starts_with("///"))
        .any(|line| *line == "#[test]")
}

#[test]
fn every_test_that_the_table_names_exists() {
    let manual = file("docs/shapes.md");
    let all: BTreeSet<(&str, &str)> = named(&manual).collect();
    assert!(!all.is_empty());
    let rules = source("rules.rs");
    assert!(
        !has_test(&rules, "pic") && !has_test(&rules, "todays"),
        "no function that is no test, no part of a name"
    );
    let gone: Vec<_> = all.iter().filter(|(path, name)| !has_test(&source(path), name)).collect();
    assert!(gone.is_empty(), "no such tests: {gone:?}");
}

/// Each cell says what holds, and by which test; only what does not apply needs none.
#[test]
fn no_cell_of_the_table_is_left_open() {
    let rows = rows(&file("docs/shapes.md"));
    assert!(!rows.is_empty());
    for row in rows {
        let [shape, _, cells @ ..] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(cells.len(), 4, "{shape}");
        for cell in cells.iter().filter(|cell| *cell != "does not apply") {
            let holds = ["exact: ", "refused by name ("].iter().any(|what| cell.starts_with(what));
            assert!(holds && named(cell).next().is_some(), "{shape}: {cell}");
        }
    }
}

/// Every example by hand is in the table.
#[test]
fn the_table_names_every_example() {
    let manual = file("docs/shapes.md");
    for path in ["shapes/parts.rs", "shapes/results.rs"] {
        let source = source(path);
        let names = source.lines().filter_map(|line| line.strip_prefix("fn ")?.split('(').next());
        for name in names.filter(|name| has_test(&source, name)) {
            assert!(named(&manual).any(|one| one == (path, name)), "{path}::{name}");
        }
    }
}
