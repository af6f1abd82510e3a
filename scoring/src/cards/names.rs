//! What subjects and groups are called in a language. Platforms know the names of countries and the order of names;
//! here is what is asked of them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::file::Subjects;

use super::Card;

/// What a platform knows of the names of a language.
pub trait Naming {
    /// What a country is called, by its code in ISO 3166 in small letters; nothing, where that is not known.
    fn country(&self, code: &str) -> Option<String>;

    /// Which of two names comes first in a list.
    fn order(&self, one: &str, other: &str) -> Ordering;
}

/// Every name as its publisher writes it, in the order of its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published;

impl Naming for Published {
    fn country(&self, _: &str) -> Option<String> {
        None
    }

    fn order(&self, one: &str, other: &str) -> Ordering {
        one.cmp(other)
    }
}

/// The names that a language has words for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Names {
    /// The groups, by the name that the table has.
    pub groups: BTreeMap<String, String>,
    /// Subjects, by id.
    pub subjects: BTreeMap<String, String>,
}

/// A name as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Whether it is the publisher's, in the publisher's language, and not one that the reader's language has.
    pub is_published: bool,
}

/// What a card's subject and its group are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The subject.
    pub subject: Name,
    /// Its group, where the table has one.
    pub group: Option<Name>,
}

/// The cards with their names in a language, in the order of groups and of names within them; `subjects` says what
/// their ids are codes of. Names come from the words of the language, then from the platform, then from the table.
pub fn named(
    cards: Vec<Card>,
    subjects: Option<Subjects>,
    names: &Names,
    naming: &dyn Naming,
) -> Vec<(Card, Called)> {
    let called = |card: Card| {
        let called = Called {
            subject: subject(&card, subjects, names, naming),
            group: card.group.as_ref().map(|group| name(names.groups.get(group).cloned(), group)),
        };
        (card, called)
    };
    let mut named: Vec<(Card, Called)> = cards.into_iter().map(called).collect();
    named.sort_by(|(_, one), (_, other)| one.order(other, naming));
    named
}

fn subject(card: &Card, subjects: Option<Subjects>, names: &Names, naming: &dyn Naming) -> Name {
    let platform = || match subjects {
        Some(Subjects::Countries) => naming.country(&card.subject),
        Some(Subjects::UsStates) | None => None,
    };
    let known = names.subjects.get(&card.subject).cloned().or_else(platform);
    name(known, card.name.as_ref().unwrap_or(&card.subject))
}

fn name(known: Option<String>, published: &str) -> Name {
    let is_published = known.is_none();
    Name { text: known.unwrap_or_else(|| published.to_owned()), is_published }
}

impl Called {
    /// Those without a group come first.
    fn order(&self, other: &Self, naming: &dyn Naming) -> Ordering {
        let groups = match (&self.group, &other.group) {
            (Some(one), Some(other)) => naming.order(&one.text, &other.text),
            (one, other) => one.is_some().cmp(&other.is_some()),
        };
        groups.then_with(|| naming.order(&self.subject.text, &other.subject.text))
    }
}
