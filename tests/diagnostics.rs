//! What can be wrong with a framework, its words and its cards: for each name the smallest document that has it, and
//! what is said. `docs/diagnostics.md` is made of them.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use lawgrade_tests::{kept, language};
use scoring::diagnose::{Code, Diagnostic, Severity};
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{compile, diagnose};
use scoring::{Words, cards};
use serde_json::json;

use crate::workbooks::wrong::wrong_sheets;
use wrong::{RIGHT_TABLE, changed, file, rules, wrong_rules, wrong_shapes, wrong_tables, wrong_words};

#[path = "../site/src/data/shape.rs"]
mod shape;
#[path = "wrong.rs"]
mod wrong;

/// Every smallest document, as a reader would write its part that is wrong, with what is found in it.
fn wrong() -> Vec<(Code, String, Vec<Diagnostic>)> {
    let mut all = Vec::new();
    for (code, fields) in wrong_rules() {
        let found = diagnose(&file(&fields));
        let is_error = found.iter().any(|one| one.severity() == Severity::Error);
        assert_eq!(compile(&file(&fields)).is_err(), is_error, "{} stops what cannot be used", code.name());
        all.push((code, fields.to_string(), found));
    }
    for (code, table) in wrong_tables() {
        let found = cards::read(&rules(), table).found;
        all.push((code, table.to_owned(), found));
    }
    let words = json!({
        "title": "Hecho", "about": "Hecho.", "sections": {}, "provisions": {"a": "A", "b": "B"},
        "groups": {"North": "El norte"},
    });
    let cards = cards::read(&rules(), RIGHT_TABLE).cards;
    for (code, fields) in wrong_words() {
        let words: FrameworkWords =
            serde_json::from_value(changed(words.clone(), &fields)).unwrap_or_else(|error| panic!("{error}"));
        let found = [words.diagnose(&file(&json!({}))), words.diagnose_names(&cards)].concat();
        all.push((code, fields.to_string(), found));
    }
    let schema = lawgrade_tests::file("data/schema/rules.schema.json");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let schema = jsonschema::Validator::new(&schema).expect("the schema is one");
    for (code, text) in wrong_shapes() {
        let found = shape::read::<Framework>(&schema, &text).1;
        all.push((code, text, found));
    }
    for sheet in wrong_sheets() {
        all.push((sheet.code, sheet.shown, workbook::read(sheet.name, &sheet.bytes).found));
    }
    all
}

/// `docs/diagnostics.md` has for each name what is said in English and Spanish, and the smallest document for it.
#[test]
fn the_manual_has_each_mistake_with_its_place_and_a_remedy() {
    assert_eq!(diagnose(&file(&json!({}))), []);
    assert_eq!(cards::read(&rules(), RIGHT_TABLE).found, []);
    let (english, spanish) = (Words::english(), Words::of(&language("es"), &language("en")));
    let texts = language("en").messages;
    let mut told: BTreeMap<Code, String> = BTreeMap::new();
    for (code, document, found) in wrong() {
        let one = found.iter().find(|one| one.code == code);
        let one = one.unwrap_or_else(|| panic!("{} in {document}: {found:?}", code.name()));
        let sentence = &texts["diagnostics"][&code.name().replace('-', "_")];
        assert_eq!(one.details.len(), sentence.placeholders().len(), "the sentence names all details");
        let lines = [one.in_words(&english), one.in_words(&spanish)];
        let said = told.entry(code).or_default();
        if document.len() < 400 {
            write!(said, "```\n{document}\n```\n\n").expect("a text takes more");
        }
        writeln!(said, "- {}\n- {}\n", lines[0], lines[1]).expect("a text takes more");
    }
    let codes: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(told.keys().copied().collect::<BTreeSet<_>>(), codes, "every name is tried");
    let names: BTreeSet<&str> = codes.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    let mut manual = "# What can be wrong with frameworks, words, tables and spreadsheets\n\n\
        Each mistake by its name, with the smallest documents that have it (of a framework or its words the fields in \
        which they differ from one that is right; of a spreadsheet its cells, in which a name in brackets begins a sheet) and what is said \
        of them in English and Spanish. Warnings stop nothing, and notes say how something was read.\n\n"
        .to_owned();
    for (code, said) in told {
        let severity = match code.severity() {
            Severity::Error => "",
            Severity::Warning => "A warning.\n\n",
            Severity::Note => "A note.\n\n",
        };
        write!(manual, "## {}\n\n{severity}{said}", code.name()).expect("a text takes more");
    }
    kept::holds("docs/diagnostics.md", &format!("{}\n", manual.trim_end()));
}

/// Everything at once, so that nobody mends a file error by error.
#[test]
fn all_mistakes_are_told_together() {
    let file = file(&json!({
        "id": "Made",
        "bands": [{"grade": "A", "from": 1}, {"grade": "A", "from": 2}],
        "sections": [{"points": 1, "needs": ["c"]}, {"weight": -1, "checklist": ["a", "b"]}],
    }));
    let codes: BTreeSet<Code> = compile(&file).expect_err("it is wrong").iter().map(|one| one.code).collect();
    let expected =
        [Code::BadId, Code::RepeatedId, Code::BandsOverlap, Code::UnknownProvision, Code::BadWeight];
    assert_eq!(codes, expected.into_iter().collect());
}

/// A word that the format does not know is no rule that is silently left out.
#[test]
fn a_field_that_is_misspelt_is_refused() {
    let mut file = wrong::right();
    file["sections"][0]["aplies"] = json!(["b"]);
    let error = serde_json::from_value::<Framework>(file).expect_err("a misspelt field");
    assert!(error.to_string().contains("aplies"), "{error}");
}

/// A warning stops nothing, and neither does a mistake in one row stop the others.
#[test]
fn what_is_not_wrong_still_works() {
    let framework = file(&json!({"sections": [{"points": 1, "needs": ["a"]}]}));
    assert_eq!(diagnose(&framework).iter().map(|one| one.code).collect::<Vec<_>>(), [Code::UnusedProvision]);
    assert!(compile(&framework).is_ok());
    let table = "subject,a,b,c,d,e,f\nct,perhaps,n,n,n,n,y\nny,y,n\nvt,y,y,n,y,n/a,y";
    let table = cards::read(&rules(), table);
    let codes: Vec<Code> = table.found.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::UnknownColumn, Code::BadAnswer, Code::OtherLength]);
    let cards: Vec<(&str, usize, bool)> = table
        .cards
        .iter()
        .map(|card| (card.subject.as_str(), card.answers.held().len(), card.answers.unknown().is_empty()))
        .collect();
    assert_eq!(cards, [("ct", 0, false), ("vt", 3, true)]);
}
