//! Findings on the law of each of several subjects, in a card file.

use scoring::cards::{Card, Finding, Findings, SubjectFindings};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::Rules;
use serde_json::Value;

use super::SUBJECT_FINDINGS;
use super::shape::{of_shape, wrong};
use crate::cell_reader::{Reading, Stage};
use crate::findings::Gathering;
use crate::write::{Contents, each_subject_finding};

/// What says whose finding it is and on what, beside the fields of a finding.
const SUBJECT: &str = "subject";
const YEAR: &str = "year";
const PROVISION: &str = "provision";

/// All of them, in the order of the cards.
pub(super) fn written(contents: &Contents<'_>) -> Vec<Value> {
    let one = |(card, id, found): (&Card, &String, &Finding)| {
        let mut one = serde_json::to_value(found).ok()?;
        let fields = one.as_object_mut()?;
        fields.insert(SUBJECT.to_owned(), card.subject.as_str().into());
        fields.extend(card.year.map(|year| (YEAR.to_owned(), year.into())));
        fields.insert(PROVISION.to_owned(), id.as_str().into());
        Some(one)
    };
    each_subject_finding(contents).filter_map(one).collect()
}

/// Reads the list, into `findings` where there is one card. Where the rules are not whole, provisions may be missing.
pub(super) fn read(
    list: Option<&Value>,
    (cards, rules): (&[Card], &Rules),
    findings: &mut Findings,
    is_whole: bool,
    reading: &mut Reading,
) -> SubjectFindings {
    let list = match list {
        None => return SubjectFindings::new(),
        Some(Value::Array(list)) => list.as_slice(),
        Some(other) => {
            reading.take(Stage::Words, [wrong(&format!("/{SUBJECT_FINDINGS}"), other)]);
            return SubjectFindings::new();
        }
    };
    let mut gathering = Gathering::of(cards, findings, |id| At::Json(format!("/findings/{id}")));
    for (index, value) in list.iter().enumerate() {
        let at = format!("/{SUBJECT_FINDINGS}/{index}");
        if let Err(found) = put(value.clone(), &at, (rules, is_whole), &mut gathering, reading) {
            reading.take(Stage::Words, [found]);
        }
    }
    gathering.finish(findings)
}

/// Takes in one of them.
///
/// # Errors
/// When a part of it is missing or of the wrong shape.
fn put(
    mut value: Value,
    at: &str,
    (rules, is_whole): (&Rules, bool),
    gathering: &mut Gathering<'_>,
    reading: &mut Reading,
) -> Result<(), Diagnostic> {
    let field = |name: &str| At::Json(format!("{at}/{name}"));
    let missing = |name: &str| Diagnostic::in_json(Code::MissingField, at, &[name]);
    let Some(fields) = value.as_object_mut() else { return Err(wrong(at, &value)) };
    let mut text = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => Err(wrong(&format!("{at}/{name}"), &other)),
        None => Err(missing(name)),
    };
    let (subject, provision) = (text(SUBJECT)?, text(PROVISION)?);
    let year = match fields.remove(YEAR) {
        None | Some(Value::Null) => None,
        Some(year) => {
            let known = year.as_u64().and_then(|year| u16::try_from(year).ok());
            Some(known.ok_or_else(|| wrong(&format!("{at}/{YEAR}"), &year))?)
        }
    };
    let finding: Finding = of_shape(&value, at)?;
    if finding == Finding::default() {
        return Err(missing("finding"));
    }
    if rules.provision(&provision).is_none() {
        if is_whole {
            reading.find(Stage::Words, Code::UnknownProvision, field(PROVISION), &[&provision]);
        }
        return Ok(());
    }
    let known = gathering.subject(&subject);
    if year.is_none() && known.as_ref().is_some_and(|known| gathering.needs_year(known)) {
        return Err(missing(YEAR));
    }
    match known.and_then(|known| gathering.card(&known, year)) {
        Some(card) => gathering.put(card, &provision, finding, At::Json(at.to_owned()), reading),
        None => gathering.unknown(&subject, year, field(SUBJECT), reading),
    }
    Ok(())
}
