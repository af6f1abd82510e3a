//! A framework with all its cards, in the words of one language.

use std::sync::Arc;

use crate::Words;
use crate::cards::{self, Called, Card, Names, Naming};
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rank::{Rank, ranked_figure, ranks};
use crate::rules::file::Framework;
use crate::rules::{Rules, evaluate};
use crate::session::{Route, Session};

use super::{Scenario, Telling};

/// A framework with all its cards, read once.
pub struct Cohort {
    /// The framework in a language.
    pub telling: Telling,
    /// All cards, by group and name as the language sorts them.
    pub cards: Vec<Card>,
    /// What the subject of each card and its group are called in the language.
    pub called: Vec<Called>,
    /// The index of the card that stands first in the table: what is shown where nobody has chosen, in every language.
    pub first: usize,
    /// The version of the data, as documents name it.
    pub version: String,
    /// What each card is ranked by; nothing, where it has no result.
    ranked: Vec<Option<Fraction>>,
}

impl Cohort {
    /// A framework in the language of `words`, with the cards of a table and their names in that language. `rules` are
    /// those that the file [compiles](crate::rules::compile) to.
    pub fn new(
        words: Arc<Words>,
        (file, rules): (Framework, Rules),
        table: &str,
        (names, naming): (&Names, &dyn Naming),
        version: String,
    ) -> Self {
        let cards = cards::read(&rules, table).cards;
        Self::of_cards(words, (file, rules), cards, (names, naming), version)
    }

    /// The same, with cards that were read already, in the order of the table.
    pub fn of_cards(
        words: Arc<Words>,
        (file, rules): (Framework, Rules),
        cards: Vec<Card>,
        (names, naming): (&Names, &dyn Naming),
        version: String,
    ) -> Self {
        let first = cards.first().map(|card| card.subject.clone());
        let (cards, called): (Vec<Card>, Vec<Called>) =
            cards::named(cards, file.subjects, names, naming).into_iter().unzip();
        let ranked = cards.iter().map(|card| ranked(&rules, &card.answers)).collect();
        let first = cards.iter().position(|card| Some(&card.subject) == first.as_ref()).unwrap_or_default();
        let year = cards.first().and_then(|card| card.year).filter(|year| *year != file.year);
        let law_year = year.filter(|_| cards.iter().all(|card| card.year == year));
        let telling = Telling { law_year, ..Telling::new(words, file, Arc::new(rules)) };
        Self { first, telling, cards, called, version, ranked }
    }

    /// What the cards of all others are ranked by.
    pub fn others(&self, card: usize) -> Vec<Fraction> {
        let others = self.ranked.iter().enumerate().filter(|(index, _)| *index != card);
        others.filter_map(|(_, figure)| *figure).collect()
    }

    /// Where each card stands among all as they were published; nothing, where it has no result.
    pub fn ranks(&self) -> Vec<Option<Rank>> {
        ranks(&self.ranked)
    }

    /// The index of the card that an address is about; nothing, when it is about another framework or about nobody here.
    pub fn card_of(&self, route: &Route<'_>) -> Option<usize> {
        let is_here = route.is_of(self.telling.rules.id());
        self.cards.iter().position(|card| is_here && route.is_about(&card.subject))
    }

    /// A session on a card as it was published.
    pub fn session(&self, card: usize) -> Option<Session> {
        let card = self.cards.get(card)?;
        Some(Session::new(self.telling.rules.clone(), card.subject.clone(), card.answers.clone()))
    }

    /// What a tally of a card was printed as; nothing, where the publisher printed none.
    pub fn published(&self, card: usize, tally: usize) -> Option<String> {
        self.telling.published(self.cards.get(card)?, tally)
    }

    /// Whether the table has groups.
    pub fn has_groups(&self) -> bool {
        self.called.iter().any(|called| called.group.is_some())
    }

    /// The id of a card's subject.
    pub fn id(&self, card: usize) -> &str {
        self.cards.get(card).map_or("", |card| &card.subject)
    }

    /// What a subject is called.
    pub fn subject(&self, card: usize) -> &str {
        self.called.get(card).map_or("", |called| called.subject.text.as_str())
    }

    /// Has `tell` told of a scenario on a card; nothing, when there is no such card.
    pub fn told_of<T>(
        &self,
        card: usize,
        answers: &Answers,
        address: &str,
        tell: impl FnOnce(&Scenario<'_>) -> T,
    ) -> Option<T> {
        let others = self.others(card);
        let subject = (self.subject(card), self.cards.get(card)?);
        Some(tell(&Scenario::new(&self.telling, subject, answers, &others, address)))
    }
}

fn ranked(rules: &Rules, answers: &Answers) -> Option<Fraction> {
    let evaluation = evaluate(rules, answers);
    ranked_figure(rules.tallies().first()?, evaluation.outcomes.first()?)
}
