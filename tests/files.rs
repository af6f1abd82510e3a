//! Files as spreadsheet programs pack them, made by hand.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part can be begun");
        writer.write_all(content).expect("a part can be written");
    }
    writer.finish().expect("a file can be packed").into_inner()
}

/// A workbook of Excel with one sheet, whose rows are these.
pub fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_of(&[("Card", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))], "<sst/>")
}

/// A workbook of Excel with these sheets and shared strings. Of its formats, 1 is a date and 2 a percentage.
pub fn xlsx_of(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{kinds}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut named, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (number, (name, sheet)) in sheets.iter().enumerate() {
        let part = format!("worksheets/sheet{number}.xml");
        named += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        relations += &related(&format!("r{number}"), "worksheet", &part);
        parts.push((format!("xl/{part}"), (*sheet).to_owned()));
    }
    relations += &related("strings", "sharedStrings", "sharedStrings.xml");
    relations += &related("styles", "styles", "/xl/styles.xml");
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let workbook = format!("<workbook><sheets>{named}</sheets></workbook>");
    parts.push(("xl/workbook.xml".to_owned(), workbook));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push(("xl/sharedStrings.xml".to_owned(), strings.to_owned()));
    parts.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    packed(&parts)
}

/// A workbook of Excel as an author would have typed it: lines of cells parted by “|”, sheets begun by their names in
/// brackets. What looks like a number is one, a percentage is shown as such, and what looks like a date has become one.
pub fn typed(text: &str) -> Vec<u8> {
    let mut sheets: Vec<(String, String, usize)> = Vec::new();
    for line in text.lines() {
        match line.trim().strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(name) => sheets.push((name.to_owned(), String::new(), 0)),
            None => {
                let (_, rows, number) = sheets.last_mut().expect("a sheet has begun");
                *number += 1;
                let cells: String = line
                    .split('|')
                    .enumerate()
                    .map(|(place, cell)| typed_cell(place, *number, cell))
                    .collect();
                *rows += &format!("<row r=\"{number}\">{cells}</row>");
            }
        }
    }
    let sheets: Vec<(String, String)> = sheets
        .into_iter()
        .map(|(name, rows, _)| (name, format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")))
        .collect();
    let sheets: Vec<(&str, &str)> =
        sheets.iter().map(|(name, sheet)| (name.as_str(), sheet.as_str())).collect();
    xlsx_of(&sheets, "<sst/>")
}

fn typed_cell(place: usize, row: usize, cell: &str) -> String {
    let at = format!("r=\"{}{row}\"", scoring::diagnose::letters(place + 1));
    let number = |style: usize, number: f64| format!("<c {at} s=\"{style}\"><v>{number}</v></c>");
    match cell.trim() {
        "" => String::new(),
        "1/2" => number(1, 46_024.0),
        share if share.ends_with('%') => {
            number(2, share.trim_end_matches('%').parse::<f64>().expect("a share") / 100.0)
        }
        cell => match cell.parse::<f64>() {
            Ok(value) if !cell.starts_with("NA") && value.is_finite() => number(0, value),
            _ => {
                let text = cell.replace('&', "&amp;").replace('<', "&lt;");
                format!("<c {at} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
            }
        },
    }
}

/// A row of texts.
pub fn texts(number: usize, texts: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("<row r=\"{number}\">{}</row>", texts.iter().map(cell).collect::<String>())
}

/// A spreadsheet of LibreOffice with one table, whose rows are these.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Card\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}
