//! Saved scenarios: names, files, and what is wrong with a file.
#![allow(missing_docs, clippy::expect_used)]

use std::sync::LazyLock;

use lawgrade_tests::{any_scenario, connecticut, found, scenario};
use proptest::prelude::*;
use scoring::shelf::{AddressReader, Saved, Shelf, import, read, suggested_name, text_of};
use scoring::{
    Baseline, Imprint, Report, Scenario, evaluate, format_address, parse_address, picture, sheet,
    spreadsheet, spreadsheet_with_semicolons, summary,
};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn read_text(text: &str) -> (Vec<Saved>, Vec<String>) {
    let found = found(text).expect("the text is JSON");
    let (scenarios, problems) = read(&*CONNECTICUT, &found);
    (scenarios, problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect())
}

fn written(shelf: &Shelf) -> String {
    serde_json::to_string(&shelf.file()).expect("a shelf is plain data")
}

fn names(shelf: &Shelf) -> Vec<&str> {
    shelf.saved().iter().map(|saved| saved.name.as_str()).collect()
}

#[test]
fn names_are_unique() {
    let mut shelf = Shelf::default();
    for (place, name) in ["Bill 5", " Bill 5 ", "Bill 5", "Other"].into_iter().enumerate() {
        assert_eq!(shelf.save(name, format!("address-{place}"), None), place);
    }
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (2)", "Bill 5 (3)", "Other"]);
    shelf.rename(3, "Bill 5");
    shelf.rename(0, "Bill 5");
    shelf.rename(1, "   ");
    shelf.rename(9, "Nobody");
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (2)", "Bill 5 (3)", "Bill 5 (4)"]);
    shelf.duplicate(0);
    shelf.duplicate(9);
    assert_eq!(names(&shelf), ["Bill 5", "Bill 5 (5)", "Bill 5 (2)", "Bill 5 (3)", "Bill 5 (4)"]);
}

#[test]
fn what_is_removed_can_be_put_back() {
    let mut shelf = Shelf::default();
    for name in ["a", "b", "c"] {
        shelf.save(name, format!("{name}-address"), None);
    }
    let before = shelf.clone();
    let removed = shelf.remove(1).expect("there is a second");
    assert_eq!(names(&shelf), ["a", "c"]);
    shelf.put_back(1, removed.clone());
    assert_eq!(shelf, before);
    assert_eq!(shelf.remove(7), None);
    // Meanwhile the name was given to another, and the shelf became shorter.
    shelf.remove(1);
    shelf.rename(0, "b");
    shelf.remove(1);
    shelf.put_back(5, removed);
    assert_eq!(names(&shelf), ["b", "b (2)"]);
}

