//! The calculator's own page in one language: its words and figures, and the calculator itself as it stands
//! there before any program runs.

use scoring::data::{Basis, Language};
use scoring::{Baseline, Evaluation, Scenario, Status, certainty, evaluate, pack};

use crate::assets::{ONE_FILE, PAGE, WIDE_SCREENSHOT};
use crate::data::Translation;
use crate::failure::Failure;
use crate::head::Head;
use crate::html::{escaped, replace_once};
use crate::page::{asked, front, links_to_others};
use crate::prerender::Prerendered;
use crate::{
    framework_page, front_page, law_page, manual, published_page, rescue, structured, workshop_page,
};

/// The card with its framework and a language's words as the page reads them. The data's version is the
/// beginning of its fingerprint.
pub fn packed(Translation { baseline, language }: &Translation, english: &Language) -> String {
    let pack = |version: &str| {
        pack::write(baseline, language.page_texts(&english.messages), &language.locale, version)
    };
    let unnamed = pack("");
    pack(unnamed.get(..8).unwrap_or_default())
}

/// All texts of a language, as the tools read them.
pub fn tools_texts(language: &Language, english: &Language) -> String {
    pack::write_texts(language.tools_texts(&english.messages))
}

/// Writes the calculator, its data and all words and figures into the places that the page leaves for them.
/// `languages` are all that the page is in.
///
/// # Errors
/// When a text or a place is missing, or nothing fills one.
pub fn fill(
    html: &str,
    translation: &Translation,
    languages: &[&Language],
    prerendered: &Prerendered,
) -> Result<String, Failure> {
    let Translation { language, baseline } = translation;
    let [english, ..] = languages else {
        return Err(Failure::Missing("the page is in no language".to_owned()));
    };
    // Its own texts fill these places, as all others.
    let head = Head {
        stem: PAGE.0,
        language,
        languages,
        title: "[[title]]",
        description: "[[description]]",
        picture: Some(WIDE_SCREENSHOT.0),
    };
    let mut html = replace_once(html, "[[head]]", &head.html()?)?;
    html = replace_once(&html, "[[calculator]]", &prerendered.html)?;
    html = replace_once(&html, "[[data]]", &packed(translation, english))?;
    for (name, text) in texts(language, &values(translation)?)? {
        html = filled(&html, &name, &text)?;
    }
    let words = baseline.words();
    let source = &baseline.card().source;
    let structured = structured::calculator(language, &source.title, &source.address);
    let boot = serde_json::json!(language.page.get("boot"));
    let in_other = |other: &Language| asked(&PAGE.name(other), other);
    let places = [
        ("language", language.id.clone()),
        ("other languages", links_to_others(language, languages.iter().copied(), in_other)),
        ("year note", escaped(&baseline.card().year_note)),
        ("about of framework", escaped(&baseline.framework().about)),
        ("basis published", escaped(&Basis::Published.word(words))),
        ("basis statute", escaped(&Basis::Statute.word(words))),
        ("basis reconstructed", escaped(&Basis::Reconstructed.word(words))),
        ("basis assumed", escaped(&Basis::Assumed.word(words))),
        ("structured data", structured::script(&structured)),
        ("texts", boot.to_string().replace('<', "\\u003c")),
        ("nodes", prerendered.nodes.to_string()),
        ("page", PAGE.name(language)),
        ("front", asked(&front(language), language)),
        ("find", front_page::link(language)?),
        ("law", law_page::link(language)?),
        ("accessibility", manual::link_to_accessibility(PAGE.0, language)?),
        ("printed", published_page::link(language)?),
        ("workshop", workshop_page::link(language)?),
        ("other frameworks", framework_page::links(language)?),
        ("file", PAGE.name(language)),
        ("rescue", rescue::script()?),
    ];
    for (place, content) in &places {
        html = filled(&html, place, content)?;
    }
    if let Some(place) = html.find("[[") {
        let place = html.get(place..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        return Err(Failure::Missing(format!("calculator.html has a place that nothing fills: {place}")));
    }
    Ok(html)
}

fn filled(html: &str, place: &str, content: &str) -> Result<String, Failure> {
    let place = format!("[[{place}]]");
    if !html.contains(&place) {
        return Err(Failure::Missing(format!("expected the place {place} in calculator.html")));
    }
    Ok(html.replace(&place, content))
}

/// The texts of the page by name, their placeholders filled with what is known of the card.
fn texts(language: &Language, values: &[(&str, String)]) -> Result<Vec<(String, String)>, Failure> {
    // These stand within others.
    const PARTS: [&str; 5] =
        ["none", "readings_of_section", "one_file_link", "one_file_waiting", "one_file_save"];
    let texts = language.page.get("page").into_iter().flatten();
    let texts = texts.filter(|(name, _)| !PARTS.contains(&name.as_str()));
    texts
        .map(|(name, text)| {
            let fillings: Vec<(&str, &str)> = values
                .iter()
                .filter(|(place, _)| text.contains(&format!("{{{place}}}")))
                .map(|(place, value)| (*place, value.as_str()))
                .collect();
            Ok((name.clone(), said(language, name, &fillings)?))
        })
        .collect()
}

fn said(language: &Language, name: &str, fillings: &[(&str, &str)]) -> Result<String, Failure> {
    language.page_text("page", name, fillings).map_err(|error| Failure::Missing(error.to_string()))
}

/// A link to the calculator as one file.
///
/// # Errors
/// When a text is missing.
pub fn one_file_link(language: &Language) -> Result<String, Failure> {
    let (file, offer) = (ONE_FILE.name(language), said(language, "one_file_link", &[])?);
    Ok(format!("<a href=\"{file}\" download>{offer}</a>"))
}

/// What the one file says while its program is not there: a server's policy may keep that away for good.
///
/// # Errors
/// When a text is missing.
pub fn one_file_waiting(language: &Language) -> Result<String, Failure> {
    let (file, save) = (ONE_FILE.name(language), said(language, "one_file_save", &[])?);
    said(language, "one_file_waiting", &[("link", &format!("<a href=\"{file}\" download>{save}</a>"))])
}

/// What fills the placeholders of texts, as it stands in a page.
fn values(Translation { language, baseline }: &Translation) -> Result<Vec<(&'static str, String)>, Failure> {
    let tree = evaluate(baseline, &Scenario::default());
    let (framework, card, words) = (baseline.framework(), baseline.card(), baseline.words());
    let (title, address) = (escaped(&card.source.title), escaped(&card.source.address));
    let mut values = vec![
        ("jurisdiction", escaped(&card.jurisdiction)),
        ("publisher", escaped(&framework.publisher)),
        ("title", escaped(&framework.title)),
        ("year_note", escaped(&card.year_note)),
        ("total", words.number(&tree.total)),
        ("max", words.number(&framework.max)),
        ("grade", escaped(&tree.band.grade)),
        ("step", framework.step.in_words(words)),
        ("source", format!("<cite><a href=\"{address}\" rel=\"external\">{title}</a></cite>")),
        ("link", one_file_link(language)?),
        ("phone", "<a href=\"tel:+18883737888\">1-888-373-7888</a>".to_owned()),
        ("text_number", "<a href=\"sms:233733\">233733</a>".to_owned()),
    ];
    values.extend(readings(language, baseline, &tree)?);
    Ok(values)
}

/// What the page says about the readings of the card.
fn readings(
    language: &Language,
    baseline: &Baseline,
    tree: &Evaluation,
) -> Result<[(&'static str, String); 3], Failure> {
    let certainty = certainty(baseline, tree)
        .ok_or_else(|| Failure::Missing("no reading fits the published points".to_owned()))?;
    let (words, mut all, mut by_section) = (baseline.words(), 1_u64, Vec::new());
    for (score, certainty) in std::iter::zip(&tree.sections, &certainty.sections) {
        all = all.saturating_mul(certainty.readings);
        let fillings = [("readings", &*words.number(&certainty.readings)), ("section", &*score.section.id)];
        by_section.push(said(language, "readings_of_section", &fillings)?);
    }
    let partly = tree.components().filter(|score| score.status() == Status::Partial);
    let partly: Vec<String> = partly.map(|score| score.component.id.clone()).collect();
    let partly = if partly.is_empty() { said(language, "none", &[])? } else { words.list(&partly) };
    Ok([
        ("readings", words.number(&all)),
        ("readings_by_section", words.list(&by_section)),
        ("partly_met", partly),
    ])
}
