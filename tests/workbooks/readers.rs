//! What other programs make of what is written, and what is made of theirs.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use lawgrade_tests::file;
use scoring::Words;
use scoring::cards::read as read_cards;
use scoring::rules::compile;
use scoring::rules::file::Framework;
use workbook::file as workbook_file;
use workbook::sheet::Value;
use workbook::write::xlsx;
use workbook::{Brought, read};

/// Another reader finds the same cells in what is written.
#[test]
fn another_reader_finds_the_same_cells() {
    let text = file("data/sunlight-2015/framework.json");
    let framework: Framework = serde_json::from_str(&text).expect("a framework");
    let rules = compile(&framework).expect("it is right");
    let cards = read_cards(&rules, &file("data/sunlight-2015/cards.csv")).cards;
    let brought = Brought { framework: Some(framework), rules: Some(rules), cards, ..Brought::default() };
    let contents = brought.contents().expect("there is a framework");
    let bytes = xlsx(&contents, &Words::english()).expect("it can be written");
    assert_eq!(
        bytes,
        xlsx(&contents, &Words::english()).expect("it can be written"),
        "the same bytes each time"
    );
    let mut other: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes.as_slice())).expect("another reader opens it");
    let ours = workbook_file::read("card.xlsx", &bytes);
    let names: Vec<String> = ours.sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
    assert_eq!(names, other.sheet_names());
    let mut cells = 0;
    for sheet in &ours.sheets {
        let range =
            other.worksheet_range(sheet.name.as_deref().expect("a name")).expect("the sheet is there");
        assert_eq!(range.used_cells().count(), sheet.rows.iter().map(|row| row.cells.len()).sum::<usize>());
        for row in &sheet.rows {
            for cell in &row.cells {
                let place = (
                    u32::try_from(row.number - 1).expect("small"),
                    u32::try_from(cell.column - 1).expect("small"),
                );
                let same = match (range.get_value(place).expect("a cell"), &cell.value) {
                    (Data::String(theirs), Value::Text(ours)) => theirs == ours,
                    (Data::Float(theirs), Value::Number { text, .. }) => theirs.to_string() == *text,
                    _ => false,
                };
                assert!(same, "{place:?} of {:?}", sheet.name);
                cells += 1;
            }
        }
    }
    assert!(cells > 1_000);
}

/// The same card as LibreOffice saves it, in both formats, and as a text: what is read is the same.
#[test]
fn files_of_another_program() {
    let read_file = |name: &str| {
        let path = format!("{}/../fuzz/seeds/workbook/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        read(name, &bytes)
    };
    let texts: Vec<String> = ["card.ods", "card.xlsx", "card.csv", "card.tsv"]
        .map(|name| super::in_both_languages(&read_file(name)))
        .into();
    insta::assert_snapshot!(texts[0]);
    assert_eq!(texts[0], texts[1]);
    // A text has neither a sheet's name nor merged cells.
    insta::assert_snapshot!("files_of_another_program_as_text", texts[2]);
    assert_eq!(texts[2], texts[3]);
}
