//! A document of the core as HTML.

use scoring::{Block, Document, Piece, Table, pieces};

use crate::html::escaped;

/// The document's blocks, in order. Its title is a heading of the first rank.
pub fn html(document: &Document) -> String {
    document.blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(title) => element("h1", &escaped(title)),
        Block::Heading(heading) => element("h2", &escaped(heading)),
        Block::Paragraph(paragraph) => element("p", &with_links(paragraph)),
        Block::List(items) => {
            let items: String = items.iter().map(|item| element("li", &with_links(item))).collect();
            element("ul", &items)
        }
        Block::Table(table) => figures(table),
    }
}

fn element(tag: &str, content: &str) -> String {
    format!("<{tag}>{content}</{tag}>")
}

/// A text whose addresses are links.
fn with_links(text: &str) -> String {
    let piece = |piece| match piece {
        Piece::Words(words) => escaped(words),
        Piece::Address(address) => format!("<a href=\"{0}\">{0}</a>", escaped(address)),
    };
    pieces(text).into_iter().map(piece).collect()
}

fn figures(Table { head, rows }: &Table) -> String {
    let head: String = head.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
    let row = |row: &Vec<String>| {
        let cell = |(column, cell): (usize, &String)| match column {
            0 => format!("<th scope=\"row\">{}</th>", escaped(cell)),
            _ => element("td", &escaped(cell)),
        };
        element("tr", &row.iter().enumerate().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
}

#[cfg(test)]
mod tests {
    use scoring::{Block, Document, Table};

    use super::html;

    #[test]
    fn words_stay_words_and_addresses_become_links() {
        let table = Table {
            head: vec!["a & b".to_owned(), "<c>".to_owned()],
            rows: vec![vec!["x".to_owned(), "\"1\"".to_owned()]],
        };
        let blocks = vec![
            Block::Heading("R&D".to_owned()),
            Block::Paragraph("See https://example.org/a?b=1&c=2.".to_owned()),
            Block::List(vec!["one".to_owned(), "<two>".to_owned()]),
            Block::Table(table),
        ];
        let expected = "<h2>R&amp;D</h2>\
            <p>See <a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>.</p>\
            <ul><li>one</li><li>&lt;two&gt;</li></ul>\
            <table><thead><tr><th scope=\"col\">a &amp; b</th><th scope=\"col\">&lt;c&gt;</th></tr></thead>\
            <tbody><tr><th scope=\"row\">x</th><td>&quot;1&quot;</td></tr></tbody></table>";
        assert_eq!(html(&Document { blocks }), expected);
    }
}
