//! A document of the core as elements.

use scoring::{Block, Document, Table};

use super::element::{Part, element, list, table, text};

/// The document's blocks, in order. Its title is a heading of the third rank.
pub fn elements(document: Document) -> Part {
    element("div", "document", document.blocks.into_iter().map(block).collect())
}

fn block(block: Block) -> Part {
    match block {
        Block::Title(title) => text("h3", "", title),
        Block::Heading(heading) => text("h4", "", heading),
        Block::Paragraph(paragraph) => text("p", "", paragraph),
        Block::List(items) => list("", items),
        Block::Table(table) => figures(table),
    }
}

fn figures(Table { head, rows }: Table) -> Part {
    let heads = head.into_iter().map(|name| text("th", "", name)).collect();
    let row = |row: Vec<String>| {
        let cells = row.into_iter().enumerate();
        let cells = cells.map(|(column, cell)| text(if column == 0 { "th" } else { "td" }, "", cell));
        element("tr", "", cells.collect())
    };
    table("", heads, rows.into_iter().map(row).collect())
}
