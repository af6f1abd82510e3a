//! Printed points that say something about the reconstructed rules, and whether these agree.

use scoring::Points;

use super::PrintedPage;
use crate::constraints::held;
use crate::data::{Constraint, Gaps};
use crate::failure::Failure;
use crate::html::escaped;

impl PrintedPage<'_> {
    /// What was printed, what the text says was missing, and what our rules make of it.
    pub(super) fn constraints(&self, constraints: &[Constraint]) -> Result<String, Failure> {
        let mut heads = String::new();
        for name in ["state", "section", "printed", "gaps", "ours", "source"] {
            heads += &format!("<th scope=\"col\">{}</th>", self.said(name, &[])?);
        }
        let mut rows = String::new();
        for constraint in constraints {
            let year = constraint.year.map(|year| format!(" {year}")).unwrap_or_default();
            rows += &format!(
                "<tr><th scope=\"row\">{}{year}</th><td>{}</td><td>{}</td><td class=\"gaps\">{}</td><td>{}</td><td class=\"source\">{}</td></tr>\n",
                escaped(self.name(&constraint.subject)),
                escaped(&constraint.sections.join(" + ")),
                self.printed_points(constraint)?,
                self.gaps(constraint)?,
                self.ours(constraint)?,
                self.found(constraint)?,
            );
        }
        Ok(format!("<table class=\"lines\"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"))
    }

    fn number(&self, points: Points) -> String {
        self.translation.baseline.words().number(&points)
    }

    fn printed_points(&self, constraint: &Constraint) -> Result<String, Failure> {
        let points = self.number(constraint.points);
        if let Gaps::Step | Gaps::More = constraint.gaps {
            return self.said("step", &[("points", &points)]);
        }
        let sections = self.translation.baseline.sections().iter();
        let own = sections.filter(|section| constraint.sections.contains(&section.id));
        let max = self.number(own.map(|section| section.max).sum());
        self.said("of", &[("points", &points), ("max", &max)])
    }

    fn gaps(&self, constraint: &Constraint) -> Result<String, Failure> {
        let provisions = self.translation.baseline.provisions().iter();
        let off = provisions.filter(|one| constraint.off.contains(&one.id));
        let mut items: Vec<String> = off.map(|one| escaped(&one.label)).collect();
        for (name, components) in [("short", &constraint.short), ("full", &constraint.full)] {
            if !components.is_empty() {
                items.push(self.said(name, &[("components", &components.join(", "))])?);
            }
        }
        items.push(match constraint.gaps {
            Gaps::All if items.is_empty() => self.said("no_gaps", &[])?,
            Gaps::All => self.said("all_gaps", &[])?,
            Gaps::Some | Gaps::More => self.said("other_gaps", &[])?,
            Gaps::Step => self.said("closed", &[])?,
        });
        let items: String = items.iter().map(|item| format!("<li>{item}</li>")).collect();
        Ok(format!("<ul>{items}</ul>"))
    }

    fn ours(&self, constraint: &Constraint) -> Result<String, Failure> {
        let held = held(&self.translation.baseline, constraint);
        let agrees = self.said(if held.agrees { "agrees" } else { "differs" }, &[])?;
        let ours = match constraint.gaps {
            Gaps::Some if held.agrees => self.said("earnable", &[])?,
            Gaps::Some => self.said("not_earnable", &[])?,
            Gaps::All | Gaps::Step | Gaps::More => {
                self.said("costs", &[("points", &self.number(held.cost))])?
            }
        };
        Ok(format!("{ours} {agrees}"))
    }

    fn found(&self, constraint: &Constraint) -> Result<String, Failure> {
        let certainty = self.said(&format!("certainty_{}", constraint.certainty), &[])?;
        let note = match &constraint.note {
            Some(note) => self.said(&format!("constraint_{note}"), &[])?,
            None => String::new(),
        };
        let source = escaped(&constraint.source);
        Ok(format!("<span lang=\"en\">{source}</span> {note} {certainty}"))
    }
}
