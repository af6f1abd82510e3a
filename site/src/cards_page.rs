//! The page on which a visitor finds a card: all frameworks, and all who are graded by them.

use std::path::Path;

use scoring::data::Language;

use crate::assets::{CARDS, CARDS_SCRIPT, CARDS_STYLE};
use crate::data::Translation;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::framework_page::Spoken;
use crate::html::{escaped, fill};
use crate::{calculator_page, framework_page, home, minify, page};

/// Writes the page in each language; `frameworks` are all in each, `style` is the name of the calculator's style sheet.
///
/// # Errors
/// When a file is missing or wrong.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
    style: &str,
) -> Result<(), Failure> {
    let own_style = CARDS_STYLE.write(staging, minify::style_files(&["style/cards.css"])?)?;
    let script = CARDS_SCRIPT.write(staging, minify::joined("cards.js")?)?;
    let template = read(&root().join("cards.html"))?;
    let languages: Vec<&Language> = translations.iter().map(|translation| &translation.language).collect();
    for (translation, own) in translations.iter().zip(frameworks) {
        let language = &translation.language;
        let said = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("cards", name, &[])?));
        let mut sections = first_card(translation)?;
        for (index, spoken) in own.iter().enumerate() {
            let in_all: Vec<&Spoken> = frameworks.iter().filter_map(|all| all.get(index)).collect();
            sections.push_str(&InLanguages { spoken, in_all }.section(language)?);
        }
        let others = translations.iter().map(|other| &other.language).filter(|other| other.id != language.id);
        let others: Vec<String> = others.map(|other| page::link(other, &asked(other))).collect();
        let places = [
            ("language", language.id.clone()),
            ("title", said("title")?),
            ("description", said("description")?),
            ("shared title", said("title")?),
            ("shared description", said("description")?),
            ("at home", home::head("cards", language, &languages, None)?),
            ("style", style.to_owned()),
            ("own style", own_style.clone()),
            ("script", script.clone()),
            ("skip", said("skip")?),
            ("calculator", page::asked_address(language)),
            ("languages", language.page_text("page", "languages", &[])?),
            ("other languages", others.join(" ")),
            ("heading", said("heading")?),
            ("lead", said("lead")?),
            ("find", said("find")?),
            ("hint", said("hint")?),
            ("none", said("none")?),
            ("found", hole(language, "found")?),
            ("more", hole(language, "more")?),
            ("frameworks", sections),
            ("independent", language.page_text("framework", "independent", &[])?),
            ("for_hosts", language.page_text("page", "for_hosts", &[])?),
            ("how heading", said("how_heading")?),
            ("how", said("how")?),
            ("own heading", said("own_heading")?),
            ("offline", one_file(translation)?),
        ];
        CARDS.write(staging, language, fill(template.clone(), places)?)?;
    }
    Ok(())
}

/// A link to the page from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(language: &Language) -> Result<String, Failure> {
    let text = escaped(&language.page_text("cards", "link", &[])?);
    Ok(format!("<a href=\"{}\">{text}</a>", asked(language)))
}

/// The address of the page in a language.
fn asked(language: &Language) -> String {
    CARDS.name(language)
}

/// The offer of the first framework's calculator as a file.
fn one_file(Translation { baseline, language }: &Translation) -> Result<String, Failure> {
    let jurisdiction = escaped(&baseline.card().jurisdiction);
    let fillings = [("link", &*calculator_page::one_file_link(language)?), ("jurisdiction", &*jurisdiction)];
    Ok(language.page_text("cards", "one_file", &fillings)?)
}

/// A text in which the script puts a number.
fn hole(language: &Language, name: &str) -> Result<String, Failure> {
    Ok(escaped(&language.page_text("cards", name, &[("number", "{number}")])?))
}

