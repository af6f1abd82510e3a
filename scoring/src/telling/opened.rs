//! Scenarios by their addresses: saved ones, those of files that a visitor brings, and those to be compared.

use crate::facts::Answers;
use crate::session::{Route, Session};
use crate::shelf::{AddressReader, Day, Elsewhere, ReadAddress, Saved, SavedLines, SavedResult};
use crate::{Comparison, Words, say};

use super::{Cohort, Scenario, compared, unread_in_words};

/// A scenario that an address names, of one of a framework's cards.
pub struct Opened {
    card: usize,
    session: Session,
    /// What of the address was not read, each in a clause.
    unread: Vec<String>,
}

/// Why an address names no scenario here.
pub enum NotOpened {
    /// It is about another framework, or about none.
    Elsewhere(String),
    /// It is about somebody who has no card here.
    Nobody(String),
}

impl NotOpened {
    /// In a clause that names what was found.
    pub(crate) fn in_words(&self, cohort: &Cohort) -> String {
        let words = &cohort.telling.words;
        match self {
            Self::Elsewhere(found) => say::address::other_framework(words, found, &cohort.telling.rules.id()),
            Self::Nobody(found) => say::framework::no_such_card(words, found),
        }
    }
}

impl Opened {
    /// The scenario of an address.
    pub(crate) fn new(cohort: &Cohort, address: &str) -> Result<Self, NotOpened> {
        let route = Route::parse(address).ok().flatten();
        let elsewhere = || NotOpened::Elsewhere(address.to_owned());
        let route = route.filter(|route| route.is_of(cohort.telling.rules.id())).ok_or_else(elsewhere)?;
        let nobody = || NotOpened::Nobody(route.subject.to_string());
        let card = cohort.card_of(&route).ok_or_else(nobody)?;
        let mut session = cohort.session(card).ok_or_else(nobody)?;
        let unread = session.open(&route);
        let words = &cohort.telling.words;
        Ok(Self {
            card,
            session,
            unread: unread.iter().map(|unread| unread_in_words(words, unread)).collect(),
        })
    }

    /// The index of its card.
    pub fn card(&self) -> usize {
        self.card
    }

    /// Its answers and what is to be reached.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What of the address was not read, each in a clause.
    pub fn unread(&self) -> &[String] {
        &self.unread
    }

    /// What it comes to on a day, given as `2026-05-03`.
    fn result_on(&self, cohort: &Cohort, date: &str) -> Option<SavedResult> {
        let tell = |scenario: &Scenario<'_>| scenario.saved_result(date);
        cohort.told_of(self.card, self.session.answers(), "", tell)?
    }

    /// What a saved scenario came to when it was saved, where that is not what it comes to now.
    fn otherwise(&self, cohort: &Cohort, saved: &Saved, day: Day<'_>) -> Option<String> {
        let then = saved.result.as_ref()?;
        then.unless_now(self.result_on(cohort, then.date()), &cohort.telling.words, day)
    }

    fn told(&self, cohort: &Cohort, tell: impl FnOnce(&Scenario<'_>) -> String) -> String {
        cohort.told_of(self.card, self.session.answers(), "", tell).unwrap_or_default()
    }
}

impl Cohort {
    /// What is said of a saved scenario, also where not all of it can be read here; `day` says a day in the language.
    pub fn lines_of(&self, saved: &Saved, day: Day<'_>) -> SavedLines {
        let words = &self.telling.words;
        let opened = match Opened::new(self, &saved.address) {
            Ok(opened) => opened,
            Err(not_opened) => {
                let why = match not_opened {
                    NotOpened::Elsewhere(_) => say::scenario::elsewhere(words),
                    nobody => nobody.in_words(self),
                };
                return SavedLines::elsewhere(saved, why, words, day);
            }
        };
        let result =
            opened.told(self, |scenario| say::scenario::title(words, &scenario.subject, &scenario.result()));
        let now = match opened.unread.is_empty() {
            true => result,
            false => say::saved_list::partly_unknown(words, &result),
        };
        SavedLines { card: None, now: Some(now), then: opened.otherwise(self, saved, day) }
    }

    /// The saved scenarios that are about another framework, as they were when they were saved. `day` says a day in the
    /// language.
    pub fn elsewhere(&self, saved: &[Saved], day: Day<'_>) -> Elsewhere {
        let is_elsewhere = |saved: &Saved| Opened::new(self, &saved.address).is_err();
        let unknown = say::scenario::of_other_frameworks;
        Elsewhere::new(saved, is_elsewhere, &self.telling.words, day, unknown)
    }

    /// A scenario beside its card and beside saved ones of any card here. `day` says a day in the language.
    pub fn compared(&self, here: &Scenario<'_>, saved: &[Saved], day: Day<'_>) -> Comparison {
        let (mut known, mut then) = (Vec::new(), Vec::new());
        for saved in saved {
            if let Ok(opened) = Opened::new(self, &saved.address) {
                then.push(opened.otherwise(self, saved, day));
                known.push((&saved.name, self.others(opened.card), opened));
            }
        }
        let known = known.iter().filter_map(|(name, others, opened)| {
            let subject = (self.subject(opened.card), self.cards.get(opened.card)?);
            let answers = opened.session.answers();
            Some(((*name).clone(), Scenario::new(&self.telling, subject, answers, others, "")))
        });
        let this = say::comparison_table::this_scenario(&self.telling.words);
        let scenarios: Vec<_> = std::iter::once((this, here.clone())).chain(known).collect();
        compared(here, &scenarios).telling_also(then)
    }

    /// A scenario beside its card and beside other answers for the same card, each under its name.
    pub fn compared_with(&self, here: &Scenario<'_>, others: &[(String, Answers)]) -> Comparison {
        let this = say::comparison_table::this_scenario(&self.telling.words);
        let others = others.iter().map(|(name, answers)| (name.clone(), here.with(answers)));
        let scenarios: Vec<_> = std::iter::once((this, here.clone())).chain(others).collect();
        compared(here, &scenarios)
    }
}

impl AddressReader for Cohort {
    fn words(&self) -> &Words {
        &self.telling.words
    }

    fn holds_scenario(&self, text: &str) -> bool {
        Route::parse(text).ok().flatten().is_some_and(|route| self.card_of(&route).is_some())
    }

    fn read(&self, address: &str) -> ReadAddress {
        match Opened::new(self, address) {
            Ok(opened) => ReadAddress {
                suggested_name: opened.told(self, |scenario| scenario.suggested_name()),
                canonical: opened.session.address(),
                unread: opened.unread,
            },
            Err(not_opened) => ReadAddress {
                suggested_name: address.to_owned(),
                canonical: address.to_owned(),
                unread: vec![not_opened.in_words(self)],
            },
        }
    }

    fn result_of(&self, address: &str, date: &str) -> Option<SavedResult> {
        Opened::new(self, address).ok()?.result_on(self, date)
    }
}
