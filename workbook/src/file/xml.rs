//! What of XML the two formats need: elements by their local names, and text.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::Broken;

/// What comes next in a document.
pub(super) enum Next<'a> {
    /// An element begins; one that is empty ends at once.
    Open(Element<'a>),
    /// An element ends: its local name.
    Close(String),
    /// Text between elements.
    Text(String),
}

/// An element that begins.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).filter_map(Result::ok);
        let found = found.into_iter().find(|one| one.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// An attribute that is a whole number above zero.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.parse().ok()
    }
}

/// A document that is read from the start to the end.
pub(super) struct Document<'a>(Reader<&'a [u8]>);

impl<'a> Document<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    /// What comes next; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Next<'a>>, Broken> {
        loop {
            return Ok(Some(match self.0.read_event().map_err(|_| Broken)? {
                Event::Start(start) => Next::Open(Element(start)),
                Event::End(end) => Next::Close(end.local_name().into_inner().to_owned()),
                Event::Text(text) => Next::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Next::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => Next::Text(character(&name)),
                Event::Eof => return Ok(None),
                // What a document type declares is not looked at, so no entity grows.
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            }));
        }
    }
}

/// The character that a reference such as `&amp;` or `&#10;` stands for; nothing for names that a document makes up.
fn character(name: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    match name.borrow().into_inner().as_ref() {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
