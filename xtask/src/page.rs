//! The page around the calculator: its words and figures, and the calculator itself as it stands there before any
//! program runs.

use scoring::{Baseline, Evaluation, Scenario, Status, Words, certainty, evaluate, pack};

use crate::data::Translation;
use crate::prerender::Prerendered;
use crate::site::{escaped, replace_once};
use crate::task::Failure;

/// The card with its framework and a language's words as the page reads them. The data's version is the
/// beginning of its fingerprint.
pub fn packed(Translation { baseline, language }: &Translation) -> String {
    let unnamed = pack::write(baseline, &language.locale, "");
    pack::write(baseline, &language.locale, unnamed.get(..8).unwrap_or_default())
}

/// Writes the calculator, its data and the card's own words and figures into the places that the page leaves
/// for them.
///
/// # Errors
/// When a place is missing, or nothing fills one.
pub fn fill(html: &str, translation: &Translation, prerendered: &Prerendered) -> Result<String, Failure> {
    let baseline = &translation.baseline;
    let tree = evaluate(baseline, &Scenario::default());
    let (framework, card, words) = (baseline.framework(), baseline.card(), baseline.words());
    let readings = Readings::of(baseline, &tree)?;
    let places: [(&str, &str); 14] = [
        ("jurisdiction", &card.jurisdiction),
        ("publisher", &framework.publisher),
        ("title", &framework.title),
        ("about", &framework.about),
        ("year note", &card.year_note),
        ("source title", &card.source.title),
        ("source address", &card.source.address),
        ("grade", &tree.band.grade),
        ("total", &tree.total.to_string()),
        ("max", &framework.max.to_string()),
        ("step", &framework.step.in_words(words)),
        ("readings", &readings.all),
        ("readings by section", &readings.by_section),
        ("partly met", &readings.partly_met),
    ];
    let mut html = replace_once(html, "[[calculator]]", &prerendered.html)?;
    html = replace_once(&html, "[[nodes]]", &prerendered.nodes.to_string())?;
    html = replace_once(&html, "[[data]]", &packed(translation))?;
    for (place, word) in places {
        let place = format!("[[{place}]]");
        if !html.contains(&place) {
            return Err(Failure::Missing(format!("expected the place {place} in index.html")));
        }
        html = html.replace(&place, &escaped(word));
    }
    match html.find("[[") {
        Some(place) => Err(Failure::Missing(format!(
            "index.html has a place that nothing fills: {}",
            html.get(place..).and_then(|rest| rest.lines().next()).unwrap_or_default()
        ))),
        None => Ok(html),
    }
}

/// What the page says about the readings of the card.
struct Readings {
    all: String,
    by_section: String,
    partly_met: String,
}

impl Readings {
    fn of(baseline: &Baseline, tree: &Evaluation) -> Result<Self, Failure> {
        let certainty = certainty(baseline, tree)
            .ok_or_else(|| Failure::Missing("no reading fits the published points".to_owned()))?;
        let sections: Vec<(&str, u64)> = std::iter::zip(&tree.sections, &certainty.sections)
            .map(|(score, certainty)| (score.section.id.as_str(), certainty.readings))
            .collect();
        let product = sections.iter().fold(1_u64, |all, (_, readings)| all.saturating_mul(*readings));
        let name = |(id, readings): &(&str, u64)| format!("{readings} of section {id}");
        let partly = tree.components().filter(|score| score.status() == Status::Partial);
        let words = baseline.words();
        Ok(Self {
            all: product.to_string(),
            by_section: in_a_row(words, &sections.iter().map(name).collect::<Vec<_>>()),
            partly_met: in_a_row(words, &partly.map(|score| score.component.id.clone()).collect::<Vec<_>>()),
        })
    }
}

/// "a, b and c", or "none".
fn in_a_row(words: &Words, items: &[String]) -> String {
    if items.is_empty() { "none".to_owned() } else { words.list(items) }
}
