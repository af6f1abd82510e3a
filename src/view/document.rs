//! A document of the core as elements.

use leptos::prelude::*;
use scoring::{Block, Document, Piece, Table, pieces};

use super::element::{Part, element, table, text};

/// The document's blocks, in order. Its title is a heading of the third rank. `href` says where a link to an address of
/// its texts leads.
pub fn elements(document: Document, href: fn(&str) -> String) -> Part {
    let blocks = document.blocks.into_iter().map(|part| block(part, href));
    element("div", "document", blocks.collect())
}

fn block(block: Block, href: fn(&str) -> String) -> Part {
    match block {
        Block::Title(title) => text("h3", "", title),
        Block::Heading(heading) => text("h4", "", heading),
        Block::Paragraph(paragraph) => with_links("p", &paragraph, href),
        Block::List(items) => {
            element("ul", "", items.iter().map(|item| with_links("li", item, href)).collect())
        }
        Block::Table(table) => figures(table),
    }
}

/// A text whose addresses are links: on paper, too, where a reader could only guess where one that fills several lines
/// ends.
fn with_links(tag: &'static str, text: &str, href: fn(&str) -> String) -> Part {
    let part = |piece| match piece {
        Piece::Words(words) => String::from(words).into_any(),
        Piece::Address(address) => {
            let (href, address) = (href(address), String::from(address));
            view! { <a href=href>{address}</a> }.into_any()
        }
    };
    element(tag, "", pieces(text).into_iter().map(part).collect())
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
