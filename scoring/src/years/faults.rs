//! What does not fit together in a table of years.

use std::collections::BTreeMap;

use crate::ProvisionSet;
use crate::cards::Card;
use crate::session::differing;

/// Something that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Whom it is about, as an id.
    pub subject: String,
    /// The year of the row that is wrong; nothing, where there is none.
    pub year: Option<u16>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a row, or with all rows of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No card is about this subject.
    NoCard,
    /// A card has no row.
    NoRow,
    /// The row has no year.
    NoYear,
    /// The year is behind that of the cards.
    AfterLast,
    /// The year does not come after that of the row before.
    NotAfter(u16),
    /// An answer is neither yes nor no.
    Unanswered,
    /// All answers are those of the row before.
    NothingMoves,
    /// These answers of the last row are others than the card's.
    OtherThanCard(ProvisionSet),
}

/// All that does not fit together.
pub(super) fn faults(cards: &[Card], rows: &[Card], last: u16) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut before: BTreeMap<&str, &Card> = BTreeMap::new();
    for row in rows {
        let mut tell = |wrong| found.push(Fault { subject: row.subject.clone(), year: row.year, wrong });
        if !cards.iter().any(|card| card.subject == row.subject) {
            tell(Wrong::NoCard);
        }
        if !row.answers.unknown().is_empty() || !row.answers.not_applicable().is_empty() {
            tell(Wrong::Unanswered);
        }
        match row.year {
            None => tell(Wrong::NoYear),
            Some(year) if year > last => tell(Wrong::AfterLast),
            Some(_) => {}
        }
        if let Some(earlier) = before.insert(&row.subject, row) {
            if let Some(year) = earlier.year.filter(|year| row.year.is_some_and(|own| own <= *year)) {
                tell(Wrong::NotAfter(year));
            }
            if earlier.answers == row.answers {
                tell(Wrong::NothingMoves);
            }
        }
    }
    for card in cards {
        let subject = card.subject.clone();
        match before.get(&*card.subject) {
            None => found.push(Fault { subject, year: None, wrong: Wrong::NoRow }),
            Some(row) if row.answers != card.answers => {
                let other = differing(&row.answers, &card.answers);
                found.push(Fault { subject, year: row.year, wrong: Wrong::OtherThanCard(other) });
            }
            Some(_) => {}
        }
    }
    found
}
