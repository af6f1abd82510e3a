//! A workbook as one text: its sheets below each other, each begun by its name in brackets.

use super::Contents;
use super::pages::pages;
use super::subjects;

/// The workbook as a text with commas. No cell begins like a formula: an apostrophe stands before such texts, as
/// spreadsheets write them, and is taken away when they are read.
pub fn csv(contents: &Contents<'_>) -> String {
    let pages = pages(contents);
    let width = pages.iter().map(|page| page.columns.len()).max().unwrap_or_default();
    let mut text = String::new();
    for page in &pages {
        let name = format!("[{}]", page.kind.name());
        line(&mut text, std::iter::once(name.as_str()), width);
        line(&mut text, page.columns.iter().map(|column| column.heading.as_str()), width);
        page.rows.iter().for_each(|row| line(&mut text, row.iter().map(String::as_str), width));
    }
    text
}

/// The cards alone as the core reads them, with commas, and no apostrophe before anything: it is for programs.
pub fn subject_table(contents: &Contents<'_>) -> String {
    let page = subjects::page(contents);
    let heads = page.columns.iter().map(|column| column.heading.clone()).collect();
    let line = |cells: Vec<String>| cells.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
    std::iter::once(heads).chain(page.rows).map(line).collect()
}

/// A line with as many cells as the widest has, so that what parts them is seen.
pub(super) fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>, width: usize) {
    let cells = cells.map(written).chain(std::iter::repeat_with(String::new));
    text.push_str(&cells.take(width).collect::<Vec<_>>().join(","));
    text.push_str("\r\n");
}

fn written(cell: &str) -> String {
    let is_number = cell.parse::<scoring::exact::Fraction>().is_ok();
    let cell = if !is_number && cell.starts_with(['=', '+', '-', '@', '\'']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    quoted(cell)
}

/// A cell in quotation marks, where it needs them.
fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell != cell.trim() {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
