//! What the present edition of the rules has otherwise than the one before, and why.

use scoring::data::Rung;

use super::PrintedPage;
use crate::failure::{Failure, failed};
use crate::files::root;
use crate::html::escaped;

impl PrintedPage<'_> {
    /// Each corrected question, as it was, as it is, and what made that necessary.
    pub(super) fn corrections(&self) -> Result<String, Failure> {
        let framework = self.translation.baseline.framework();
        let missing = || failed(&root().join("data/frameworks/earlier"), "no earlier edition");
        let earlier = framework.earlier.last().ok_or_else(missing)?;
        let mut heads = String::new();
        for name in ["section", "then", "now", "why"] {
            heads += &format!("<th scope=\"col\">{}</th>", self.said(name, &[])?);
        }
        let mut rows = String::new();
        for before in &earlier.components {
            let now = framework.components().find(|now| now.id == before.id).ok_or_else(missing)?;
            let only = |own: &[Rung], other: &[Rung]| {
                let same = |rung: &&Rung| {
                    other.iter().any(|one| (one.points, &one.needs) == (rung.points, &rung.needs))
                };
                own.iter().filter(|rung| !same(rung)).cloned().collect::<Vec<_>>()
            };
            rows += &format!(
                "<tr><th scope=\"row\">{} {}</th><td class=\"gaps\">{}</td><td class=\"gaps\">{}</td><td>{}</td></tr>\n",
                escaped(&now.id),
                escaped(&now.title),
                self.rungs(&only(&before.rungs, &now.rungs))?,
                self.rungs(&only(&now.rungs, &before.rungs))?,
                self.said(&format!("why_{}", now.id), &[])?,
            );
        }
        Ok(format!("<table class=\"lines\"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"))
    }

    /// Ways to earn points, a line each.
    fn rungs(&self, rungs: &[Rung]) -> Result<String, Failure> {
        let baseline = &self.translation.baseline;
        let mut items = String::new();
        for rung in rungs {
            let labels = rung.needs.iter().filter_map(|id| Some(escaped(&baseline.provision(id)?.label)));
            let provisions = labels.collect::<Vec<_>>().join("; ");
            let points = baseline.words().number(&rung.points);
            items += &format!(
                "<li>{}</li>",
                self.said("way", &[("points", &points), ("provisions", &provisions)])?
            );
        }
        Ok(format!("<ul>{items}</ul>"))
    }
}
