//! How many of the others have a provision.

use crate::telling::{Cohort, Holders};
use crate::{Words, say};

/// How many are named.
const NAMED: usize = 3;

/// How many of the others have a provision, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Others {
    /// How many of how many.
    pub line: String,
    /// Some of them by name, and who is not counted.
    pub told: String,
}

impl Holders {
    /// How many others than a card have it, and of how many: those to which it applies and who answer it.
    pub fn others(&self, card: usize) -> (usize, usize) {
        let others = |cards: &[usize]| cards.iter().filter(|other| **other != card).count();
        let yes = others(&self.yes);
        (yes, yes + others(&self.no))
    }

    /// Whether more than half of the others have it.
    pub fn most_others(&self, card: usize) -> bool {
        let (yes, all) = self.others(card);
        2 * yes > all
    }

    /// The same in words; nothing, where no other answers it. Of a weaker `level`, those that have a stronger one have it as well.
    pub fn others_in_words(&self, cohort: &Cohort, card: usize, level: bool) -> Option<Others> {
        let words = &cohort.telling.words;
        let (yes, all) = self.others(card);
        if all == 0 {
            return None;
        }
        let line = match level {
            true => say::questions::others_of_level(words, &yes, &all),
            false => say::questions::others(words, &yes, &all),
        };
        let not_counted = self.unknown.iter().chain(&self.not_applicable);
        let not_counted = not_counted.filter(|other| **other != card).count();
        let mut told = vec![self.named(cohort, words, card), say::questions::own_not_counted(words)];
        told.extend((not_counted > 0).then(|| say::questions::not_counted(words, &not_counted)));
        Some(Others { line, told: told.join(" ") })
    }

    /// Who has it, those of the card's own group first.
    pub(in crate::telling) fn named(&self, cohort: &Cohort, words: &Words, card: usize) -> String {
        let group = |card: usize| cohort.cards.get(card).and_then(|card| card.group.as_ref());
        let others = || self.yes.iter().copied().filter(|other| *other != card);
        let is_near = |other: &usize| group(*other) == group(card);
        let near = others().filter(is_near);
        let others: Vec<usize> = near.chain(others().filter(|other| !is_near(other))).collect();
        // A year is no number to be grouped.
        let year = cohort.telling.file.year.to_string();
        let more = others.len().saturating_sub(NAMED);
        let names: Vec<String> =
            others.iter().take(NAMED).map(|other| cohort.subject(*other).to_owned()).collect();
        match (names.is_empty(), more) {
            (true, _) => say::questions::held_by_none(words, &year),
            (_, 0) => say::questions::held_by(words, &year, &words.list(&names)),
            _ => say::questions::held_by_more(words, &more, &year, &names.join(", ")),
        }
    }
}
