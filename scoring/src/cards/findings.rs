//! What an author found on each provision, beside the answers: for all subjects, or for the law of each.
//!
//! From one program to another they go as a line of text, which costs the reading program far less than JSON would.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::data::Basis;

/// A statement about the law beside a provision, in its author's words. Each part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What the law holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// Where it stands in the law. Text, even where it looks like an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// What the finding rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// Findings by the id of their provision.
pub type Findings = BTreeMap<String, Finding>;

/// Findings on the law of each of several subjects, by the subject's id and the year of its card, where it has one.
pub type SubjectFindings = BTreeMap<(String, Option<u16>), Findings>;

/// A finding as it goes from one program to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked<'a> {
    /// Whose law it is about; nothing, where it is not about one alone.
    pub subject: Option<&'a str>,
    /// The id of its provision.
    pub provision: &'a str,
    /// What was found.
    pub finding: Finding,
}

/// Between findings, and between the parts of one: no text that was tidied has them.
const BETWEEN: char = '\u{1e}';
const PARTS: char = '\u{1f}';

/// Findings as a line, for [`unpacked`]: those that are about no subject alone, then those of each subject.
pub fn packed<'a>(
    findings: &'a Findings,
    of_subjects: impl IntoIterator<Item = (&'a str, &'a Findings)>,
) -> String {
    let of_all = [("", findings)];
    let mut line = String::new();
    for (subject, findings) in of_all.into_iter().chain(of_subjects) {
        for (id, found) in findings {
            if !line.is_empty() {
                line.push(BETWEEN);
            }
            for text in [
                id,
                found.finding.as_deref().unwrap_or_default(),
                found.citation.as_deref().unwrap_or_default(),
            ] {
                line.extend(text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
                line.push(PARTS);
            }
            line.push_str(found.basis.map(Basis::name).unwrap_or_default());
            line.push(PARTS);
            line.push_str(subject);
        }
    }
    line
}

/// The findings of a line, in its order.
pub fn unpacked(line: &str) -> impl Iterator<Item = Unpacked<'_>> {
    line.split(BETWEEN).filter(|one| !one.is_empty()).map(|one| {
        let mut parts = one.split(PARTS);
        let provision = parts.next().unwrap_or_default();
        let mut part = || parts.next().filter(|part| !part.is_empty());
        let (finding, citation) = (part().map(str::to_owned), part().map(str::to_owned));
        let finding = Finding { finding, citation, basis: part().and_then(Basis::named) };
        Unpacked { subject: part(), provision, finding }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_them_all() {
        let text = |text: &str| Some(text.to_owned());
        let basis = Some(Basis::Statute);
        let one = Finding { finding: text("By order\u{1e}of the\ncourt, \"§\""), citation: None, basis };
        let other = Finding { finding: None, citation: text("§ 5"), basis: None };
        let findings = Findings::from([("a".to_owned(), one), ("b".to_owned(), other.clone())]);
        let of_ct = Findings::from([("b".to_owned(), other.clone())]);
        let line = packed(&findings, [("ct", &of_ct)]);
        assert!(!line.contains('\n'), "{line}");
        let plain = Finding { finding: text("By order of the court, \"§\""), citation: None, basis };
        let of = |subject, provision, finding| Unpacked { subject, provision, finding };
        let expected = [of(None, "a", plain), of(None, "b", other.clone()), of(Some("ct"), "b", other)];
        assert_eq!(unpacked(&line).collect::<Vec<_>>(), expected);
        assert_eq!(unpacked(&packed(&Findings::new(), [])).count(), 0);
    }
}
