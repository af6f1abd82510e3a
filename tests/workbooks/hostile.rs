//! Files that are made to break readers: each gets a sentence, and nothing that it asks for.

use scoring::diagnose::Code;
use workbook::{Brought, read};

use lawgrade_tests::files::{ods, packed, texts, typed, xlsx, xlsx_of};

fn codes(brought: &Brought) -> Vec<&'static str> {
    brought.found.iter().map(|one| one.code.name()).collect()
}

fn refused(bytes: &[u8], code: Code) {
    let brought = read("card", bytes);
    assert!(codes(&brought).contains(&code.name()), "{}: {:?}", code.name(), codes(&brought));
}

#[test]
fn bombs_are_cut_off() {
    // Fifty megabytes in as many kilobytes, wherever a reader unpacks something.
    let zeros = vec![b' '; 50 << 20];
    for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
        let mut parts: Vec<(&str, &[u8])> = vec![(part, zeros.as_slice())];
        parts.extend(
            ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
                .into_iter()
                .filter(|other| *other != part)
                .map(|part| (part, b"<x/>".as_slice())),
        );
        refused(&packed(&parts), Code::FileTooLarge);
    }
    let content =
        packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &zeros)]);
    refused(&content, Code::FileTooLarge);
    // A long text that many cells share.
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(900);
    let rows: String = (1..=400).map(|number| format!("<row r=\"{number}\">{cells}</row>")).collect();
    let text = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(30_000));
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    refused(&xlsx_of(&[("Card", &sheet)], &text), Code::FileTooLarge);
    // Entities that double each time are no text.
    let lol = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    let sheet = format!(
        "{lol}<worksheet><sheetData>{}</sheetData></worksheet>",
        texts(1, &["Provision", "&b;Points"])
    );
    assert!(
        read("card", &xlsx_of(&[("Card", &sheet)], "<sst/>"))
            .found
            .iter()
            .all(|one| !one.details.concat().contains("aaa"))
    );
}

#[test]
fn endless_sheets_are_cut_off() {
    let cell = "<c r=\"XFD1048576\"><v>1</v></c>";
    refused(
        &xlsx(&format!("{}<row r=\"1048576\">{cell}</row>", texts(1, &["Provision", "Points"]))),
        Code::TooManyColumns,
    );
    let row =
        |attributes: &str, cells: &str| format!("<table:table-row {attributes}>{cells}</table:table-row>");
    let text =
        |attributes: &str| format!("<table:table-cell {attributes}><text:p>x</text:p></table:table-cell>");
    refused(&ods(&row("table:number-rows-repeated=\"1048576\"", &text(""))), Code::TooManyRows);
    refused(&ods(&row("", &text("table:number-columns-repeated=\"16384\""))), Code::TooManyColumns);
    let wide = row("table:number-rows-repeated=\"1048576\"", &text("table:number-columns-repeated=\"900\""));
    refused(&ods(&wide), Code::FileTooLarge);
    // What is empty may be as long as it likes, as LibreOffice writes it.
    let head = row("", &["Provision", "Points"].map(|head| text("").replace('x', head)).concat());
    let law =
        row("", &format!("{}<table:table-cell office:value-type=\"float\" office:value=\"2\"/>", text("")));
    let empty = row(
        "table:number-rows-repeated=\"1048000\"",
        "<table:table-cell table:number-columns-repeated=\"16384\"/>",
    );
    let brought = read("card", &ods(&format!("{head}{law}{empty}")));
    assert_eq!(brought.rules.map(|rules| rules.provisions().to_vec()), Some(vec!["x".to_owned()]));
    let rows: String = (0..30_000).map(|number| format!("Law {number},1\n")).collect();
    refused(format!("Provision,Points\n{rows}").as_bytes(), Code::TooManyRows);
}

#[test]
fn files_that_are_cut_short_or_spoilt() {
    let whole = typed("[Card]\nProvision|Points\nA law|1\nB law|2");
    assert!(read("card.xlsx", &whole).rules.is_some());
    for length in 4..whole.len() {
        let brought = read("card.xlsx", &whole[..length]);
        assert!(codes(&brought).contains(&"broken-file"), "{length}: {:?}", codes(&brought));
    }
    // A byte that is another does no harm beyond what it says.
    for place in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[place] ^= 0xff;
        read("card.xlsx", &spoilt);
    }
    for rows in ["<row><c t=\"s\"><v>99</v></c></row>", "<row><c", "<row><c></row>"] {
        refused(&xlsx(rows), Code::BrokenFile);
    }
}

#[test]
fn files_of_other_kinds_are_named() {
    for (bytes, code) in [
        (b"{\"id\": \"made\"}".as_slice(), Code::NotASpreadsheet),
        (b"[{\"id\": 1}]", Code::NotASpreadsheet),
        (b"<!DOCTYPE html><table>", Code::NotASpreadsheet),
        (b"\x89PNG\r\n\x1a\n", Code::NotASpreadsheet),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07", Code::NotASpreadsheet),
        (b"", Code::NoProvisions),
        (b"\xef\xbb\xbf", Code::NoProvisions),
        (b"[\n", Code::NoProvisions),
    ] {
        refused(bytes, code);
    }
    refused(&packed(&[("xl/workbook.bin", b"x")]), Code::NotASpreadsheet);
    let locked = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    refused(&packed(&[("content.xml", b"x"), ("META-INF/manifest.xml", locked)]), Code::LockedFile);
}

/// Formulas, pages and scripts in a text are text; signs that nobody sees make no second id.
#[test]
fn texts_are_only_texts() {
    let brought = read(
        "card.csv",
        "Id,Provision,Points\na,=cmd|' /C calc'!A0,1\nb,<script>alert(1)</script>,1\nc,Right \u{202e}left,1"
            .as_bytes(),
    );
    let labels: Vec<String> =
        brought.framework.expect("a framework").provisions.into_iter().map(|one| one.label).collect();
    assert_eq!(labels, ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "Right left"]);
    refused("Id,Provision,Points\na,A,1\na\u{200b},B,1".as_bytes(), Code::RepeatedId);
    refused("Id,Provision,Points\nа,A,1".as_bytes(), Code::BadId);
    refused("Id,Provision,Points\na,#REF!\u{200b},1".as_bytes(), Code::ErrorCell);
    refused("Id,Provision,Points\nsubject,A,1".as_bytes(), Code::ReservedId);
    refused(b"Provision,Points\nA law,1e308", Code::BadNumber);
    refused(&typed("[Card]\nProvision|Points\nA law|1e308"), Code::BadNumber);
    refused(b"Provision,Points,Implies\nA law,1,b-law\nB law,1,a-law", Code::ImpliesCircle);
}
