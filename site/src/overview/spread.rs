//! How many results lie in which step.

use scoring::say;
use scoring::telling::Step;

use super::{Shown, bar};
use crate::html::escaped;

impl Shown<'_> {
    /// A table of the steps, from the best to the worst, with a bar for each.
    pub(super) fn spread(&self) -> String {
        let words = &self.cohort.telling.words;
        let most = self.overview.steps.iter().map(|step| step.cards.len()).max().unwrap_or_default();
        let steps = self.overview.steps.iter().enumerate();
        let row = |(index, step): (usize, &Step)| {
            let members: Vec<&str> = step.cards.iter().map(|card| self.subject(*card)).collect();
            format!(
                "<tr data-members=\"{}\"><th scope=\"row\"><span class=\"swatch step-{index}\"></span>{}</th><td>{}</td><td class=\"drawn\">{}</td></tr>",
                escaped(&members.join(" ")),
                escaped(&step.name),
                words.number(&step.cards.len()),
                bar(step.cards.len(), most)
            )
        };
        let rows: String = steps.map(row).collect();
        format!(
            "<table class=\"counts\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><td></td></tr></thead><tbody>{rows}</tbody></table>",
            escaped(&self.cohort.telling.tally(0)),
            escaped(&say::overview::how_many(words))
        )
    }

    pub(super) fn subject(&self, card: usize) -> &str {
        self.cohort.cards.get(card).map_or("", |card| &card.subject)
    }
}
