//! How many results lie in which step.

use scoring::say;
use scoring::telling::Step;

use super::{Shown, bar};
use scoring::escaped;

impl Shown<'_> {
    /// A table of the steps, from the best to the worst, with a bar for each.
    pub(super) fn spread(&self) -> String {
        let words = &self.cohort.telling.words;
        let most = self.overview.steps.iter().map(|step| step.cards.len()).max().unwrap_or_default();
        let steps = self.overview.steps.iter().enumerate();
        let row = |(index, step): (usize, &Step)| {
            let members: Vec<&str> = step.cards.iter().map(|card| self.cohort.id(*card)).collect();
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

    /// What the colours of a map mean.
    pub(super) fn legend(&self) -> String {
        legend(self.overview.steps.iter().map(|step| &*step.name))
    }
}

/// The colours of steps by their names, from the best to the worst.
pub(super) fn legend<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let step = |(index, name): (usize, &str)| {
        format!("<li><span class=\"swatch step-{index}\"></span>{}</li>", escaped(name))
    };
    let steps: String = names.enumerate().map(step).collect();
    format!("<ul class=\"legend\">{steps}</ul>")
}
