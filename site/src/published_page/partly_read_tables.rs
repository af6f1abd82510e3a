//! What is known of a card of which only a part could be read, what follows, and what it may come to: tables that unfold.

use scoring::ProvisionSet;
use scoring::binding::LawChange;
use scoring::facts::Answer;

use super::PrintedPage;
use super::partly_read::{Told, cannot_be};
use crate::failure::Failure;
use crate::html::escaped;

impl PrintedPage<'_> {
    /// What the visible part answers, and what the printed points settle.
    pub(super) fn answers(&self, told: &Told<'_>) -> Result<String, Failure> {
        let known =
            (0..told.read.rules.provisions().len()).filter_map(|index| match told.bound.answer(index) {
                Answer::Yes => Some((index, true)),
                Answer::No => Some((index, false)),
                Answer::Unknown | Answer::NotApplicable => None,
            });
        let mut html = String::new();
        for (name, answers) in [("partly_read", known.collect()), ("partly_followed", told.settled.clone())] {
            let mut rows = String::new();
            for (index, holds) in answers {
                let answer = self.said(if holds { "yes" } else { "no" }, &[])?;
                rows += &format!(
                    "<tr><th scope=\"row\">{}</th><td>{answer}</td></tr>\n",
                    self.provision(told, index)
                );
            }
            html += &self.fold(name, ["in_law", "answer"], &rows)?;
        }
        Ok(html)
    }

    /// What each question can have earned.
    pub(super) fn questions(&self, told: &Told<'_>) -> Result<String, Failure> {
        let pieces = told.bound.pieces().map_err(|_| cannot_be(told.card))?;
        let mut rows = String::new();
        let sections = self.translation.baseline.sections().iter();
        for component in sections.flat_map(|section| &section.components) {
            let own = told.read.rules.find(&component.id);
            let span = pieces.iter().find(|(node, _)| Some(*node) == own).map(|(_, span)| *span);
            let span = span.ok_or_else(|| Failure::Missing(format!("{} has no points", component.id)))?;
            rows += &format!(
                "<tr><th scope=\"row\">{} {}</th><td>{}</td></tr>\n",
                escaped(&component.id),
                escaped(&component.title),
                self.span(told, span)?
            );
        }
        self.fold("partly_questions", ["question", "points"], &rows)
    }

    /// What each provision alone would bring that is not sure to be in law.
    pub(super) fn changes(&self, told: &Told<'_>) -> Result<String, Failure> {
        let mut rows = String::new();
        for index in 0..told.read.rules.provisions().len() {
            if told.bound.answer(index) == Answer::Yes || told.settled.contains(&(index, true)) {
                continue;
            }
            let change = LawChange { on: [index].into_iter().collect(), off: ProvisionSet::default() };
            let total = told.bound.span(&change).map_err(|_| cannot_be(told.card))?;
            let total = self.span(told, total)?;
            rows +=
                &format!("<tr><th scope=\"row\">{}</th><td>{total}</td></tr>\n", self.provision(told, index));
        }
        self.fold("partly_changes", ["in_law", "total"], &rows)
    }

    /// A table of two columns that unfolds.
    fn fold(&self, name: &str, heads: [&str; 2], rows: &str) -> Result<String, Failure> {
        let [first, second] = heads.map(|head| self.said(head, &[]));
        Ok(format!(
            "<details class=\"tool\"><summary>{}</summary><table class=\"answers\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr>\
             </thead><tbody>{rows}</tbody></table></details>\n",
            self.said(name, &[])?,
            first?,
            second?,
        ))
    }
}
