//! A table of cards as other programs get it.

use scoring::cards;
use scoring::facts::Answers;
use serde::Serialize;

use super::refusal::Told;

#[derive(Serialize)]
pub struct Table<'a> {
    cards: Vec<Card<'a>>,
    diagnostics: Vec<Told>,
}

#[derive(Serialize)]
struct Card<'a> {
    subject: &'a str,
    name: Option<&'a str>,
    group: Option<&'a str>,
    year: Option<u16>,
    answers: Vec<u32>,
}

impl<'a> Table<'a> {
    pub fn new(table: &'a cards::Table, bits: impl Fn(&Answers) -> Vec<u32>) -> Self {
        let card = |card: &'a cards::Card| Card {
            subject: &card.subject,
            name: card.name.as_deref(),
            group: card.group.as_deref(),
            year: card.year,
            answers: bits(&card.answers),
        };
        Self {
            cards: table.cards.iter().map(card).collect(),
            diagnostics: table.found.iter().map(Told::from).collect(),
        }
    }
}
