//! How many have which provision.

use scoring::say;
use scoring::telling::Holders;

use super::{Shown, bar};
use scoring::escaped;

impl Shown<'_> {
    /// A table of all provisions with how many have each, of those to whom it applies and of whom it is known.
    pub(super) fn who(&self) -> String {
        let (telling, words) = (&self.cohort.telling, &self.cohort.telling.words);
        let row = |holders: &Holders| {
            let (yes, of) = (holders.yes.len(), holders.yes.len() + holders.no.len());
            let id = telling.rules.provisions().get(holders.provision).map_or("", String::as_str);
            format!(
                "<tr data-provision=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td class=\"drawn\">{}</td></tr>",
                escaped(id),
                escaped(telling.label(holders.provision)),
                escaped(&say::overview::of_all(words, &yes, &of)),
                bar(yes, of)
            )
        };
        let rows: String = self.overview.holders.iter().map(row).collect();
        format!(
            "<table class=\"counts\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><td></td></tr></thead><tbody>{rows}</tbody></table>",
            escaped(&say::overview::provision(words)),
            escaped(&say::overview::yes(words))
        )
    }
}
