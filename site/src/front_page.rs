//! The front page: a visitor finds a card of any framework there, and all frameworks with what is said of them.

use std::path::Path;

use scoring::data::Language;

use crate::assets::{FRONT, FRONT_BEFORE, FRONT_SCRIPT, FRONT_STYLE, PAGE, WIDE_SCREENSHOT};
use crate::data::Translation;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::framework_page::Spoken;
use crate::head::Head;
use crate::html::{escaped, fill, ids, named};
use crate::{
    calculator_page, framework_page, make_page, manual, minify, offline, page, rescue, structured,
    workshop_page,
};

/// Writes the page in each language; `frameworks` are all in each, `html` is the calculator's page, which names files
/// that this one has as well.
///
/// # Errors
/// When a file is missing or wrong.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
    html: &str,
) -> Result<(), Failure> {
    let own_style = FRONT_STYLE.write(staging, minify::style_files(&["style/front.css"])?)?;
    let script = FRONT_SCRIPT.write(staging, minify::joined("front.js")?)?;
    let template = read(&root().join("front.html"))?;
    let languages: Vec<&Language> = translations.iter().map(|translation| &translation.language).collect();
    let in_languages: Vec<String> =
        languages.iter().map(|language| format!("{} {}", language.id, page::front(language))).collect();
    for (translation, own) in translations.iter().zip(frameworks) {
        let language = &translation.language;
        let said = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("front", name, &[])?));
        let of_page = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("page", name, &[])?));
        let mut sections = first_card(translation)?;
        for (index, spoken) in own.iter().enumerate() {
            let in_all: Vec<&Spoken> = frameworks.iter().filter_map(|all| all.get(index)).collect();
            sections.push_str(&InLanguages { spoken, in_all }.section(language)?);
        }
        let (title, description) =
            (language.page_text("front", "title", &[])?, language.page_text("front", "description", &[])?);
        let head = Head {
            stem: FRONT.0,
            language,
            languages: &languages,
            title: &escaped(&title),
            description: &escaped(&description),
            picture: Some(WIDE_SCREENSHOT.0),
        };
        let jurisdiction = escaped(&translation.baseline.card().jurisdiction);
        let kept = language.page_text("front", "kept", &[("jurisdiction", &jurisdiction)])?;
        let places = [
            ("language", language.id.clone()),
            ("page", page::front(language)),
            ("name", FRONT.name(language).replace(".html", "")),
            ("calculator", PAGE.name(language)),
            ("places", ids(&template)),
            ("pages", framework_page::addresses(language)?),
            ("rescue", rescue::script()?),
            ("script of addresses", rescue::lead()?),
            ("structured data", structured::script(&structured::site(language, &title, &description))),
            ("head", head.html()?),
            ("style", named(html, "rel=\"stylesheet\" href")?.to_owned()),
            ("own style", own_style.clone()),
            ("script", script.clone()),
            ("offline script", named(html, "data-offline")?.to_owned()),
            ("page of languages", in_languages.join(",")),
            ("version", offline::VERSION.to_owned()),
            ("skip", said("skip")?),
            ("languages", of_page("languages")?),
            ("other languages", page::links_to_others(language, languages.iter().copied(), asked)),
            ("heading", said("heading")?),
            ("lead", said("lead")?),
            ("ask", said("ask")?),
            ("no scripts", said("no_scripts")?),
            ("new version", said("new_version")?),
            ("load new version", of_page("load_new_version")?),
            ("find", said("find")?),
            ("hint", said("hint")?),
            ("none", said("none")?),
            ("found", hole(language, "found")?),
            ("more", hole(language, "more")?),
            ("unkept", said("unkept")?),
            ("kept here", said("kept_here")?),
            ("frameworks heading", said("frameworks_heading")?),
            ("frameworks", sections),
            ("independent", language.page_text("framework", "independent", &[])?),
            ("for_hosts", of_page("for_hosts")?),
            ("manual", manual::link(FRONT.0, language)?),
            ("accessibility", manual::link_to_accessibility(FRONT.0, language)?),
            ("how heading", said("how_heading")?),
            ("how", said("how")?),
            ("own heading", said("own_heading")?),
            ("make", make_page::offer(language)?),
            ("workshop", workshop_page::link(language)?),
            ("one file", one_file(translation)?),
            ("file", FRONT.name(language)),
            // What the calculator's tools lack is nothing that this page lacks.
            ("kept partly", kept.clone()),
            ("kept", kept),
        ];
        let page = fill(template.clone(), places)?;
        FRONT_BEFORE.write(staging, language, &page)?;
        FRONT.write(staging, language, page)?;
    }
    Ok(())
}