/// The framework of the calculator's own page, with its one card.
fn first_card(Translation { baseline, language }: &Translation) -> Result<String, Failure> {
    let (framework, card) = (baseline.framework(), baseline.card());
    let published = &card.published;
    let result = format!("{} ({})", baseline.words().number(&published.total), published.grade);
    let address = format!("{}#{}/{}", page::asked_address(language), framework.id, card.id);
    let names = name(&address, "", &card.jurisdiction, &card.id, &result);
    let title = format!("{} {}", framework.title, framework.year);
    let asked = page::asked_address(language);
    let about =
        About { title: &title, page: &asked, publisher: &framework.publisher, rules: &framework.about };
    about.section(language, 1, &names)
}

/// A framework in one language and in all.
struct InLanguages<'a> {
    spoken: &'a Spoken,
    in_all: Vec<&'a Spoken>,
}

impl InLanguages<'_> {
    fn section(&self, language: &Language) -> Result<String, Failure> {
        let Spoken { framework, cohort, .. } = self.spoken;
        let page = page::name(language, &framework_page::stem(&framework.id));
        let names: String = (0..cohort.cards.len()).map(|card| self.name(&page, card)).collect();
        let about = About {
            title: &cohort.telling.framework(),
            page: &page,
            publisher: &framework.publisher,
            rules: &framework.about,
        };
        about.section(language, cohort.cards.len(), &names)
    }

    /// A card with the names that it has in other languages: visitors type what they are used to.
    fn name(&self, page: &str, card: usize) -> String {
        let cohort = &self.spoken.cohort;
        let (Some(of), Some(called)) = (cohort.cards.get(card), cohort.called.get(card)) else {
            return String::new();
        };
        let in_others = self.in_all.iter().filter_map(|Spoken { cohort, .. }| {
            let card = cohort.cards.iter().position(|card| card.subject == of.subject)?;
            Some(cohort.subject(card))
        });
        let mut also: Vec<&str> = in_others.filter(|name| *name != called.subject.text).collect();
        also.push(&of.subject);
        let outcome = cohort.telling.published(of, 0).unwrap_or_default();
        let address = format!("{page}#{}/{}", cohort.telling.rules.id(), of.subject);
        let is_foreign =
            called.subject.is_published && cohort.telling.words.id() != framework_page::PUBLISHED;
        let language = if is_foreign { framework_page::PUBLISHED } else { "" };
        name(&address, language, &called.subject.text, &also.join("|"), &outcome)
    }
}

fn name(address: &str, language: &str, name: &str, also: &str, result: &str) -> String {
    let language = match language {
        "" => String::new(),
        id => format!(" lang=\"{id}\""),
    };
    format!(
        "<li data-also=\"{}\"><a href=\"{}\"{language}>{}</a> <span>{}</span></li>",
        escaped(also),
        escaped(address),
        escaped(name),
        escaped(result)
    )
}

/// What is said of a framework.
struct About<'a> {
    title: &'a str,
    /// The address of its page.
    page: &'a str,
    publisher: &'a str,
    /// What it asks and how it counts, and how sure that is.
    rules: &'a str,
}

impl About<'_> {
    /// The framework with the names of all its cards.
    fn section(&self, language: &Language, cards: usize, names: &str) -> Result<String, Failure> {
        let publisher = self.publisher;
        let published = match cards {
            1 => language.page_text("cards", "one_card", &[("publisher", publisher)])?,
            _ => {
                let fillings = [("number", &*cards.to_string()), ("publisher", publisher)];
                language.page_text("cards", "many_cards", &fillings)?
            }
        };
        let all = escaped(&language.page_text("cards", "names", &[])?);
        Ok(format!(
            "<section><h2><a href=\"{}\">{}</a></h2><p>{}</p><p>{}</p><details><summary>{all}</summary>\
             <ul class=\"names\">{names}</ul></details></section>",
            escaped(self.page),
            escaped(self.title),
            escaped(&published),
            escaped(self.rules)
        ))
    }
}
