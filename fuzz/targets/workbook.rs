//! Any bytes as a spreadsheet, and any XML as the cells of one: no panic, whatever was found has a place and a sentence, and what was read without a
//! mistake is written and read again as it is.
#![no_main]

use lawgrade_tests::files::{ods, xlsx_of};
use libfuzzer_sys::fuzz_target;
use scoring::Words;
use scoring::diagnose::Severity;
use workbook::write::csv;
use workbook::{card_file, read, told};

fuzz_target!(|bytes: &[u8]| {
    // What is packed is seldom whole once it was changed, so its parts are packed here.
    match std::str::from_utf8(bytes) {
        Ok(text) if text.starts_with("<worksheet") => hold(&xlsx_of(&[("Provisions", text)], text)),
        Ok(text) if text.starts_with("<table:table-row") => hold(&ods(text)),
        _ => hold(bytes),
    }
});

fn hold(bytes: &[u8]) {
    let brought = read("card", bytes);
    let told = told(&brought.found, &Words::english());
    assert_eq!(told.is_empty(), brought.found.is_empty());
    assert!(brought.rules.is_some() || brought.found.iter().any(|one| one.severity() == Severity::Error));
    let Some(contents) = brought.contents() else { return };
    // A card file may have rules that no spreadsheet can say.
    if card_file::is_meant(bytes) || brought.found.iter().any(|one| one.severity() == Severity::Error) {
        return;
    }
    let text = csv(&contents);
    let again = read("card.csv", text.as_bytes());
    let wrong: Vec<_> = again.found.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?} in {text}");
    assert_eq!(again.rules, brought.rules, "{text}");
    assert_eq!(again.cards, brought.cards, "{text}");
    assert_eq!(again.subject_findings, brought.subject_findings, "{text}");
}
