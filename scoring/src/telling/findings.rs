//! What the author of a card found on its provisions, told as the author's own.

use crate::cards::Finding;
use crate::say;

use super::{Cohort, Telling};

impl Cohort {
    /// The same with what its author found, by provision. Where there are several cards, each finding says that it is on
    /// none of them alone. Findings on provisions that the rules do not know are left out.
    #[must_use]
    pub fn with_findings<'a>(mut self, findings: impl Iterator<Item = (&'a str, Finding)>) -> Self {
        let telling = &mut self.telling;
        let is_of_all = self.cards.len() > 1;
        for (id, mut found) in findings {
            let place = telling.rules.provision(id).and_then(|provision| telling.findings.get_mut(provision));
            let Some(place) = place else { continue };
            if is_of_all {
                let said = found.finding.unwrap_or_default();
                found.finding = Some(say::framework::for_all(&telling.words, &said).trim_end().to_owned());
            }
            *place = Some(found);
        }
        self
    }
}

impl Telling {
    /// What the author of a card found on a provision; nothing, where no author has said it.
    pub fn finding(&self, provision: usize) -> Option<&Finding> {
        self.findings.get(provision)?.as_ref()
    }

    /// The same in sentences: the finding, its citation, and what it rests on by its author's word.
    pub fn found(&self, provision: usize) -> Option<String> {
        let Finding { finding, citation, basis } = self.finding(provision)?;
        let sentences = [
            finding.as_deref().map(sentence),
            citation.as_deref().map(sentence),
            basis.map(|basis| say::framework::basis_by_author(&self.words, &basis.word(&self.words))),
        ];
        Some(sentences.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// A text with a full stop, where it has no end of its own.
fn sentence(text: &str) -> String {
    match text.ends_with(['.', '!', '?', '…', ':', '»', '”', ')']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}
