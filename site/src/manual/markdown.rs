//! A file of the manual as HTML: CommonMark with tables, in which headings are places and links lead on within the site.

use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html::push_html,
};

use crate::failure::Failure;
use crate::html::escaped;

/// What a file of the manual says, as HTML.
#[derive(Debug, Default, PartialEq)]
pub struct Rendered {
    /// The text of its first heading.
    pub title: String,
    /// Its first paragraph as a text.
    pub description: String,
    /// Its first paragraph.
    pub lead: String,
    /// All that follows.
    pub main: String,
    /// The places in it: the id, the text and the rank of each heading but the first.
    pub places: Vec<(String, String, u8)>,
}

/// Where links lead.
pub trait Links {
    /// The address on the page of what a file of the manual links to.
    ///
    /// # Errors
    /// When there is nothing.
    fn address(&self, target: &str) -> Result<String, Failure>;

    /// The address on the page of a picture that a file of the manual shows.
    ///
    /// # Errors
    /// When there is none.
    fn picture(&self, target: &str) -> Result<String, Failure>;

    /// The address of a page of the site whose name stands in the text as code; nothing, where it is no name of one.
    fn of_code(&self, code: &str) -> Option<String>;
}

/// Makes HTML of a file. Whatever in it looks like HTML is a text. `scrolls` is what a table that is wider than the screen is
/// called for those who do not see it.
///
/// # Errors
/// When it does not begin with a heading and a paragraph, or a link leads nowhere.
pub fn rendered(text: &str, links: &impl Links, scrolls: &str) -> Result<Rendered, Failure> {
    let mut rendered = Rendered::default();
    let mut parser = Parser::new_ext(text, Options::ENABLE_TABLES).peekable();
    let title = until(&mut parser, |tag| matches!(tag, TagEnd::Heading(_)));
    let lead = until(&mut parser, |tag| matches!(tag, TagEnd::Paragraph));
    rendered.title = plain(&title);
    rendered.description = plain(&lead);
    if rendered.title.is_empty() || rendered.description.is_empty() {
        return Err(Failure::Missing("a file of the manual begins with a title and a paragraph".to_owned()));
    }
    let inside = lead.get(1..lead.len().saturating_sub(1)).unwrap_or_default().to_vec();
    push_html(&mut rendered.lead, linked(inside, links)?.into_iter());
    let mut events = Vec::new();
    while let Some(event) = parser.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let inside = until(&mut parser, |tag| matches!(tag, TagEnd::Heading(_)));
                let text = plain(&inside);
                let id = rendered.free(&slug(&text));
                events.push(Event::Html(format!("<{level} id=\"{id}\">").into()));
                rendered.places.push((id, text, level as u8));
                events.extend(inside);
            }
            Event::Start(Tag::Table(columns)) => {
                let region = format!(
                    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">",
                    escaped(scrolls)
                );
                events.push(Event::Html(region.into()));
                // Columns stand as the style sheet has them: a style of their own the strict policy would refuse.
                events.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
            }
            Event::End(TagEnd::Table) => {
                events.push(Event::End(TagEnd::Table));
                events.push(Event::Html("</div>\n".into()));
            }
            // Letters in a picture stay legible on a narrow screen, where it is scrolled.
            Event::Start(Tag::Paragraph)
                if matches!(parser.peek(), Some(Event::Start(Tag::Image { .. }))) =>
            {
                let inside = until(&mut parser, |tag| matches!(tag, TagEnd::Paragraph));
                let Some(Event::Start(Tag::Image { dest_url, .. })) = inside.first() else { continue };
                let picture = format!(
                    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><img src=\"{}\" alt=\"{}\"></div>\n",
                    escaped(scrolls),
                    escaped(&links.picture(dest_url)?),
                    escaped(&plain(&inside)),
                );
                events.push(Event::Html(picture.into()));
            }
            // What is drawn with letters keeps its lines; all other code may be broken.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if &*language == "text" => {
                let inside = until(&mut parser, |tag| matches!(tag, TagEnd::CodeBlock));
                let drawn = format!(
                    "<pre class=\"drawn\" tabindex=\"0\"><code>{}</code></pre>\n",
                    escaped(&plain(&inside))
                );
                events.push(Event::Html(drawn.into()));
            }
            Event::Html(html) | Event::InlineHtml(html) => events.push(Event::Text(html)),
            event => events.push(event),
        }
    }
    push_html(&mut rendered.main, linked(events, links)?.into_iter());
    // A corner with nothing in it heads nothing.
    rendered.main = rendered.main.replace("<th></th>", "<td></td>");
    Ok(rendered)
}

impl Rendered {
    /// An id that no other heading has.
    fn free(&self, id: &str) -> String {
        let is_taken = |id: &str| self.places.iter().any(|(taken, ..)| taken == id);
        let numbered = |number: usize| match number {
            0 => id.to_owned(),
            number => format!("{id}-{number}"),
        };
        (0..=self.places.len()).map(numbered).find(|id| !is_taken(id)).unwrap_or_default()
    }
}

