//! A page for each card of a framework: what it comes to and every answer, to be read, found and linked to, and a picture
//! for those who show links to it. It has no program; the framework's page opens the card in a calculator.

use std::path::Path;

use scoring::cards::Name as SubjectName;
use scoring::data::Language;
use scoring::telling::{Scenario, card_picture, written};
use scoring::{Block, Document};

use crate::failure::{Failure, failed};
use crate::files::{self, read, root};
use crate::framework_page::{self, PUBLISHED, Spoken, above, source_line};
use crate::head::Head;
use crate::html::{escaped, fill};
use crate::pictures::Painter;
use crate::{document, page, structured};

/// The [name](page::name) of a card's page, as seen from the release's folder.
pub fn stem(framework: &str, subject: &str) -> String {
    format!("{}/{subject}", framework_page::stem(framework))
}

/// Writes the pages of all cards of a framework in a language, which is one of all. `styles` are the names of the style
/// sheets: the calculator's, and that of the pages of cards. With a `painter` each card has a picture, too.
///
/// # Errors
/// When a file cannot be written, a text is missing, or a subject's id is no name for a file.
pub fn write(
    staging: &Path,
    styles: [&str; 2],
    (language, languages): (&Language, &[&Language]),
    spoken: &Spoken,
    painter: Option<&Painter>,
) -> Result<(), Failure> {
    let template = read(&root().join("card.html"))?;
    let folder = staging.join(framework_page::stem(&spoken.framework.id));
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    for (index, card) in spoken.cohort.cards.iter().enumerate() {
        let is_name = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if !card.subject.chars().all(is_name) {
            return Err(Failure::Missing(format!(
                "{}: the card “{}” has a page, so its id can have a to z, 0 to 9 and “-” alone",
                spoken.framework.id, card.subject
            )));
        }
        let address = format!("{}/{}", spoken.framework.id, card.subject);
        let told = spoken.cohort.told_of(index, &card.answers, &address, |scenario| {
            let page = CardPage { styles, language, languages, spoken, index, scenario };
            (page.filled(template.clone()), painter.map(|painter| painter.paint(&card_picture(scenario))))
        });
        let (html, painted) = told.ok_or_else(|| Failure::Missing(format!("there is no card {address}")))?;
        let name = page::name(language, &card.subject);
        files::write(&folder.join(&name), html?)?;
        if let Some(painted) = painted {
            files::write(&folder.join(picture(&name)), painted?)?;
        }
    }
    Ok(())
}

/// The name of a card's picture, by that of its page.
fn picture(page: &str) -> String {
    page.replace(".html", ".png")
}

struct CardPage<'a> {
    styles: [&'a str; 2],
    language: &'a Language,
    languages: &'a [&'a Language],
    spoken: &'a Spoken,
    index: usize,
    scenario: &'a Scenario<'a>,
}

impl CardPage<'_> {
    fn filled(&self, template: String) -> Result<String, Failure> {
        let (language, framework) = (self.language, &self.spoken.framework);
        let Document { blocks } = written(self.scenario);
        let [Block::Title(title), Block::Paragraph(lead), blocks @ ..] = blocks.as_slice() else {
            return Err(Failure::Missing("a card's page begins with its title and its result".to_owned()));
        };
        let subject = self.scenario.subject;
        let name = self.scenario.telling.framework();
        let said = |name: &str, fillings: &[(&str, &str)]| {
            Ok::<_, Failure>(language.page_text("card", name, fillings)?)
        };
        let full_title = said("title", &[("card", title), ("framework", &name)])?;
        let description = said("description", &[("subject", subject), ("publisher", &framework.publisher)])?;
        let stem = stem(&framework.id, &self.scenario.card.subject);
        let source = framework.source.clone().unwrap_or_default();
        let structured = structured::of_framework("WebPage", language, framework, &full_title, &description);
        let head = Head {
            stem: &stem,
            language,
            languages: self.languages,
            title: &escaped(&full_title),
            description: &escaped(&description),
            picture: Some(&picture(&page::name(language, &stem))),
        };
        let own = format!("../{}", page::name(language, &framework.id));
        let [style, own_style] = self.styles.map(str::to_owned);
        let front = above(&page::front(language), language);
        let count = self.spoken.cohort.cards.len().to_string();
        let places = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("style", style),
            ("own style", own_style),
            ("structured data", structured::script(&structured)),
            ("skip", escaped(&said("skip", &[])?)),
            ("front", front.clone()),
            ("cards", front),
            ("find", escaped(&language.page_text("front", "link", &[])?)),
            ("languages", language.page_text("page", "languages", &[])?),
            ("other languages", self.other_languages()),
            ("heading", self.heading(title)),
            ("lead", escaped(lead)),
            ("open address", format!("{own}?lang={}#{}", language.id, escaped(self.scenario.address))),
            ("open", escaped(&said("open", &[("subject", subject)])?)),
            ("answers", document::html(&Document { blocks: blocks.to_vec() })),
            ("about_heading", escaped(&language.page_text("framework", "about_heading", &[])?)),
            ("source", source_line(language, &source)?),
            ("ours", escaped(&source.ours)),
            ("all address", format!("{own}?lang={}", language.id)),
            ("all", escaped(&said("all", &[("count", &count), ("framework", &name)])?)),
        ];
        fill(template, places)
    }

    /// The title, in which the subject's name may be in another language than the page.
    fn heading(&self, title: &str) -> String {
        let called = self.spoken.cohort.called.get(self.index).map(|called| &called.subject);
        let title = escaped(title);
        match called {
            Some(SubjectName { text, is_published: true }) if self.language.id != PUBLISHED => {
                let name = escaped(text);
                title.replacen(&name, &format!("<span lang=\"{PUBLISHED}\">{name}</span>"), 1)
            }
            _ => title,
        }
    }

    fn other_languages(&self) -> String {
        let in_other = |other: &Language| page::name(other, &self.scenario.card.subject);
        page::links_to_others(self.language, self.languages.iter().copied(), in_other)
    }
}
