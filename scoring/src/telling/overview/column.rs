//! What stands beside the leading result in a ranking.

use crate::exact::{Fraction, Points};
use crate::rules::{Evaluation, Outline};
use crate::telling::{Cohort, Telling};
use crate::{Words, say};

/// A column of a ranking.
pub struct Column {
    /// The id of the result or the part in the rules; of a part without one, its number from 1.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What its figures are out of, where that is the same for all.
    pub of: Option<String>,
    /// What each card has in it, by the indices of cards.
    pub cells: Vec<Cell>,
}

impl Column {
    /// Its title with what its figures are out of, where that is the same for all.
    pub fn heading(&self, words: &Words) -> String {
        match &self.of {
            Some(of) => say::overview::column_of(words, &self.title, of),
            None => self.title.clone(),
        }
    }

    /// Whether what its figures are out of is not the same for all.
    pub fn varies(&self) -> bool {
        self.cells.iter().any(|cell| cell.of.is_some())
    }
}

/// What a card has in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The figure, or that nothing applies.
    pub text: String,
    /// The figure; nothing, where nothing applies.
    pub figure: Option<Fraction>,
    /// What it is out of, where that is not the same for all.
    pub of: Option<Fraction>,
    /// Where it stands in its column: 0 for the best, the same for equals; nothing, where there is no figure.
    pub order: Option<usize>,
}

/// The other results where there are several; else the parts of the whole.
pub(super) fn columns(cohort: &Cohort, evaluations: &[Evaluation]) -> Vec<Column> {
    let telling = &cohort.telling;
    let tallies = 1..telling.rules.tallies().len();
    if !tallies.is_empty() {
        return tallies.map(|tally| of_tally(telling, tally, evaluations)).collect();
    }
    let parts = telling.outline.iter().enumerate();
    parts.filter_map(|(index, part)| of_part(telling, index, part, evaluations)).collect()
}

fn of_tally(telling: &Telling, index: usize, evaluations: &[Evaluation]) -> Column {
    let found = evaluations.iter().map(|evaluation| {
        let shown = evaluation.figure(index)?.shown;
        Some(Found { key: shown, figure: shown, of: None, text: telling.number(shown) })
    });
    let tally = telling.rules.tallies().get(index);
    Column {
        id: tally.map(|tally| tally.id.clone()).unwrap_or_default(),
        title: telling.tally(index),
        of: tally.and_then(|tally| tally.scale.of).map(|of| telling.number(of)),
        cells: ordered(telling, found.collect()),
    }
}

/// Where all can earn the same, their points are compared, else their shares of what is possible.
fn of_part(telling: &Telling, index: usize, part: &Outline, evaluations: &[Evaluation]) -> Option<Column> {
    let (title, node) = (telling.short(part)?, part.node?);
    let unit = telling.rules.unit();
    let scores: Vec<_> = evaluations.iter().map(|evaluation| evaluation.score(node)).collect();
    let mut possible = scores.iter().filter(|score| score.applies()).map(|score| score.possible);
    let first = possible.next();
    let same = first.filter(|first| possible.all(|other| other == *first));
    let found = scores.iter().map(|score| {
        if !score.applies() {
            return None;
        }
        let (figure, possible) = (unit.fraction(score.earned), unit.fraction(score.possible));
        Some(match same {
            Some(_) => Found { key: figure, figure, of: None, text: telling.number(figure) },
            None => Found {
                key: figure.times(possible.inverse()?)?,
                figure,
                of: Some(possible),
                text: telling.points(*score),
            },
        })
    });
    Some(Column {
        id: part.id.clone().unwrap_or_else(|| (index + 1).to_string()),
        title,
        of: same.filter(|most| *most > Points::ZERO).map(|most| telling.in_points(most)),
        cells: ordered(telling, found.collect()),
    })
}

/// What a card has in a column; cards are in the order of the key.
struct Found {
    key: Fraction,
    figure: Fraction,
    of: Option<Fraction>,
    text: String,
}

fn ordered(telling: &Telling, found: Vec<Option<Found>>) -> Vec<Cell> {
    let mut keys: Vec<Fraction> = found.iter().flatten().map(|found| found.key).collect();
    keys.sort_by(|one, other| other.cmp(one));
    keys.dedup();
    let cell = |found: Option<Found>| match found {
        Some(Found { key, figure, of, text }) => {
            Cell { text, figure: Some(figure), of, order: keys.iter().position(|other| *other == key) }
        }
        None => {
            let text = say::framework::not_applicable(&telling.words);
            Cell { text, figure: None, of: None, order: None }
        }
    };
    found.into_iter().map(cell).collect()
}