/// What comes until such an end, with it.
fn until<'a>(
    events: &mut impl Iterator<Item = Event<'a>>,
    is_end: impl Fn(&TagEnd) -> bool,
) -> Vec<Event<'a>> {
    let mut inside = Vec::new();
    for event in events {
        let ends = matches!(&event, Event::End(tag) if is_end(tag));
        inside.push(match event {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            event => event,
        });
        if ends {
            break;
        }
    }
    inside
}

/// The text of something, without what marks it up.
fn plain(events: &[Event<'_>]) -> String {
    let text = |event: &Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        _ => String::new(),
    };
    events.iter().map(text).collect()
}

/// Leads links to where they lead on the site, and makes links of pages whose names stand there as code.
fn linked<'a>(events: Vec<Event<'a>>, links: &impl Links) -> Result<Vec<Event<'a>>, Failure> {
    let mut in_link = false;
    let lead = |event| {
        Ok(match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                in_link = true;
                let dest_url = CowStr::from(links.address(&dest_url)?);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::End(TagEnd::Link) => {
                in_link = false;
                Event::End(TagEnd::Link)
            }
            Event::Code(code) => match links.of_code(&code).filter(|_| !in_link) {
                Some(address) => Event::InlineHtml(
                    format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(&code)).into(),
                ),
                None => Event::Code(code),
            },
            event => event,
        })
    };
    events.into_iter().map(lead).collect()
}

/// A heading as the id of a place, made as the hosts of repositories make it: small letters, digits and hyphens.
pub fn slug(heading: &str) -> String {
    let kept = |sign: char| match sign {
        ' ' => Some('-'),
        sign if sign.is_alphanumeric() || sign == '-' || sign == '_' => Some(sign),
        _ => None,
    };
    heading.to_lowercase().chars().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Made;

    impl Links for Made {
        fn address(&self, target: &str) -> Result<String, Failure> {
            match target {
                "nowhere.md" => Err(Failure::Missing(target.to_owned())),
                target => Ok(target.replace(".md", ".html")),
            }
        }

        fn picture(&self, target: &str) -> Result<String, Failure> {
            self.address(target)
        }

        fn of_code(&self, code: &str) -> Option<String> {
            (code == "make.html").then(|| format!("../{code}"))
        }
    }

    #[test]
    fn headings_are_places_links_lead_on_and_html_is_a_text() -> Result<(), Failure> {
        let text = "# A <b>title</b>\n\nThe *lead*, see [b](b.md).\n\n## What is `x`?\n\nOpen `make.html`, not `other.html` <b>.\n\n\
                    ## What is x\n\n```text\na <- b\n```\n";
        let rendered = rendered(text, &Made, "Table")?;
        assert_eq!(rendered.title, "A <b>title</b>");
        assert_eq!(rendered.description, "The lead, see b.");
        assert_eq!(rendered.lead, "The <em>lead</em>, see <a href=\"b.html\">b</a>.");
        assert_eq!(
            rendered.main,
            "<h2 id=\"what-is-x\">What is <code>x</code>?</h2>\n\
             <p>Open <a href=\"../make.html\">make.html</a>, not <code>other.html</code> &lt;b&gt;.</p>\n\
             <h2 id=\"what-is-x-1\">What is x</h2>\n\
             <pre class=\"drawn\" tabindex=\"0\"><code>a &lt;- b\n</code></pre>\n"
        );
        let ids: Vec<&str> = rendered.places.iter().map(|(id, ..)| id.as_str()).collect();
        assert_eq!(ids, ["what-is-x", "what-is-x-1"]);
        Ok(())
    }

    #[test]
    fn a_wide_table_can_be_scrolled_by_keyboard() -> Result<(), Failure> {
        let rendered = rendered("# T\n\nL.\n\n| | b |\n| --- | ---: |\n| 1 | 2 |\n", &Made, "A table")?;
        assert!(rendered.main.contains("<tr><td></td><th>b</th></tr>"), "{}", rendered.main);
        let region = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"A table\">\n<table>";
        assert!(
            rendered.main.replace("\">\n", "\">").starts_with(&region.replace("\">\n", "\">")),
            "{}",
            rendered.main
        );
        assert!(rendered.main.trim_end().ends_with("</table>\n</div>"), "{}", rendered.main);
        Ok(())
    }

    #[test]
    fn a_picture_can_be_scrolled_and_is_told_in_words() -> Result<(), Failure> {
        let rendered = rendered("# T\n\nL.\n\n![A \"sheet\"](sheet.svg)\n", &Made, "Wide")?;
        let picture = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Wide\">\
                       <img src=\"sheet.svg\" alt=\"A &quot;sheet&quot;\"></div>\n";
        assert_eq!(rendered.main, picture);
        Ok(())
    }

    #[test]
    fn what_leads_nowhere_and_what_has_no_beginning_is_refused() {
        assert!(rendered("# T\n\nL [x](nowhere.md).\n", &Made, "").is_err());
        assert!(rendered("# T\n\nL.\n\n![x](nowhere.md)\n", &Made, "").is_err());
        assert!(rendered("No title.\n", &Made, "").is_err());
        assert!(rendered("# Nothing else\n", &Made, "").is_err());
    }
}
