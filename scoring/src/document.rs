//! A text with headings, lists and tables, and its renderings: plain text and Markdown. A page renders
//! it as elements.

/// A text that is read from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The document's title.
    Title(String),
    /// The heading of what follows, up to the next heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Things in a row, each a sentence or less.
    List(Vec<String>),
    /// Figures.
    Table(Table),
}

/// A table. Every row is as long as the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns' names.
    pub head: Vec<String>,
    /// The rows, the first cell of each being its name.
    pub rows: Vec<Vec<String>>,
}

impl Document {
    pub(crate) fn title(&mut self, text: String) {
        self.blocks.push(Block::Title(text));
    }

    pub(crate) fn heading(&mut self, text: String) {
        self.blocks.push(Block::Heading(text));
    }

    pub(crate) fn paragraph(&mut self, text: String) {
        self.blocks.push(Block::Paragraph(text));
    }

    /// A list, or nothing when it would be empty.
    pub(crate) fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    pub(crate) fn table(&mut self, head: Vec<String>, rows: Vec<Vec<String>>) {
        self.blocks.push(Block::Table(Table { head, rows }));
    }

    /// As plain text, to paste into a message.
    pub fn text(&self) -> String {
        self.written(|text| text.to_owned(), "", "")
    }

    /// As Markdown. What would be a mark there is escaped, so that every word stays as it is.
    pub fn markdown(&self) -> String {
        self.written(escaped, "# ", "## ")
    }

    fn written(&self, words: fn(&str) -> String, title: &str, heading: &str) -> String {
        let mut written = String::new();
        for block in &self.blocks {
            written.push_str(if written.is_empty() { "" } else { "\n" });
            match block {
                Block::Title(text) => line(&mut written, title, &words(text)),
                Block::Heading(text) => line(&mut written, heading, &words(text)),
                Block::Paragraph(text) => line(&mut written, "", &words(text)),
                Block::List(items) => items.iter().for_each(|item| line(&mut written, "- ", &words(item))),
                Block::Table(table) => {
                    let cells = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
                    let head = table.head.iter().map(|name| words(name)).collect();
                    line(&mut written, "", &cells(head));
                    line(&mut written, "", &cells(vec!["---".to_owned(); table.head.len()]));
                    for row in &table.rows {
                        line(&mut written, "", &cells(row.iter().map(|cell| words(cell)).collect()));
                    }
                }
            }
        }
        written
    }
}

fn line(written: &mut String, mark: &str, words: &str) {
    written.push_str(mark);
    written.push_str(words);
    written.push('\n');
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// An address on the web, whole.
    Address(&'a str),
}

/// A text's words and the addresses between them. The point or comma behind an address is none of it.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((words, address, behind)) = split_at_address(rest) {
        pieces.extend([Piece::Words(words), Piece::Address(address)]);
        rest = behind;
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

fn split_at_address(text: &str) -> Option<(&str, &str, &str)> {
    let start = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min()?;
    let (words, from) = text.split_at_checked(start)?;
    let word = from.split(char::is_whitespace).next()?;
    let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    Some((words, address, from.strip_prefix(address)?))
}

/// The words with Markdown's marks escaped. Addresses stay as they are, so that they remain links.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Address(address) => escaped.push_str(address),
            Piece::Words(words) => {
                for letter in words.chars() {
                    if matches!(
                        letter,
                        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&'
                    ) {
                        escaped.push('\\');
                    }
                    escaped.push(letter);
                }
            }
        }
    }
    escaped
}
