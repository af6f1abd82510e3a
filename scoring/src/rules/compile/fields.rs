//! Which fields of a part mean something together.

use crate::diagnose::Code;
use crate::rules::file::{Join, Part};

use super::Compiler;

impl Compiler<'_> {
    /// Whether a part has one rule, and only the fields that mean something to it.
    pub(super) fn fields(&mut self, part: &Part, at: &str) -> Option<()> {
        let kinds = [
            (part.points.is_some(), "points"),
            (part.rungs.is_some(), "rungs"),
            (part.levels.is_some(), "levels"),
            (part.checklist.is_some(), "checklist"),
            (part.components.is_some(), "components"),
        ];
        let found: Vec<&str> = kinds.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
        let [kind] = found.as_slice() else {
            match found.is_empty() {
                true => self.find(Code::NoRule, at, &[]),
                false => self.find(Code::SeveralRules, at, &[&found.join(", ")]),
            }
            return None;
        };
        let join = part.join.unwrap_or_default();
        let best = matches!(*kind, "rungs" | "levels") || *kind == "components" && join == Join::Best;
        for (is, field, fits) in [
            (part.needs.is_some(), "needs", *kind == "points"),
            (part.each.is_some(), "each", *kind == "checklist"),
            (part.join.is_some(), "join", *kind == "components"),
            (part.worth.is_some(), "worth", *kind == "components" && join == Join::Mean),
            (part.otherwise.is_some(), "otherwise", best),
        ] {
            if is && !fits {
                self.find(Code::UnusedField, format!("{at}/{field}"), &[field]);
            }
        }
        Some(())
    }

    /// Notes a list that is empty.
    pub(super) fn some(&mut self, is_empty: bool, at: &str) {
        if is_empty {
            self.find(Code::NothingInIt, at, &[]);
        }
    }
}