#[test]
fn a_name_is_suggested() {
    let suggested = |on: &[&str], off: &[&str]| {
        suggested_name(&CONNECTICUT, &evaluate(&CONNECTICUT, &scenario(&CONNECTICUT, on, off)))
    };
    let lines = [
        suggested(&[], &[]),
        suggested(&["trafficking-law-reaches-buyers"], &[]),
        suggested(&["trafficking-law-reaches-buyers"], &["racketeering-predicates", "sex-trafficking-law"]),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_problem_with_a_file_is_told_by_its_place() {
    let files = [
        "[]",
        "17",
        "null",
        "{}",
        r#"{"lawgrade": "1"}"#,
        r#"{"lawgrade": 2, "scenarios": [{"name": "later", "address": "pic-2019/ct-2019"}]}"#,
        r#"{"lawgrade": 1}"#,
        r#"{"lawgrade": 1, "scenarios": {}}"#,
        r#"{"lawgrade": 1, "scenarios": [
            3, {}, {"name": "no address"}, {"address": 4, "name": "x"}, {"address": "pic-2019/ct-2019"},
            {"name": " ", "address": "pic-2019/ct-2019/on=no-age-mistake-defense"},
            {"name": "unknown", "address": "pic-2019/ct-2019/on=no-such-law,no-age-mistake-defense/of=x"},
            {"name": "elsewhere", "address": "pic-2019/ny-2019/on=no-age-mistake-defense"},
            {"name": "\u202eevil", "address": "pic-2019/ct-2019"},
            {"name": "NAME", "address": "pic-2019/ct-2019"},
            {"name": ["deep", {"er": [[[[1]]]]}], "address": "other-2024/ct-2024"}
        ], "more": true}"#,
    ];
    let long = "long ".repeat(20);
    let files = files.map(|file| file.replace("NAME", &long));
    let told: Vec<String> = files
        .iter()
        .map(|file| {
            let (scenarios, problems) = read_text(file);
            let kept: Vec<String> =
                scenarios.iter().map(|saved| format!("  kept: {} ({})", saved.name, saved.address)).collect();
            [problems, kept].concat().join("\n")
        })
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

fn imported(bytes: &[u8]) -> (Vec<Saved>, Vec<String>) {
    let text = text_of(bytes);
    let (scenarios, problems) = import(&*CONNECTICUT, &text, found(&text).as_ref());
    (scenarios, problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect())
}

/// A text as programs write it: each with and without a mark, in UTF-8 and in UTF-16 of either order.
fn in_every_encoding(text: &str) -> Vec<Vec<u8>> {
    let wide = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let (le, be) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
    vec![
        text.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", text.as_bytes()),
        marked(b"\xff\xfe", &le),
        marked(b"\xfe\xff", &be),
        le,
        be,
    ]
}

/// What the page hands out comes back as the scenario that it was of; a picture has none in it, and says so.
#[test]
fn what_is_taken_away_comes_back() {
    for (on, off) in [(&["trafficking-law-reaches-buyers"][..], &["racketeering-predicates"][..]), (&[], &[])]
    {
        let tree = evaluate(&CONNECTICUT, &scenario(&CONNECTICUT, on, off));
        let address = format_address(&CONNECTICUT, &tree.scenario.clone().into());
        for page in ["https://example.org/lawgrade/#", ""] {
            let imprint = Imprint { link: format!("{page}{address}"), ..Imprint::default() };
            let texts = [
                serde_json::to_string_pretty(&Report::new(&CONNECTICUT, &tree)).expect("plain data"),
                summary(&CONNECTICUT, &tree, &imprint).text(),
                summary(&CONNECTICUT, &tree, &imprint).markdown(),
                sheet(&CONNECTICUT, &tree, &imprint).text(),
                spreadsheet(&CONNECTICUT, &tree, &imprint),
                spreadsheet_with_semicolons(&CONNECTICUT, &tree, &imprint),
                imprint.link.clone(),
                format!("See ({}).\r\n", imprint.link),
            ];
            for bytes in texts.iter().flat_map(|text| in_every_encoding(text)) {
                let (scenarios, problems) = imported(&bytes);
                assert_eq!(problems, Vec::<String>::new(), "{}", text_of(&bytes));
                let addresses: Vec<&str> = scenarios.iter().map(|saved| saved.address.as_str()).collect();
                assert_eq!(addresses, [&address]);
            }
            let drawn = picture(&CONNECTICUT, &tree, &imprint);
            assert_eq!(imported(drawn.as_bytes()).0, []);
        }
        let mut shelf = Shelf::default();
        shelf.save("Bill 5", address.clone(), CONNECTICUT.result_of(&address, "2026-05-03"));
        for bytes in in_every_encoding(&written(&shelf)) {
            assert_eq!(imported(&bytes), (shelf.saved().to_vec(), Vec::new()));
        }
    }
}

/// Every other file is told what it is.
#[test]
fn other_files_are_named() {
    let files: [&[u8]; 13] = [
        b"",
        b" \r\n",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
        b"%PDF-1.7\n",
        b"PK\x03\x04\x14\0",
        b"<!DOCTYPE html><html><a href=\"#pic-2019/ct-2019/on=no-age-mistake-defense\">x</a>",
        b"{\"sections\": []}",
        b"[1, 2]",
        b"a,b\r\n1,2",
        b"https://example.org/",
        b"https://example.org/#pic-2019/ct-2019/on=no-age-mistake-defense,no-such-law",
    ];
    let told: Vec<String> = files
        .iter()
        .map(|bytes| {
            let (scenarios, problems) = imported(bytes);
            let kept = scenarios.iter().map(|saved| format!("  kept: {} ({})", saved.name, saved.address));
            problems.into_iter().chain(kept).collect::<Vec<_>>().join("\n")
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let mut shelf = Shelf::default();
    shelf.save("a", "pic-2019/ct-2019".to_owned(), None);
    let saved = |name: &str, address: &str| Saved {
        name: name.to_owned(),
        address: address.to_owned(),
        result: None,
    };
    let added = shelf.add(vec![saved("a", "pic-2019/ct-2019"), saved("a", "pic-2019/ct-2019/off=x")]);
    assert_eq!((added, names(&shelf)), (1, vec!["a", "a (2)"]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// What is exported is imported as it was, and every scenario opens as it was saved.
    #[test]
    fn a_file_brings_everything_back(scenarios in proptest::collection::vec(("\\PC{1,20}", any_scenario(&CONNECTICUT)), 0..6)) {
        let mut shelf = Shelf::default();
        let nameless = |name: &str| name.trim().is_empty() || name.chars().any(|c| c.is_control() || "\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c));
        for (name, scenario) in scenarios.iter().filter(|(name, _)| !nameless(name)) {
            let address = format_address(&CONNECTICUT, &scenario.clone().into());
            shelf.save(name, address.clone(), CONNECTICUT.result_of(&address, "2026-05-03"));
        }
        let (read, problems) = read_text(&written(&shelf));
        prop_assert_eq!(problems, Vec::<String>::new());
        let mut again = Shelf::default();
        prop_assert_eq!(again.add(read), shelf.saved().len());
        prop_assert_eq!(&again, &shelf);
        prop_assert_eq!(again.add(shelf.saved().to_vec()), 0);
        prop_assert!(shelf.saved().iter().all(|saved| saved.result.is_some()));
        let opened: Vec<Scenario> = shelf.saved().iter().map(|saved| parse_address(&CONNECTICUT, &saved.address).0.scenario).collect();
        let saved: Vec<Scenario> = scenarios.into_iter().filter(|(name, _)| !nameless(name)).map(|(_, scenario)| scenario).collect();
        prop_assert_eq!(opened, saved);
    }
}
