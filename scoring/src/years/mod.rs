//! The cards of all subjects over the years, and what moved them.
//!
//! They come as a [table of cards](crate::cards) in which a row says what holds from its year on, until the next row of
//! the subject. The figures of a year are those that the rules give for its answers.

mod faults;
mod reformers;
mod step;

use std::ops::RangeInclusive;

use crate::cards::Card;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rank::{Rank, ranked_figure, ranks};
use crate::rules::{Rules, evaluate};

pub use faults::{Fault, Wrong};
pub use reformers::Reformer;
pub use step::Step;

/// All subjects over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// In the order of the cards.
    lines: Vec<Line>,
    first: u16,
    last: u16,
}

/// One subject over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who is graded, as an id.
    pub subject: String,
    /// What held, from the first year to the last; there is at least one.
    pub spans: Vec<Span>,
}

/// What held for some years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first of these years.
    pub from: u16,
    /// The answers.
    pub answers: Answers,
    /// The figure of each tally, as it is printed; nothing, where there is none.
    pub figures: Vec<Option<Fraction>>,
    ranked: Option<Fraction>,
}

impl Years {
    /// The years that lead to these cards, whose year is the last. `rows` are those of the table.
    ///
    /// # Errors
    /// All that does not fit together.
    pub fn new(rules: &Rules, cards: &[Card], rows: Vec<Card>, last: u16) -> Result<Self, Vec<Fault>> {
        let faults = faults::faults(cards, &rows, last);
        if !faults.is_empty() {
            return Err(faults);
        }
        let first = rows.iter().filter_map(|row| row.year).min().unwrap_or(last);
        let mut lines: Vec<Line> =
            cards.iter().map(|card| Line { subject: card.subject.clone(), spans: Vec::new() }).collect();
        for row in rows {
            let line = lines.iter_mut().find(|line| line.subject == row.subject);
            if let Some((line, from)) = line.zip(row.year) {
                line.spans.push(Span::new(rules, from, row.answers));
            }
        }
        Ok(Self { lines, first, last })
    }

    /// The years, from the first that is known of anybody to that of the cards.
    pub fn all(&self) -> RangeInclusive<u16> {
        self.first..=self.last
    }

    /// Each subject, in the order of the cards.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// A subject by its id.
    pub fn line(&self, subject: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.subject == subject)
    }

    /// The lowest leading figure of all years.
    pub fn lowest(&self) -> Option<Fraction> {
        self.lines.iter().flat_map(|line| &line.spans).filter_map(Span::figure).min()
    }

    /// Where each subject stands in a year, in the order of the cards; nothing, where it has no result.
    pub fn ranks(&self, year: u16) -> Vec<Option<Rank>> {
        let ranked: Vec<Option<Fraction>> =
            self.lines.iter().map(|line| line.span(year).and_then(|span| span.ranked)).collect();
        ranks(&ranked)
    }
}

impl Line {
    /// What held in a year; nothing, where that is not known.
    pub fn span(&self, year: u16) -> Option<&Span> {
        self.spans.iter().rev().find(|span| span.from <= year)
    }

    /// The leading figure of a year, as it is printed.
    pub fn figure(&self, year: u16) -> Option<Fraction> {
        self.span(year)?.figure()
    }
}

impl Span {
    fn new(rules: &Rules, from: u16, answers: Answers) -> Self {
        let evaluation = evaluate(rules, &answers);
        let tallies = 0..rules.tallies().len();
        let figures = tallies.map(|tally| evaluation.figure(tally).map(|figure| figure.shown)).collect();
        let leading = rules.tallies().first().zip(evaluation.outcomes.first());
        let ranked = leading.and_then(|(tally, outcome)| ranked_figure(tally, outcome));
        Self { from, answers, figures, ranked }
    }

    /// The leading figure, as it is printed.
    pub fn figure(&self) -> Option<Fraction> {
        self.figures.first().copied().flatten()
    }
}
