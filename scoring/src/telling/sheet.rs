//! The sheet that goes on paper: a scenario as a page that can be handed out.

use crate::document::Document;
use crate::{Imprint, say};

use super::{Scenario, summary, title};

/// The scenario with what it changes and what the card’s author found there, all results and all parts.
pub fn sheet(scenario: &Scenario<'_>, imprint: &Imprint) -> Document {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let mut document = Document::default();
    summary::result(&mut document, scenario);
    if !scenario.is_card() {
        summary::changes(&mut document, scenario, |provision| {
            telling.found(&scenario.card.subject, provision)
        });
    }
    let (card, here) = (say::sheet::card(words), say::sheet::here(words));
    let outcomes = scenario.before.outcomes.iter().zip(&scenario.now.outcomes).enumerate();
    let results = outcomes.map(|(tally, (before, now))| {
        let published = telling.published(scenario.card, tally).unwrap_or_else(|| "–".to_owned());
        vec![telling.tally(tally), published, telling.result(tally, before), telling.result(tally, now)]
    });
    document.heading(say::scenario::results(words));
    let head = vec![say::framework::result(words), say::sheet::published(words), card.clone(), here.clone()];
    document.table(head, results.collect());
    let parts = telling.parts().into_iter().map(|(depth, node, part)| {
        // A dash for each level: paper and text know no indenting.
        let name = format!("{}{}", "– ".repeat(depth), title(part));
        vec![name, telling.points(scenario.before.score(node)), telling.points(scenario.now.score(node))]
    });
    document.heading(say::framework::by_part(words));
    document.table(vec![say::scenario::part(words), card, here], parts.collect());
    summary::basis(&mut document, scenario, imprint);
    document
}
