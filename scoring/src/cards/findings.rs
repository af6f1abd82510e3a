//! What an author found on each provision, beside the answers.
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

/// Between findings, and between the parts of one: no text that was tidied has them.
const BETWEEN: char = '\u{1e}';
const PARTS: char = '\u{1f}';

/// Findings as a line, for [`unpacked`].
pub fn packed(findings: &Findings) -> String {
    let part = |text: &str| text.replace(char::is_control, " ");
    let one = |(id, found): (&String, &Finding)| {
        let texts = [Some(id), found.finding.as_ref(), found.citation.as_ref()];
        let texts = texts.map(|text| text.map(|text| part(text)).unwrap_or_default());
        let basis = found.basis.map(Basis::name).unwrap_or_default();
        format!("{}{PARTS}{basis}", texts.join(&PARTS.to_string()))
    };
    findings.iter().map(one).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

/// Findings by their provisions, out of a line.
pub fn unpacked(line: &str) -> impl Iterator<Item = (&str, Finding)> {
    line.split(BETWEEN).filter(|one| !one.is_empty()).map(|one| {
        let mut parts = one.split(PARTS);
        let id = parts.next().unwrap_or_default();
        let mut part = || parts.next().filter(|part| !part.is_empty());
        let (finding, citation) = (part().map(str::to_owned), part().map(str::to_owned));
        (id, Finding { finding, citation, basis: part().and_then(Basis::named) })
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
        let line = packed(&findings);
        assert!(!line.contains('\n'), "{line}");
        let again: Vec<(&str, Finding)> = unpacked(&line).collect();
        let plain = Finding { finding: text("By order of the court, \"§\""), citation: None, basis };
        assert_eq!(again, [("a", plain), ("b", other)]);
        assert_eq!(unpacked(&packed(&Findings::new())).count(), 0);
    }
}