/// A link to the page from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(language: &Language) -> Result<String, Failure> {
    let text = escaped(&language.page_text("front", "link", &[])?);
    Ok(format!("<a href=\"{}\">{text}</a>", asked(language)))
}

/// The address of the page in a language that was asked for.
fn asked(language: &Language) -> String {
    page::asked(&page::front(language), language)
}

/// The offer of the first framework's calculator as a file.
fn one_file(Translation { baseline, language }: &Translation) -> Result<String, Failure> {
    let jurisdiction = escaped(&baseline.card().jurisdiction);
    let fillings = [("link", &*calculator_page::one_file_link(language)?), ("jurisdiction", &*jurisdiction)];
    Ok(language.page_text("front", "one_file", &fillings)?)
}

/// A text in which the script puts a number.
fn hole(language: &Language, name: &str) -> Result<String, Failure> {
    Ok(escaped(&language.page_text("front", name, &[("number", "{number}")])?))
}

/// The framework of the calculator's own page, with its one card.
fn first_card(Translation { baseline, language }: &Translation) -> Result<String, Failure> {
    let (framework, card) = (baseline.framework(), baseline.card());
    let published = &card.published;
    let result = format!("{} ({})", baseline.words().number(&published.total), published.grade);
    let page = page::asked(&PAGE.name(language), language);
    let names =
        name(&format!("{page}#{}/{}", framework.id, card.id), "", &card.jurisdiction, &card.id, &result);
    let about = About {
        title: &format!("{} {}", framework.title, framework.year),
        page: &page,
        publisher: &framework.publisher,
        parts: framework.sections.iter().map(|section| &*section.title).collect(),
        rules: &framework.about,
        ours: "",
    };
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
            parts: framework.sections.iter().filter_map(|part| part.title.as_deref()).collect(),
            rules: &framework.about,
            ours: framework.source.as_ref().map_or("", |source| &source.ours),
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
    /// What its parts look at.
    parts: Vec<&'a str>,
    /// What it asks and how it counts, and how sure that is.
    rules: &'a str,
    /// What of it is not the publisher's, where that is not said already.
    ours: &'a str,
}

impl About<'_> {
    /// The framework with the names of all its cards.
    fn section(&self, language: &Language, cards: usize, names: &str) -> Result<String, Failure> {
        let said = |name: &str, fillings: &[(&str, &str)]| language.page_text("front", name, fillings);
        let publisher = self.publisher;
        let published = match cards {
            1 => said("one_card", &[("publisher", publisher)])?,
            _ => said("many_cards", &[("number", &cards.to_string()), ("publisher", publisher)])?,
        };
        let graded = said("graded", &[("parts", &self.parts.join(" · "))])?;
        let names = format!("<ul class=\"names\">{names}</ul>");
        let names = match cards {
            1 => names,
            _ => format!("<details><summary>{}</summary>{names}</details>", escaped(&said("names", &[])?)),
        };
        let paragraph = |text: &str| format!("<p>{}</p>", escaped(text));
        let ours = match self.ours {
            "" => String::new(),
            ours => {
                let summary = escaped(&said("ours", &[])?);
                format!("<details><summary>{summary}</summary>{}</details>", paragraph(ours))
            }
        };
        Ok(format!(
            "<section><h3><a href=\"{}\">{}</a></h3>{}{}{}{ours}{names}</section>",
            escaped(self.page),
            escaped(self.title),
            paragraph(&published),
            paragraph(&graded),
            paragraph(self.rules),
        ))
    }
}
