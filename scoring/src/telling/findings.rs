//! What the author of a card found on its provisions, told as the author's own.

use crate::cards::{Finding, Unpacked};
use crate::say;

use super::{Cohort, Telling};

impl Cohort {
    /// The same with what its author found. Where there are several cards, a finding that is of no subject says that it is
    /// on none of them alone. Findings on provisions that the rules do not know are left out.
    #[must_use]
    pub fn with_findings<'a>(mut self, findings: impl Iterator<Item = Unpacked<'a>>) -> Self {
        let telling = &mut self.telling;
        let are_several = self.cards.len() > 1;
        for Unpacked { subject, provision, finding: mut found } in findings {
            let Some(provision) = telling.rules.provision(provision) else { continue };
            if are_several && subject.is_none() {
                let said = found.finding.unwrap_or_default();
                found.finding = Some(say::framework::for_all(&telling.words, &said).trim_end().to_owned());
            }
            telling.findings.insert((provision, subject.map(str::to_owned)), found);
        }
        self
    }
}

impl Telling {
    /// What the author of a subject's card found on a provision: in its law, else what stands there for all. Nothing,
    /// where no author has said anything.
    pub fn finding(&self, subject: &str, provision: usize) -> Option<&Finding> {
        let of = |subject: Option<String>| self.findings.get(&(provision, subject));
        of(Some(subject.to_owned())).or_else(|| of(None))
    }

    /// Whether the author found something on a provision, be it in the law of one subject alone.
    pub fn has_finding(&self, provision: usize) -> bool {
        self.findings.range((provision, None)..).next().is_some_and(|((of, _), _)| *of == provision)
    }

    /// The same as [`Telling::finding`] in sentences: the finding, its citation, and what it rests on by its author's word.
    pub fn found(&self, subject: &str, provision: usize) -> Option<String> {
        let Finding { finding, citation, basis } = self.finding(subject, provision)?;
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
