//! Findings on the law of each of several subjects, held against the cards that there are, wherever they were read.

use std::collections::BTreeMap;

use scoring::cards::{Card, Finding, Findings, SubjectFindings};
use scoring::diagnose::{At, Code, letters};

use crate::cell_reader::{Reading, Stage};
use crate::places::Places;
use crate::tidy::{key, slug};

/// Findings that are being gathered.
pub(crate) struct Gathering<'a> {
    cards: &'a [Card],
    /// The place of each card, by its subject and year.
    of: BTreeMap<(String, Option<u16>), usize>,
    /// Subjects by what all ways of writing their name have in common; nothing where several share it.
    named: BTreeMap<String, Option<String>>,
    found: SubjectFindings,
    /// Where each was read: see [`pointer`].
    places: Places,
    is_told_that_none: bool,
}

impl<'a> Gathering<'a> {
    /// Nothing yet, for these cards. Where there is one, what stands beside the provisions is its own; `place` says where.
    pub(crate) fn of(cards: &'a [Card], findings: &Findings, place: impl Fn(&str) -> At) -> Self {
        let mut of = BTreeMap::new();
        let mut named: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (index, card) in cards.iter().enumerate() {
            of.insert((card.subject.clone(), card.year), index);
            if let Some(name) = &card.name {
                let known = named.entry(alike(name)).or_insert_with(|| Some(card.subject.clone()));
                if known.as_ref() != Some(&card.subject) {
                    *known = None;
                }
            }
        }
        let mut places = Places::default();
        if cards.len() == 1 {
            findings.keys().for_each(|id| places.put(pointer(0, id), place(id)));
        }
        Self { cards, of, named, found: SubjectFindings::new(), places, is_told_that_none: false }
    }

    /// The cards of a subject, by year.
    fn of_subject(&self, id: &str) -> impl Iterator<Item = (Option<u16>, usize)> {
        let from = self.of.range((id.to_owned(), None)..);
        from.take_while(move |((subject, _), _)| subject == id).map(|((_, year), card)| (*year, *card))
    }

    /// The id of the subject that is called so: by its code or its name.
    pub(crate) fn subject(&self, called: &str) -> Option<String> {
        let ids = [called.to_owned(), slug(called)];
        let by_id = ids.into_iter().find(|id| self.of_subject(id).next().is_some());
        by_id.or_else(|| self.named.get(&alike(called)).cloned().flatten())
    }

    /// Whether several subjects have a name, so that it says nobody.
    pub(crate) fn is_shared(&self, called: &str) -> bool {
        self.named.get(&alike(called)) == Some(&None)
    }

    /// Whether only a year says which card of a subject is meant.
    pub(crate) fn needs_year(&self, subject: &str) -> bool {
        self.of_subject(subject).nth(1).is_some()
    }

    /// The place of a subject's card of a year, or of its only one.
    pub(crate) fn card(&self, subject: &str, year: Option<u16>) -> Option<usize> {
        let is_meant = |of: &Option<u16>| year.is_none() || *of == year;
        self.of_subject(subject).find(|(of, _)| is_meant(of)).map(|(_, card)| card)
    }

    /// Notes that there is no such card: once, where there are none at all.
    pub(crate) fn unknown(&mut self, called: &str, year: Option<u16>, at: At, reading: &mut Reading) {
        if self.cards.is_empty() && std::mem::replace(&mut self.is_told_that_none, true) {
            return;
        }
        let called = year.map_or_else(|| called.to_owned(), |year| format!("{called} {year}"));
        reading.find(Stage::Cards, Code::UnknownSubject, at, &[&called]);
    }

    /// Takes in what was found for a card; that it has a finding on the provision already is a mistake.
    pub(crate) fn put(&mut self, card: usize, id: &str, finding: Finding, at: At, reading: &mut Reading) {
        let Some(of) = self.cards.get(card) else { return };
        if let Some(known) = self.places.find(&pointer(card, id)) {
            let details = [of.subject.as_str(), id, &cell(known)];
            reading.find(Stage::Cards, Code::RepeatedFinding, at, &details);
            return;
        }
        self.places.put(pointer(card, id), at);
        let of = (of.subject.clone(), of.year);
        self.found.entry(of).or_default().insert(id.to_owned(), finding);
    }

    /// What was gathered. Of one card alone it stands beside the provisions.
    pub(crate) fn finish(self, findings: &mut Findings) -> SubjectFindings {
        if self.cards.len() != 1 {
            return self.found;
        }
        findings.extend(self.found.into_values().flatten());
        SubjectFindings::new()
    }
}

/// What stands for a card's finding among places.
fn pointer(card: usize, provision: &str) -> String {
    format!("{card} {provision}")
}

/// What all ways of writing a name have in common, in letters of any script.
pub(crate) fn alike(name: &str) -> String {
    let key = key(name);
    if key.is_empty() { name.to_lowercase() } else { key }
}

/// A cell as spreadsheets name it: `Findings!D5`.
fn cell(at: &At) -> String {
    match at {
        At::Sheet { sheet, row, column } => format!("{sheet}!{}{row}", letters(*column)),
        At::Cell { row, column } => format!("{}{row}", letters(*column)),
        At::Json(pointer) => pointer.clone(),
        At::Position { .. } | At::File => String::new(),
    }
}
