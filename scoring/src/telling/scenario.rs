//! What documents are about: a card, what is changed on it, and what both come to.

use crate::cards::Card;
use crate::difference::changes_in_words;
use crate::exact::Fraction;
use crate::facts::{Answer, Answers};
use crate::rank::{Rank, rank, ranked_figure};
use crate::rules::{Evaluation, Outcome, evaluate};
use crate::session::changes;
use crate::shelf::{LONGEST, Leading, SavedResult};
use crate::{ProvisionSet, say};

use super::Telling;

/// A card with changes, evaluated.
#[derive(Clone)]
pub struct Scenario<'a> {
    /// The framework in the language of the documents.
    pub telling: &'a Telling,
    /// What the subject is called there.
    pub subject: &'a str,
    /// The card.
    pub card: &'a Card,
    /// The answers now.
    pub answers: &'a Answers,
    /// The address of it, without the `#`.
    pub address: &'a str,
    /// What the card comes to.
    pub before: Evaluation,
    /// What the answers come to now.
    pub now: Evaluation,
    /// The provisions that hold now and did not on the card.
    pub added: ProvisionSet,
    /// Those that do not hold now, and did on the card or were unknown.
    pub removed: ProvisionSet,
    /// What the cards of all others are ranked by.
    pub(super) others: &'a [Fraction],
}

impl<'a> Scenario<'a> {
    /// Evaluates a card and the answers now. `others` are the figures by which the cards of all others are ranked.
    pub fn new(
        telling: &'a Telling,
        (subject, card): (&'a str, &'a Card),
        answers: &'a Answers,
        others: &'a [Fraction],
        address: &'a str,
    ) -> Self {
        let (added, removed) = changes(&card.answers, answers);
        let (before, now) = (evaluate(&telling.rules, &card.answers), evaluate(&telling.rules, answers));
        Self { telling, subject, card, answers, address, before, now, added, removed, others }
    }

    /// The same card with other answers.
    pub fn with(&self, answers: &'a Answers) -> Self {
        Self::new(self.telling, (self.subject, self.card), answers, self.others, "")
    }

    /// Whether all answers are the card's.
    pub fn is_card(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// The leading result of the answers now.
    pub fn result(&self) -> String {
        self.result_of(&self.now)
    }

    /// The leading result and, where there are others, the rank.
    pub fn result_and_rank(&self) -> String {
        let result = self.result();
        match self.standing() {
            Some(standing) => format!("{result}. {standing}"),
            None => result,
        }
    }

    /// How much is changed, in words.
    pub fn changes(&self) -> String {
        changes_in_words(&self.telling.words, self.added.len(), self.removed.len())
    }

    /// A name for it, when the visitor gives none.
    pub fn suggested_name(&self) -> String {
        let (words, result, changes) = (&self.telling.words, self.result(), self.changes());
        let name = say::scenario::suggested_name(words, &self.subject, &result, &changes);
        let over = name.chars().count().saturating_sub(LONGEST);
        if over == 0 {
            return name;
        }
        // Of a name that is too long the end tells scenarios apart.
        let kept = self.subject.chars().count().saturating_sub(over + 1);
        let subject: String = self.subject.chars().take(kept).chain(['…']).collect();
        say::scenario::suggested_name(words, &subject, &result, &changes)
    }

    /// What it comes to, to be saved with it; `date` is the day, as `2026-05-03`. Nothing, where that is no day or a name has
    /// no letter that is seen.
    pub fn saved_result(&self, date: &str) -> Option<SavedResult> {
        let digits = |number: Fraction| number.in_decimals().to_string();
        let leading = match self.now.outcomes.first() {
            Some(Outcome::Result { figure, band }) => Leading {
                figure: Some(digits(figure.shown)),
                of: self.telling.most().map(digits),
                grade: band.and_then(|band| self.telling.band(0, band)),
            },
            _ => Leading::default(),
        };
        SavedResult::of_telling(self.telling, self.subject, leading, date)
    }

    pub(super) fn result_of(&self, evaluation: &Evaluation) -> String {
        evaluation.outcomes.first().map(|outcome| self.telling.result(0, outcome)).unwrap_or_default()
    }

    /// Where the subject stands among all, and where it stood; nothing, where it has no figure or nobody else has.
    pub(super) fn standing(&self) -> Option<String> {
        let words = &self.telling.words;
        let (now, before) = (self.rank(&self.now)?, self.rank(&self.before));
        Some(match before.filter(|before| before.rank != now.rank) {
            Some(before) => say::scenario::rank_moves(words, &before.rank, &now.rank, &now.of),
            None if self.is_card() => say::written::rank(words, &now.rank, &now.of),
            None => say::framework::rank(words, &now.rank, &now.of),
        })
    }

    /// An answer as a word, on the card or now.
    pub(super) fn word(&self, answer: Answer) -> String {
        let words = &self.telling.words;
        match answer {
            Answer::Yes => say::spreadsheet::yes(words),
            Answer::No => say::spreadsheet::no(words),
            Answer::Unknown => say::scenario::unknown(words),
            Answer::NotApplicable => say::framework::not_applicable(words),
        }
    }

    pub(super) fn rank(&self, evaluation: &Evaluation) -> Option<Rank> {
        if self.others.is_empty() {
            return None;
        }
        let figure = ranked_figure(self.telling.rules.tallies().first()?, evaluation.outcomes.first()?)?;
        Some(rank(figure, self.others))
    }
}
