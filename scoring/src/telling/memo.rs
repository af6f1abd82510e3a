//! The memo about a scenario on a card of a framework.

use crate::memo::{Memo, Wanted};
use crate::{Imprint, ProvisionSet, say};

use super::overview::Holders;
use super::{Cohort, Scenario, summary};

/// The memo about a scenario on the card with this index. Of provisions that come along with others, those are named that
/// bring the rest.
pub fn memo(cohort: &Cohort, card: usize, scenario: &Scenario<'_>, imprint: &Imprint) -> Memo {
    let (telling, implied) = (scenario.telling, scenario.telling.rules.implied());
    let words = &telling.words;
    let (before, after) = (scenario.result_of(&scenario.before), scenario.result());
    let holders = Holders::of_all(cohort);
    let wanted = |provisions: &ProvisionSet| -> Vec<Wanted> {
        let wanted = |provision: usize| {
            let unknown = scenario.card.answers.unknown().contains(provision);
            Wanted {
                label: telling.label(provision).to_owned(),
                // An author's citation stands beside the finding, as the author's own.
                today: match telling.found(&scenario.card.subject, provision) {
                    Some(found) => Some(say::memo::today(words, &found)),
                    None => unknown.then(|| say::memo::not_known(words)),
                },
                law: None,
                others: holders.get(provision).and_then(|holders| {
                    let others = holders.others_in_words(cohort, card, false)?;
                    Some(format!("{}. {}", others.line, holders.named(cohort, words, card)))
                }),
            }
        };
        provisions.iter().map(wanted).collect()
    };
    let mut figures = vec![[telling.tally(0), before.clone(), after.clone()]];
    figures.extend(summary::moved(scenario));
    let mut certain = vec![telling.published_in_words(scenario.card)];
    certain.extend(scenario.standing());
    let unknown = scenario.answers.unknown().len();
    certain.extend((unknown > 0).then(|| say::memo::unknown(words, &unknown)));
    certain.push(summary::in_words(scenario));
    let mut sources = Vec::new();
    if let Some(source) = &telling.file.source {
        let address = source.address.as_deref().unwrap_or_default();
        sources.push(say::sheet::source(words, &source.title, &address));
    }
    sources.push(imprint.line(words, telling.rules.id(), &scenario.card.subject));
    Memo {
        title: summary::title_of_changes(scenario),
        subject: scenario.subject.to_owned(),
        framework: telling.framework(),
        publisher: telling.file.publisher.clone(),
        year: telling.file.year.to_string(),
        before,
        after,
        added: wanted(&implied.heads(&scenario.added)),
        removed: wanted(&implied.feet(&scenario.removed)),
        figures,
        certain,
        sources,
        opens: imprint.opens(words),
        date: imprint.date.clone(),
    }
}
